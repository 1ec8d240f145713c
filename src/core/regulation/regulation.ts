import { parseArticle } from './article.ts'
import { type ConditionFacts, type LevelVerdict, levelFor } from './conditions.ts'
import { lawIndex } from './laws.ts'
import type {
  Article,
  Clause,
  Form,
  Law,
  LimitEntry,
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
}

/** A pack with its look-ups: what deadlines, stages, rules and forms see of the law. */
export interface Regulation {
  id: string
  title: string
  shortTitle: string
  status: PackStatus
  pack: RegulationPack
  /** @throws Error for an unknown id: a mistake in the program or an incomplete pack. */
  period: (id: string) => Period
  /** @throws Error for an unknown id, likewise. */
  limit: (id: string) => Limit
  /** The count of a limit. @throws Error when the limit has none. */
  count: (limitId: string) => number
  /** The percentage of a limit. @throws Error when the limit has none. */
  percent: (limitId: string) => number
  /** The amount of a limit as a decimal string in yuan. @throws Error when the limit has none. */
  amount: (limitId: string) => string
  /** The items of a list in the text's order. @throws Error for an unknown list. */
  list: (name: string) => ListItem[]
  item: (name: string, code: string) => ListItem | undefined
  /** The label of a code, or the code itself when the list does not hold it. */
  label: (name: string, code: string) => string
  /** Every list as codes and labels, `clauses` among them, for checking the facts of a case against it. */
  lists: Record<string, { code: string; label: string }[]>
  clauses: Clause[]
  requiredClauses: Clause[]
  articles: Article[]
  /** An article by 20, '20' or '第二十条'. */
  article: (number: number | string) => Article | undefined
  /** The level in charge by the facts; undefined when the pack has no rule on it. */
  levelFor: (facts: ConditionFacts) => LevelVerdict | undefined
  /** Whether a period that ends on a rest day runs on to the next day that is none. */
  rolls: boolean
  forms: Form[]
  laws: Law[]
  /** A citable text by its title or an alias, with or without 《》 and 中华人民共和国. */
  law: (title: string) => Law | undefined
  /** Every citable text named in a passage, in order of appearance, each once. */
  citedLaws: (passage: string) => Law[]
}

/** The look-ups of a resolved pack. Pure; nothing is read beyond the pack. */
export function createRegulation(pack: RegulationPack): Regulation {
  const limit = (id: string): Limit => toLimit(id, known(pack.limits, id, 'limit', pack))
  const list = (name: string): ListItem[] => known(pack.lists, name, 'list', pack).items
  const item = (name: string, code: string) => pack.lists[name]?.items.find((each) => each.code === code)
  const { lawOf, citedLaws } = lawIndex(pack.laws)
  return {
    id: pack.id,
    title: pack.title,
    shortTitle: pack.shortTitle,
    status: pack.status,
    pack,
    period: (id) => toPeriod(id, known(pack.periods, id, 'period', pack)),
    limit,
    count: (id) => given(limit(id).count, id, 'count'),
    percent: (id) => given(limit(id).percent, id, 'percent'),
    amount: (id) => given(limit(id).amount, id, 'amount'),
    list,
    item,
    label: (name, code) => item(name, code)?.label ?? code,
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

function toPeriod(id: string, entry: PeriodEntry): Period {
  const { title, amount, unit, article, principle = false, advisory = false, verified = true } = entry
  return { id, title, amount, unit, article, principle, advisory, verified }
}

function toLimit(id: string, entry: LimitEntry): Limit {
  const { title, article, principle = false, verified = true } = entry
  const { amount, percent, count } = entry
  return {
    id,
    title,
    ...(amount !== undefined && { amount }),
    ...(percent !== undefined && { percent }),
    ...(count !== undefined && { count }),
    article,
    principle,
    verified,
  }
}

function listsOf(pack: RegulationPack): Regulation['lists'] {
  const lists = Object.entries(pack.lists).map(([name, { items }]) => [
    name,
    items.map(({ code, label }) => ({ code, label })),
  ])
  return {
    ...Object.fromEntries(lists),
    clauses: pack.clauses.map(({ code, title }) => ({ code, label: title })),
  }
}

function known<T>(entries: Record<string, T>, id: string, kind: string, pack: RegulationPack): T {
  const entry = Object.hasOwn(entries, id) ? entries[id] : undefined
  if (entry === undefined) throw new Error(`regulation ${pack.id} has no ${kind} "${id}"`)
  return entry
}

function given<T>(value: T | undefined, id: string, kind: string): T {
  if (value === undefined) throw new Error(`limit "${id}" has no ${kind}`)
  return value
}
