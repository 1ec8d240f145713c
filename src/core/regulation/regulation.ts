import type { LimitId, ListId, PeriodId } from '../../generated/matters.ts'
import { parseArticle } from './article.ts'
import { type Citations, packCitations } from './citation.ts'
import { type ConditionFacts, type LevelVerdict, levelFor } from './conditions.ts'
import { lawIndex } from './laws.ts'
import type {
  Article,
  CitableText,
  Clause,
  Form,
  LimitEntry,
  LimitValue,
  ListItem,
  PackStatus,
  PeriodEntry,
  PeriodUnit,
  RegulationPack,
} from './pack.ts'

/** A period of the text, ready to be counted; `amount` is in `unit`. */
export interface Period {
  id: string
  title: string
  amount: number
  unit: PeriodUnit
  article: string
  /** 「原则上」「一般」: passing it is a warning. */
  principle: boolean
  /** Set by no text; a reminder. */
  advisory: boolean
  /** Whether the provision was read in its own text. */
  verified: boolean
  /** Where the law has changed it: each value with the day from which it applies, the oldest first. */
  versions?: readonly PeriodVersion[]
}

/** A period as it stands from a day on (YYYY-MM-DD; undefined for the oldest). */
export interface PeriodVersion {
  readonly from: string | undefined
  readonly period: Period
  /** Whether it governs clocks that already run on that day. */
  readonly running: boolean
}

/** A limit of the text; exactly one of `amount` (decimal string, yuan), `percent` and `count` is given. */
export interface Limit {
  id: string
  title: string
  amount?: string
  percent?: number
  count?: number
  article: string
  /** 「原则上」「一般」: passing it is a warning. */
  principle: boolean
  verified: boolean
  /** Where the law has changed it: each value with the day from which it applies, the oldest first. */
  versions?: readonly LimitVersion[]
}

/** A limit as it stands from a day on (YYYY-MM-DD; undefined for the oldest). */
export interface LimitVersion {
  readonly from: string | undefined
  readonly limit: Limit
}

/** A pack with its look-ups: the law as deadlines, stages, rules and forms see it. */
export interface Regulation extends Citations {
  id: string
  title: string
  shortTitle: string
  status: PackStatus
  pack: RegulationPack
  /** A period of the text; undefined where the text lacks its matter. */
  period: (id: PeriodId) => Period | undefined
  /** Every period of the pack, in its order. */
  periods: readonly Period[]
  /**
   * A limit of the text as it stands on a day (YYYY-MM-DD; undefined for its last value); undefined where the text
   * lacks it.
   */
  limit: (id: LimitId, on: string | undefined) => Limit | undefined
  /** Every limit of the pack, in its order. */
  limits: readonly Limit[]
  /** The count of a limit on a day; undefined where the text sets none. */
  count: (limitId: LimitId, on: string | undefined) => number | undefined
  /** The percentage of a limit, likewise. */
  percent: (limitId: LimitId, on: string | undefined) => number | undefined
  /** The amount of a limit as a decimal string in yuan, likewise. */
  amount: (limitId: LimitId, on: string | undefined) => string | undefined
  /** The items of a list in the text's order; none where the text lacks its matter. */
  list: (name: ListId) => ListItem[]
  item: (name: string, code: string | undefined) => ListItem | undefined
  /** The label of a code, or the code itself when the list does not hold it; 「未载明」 where the case says none. */
  label: (name: string, code: string | undefined) => string
  /** Every list as codes and labels, `clauses` among them, for checking the facts of a case against it. */
  lists: Record<string, { code: string; label: string }[]>
  clauses: Clause[]
  requiredClauses: Clause[]
  articles: Article[]
  /** An article by its number, in digits or as it is written. */
  article: (number: number | string) => Article | undefined
  /** The level in charge by the facts; undefined when the pack has no rule on it. */
  levelFor: (facts: ConditionFacts) => LevelVerdict | undefined
  /** Whether a period that ends on a rest day runs on to the next day that is none. */
  rolls: boolean
  forms: Form[]
  laws: CitableText[]
  /** A citable text by its title or an alias, with or without 《》 and 中华人民共和国. */
  law: (title: string) => CitableText | undefined
  /** Every citable text named in a passage, in order of appearance, each once. */
  citedLaws: (passage: string) => CitableText[]
}

