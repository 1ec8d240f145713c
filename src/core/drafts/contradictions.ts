import type { IsoDate } from '../calendar/dates.ts'
import type { Agreement, ScheduledPayment } from '../facts/documents.ts'
import { type Fen, fenOf, showYuan, sum } from '../facts/money.ts'
import { type RestorationSetTerms, setsOf } from '../facts/restoration-sets.ts'
import { compensationTotal } from '../facts/shares.ts'
import { moneyIn } from './amounts.ts'
import { daysByPurpose, type Purpose, paidDays } from './terms-in-text.ts'
import { compact, sentencesOf, spansOf, type WordPatterns } from './words.ts'

/** A place where the text of an agreement says another sum or day than its record. */
export interface Contradiction {
  /** What is said otherwise: `total`, `payment-day`, `payment-amount`, `startBy`, `completeBy`, `evaluateBy`. */
  readonly code: string
  /** The clause that says it. */
  readonly clause: string
  /** What it says, without what the record says. */
  readonly said: string
  readonly message: string
}

/**
 * Where the clauses of an agreement contradict its recorded sums and days. What a clause does not say, and what it says
 * of other sums and days, is no contradiction.
 * @param clauses the texts by the codes of their clauses
 * @param totals the words of the pack for the total
 */
export function draftContradictions(
  clauses: Readonly<Record<string, string>>,
  agreement: Agreement,
  totals: WordPatterns,
): Contradiction[] {
  return Object.entries(clauses).flatMap(([clause, text]) => {
    const found = [
      ...wrongTotals(text, agreement, totals),
      ...(clause === 'restorationSchedule' ? wrongDays(text, agreement) : []),
      ...(clause === 'performance' ? wrongPayments(text, agreement) : []),
    ]
    return found.map(([code, said, recorded]) => ({ code, clause, said, message: `${said}，${recorded}` }))
  })
}

type Said = readonly [code: string, said: string, recorded: string]

/** What may stand between the word for the total and its amount; behind anything else, the amount is another one. */
const BEFORE_TOTAL = /^(?:[为是计共合约:,(]|人民币|大写|小写|金额|￥|¥|总额)*$/u

/** Before the word for the total: an appraisal or a report has a total of its own; what it costs says nothing of that. */
const OF_OTHERS = /(?:鉴定评估|鉴定|评估|报告|测算|估算)(?!评估|费|款|机构|单位|中心)/u

function wrongTotals(text: string, { compensation }: Agreement, totals: WordPatterns): Said[] {
  const total = compensation && compensationTotal(compensation)
  if (total === undefined) return []
  // Words in several parts (合计…元) may speak of any sum; what is called the total as a whole is one.
  const names = totals.filter(({ parts }) => parts.length === 1)
  return sentencesOf(text).flatMap((sentence) => {
    const written = compact(sentence)
    const said = spansOf(written, names).flatMap(({ start, end }) => {
      if (OF_OTHERS.test(written.slice(0, start))) return []
      const [first] = moneyIn(written.slice(end))
      return first && BEFORE_TOTAL.test(written.slice(end, end + first.start)) ? [first.fen] : []
    })
    return [...new Set(said)]
      .filter((fen) => fen !== total)
      .map((fen): Said => ['total', `写明的总额是 ${showYuan(fen)}`, `记录的赔偿总额是 ${showYuan(total)}`])
  })
}

function wrongDays(text: string, { restoration }: Agreement): Said[] {
  const sets = setsOf(restoration)
  return daysByPurpose(text).flatMap(({ day, key, title }): Said[] => {
    const recorded = [...new Set(sets.flatMap((set) => daysOf(set, key)))]
    if (!recorded.length || recorded.includes(day)) return []
    return [[key, `写明${title}是 ${day}`, `记录的是 ${recorded.join('、')}`]]
  })
}

function daysOf(set: RestorationSetTerms, key: Purpose['key']): IsoDate[] {
  return [set, ...(set.phases ?? [])].flatMap((each) => each[key] ?? [])
}

function wrongPayments(text: string, { payments = [] }: Agreement): Said[] {
  return paidDays(text).flatMap(({ day, fen }) => wrongPayment(day, fen, payments))
}

function wrongPayment(day: IsoDate, fen: Fen, payments: readonly ScheduledPayment[]): Said[] {
  const onDay = payments.filter(({ dueOn }) => dueOn === day)
  const ofOne = onDay.map(({ obligor }) => onDay.filter((each) => each.obligor === obligor))
  const known = [...onDay.map((each) => [each]), onDay, ...ofOne].map((list) =>
    sum(list.map(({ amount }) => amount)),
  )
  if (onDay.length && !known.includes(fen))
    return [
      [
        'payment-amount',
        `写明 ${day} 付 ${showYuan(fen)}`,
        `记录的是 ${showYuan(known.at(onDay.length) ?? 0n)}`,
      ],
    ]
  const sameSum = payments.filter(({ amount, dueOn }) => dueOn !== undefined && fenOf(amount) === fen)
  if (onDay.length || !sameSum.length) return []
  const recorded = sameSum.map(({ dueOn }) => dueOn).join('、')
  return [['payment-day', `写明 ${day} 付 ${showYuan(fen)}`, `记录的付款日是 ${recorded}`]]
}
