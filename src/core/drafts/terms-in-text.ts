import type { IsoDate } from '../calendar/dates.ts'
import type { Fen } from '../facts/money.ts'
import { exactPattern } from '../pattern.ts'
import { moneyIn } from './amounts.ts'
import { placedDays } from './dates.ts'
import { compact, sentencesOf } from './words.ts'

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
export type Purpose = (typeof purposes)[number]

/** Each day of a text whose purpose is said behind it, or before it: 2026年6月1日启动, 完成期限为2026年8月31日. */
export function daysByPurpose(text: string): (Pick<Purpose, 'key' | 'title'> & { day: IsoDate })[] {
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

/** The one day that a text names for each purpose; a purpose with several days has none. */
export function restorationDays(text: string): Partial<Record<Purpose['key'], IsoDate>> {
  const all = daysByPurpose(text)
  return Object.fromEntries(
    purposes.flatMap(({ key }) => {
      const [only, ...others] = new Set(all.flatMap((each) => (each.key === key ? each.day : [])))
      return only === undefined || others.length ? [] : [[key, only]]
    }),
  )
}

/** What stands behind a day on which something is paid: nothing, 前, or who pays; and what stands behind other days. */
const PAID_ON = /^(?:$|之?前|以前|[,:]|.*[付缴交给])/u
const NOT_PAID_ON = /签|生效|作出|出具|送达|收到|判决|裁定/u

interface PaidDay {
  readonly day: IsoDate
  readonly fen: Fen
  /** The sentence up to the amount, without white space. */
  readonly before: string
}

/** Each day and amount in one part of a sentence: 2026年6月15日前支付24,000元. */
export function paidDays(text: string): PaidDay[] {
  return sentencesOf(text).flatMap((sentence) => {
    const { text: plain, days } = placedDays(sentence)
    return days.flatMap(({ day, end }, index) => {
      const behind = plain.slice(end, days[index + 1]?.start)
      const [first, second] = moneyIn(behind)
      const between = behind.slice(0, first?.start)
      const isPaid = PAID_ON.test(between) && !NOT_PAID_ON.test(between)
      return !first || second || !isPaid
        ? []
        : [{ day, fen: first.fen, before: plain.slice(0, end) + between }]
    })
  })
}

/** A party as the case knows it. */
interface Party {
  readonly id: string
  readonly name: string
}

/** A payment that a text names, and who makes it, as far as it says so. */
interface PaymentInText {
  readonly obligor?: string
  readonly dueOn: IsoDate
  readonly amount: Fen
}

/** The payments that a text names in its order, each by the party that was named last before it. */
export function paymentsInText(text: string, parties: readonly Party[]): PaymentInText[] {
  let last: string | undefined
  return paidDays(text).map(({ day, fen, before }) => {
    last = namedIn(before, parties).at(-1) ?? last
    return { dueOn: day, amount: fen, ...(last !== undefined && { obligor: last }) }
  })
}

/** The parts of the whole that a text gives to single parties: a sentence that names one party and one amount. */
export function sharesInText(text: string, parties: readonly Party[]): { obligor: string; amount: Fen }[] {
  return sentencesOf(text).flatMap((sentence) => {
    const [party, ...others] = new Set(namedIn(sentence, parties))
    const [amount, ...more] = new Set(moneyIn(sentence).map(({ fen }) => fen))
    return party === undefined || others.length || amount === undefined || more.length
      ? []
      : [{ obligor: party, amount }]
  })
}

/** Ends the short name of a party: 盛源公司 for 广西隆安盛源农业科技发展有限责任公司. */
const SHORT_ENDS = /公司|集团|合作社|养殖场|砂场|厂|矿|场/gu
const shortestStem = 2
const stemLengths = [4, 3, shortestStem]
/** What many names end with tells none of them. */
const OF_MANY = /有限|责任|股份/u

/** The parties that a text names, in its order, by their names or by a part of them that no other has. */
function namedIn(sentence: string, all: readonly Party[]): string[] {
  const text = compact(sentence)
  const parties = all.map(({ id, name }) => ({ id, name: compact(name) }))
  const full = parties.flatMap(({ id, name }) =>
    [...text.matchAll(new RegExp(exactPattern(name), 'gu'))].map(({ index }) => ({
      id,
      at: index + name.length,
    })),
  )
  const short = [...text.matchAll(SHORT_ENDS)].flatMap(({ index }) => {
    const id = stemLengths
      .map((length) => text.slice(Math.max(0, index - length), index))
      .flatMap((stem) => {
        const [only, ...others] =
          stem.length < shortestStem || OF_MANY.test(stem)
            ? []
            : parties.filter(({ name }) => name.includes(stem))
        return only && !others.length ? [only.id] : []
      })[0]
    return id === undefined ? [] : [{ id, at: index }]
  })
  return [...full, ...short].toSorted((a, b) => a.at - b.at).map(({ id }) => id)
}
