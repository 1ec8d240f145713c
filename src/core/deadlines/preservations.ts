import { earliest, type IsoDate } from '../calendar/dates.ts'
import type { Preservation } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import {
  affectedEndedOn,
  preservationOf,
  preservationSubject,
  suedAfter,
  takenOn,
  unsuedWhenPreserved,
} from '../facts/preservations.ts'
import { caseEndedOn } from '../facts/queries.ts'
import { countFrom, countTo } from './count.ts'
import { defineDeadlineForEach, type FactFinder } from './define.ts'

const atPreservation: FactFinder = (facts, ...parts) => preservationOf(facts, parts.join('/'))

/** 诉前保全后起诉: 30 days from the measure, where it came before any suit; of several obligors, each must be sued. */
export const preservationSuit = defineDeadlineForEach<Preservation>({
  id: 'preservation-suit',
  title: '诉前保全后起诉',
  matter: 'preservation',
  after: 'start-suit',
  kind: 'right',
  owedBy: 'office',
  metBy: ['sue'],
  metFor: (facts, subject) => {
    const preservation = preservationOf(facts, subject)
    return preservation ? stillUnsued(facts, preservation) : []
  },
  place: atPreservation,
  whenLate: {
    advice: '没有起诉的，人民法院解除保全；已经起诉的补录“起诉日期”，已经解除的记录“解除保全日期”',
    actions: ['record-preservation'],
  },
  each: ({ court }) => court.preservations,
  subject: preservationSubject,
  count: (preservation, { period }, facts) => {
    const unsued = unsuedWhenPreserved(facts, preservation)
    const on = takenOn(preservation)
    if (on === undefined || unsued.length === 0) return undefined
    return countFrom(on, preservation.takenOn ? '采取保全措施' : '裁定保全（没有采取措施的日期）')
      .add(period('preservation-suit'))
      .metOn(suedAfter(facts, unsued, on))
      .closedOn(endedOn(facts, preservation))
  },
})

/** Those who are still to be sued. */
function stillUnsued(facts: Facts, preservation: Preservation): string[] {
  const on = takenOn(preservation)
  if (on === undefined) return []
  return unsuedWhenPreserved(facts, preservation).filter((id) => suedAfter(facts, [id], on) === undefined)
}

/** 保全到期: on the day that the court named, also on a rest day; renewed, or gone. */
export const preservationEnd = defineDeadlineForEach<Preservation>({
  id: 'preservation-end',
  title: '保全到期、续行保全',
  matter: 'preservation',
  after: 'preservation-suit',
  kind: 'right',
  owedBy: 'office',
  metBy: ['record-preservation'],
  place: atPreservation,
  whenLate: {
    advice: '到期没有续行的，保全的效力消灭；已经续行的记录续行日期和新的到期日期，已经解除的记录解除日期',
    actions: ['record-preservation'],
  },
  each: ({ court }) => court.preservations,
  subject: preservationSubject,
  count: (preservation, _, facts) =>
    preservation.until === undefined
      ? undefined
      : countTo(preservation.until, '保全措施到期，不因休息日顺延', 'preservation', takenOn(preservation))
          .exactly()
          .closedOn(endedOn(facts, preservation)),
})

function endedOn(facts: Facts, preservation: Preservation): IsoDate | undefined {
  return earliest(preservation.liftedOn, affectedEndedOn(facts, preservation), caseEndedOn(facts))
}
