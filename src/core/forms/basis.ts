import type { Matter } from '../regulation/cite.ts'
import { lawStatus } from '../regulation/laws.ts'
import type { CaseView } from '../view.ts'
import { type FieldCollector, localBasis } from './fields.ts'

/** What a letter may rest on. */
interface Grounds {
  /** The matter in the local text, which is cited once that is in force. */
  readonly local: Matter
  /** The matters of national law that say the same, of which those in force on the day of the paper are cited. */
  readonly national?: readonly Matter[]
  /** What it rests on where no text in force says so: a fact, never another text. */
  readonly otherwise: string
}

/**
 * What a letter relies on, on its day: the national law in force and the local text with its article. The rules of a
 * draft are nobody's law, and the plan that the office names for other purposes does not hold them.
 */
export function basisOf(
  view: CaseView,
  { local, national = [], otherwise }: Grounds,
  collector: FieldCollector,
): string {
  const laws = national.flatMap((matter) => lawText(view, matter, collector) ?? [])
  const { status, has } = view.regulation
  const own = status !== 'draft' && has(local) ? localBasis(view, local) : undefined
  return [...laws, ...(own === undefined ? [] : [own])].join('、') || otherwise
}

/** A law by its full title, with article, paragraph and item; undefined where it is not in force on the day of the paper. */
export function lawText(
  { regulation, today }: CaseView,
  matter: Matter,
  { cites }: FieldCollector,
): string | undefined {
  if (!regulation.has(matter)) return undefined
  const [, name = '', article = ''] = /^(.+?)(第[^〔〕号]+条)?$/u.exec(regulation.articleOf(matter)) ?? []
  const law = regulation.law(name)
  const status = law ? lawStatus(law, today) : 'unknown'
  if (status !== 'in-force' && status !== 'unknown') return undefined
  cites(matter)
  const item = article ? regulation.citation(matter).slice(name.length) : ''
  const number = law && /〔.+〕/u.test(name) ? `（${name}）` : ''
  return `《${law?.title ?? name}》${number}${item}`
}