/** The look-ups of a resolved pack. Pure; nothing is read beyond the pack. */
export function createRegulation(pack: RegulationPack): Regulation {
  const periods = Object.entries(pack.periods).map(([id, entry]) => toPeriod(id, entry))
  const limits = Object.entries(pack.limits).map(([id, entry]) => toLimit(id, entry))
  const periodById = new Map(periods.map((period) => [period.id, period]))
  const limit = limitLookUp(limits)
  const item = (name: string, code: string | undefined) =>
    pack.lists[name]?.items.find((each) => each.code === code)
  const { lawOf, citedLaws } = lawIndex(pack.laws)
  return {
    id: pack.id,
    title: pack.title,
    shortTitle: pack.shortTitle,
    status: pack.status,
    pack,
    ...packCitations(pack),
    period: (id) => periodById.get(id),
    periods,
    limit,
    limits,
    count: (id, on) => limit(id, on)?.count,
    percent: (id, on) => limit(id, on)?.percent,
    amount: (id, on) => limit(id, on)?.amount,
    list: (name) => pack.lists[name]?.items ?? [],
    item,
    label: (name, code) => (code === undefined ? '未载明' : (item(name, code)?.label ?? code)),
    lists: listsOf(pack),
    clauses: pack.clauses,
    requiredClauses: pack.clauses.filter((clause) => clause.required),
    articles: pack.articles,
    article: (number) => pack.articles.find((article) => article.number === parseArticle(number)),
    levelFor: (facts) => pack.jurisdiction && levelFor(pack.jurisdiction, facts),
    rolls: pack.rolling?.rolls ?? false,
    forms: pack.forms,
    laws: pack.laws,
    law: lawOf,
    citedLaws,
  }
}

/** Limits by id and day. */
function limitLookUp(limits: readonly Limit[]): Regulation['limit'] {
  const byId = new Map(limits.map((limit) => [limit.id, limit]))
  return (id, on) => {
    const known = byId.get(id)
    if (on === undefined || !known?.versions) return known
    return known.versions.findLast(({ from }) => from === undefined || from <= on)?.limit ?? known
  }
}

function toPeriod(id: string, entry: PeriodEntry): Period {
  const { title, amount, unit, article, principle = false, advisory = false, verified = true, values } = entry
  const period = { id, title, amount, unit, article, principle, advisory, verified }
  if (!values) return period
  const versions = values.map(({ from, running = false, note: _, ...value }): PeriodVersion => {
    return { from, running, period: { ...period, ...value } }
  })
  return { ...period, versions }
}

function toLimit(id: string, entry: LimitEntry): Limit {
  const { title, article, principle = false, verified = true, values } = entry
  const limit = { id, title, ...figureOf(entry), article, principle, verified }
  if (!values) return limit
  const versions = values.map((value): LimitVersion => {
    const { from, article: own = article, verified: isVerified = verified } = value
    const named = { id, title, article: own, principle, verified: isVerified }
    return { from, limit: { ...named, ...figureOf(value) } }
  })
  return { ...limit, versions }
}

function figureOf({ amount, percent, count }: LimitValue): Pick<Limit, 'amount' | 'percent' | 'count'> {
  return {
    ...(amount !== undefined && { amount }),
    ...(percent !== undefined && { percent }),
    ...(count !== undefined && { count }),
  }
}

function listsOf(pack: RegulationPack): Regulation['lists'] {
  const lists = Object.entries(pack.lists).map(([name, { items }]) => [
    name,
    items.map(({ code, label, short }) => ({ code, label, ...(short !== undefined && { short }) })),
  ])
  return {
    ...Object.fromEntries(lists),
    clauses: pack.clauses.map(({ code, title }) => ({ code, label: title })),
  }
}
