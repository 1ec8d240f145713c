import { earliest } from '../calendar/dates.ts'
import type { Suit } from '../facts/documents.ts'
import {
  appealPeriodOf,
  inEffectSince,
  isAppealable,
  isFinalUnrecorded,
  isRuling,
  ownAppealOn,
} from '../facts/judgments.ts'
import { caseEndedOn } from '../facts/queries.ts'
import { countFrom } from './count.ts'
import { defineDeadlineForEach } from './define.ts'
import { atSuit } from './places.ts'

/**
 * 上诉: 15 days from the service of a judgment on the office itself, 10 from that of a ruling; not counted without that
 * day.
 */
export const appeal = defineDeadlineForEach<Suit>({
  id: 'appeal',
  title: '上诉',
  matter: 'appeal',
  after: 'start-suit',
  kind: 'right',
  owedBy: 'office',
  metBy: ['appeal'],
  place: atSuit,
  reportedBy: { metLate: 'court/appeal-late' },
  whenLate: {
    advice: '本方没有上诉、各方的上诉期都已届满的，一审裁判生效，请记录“生效日期”；已经上诉的补录',
    actions: ['judge'],
  },
  each: ({ court }) => court.suits.filter(isAppealable),
  subject: ({ id }) => id,
  count: (suit, { period }) => {
    const { servedOn, effectiveOn, appeal: made } = suit
    const own = ownAppealOn(suit)
    if (servedOn === undefined) return undefined
    return (
      countFrom(servedOn, `${isRuling(suit) ? '裁定' : '判决'}送达本单位`)
        .add(period(appealPeriodOf(suit)))
        .metOn(own)
        .closedOn(earliest(effectiveOn, made?.judgedOn))
        // Once another party has appealed, the judgment does not become final with the office's own period.
        .closingAfterLastDay(made !== undefined)
    )
  },
})

/** 申请再审: six months from the day on which the judgment took effect; then the right is gone. */
export const retrial = defineDeadlineForEach<Suit>({
  id: 'retrial',
  title: '申请再审',
  matter: 'retrial',
  after: 'appeal',
  kind: 'right',
  owedBy: 'office',
  metBy: ['apply-retrial'],
  place: atSuit,
  // Whoever is content with a judgment does not ask for a retrial: nothing waits for it.
  besideProcedure: true,
  each: ({ court }) => court.suits.filter(({ result }) => result !== 'withdrawn'),
  subject: ({ id }) => id,
  count: (suit, { period }, facts) => {
    const since = inEffectSince(suit)
    if (since === undefined) return undefined
    const startedBy = isFinalUnrecorded(suit)
      ? '二审裁判作出（没有记录生效日期，从严起算）'
      : '裁判发生法律效力'
    return countFrom(since, startedBy)
      .add(period('retrial'))
      .metOn(suit.retrial?.appliedOn)
      .closedOn(caseEndedOn(facts))
      .closingAfterLastDay()
  },
})
