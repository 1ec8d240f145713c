import type { Facts } from '../../facts/facts.ts'
import { addressedPreservations, preservationOf } from '../../facts/preservations.ts'
import { contradictionIf, defineAction } from '../define.ts'

/** 记录保全的裁定、措施、续行和解除: what came of an application, until the preservation is lifted. */
export const recordPreservation = defineAction({
  id: 'record-preservation',
  title: '记录保全的裁定、续行或者解除',
  matter: 'preservation',
  moves: false,
  follows: 'preserve',
  subjects: (facts) =>
    addressedPreservations(facts).flatMap(({ item, address }) => (item.liftedOn ? [] : [address])),
  advised: ({ facts }, subject) => preservationOf(facts, subject)?.grantedOn === undefined,
  blockers: () => [],
  section: 'court.preservations[]',
  at: (facts, subject) => [indexOf(facts, subject)],
  mode: 'upsert',
  ask: ['grantedOn', 'takenOn', 'number', 'until', 'renewedOn', 'liftedOn'],
  // The section is there already: what identifies it goes with the item, which must be whole by itself.
  defaults: ({ facts }, subject) => {
    const { kind, appliedOn, grantedOn, takenOn, until } = preservationOf(facts, subject) ?? {}
    return {
      ...(kind && { kind }),
      ...(appliedOn && { appliedOn }),
      ...(grantedOn && { grantedOn }),
      ...(takenOn && { takenOn }),
      ...(until && { until }),
    }
  },
  refuse: ({ facts }, { renewedOn, until }, subject) => {
    const before = preservationOf(facts, subject)
    const isNew = renewedOn !== undefined && renewedOn !== before?.renewedOn
    return contradictionIf(
      isNew && (until === undefined || until === before?.until),
      '续行保全的，应当写明续行以后的“保全到期日期”',
      'preservation',
      { key: 'until' },
    )
  },
})

function indexOf(facts: Facts, subject: string): number {
  return addressedPreservations(facts).findIndex(({ address }) => address === subject)
}
