import { factsOf } from '../../src/core/facts/facts.ts'
import { dateOrders } from '../../src/core/lint/rules/case/date-order.ts'
import { viewOf } from '../../src/core/view.ts'
import { documentsFor, type Values } from '../golden/read.ts'
import { settingOn } from './setting.ts'

const setting = settingOn('2026-11-24')

/**
 * What stands too early in a case of a clue of 2026-02-24 and these facts: its address, its day, and the day before
 * which it stands.
 */
export function tooEarly(facts: Values): string[] {
  const view = viewOf(factsOf(documentsFor({ base: 'minimal', facts })), setting)
  return dateOrders.flatMap((order) =>
    order.misplaced(view).map(({ on, earlierOn }) => `${order.later} ${on} < ${earlierOn}`),
  )
}

/** An investigation that was initiated on a day. */
export const initiatedOn = (day: string) => ({ initiation: { initiatedOn: day } })

/** A case whose only round of consultation holds this. */
export const inRound = (round: Values, more: Values = {}): Values => ({
  consultation: { rounds: [{ round: 1, ...round }] },
  ...more,
})
