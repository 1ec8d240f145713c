import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CORE_SCHEMA, load } from 'js-yaml'
import type { Vocabulary } from '../../core/drafts/vocabulary.ts'
import { OTHER, UNRESTORED } from '../../core/drafts/weights.ts'
import { compact, partsBetweenCommas } from '../../core/drafts/words.ts'

/** What is told of a draft that weights are learned from. */
export interface TaughtDraft {
  readonly name: string
  readonly preamble: readonly string[]
  readonly parts: readonly {
    readonly heading: string
    readonly items: readonly {
      readonly clause: string
      readonly also?: readonly string[]
      readonly unrestored?: boolean
      readonly heading?: string
      readonly text: readonly string[]
    }[]
  }[]
  readonly closing: readonly string[]
}

/** A compact sentence under a title, and the clause that it is. */
export interface LabelledSentence {
  readonly author: string
  /** Several where nobody tells which of them the sentence is. */
  readonly labels: readonly string[]
  readonly title: string
  readonly sentence: string
  /** How much it counts. */
  readonly weight: number
}

const fixtures = fileURLToPath(new URL('../../../test/fixtures/drafts/', import.meta.url))

/** Drafts that teach nothing: by them one sees how a draft by an unknown hand is read. */
const UNTAUGHT = 'fresh'

/** The drafts of the corpus that teach, by group and name. */
export function taughtDrafts(): TaughtDraft[] {
  return readdirSync(fixtures)
    .filter((group) => group !== UNTAUGHT)
    .sort()
    .flatMap((group) =>
      readdirSync(join(fixtures, group))
        .sort()
        .map((file) => ({
          // The fixtures are ours: a mistake in them shows at once.
          ...(load(readFileSync(join(fixtures, group, file), 'utf8'), {
            schema: CORE_SCHEMA,
          }) as TaughtDraft),
          name: file.replace('.yaml', ''),
        })),
    )
}

/** A sentence that was put under the clause before it counts half, and less under a title of several clauses. */
const MISPLACED = 0.5
const UNDER_SHARED = 0.3
/** The parts of a sentence count little, since each says little. */
const IN_PART = 0.25

/** What the drafts of a corpus teach. */
export function labelledSentences(
  drafts: readonly TaughtDraft[],
  vocabulary: Vocabulary,
): LabelledSentence[] {
  const shared = sharedTitles(drafts)
  return drafts.flatMap((draft) => examplesIn(draft, shared, vocabulary))
}

/** For each clause, the titles over several clauses under which people put it. */
function sharedTitles(drafts: readonly TaughtDraft[]): ReadonlyMap<string, readonly string[]> {
  const titles = new Map<string, Set<string>>()
  for (const { heading, items } of drafts.flatMap(({ parts }) => parts))
    for (const { clause } of items.length > 1 ? items : [])
      titles.set(clause, (titles.get(clause) ?? new Set()).add(compact(heading)))
  return new Map([...titles].map(([clause, of]) => [clause, [...of].filter(Boolean).sort()]))
}

/** The texts of a draft, each with the title under which it stands. */
const titledItems = (parts: TaughtDraft['parts']) =>
  parts.flatMap(({ heading, items }) =>
    items.map((item) => ({ ...item, title: compact(item.heading ?? heading) })),
  )

/**
 * The sentences of a draft as examples: under their title, without one, under the title before, since people put a
 * clause at the end of another, and under one that several clauses share; the parts of a sentence by themselves. What
 * stands before and after the clauses is none of them.
 */
function examplesIn(
  { name, preamble, parts, closing }: TaughtDraft,
  shared: ReadonlyMap<string, readonly string[]>,
  vocabulary: Vocabulary,
): LabelledSentence[] {
  type Labels = readonly string[]
  const example = (labels: Labels, title: string, sentence: string, weight = 1): LabelledSentence => {
    return { author: name, labels, title, sentence, weight }
  }
  const items = titledItems(parts)
  const inClauses = items.flatMap(({ clause, also = [], unrestored = false, title, text }, index) => {
    const labels = unrestored ? [UNRESTORED] : [clause, ...also]
    const before = items[index - 1]?.title ?? ''
    const titles = shared.get(clause) ?? []
    return text
      .flatMap((each) => vocabulary.real(each))
      .flatMap((sentence, at) => [
        example(labels, '', sentence),
        ...(title === '' ? [] : [example(labels, title, sentence)]),
        ...(before === '' || before === title ? [] : [example(labels, before, sentence, MISPLACED)]),
        ...titles
          .slice((name.length + at) % titles.length)
          .slice(0, 1)
          .map((each) => example(labels, each, sentence, UNDER_SHARED)),
        ...partsBetweenCommas(sentence).map((part) => example(labels, '', part, IN_PART)),
      ])
  })
  const last = items.at(-1)?.title ?? ''
  const around = [...preamble, ...closing].flatMap((each) => vocabulary.real(each))
  const after = last === '' ? [] : closing.flatMap((each) => vocabulary.real(each))
  return [
    ...inClauses,
    ...around.map((sentence) => example([OTHER], '', sentence)),
    ...after.map((sentence) => example([OTHER], last, sentence)),
  ]
}
