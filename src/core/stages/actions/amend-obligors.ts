import type { Facts } from '../../facts/facts.ts'
import { claimedObligors, isWithdrawn, obligorOf } from '../../facts/queries.ts'
import type { CaseView } from '../../view.ts'
import { nextIdOfKind } from '../addresses.ts'
import { identityKeys } from '../asked-keys.ts'
import { type AnswersSoFar, type Companion, contradictionIf, defineAction, saysSomething } from '../define.ts'
import { firstOfficer } from '../officers.ts'

/**
 * 增加、更正赔偿义务人: an obligor found later (with the next id), or new particulars of one on record, for example
 * that it is in custody or wound up. Once the claim is initiated, the case records each change.
 */
export const amendObligors = defineAction({
  id: 'amend-obligors',
  title: '增加或者更正赔偿义务人',
  matter: 'investigation',
  moves: false,
  advised: ({ facts }) =>
    claimedObligors(facts).length === 0 && facts.investigation?.initiation !== undefined,
  subjects: (facts) => [nextIdOfKind('o', facts.obligors), ...facts.obligors.map(({ id }) => id)],
  about: (facts, subject) => {
    const known = facts.obligors.find(({ id }) => id === subject)
    return known ? `更正 ${known.name}` : '新增一名'
  },
  blockers: () => [],
  section: 'case.obligors[]',
  at: (facts, subject) => [placeOf(facts, subject)],
  mode: 'upsert',
  ask: [...identityKeys, 'identifiedOn', 'custody', 'endedOn', 'remarks'],
  defaults: ({ facts }, subject) => {
    const known = facts.obligors.find(({ id }) => id === subject)
    return known ? { ...known } : { id: subject }
  },
  companions: recordOf,
  refuse: (_, item, subject) => [
    ...contradictionIf(item.id !== subject, `义务人编号应为 ${subject}`, 'investigation', { key: 'id' }),
  ],
})

function placeOf({ obligors }: Facts, subject: string): number {
  const index = obligors.findIndex(({ id }) => id === subject)
  return index < 0 ? obligors.length : index
}

/** Whether an obligor who was taken off the list is liable after all, which needs a reason of its own. */
function isAddedAgain(facts: Facts, obligor: string, remarks: string | undefined): boolean {
  return (
    isWithdrawn(facts, obligor) && saysSomething(remarks) && remarks !== obligorOf(facts, obligor)?.remarks
  )
}

/** The record of a change: when, what and why. Before initiation the list is still open, and no change is recorded. */
function recordOf(
  view: CaseView,
  { remarks }: AnswersSoFar<'case.obligors[]'>,
  subject: string,
): readonly Companion[] {
  const { facts, today } = view
  if (!facts.investigation?.initiation) return []
  const isNew = placeOf(facts, subject) === facts.obligors.length
  const added = isNew || isAddedAgain(facts, subject, remarks)
  const record = {
    on: today,
    kind: added ? 'added' : 'corrected',
    obligors: [subject],
    ...(remarks === undefined ? {} : { reason: remarks }),
    ...firstOfficer(view),
  }
  return [{ path: ['obligorAmendments'], value: record, append: true }]
}
