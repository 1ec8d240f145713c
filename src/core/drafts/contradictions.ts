import type { IsoDate } from '../calendar/dates.ts'
import type { Agreement, ScheduledPayment } from '../facts/documents.ts'
import { type Fen, fenOf, showYuan, sum } from '../facts/money.ts'
import { type RestorationSetTerms, setsOf } from '../facts/restoration-sets.ts'
import { compensationTotal } from '../facts/shares.ts'
import { moneyIn } from './amounts.ts'
import { placedDays } from './dates.ts'
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
export function contradictions(
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

const UNTIL = '(?:之?前|以前)?'
const NAMED = '(?:的)?(?:期限|时间|时限|日期)?(?:最迟|不晚于|不迟于|为|是|在|于|:)*$'

/** What says behind a day, or before it, what the day is for; what is said of the evaluation may say 完成 as well. */
const purposes = [
  {
    key: 'evaluateBy',
    behind: new RegExp(
      `^${UNTIL}(?:应当?|须|组织|完成|开展|进行|通过|委托.{0,12})*(?:修复)?(?:效果)?(?:评估|验收)`,
      'u',
    ),
    before: new RegExp(`(?:评估|验收)(?:完成)?${NAMED}`, 'u'),
    title: '效果评估的期限',
  },
  {
    key: 'completeBy',
    behind: new RegExp(`^${UNTIL}(?:应当?|须|全部|修复|工程|施工|治理)*(?:完成|完工|竣工|结束|止)`, 'u'),
    before: new RegExp(`(?:(?:完成|完工|竣工|截止)${NAMED}|(?<=日|\\d)起?[至到—~-]$)`, 'u'),
    title: '修复完成的期限',
  },
  {
    key: 'startBy',
    behind: new RegExp(`^${UNTIL}(?:应当?|须|起|正式)*(?:启动|开工|动工|开始|进场)|^起?[至到—~-]$|^起`, 'u'),
    before: new RegExp(`(?:启动|开工|动工|开始)${NAMED}`, 'u'),
    title: '修复启动的日期',
  },
] as const
type Purpose = (typeof purposes)[number]

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

/** Each day of a text whose purpose is said behind it, or before it: 2026年6月1日启动, 完成期限为2026年8月31日. */
function daysByPurpose(text: string): (Pick<Purpose, 'key' | 'title'> & { day: IsoDate })[] {
  return sentencesOf(text).flatMap((sentence) => {
    const { text: plain, days } = placedDays(sentence)
    return days.flatMap(({ day, start, end }, index) => {
      const behind = partsOf(plain.slice(end, days[index + 1]?.start)).at(0) ?? ''
      const before = partsOf(plain.slice(days[index - 1]?.start ?? 0, start)).at(-1) ?? ''
      const found =
        purposes.find((purpose) => purpose.behind.test(behind)) ??
        purposes.find((purpose) => purpose.before.test(before))
      return found ? [{ day, ...found }] : []
    })
  })
}

const partsOf = (text: string): string[] => text.split(/[,、]/u)

/** What stands behind a day on which something is paid: nothing, 前, or who pays; and what stands behind other days. */
const PAID_ON = /^(?:$|之?前|以前|[,:]|.*[付缴交给])/u
const NOT_PAID_ON = /签|生效|作出|出具|送达|收到|判决|裁定/u

/** A day and an amount in one part of a sentence: 2026年6月15日前支付24,000元. */
function wrongPayments(text: string, { payments = [] }: Agreement): Said[] {
  return sentencesOf(text).flatMap((sentence) => {
    const { text: plain, days } = placedDays(sentence)
    return days.flatMap(({ day, end }, index): Said[] => {
      const behind = plain.slice(end, days[index + 1]?.start)
      const [first, second] = moneyIn(behind)
      const between = behind.slice(0, first?.start)
      const isPaid = PAID_ON.test(between) && !NOT_PAID_ON.test(between)
      return !first || second || !isPaid ? [] : wrongPayment(day, first.fen, payments)
    })
  })
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
