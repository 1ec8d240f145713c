import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CORE_SCHEMA, load } from 'js-yaml'

/** A text under a heading of its own, or with others under the heading of its part. */
export interface Item {
  readonly clause: string
  /** Other clauses that it answers as well: a sentence that says why nothing is restored answers all on restoration. */
  readonly also?: readonly string[]
  /** Whether it says why nothing is restored. */
  readonly unrestored?: boolean
  readonly heading?: string
  readonly text: readonly string[]
}

export interface Part {
  readonly heading: string
  readonly items: readonly Item[]
}

/** A draft as a lawyer wrote it, apart from how it is laid out. */
export interface Wording {
  readonly name: string
  readonly group: Group
  readonly layouts: readonly string[]
  readonly preamble: readonly string[]
  readonly parts: readonly Part[]
  readonly closing: readonly string[]
  /** The clauses that its author left out. */
  readonly lacks?: readonly string[]
  /** What the texts say in figures, as their author read them; only some wordings have them. */
  readonly figures?: Figures
}

/** Amounts in yuan, days, and shares in percent, as often as a text says them. */
export interface Figures {
  readonly amounts: readonly string[]
  readonly days: readonly string[]
  readonly shares: readonly number[]
}

/** `first`: drafts by which the words of the pack were chosen. `held-out`: drafts that were written afterwards. */
export const groups = ['first', 'held-out'] as const

/** Drafts by many hands that only teach: the more ways of saying a thing are known, the better the next one is read. */
export const taught = 'taught'

/** Drafts by unknown hands that teach nothing. */
export const fresh = 'fresh'
export type Group = (typeof groups)[number] | typeof taught | typeof fresh

const fixtures = join(import.meta.dirname, '../fixtures/drafts')

/** The wordings of a group, in the order of their names. */
export function wordings(group: Group): Wording[] {
  const folder = join(fixtures, group)
  return readdirSync(folder)
    .sort()
    .map((file) => ({
      // The fixtures are ours: a mistake in them shows at once.
      ...(load(readFileSync(join(folder, file), 'utf8'), { schema: CORE_SCHEMA }) as Omit<
        Wording,
        'name' | 'group'
      >),
      name: file.replace('.yaml', ''),
      group,
    }))
}

/** One draft of the corpus: how it differs from the wording, and the clauses that it thereby lacks. */
export interface Variant {
  readonly change: string
  readonly parts: readonly Part[]
  readonly lacks: readonly string[]
}

/** What stands in place of a text that is not written yet: nothing, the annex's hint, crosses, a line … */
const blanks: Readonly<Record<string, readonly string[]>> = {
  nothing: [],
  hint: [
    '（包括生态环境修复费用的具体内容、构成依据以及费用负担等内容。对于生态环境损害可以修复的案件，赔偿义务人应当按照“谁损害、谁承担修复责任”的原则对生态环境进行修复。）',
  ],
  'a note to the writer': ['（写明具体内容和依据）'],
  crosses: ['×××'],
  'crosses in a sentence': ['由双方于××××年××月××日前×××。'],
  待定: ['待定'],
  'a sentence with 待定': ['具体内容待定。'],
  'a line': ['____________'],
  dots: ['……'],
}

const clausesOf = (parts: readonly Part[]): string[] =>
  parts.flatMap(({ items }) => items.map(({ clause }) => clause)).filter((clause) => clause !== 'other')

/** Whether a heading stands over this clause alone. */
const hasOwnHeading = (parts: readonly Part[], clause: string): boolean =>
  parts.some(({ items }) =>
    items.some((item) => item.clause === clause && (item.heading !== undefined || items.length === 1)),
  )

const changed = (parts: readonly Part[], clause: string, change: (item: Item) => Item[]): Part[] =>
  parts
    .map((part) => ({ ...part, items: part.items.flatMap((i) => (i.clause === clause ? change(i) : [i])) }))
    .filter(({ items }) => items.length > 0)

/** The clause's text at the end of what stands before it, its heading gone; the first clause goes into the second. */
function merged(parts: readonly Part[], clause: string): Part[] {
  const order = parts.flatMap(({ items }) => items)
  const index = order.findIndex((item) => item.clause === clause)
  const text = order[index]?.text.join('') ?? ''
  const host = order[index === 0 ? 1 : index - 1]
  const sentence = (part: string): string => (/[。；]$/.test(part) ? part : `${part}。`)
  const without = changed(parts, clause, () => [])
  return changed(without, host?.clause ?? '', (item) => [
    {
      ...item,
      text:
        index === 0
          ? [sentence(text) + (item.text[0] ?? ''), ...item.text.slice(1)]
          : [...item.text.slice(0, -1), sentence(item.text.at(-1) ?? '') + text],
    },
  ])
}

/**
 * The drafts made of one wording: as it is, reordered, and each clause in turn removed, merged and blanked, in every way
 * or, with a turn, in one that differs from clause to clause and from turn to turn.
 */
export function variantsOf(wording: Wording, turn?: number): Variant[] {
  const { parts } = wording
  const clauses = clausesOf(parts)
  const lacking = (...more: readonly string[]): string[] => [...(wording.lacks ?? []), ...more]
  const whole = [
    { change: 'as it is', parts, lacks: lacking() },
    { change: 'reordered', parts: [...parts].reverse(), lacks: lacking() },
    { change: 'rotated', parts: [...parts.slice(4), ...parts.slice(0, 4)], lacks: lacking() },
  ]
  const one = clauses.flatMap((clause, index): Variant[] => [
    {
      change: `${clause} removed`,
      parts: changed(parts, clause, () => []),
      lacks: lacking(...answered(parts, clause)),
    },
    { change: `${clause} merged`, parts: merged(parts, clause), lacks: lacking() },
    ...(hasOwnHeading(parts, clause)
      ? blanksOf(parts, clause, lacking(...answered(parts, clause))).filter(
          (_, way, all) => turn === undefined || way === (index + turn) % all.length,
        )
      : []),
  ])
  return [...whole, ...one]
}

function blanksOf(parts: readonly Part[], clause: string, lacks: readonly string[]): Variant[] {
  return Object.entries(blanks).map(([how, text]) => ({
    change: `${clause} blank: ${how}`,
    parts: changed(parts, clause, (item) => [{ ...item, text }]),
    lacks,
  }))
}

/** The clauses that a draft lacks without the text of one. */
function answered(parts: readonly Part[], clause: string): string[] {
  const own = parts.flatMap(({ items }) => items).find((item) => item.clause === clause)
  return [clause, ...(own?.also ?? [])]
}
