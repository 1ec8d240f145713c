import { type IsoDate, latest } from '../calendar/dates.ts'
import type { Suit } from '../facts/documents.ts'
import { appealPeriodOf, CLAIMANT, judgmentServedOn } from '../facts/judgments.ts'
import type { Setting } from '../setting.ts'
import { addPeriod, rolledEnd } from './period.ts'

/** The last day, moved off a rest day, on which a party can appeal; undefined where its service is not on record. */
export function lastAppealDay(setting: Setting, suit: Suit, party: string): IsoDate | undefined {
  return endOf(setting, suit, judgmentServedOn(suit, party))
}

/**
 * The last day on which somebody can still appeal, as far as the services on record tell; without any, by the day of
 * the judgment, since nobody is served before it. A judgment that nobody appealed against takes effect after it.
 */
export function lastDayOfAnyAppeal(setting: Setting, suit: Suit): IsoDate | undefined {
  const known = [CLAIMANT, ...suit.obligors].map((party) => lastAppealDay(setting, suit, party))
  return latest(...known) ?? endOf(setting, suit, suit.judgedOn)
}

function endOf(setting: Setting, suit: Suit, servedOn: IsoDate | undefined): IsoDate | undefined {
  const period = setting.regulation.period(appealPeriodOf(suit))
  return servedOn && period && rolledEnd(setting, addPeriod(setting.calendar, servedOn, period).date).date
}
