import type { Agreement, Obligor } from '../facts/documents.ts'
import { type Fen, sum } from '../facts/money.ts'
import { compensationTotal } from '../facts/shares.ts'
import { type RatioInText, ratiosIn } from './ratios.ts'
import { compact, sentencesOf } from './words.ts'

/** An obligor whose part in the text is another one than his share of the money. */
export interface ContradictoryShare {
  readonly name: string
  /** What the text says, in percent. */
  readonly said: number
  /** What his share comes to, in percent. */
  readonly recorded: number
  /** His share, in 分. */
  readonly amount: Fen
}

/** A percentage is of the liability only beside one of these words. */
const OF_LIABILITY = /责任|份额|损害|损失|赔偿(?:款|金|总额|金额)|总额/u

/** Percentages of something else, comparisons, and what would be so. */
const OF_OTHERS =
  /违约金|利息|滞纳金|逾期|技改|抵扣|首付|首期|预付|先行|保证金|[鉴评律诉审检管设监]\p{Script=Han}{0,3}费|残值|折旧|税|率|浓度|覆盖度|郁闭度|[比较]\p{Script=Han}{1,30}(?:多|少|高|低)|以内|以上|以下|不超过|至多|至少|范围内|[以之]外|建议|提出|面积|总量|部分|先付|第[一二三四五六七八九十]批|占股|股权|如果|如有|假如|原定|主张|要求|认为|不同意/u

/** The words between a name and the percentage that is his. */
const BEARS = /承担|负担|分担|担责|占|为|负|责任|份额/u

/** What stands between the names of people who are named together. */
const TOGETHER = /^(?:[、和与及同跟]|以及|共同|连带|双方)*$/u

/** Shares are rounded to whole amounts: half a percent is the most that this makes. */
const ROUNDING = 0.5

/**
 * Where a text on the liability gives an obligor another part of it than his share of the total. Only a share that is his
 * alone tells his part; those who answer together may divide theirs among themselves as they like.
 */
export function contradictoryShares(
  text: string,
  { compensation, shares = [] }: Agreement,
  obligors: readonly Obligor[],
): ContradictoryShare[] {
  const total = compensation ? compensationTotal(compensation) : 0n
  if (total <= 0n) return []
  const said = partsSaid(text, obligors)
  return obligors.flatMap(({ id, name }) => {
    const own = shares.filter((share) => share.obligors.includes(id))
    const percents = [...new Set(said.flatMap((part) => (part.id === id ? [part.percent] : [])))]
    const [percent, ...others] = percents
    if (percent === undefined || others.length || !own.length) return []
    if (own.some((share) => share.obligors.length > 1)) return []
    const amount = sum(own.map((share) => share.amount))
    const recorded = (Number(amount) / Number(total)) * 100
    if (Math.abs(recorded - percent) <= ROUNDING) return []
    return [{ name, said: percent, recorded, amount }]
  })
}

/** A name in a text: `at` where it begins, `end` the place after it. */
interface Named {
  readonly id: string
  readonly at: number
  readonly end: number
}

/** The percentages of a text, each with the one obligor whom the same part of a sentence, between commas, gives it to. */
function partsSaid(text: string, obligors: readonly Obligor[]): { id: string; percent: number }[] {
  const clauses = sentencesOf(text)
    .flatMap((sentence) => sentence.split(','))
    .map(compact)
  return clauses.flatMap((clause) => {
    if (!OF_LIABILITY.test(clause)) return []
    const names = namesIn(clause, obligors)
    if (OF_OTHERS.test(without(clause, names))) return []
    const ratios = ratiosIn(clause)
    const isTogether = names.every(({ at }, index) => {
      const before = names[index - 1]
      return before === undefined || TOGETHER.test(clause.slice(before.end, at))
    })
    // 甲、乙分别承担70%、30%: in the order of the names.
    if (isTogether && /分别|各/u.test(clause) && ratios.length === names.length)
      return names.map(({ id }, index) => ({ id, percent: ratios[index]?.percent ?? 0 }))
    return partsInTurn(clause, names, ratios)
  })
}

/** Of 甲承担70%、乙承担30%, each percentage with the name before it: where every name has one, and one only. */
function partsInTurn(
  clause: string,
  names: readonly Named[],
  ratios: readonly RatioInText[],
): { id: string; percent: number }[] {
  const parts = names.map(({ id, end }, index) => {
    const next = names[index + 1]?.at ?? clause.length
    const own = ratios.filter(({ start }) => start >= end && start < next)
    const [only, ...others] = own
    const isOwn = only !== undefined && !others.length && BEARS.test(clause.slice(end, only.start))
    return { id, percent: isOwn ? only.percent : undefined }
  })
  return parts.every(({ percent }) => percent !== undefined)
    ? parts.map(({ id, percent = 0 }) => ({ id, percent }))
    : []
}

/** The names of a part of a sentence in their order, the longest first where one holds another: 甲公司 in 甲公司二厂. */
function namesIn(clause: string, obligors: readonly Obligor[]): Named[] {
  const longestFirst = obligors
    .map(({ id, name }) => ({ id, name: compact(name) }))
    .toSorted((a, b) => b.name.length - a.name.length)
  const found: Named[] = []
  for (const { id, name } of longestFirst) {
    for (let at = clause.indexOf(name); at >= 0; at = clause.indexOf(name, at + name.length)) {
      const end = at + name.length
      if (!found.some((other) => at < other.end && other.at < end)) found.push({ id, at, end })
    }
  }
  return found.toSorted((a, b) => a.at - b.at)
}

function without(clause: string, names: readonly Named[]): string {
  return names.toReversed().reduce((text, { at, end }) => `${text.slice(0, at)}人${text.slice(end)}`, clause)
}
