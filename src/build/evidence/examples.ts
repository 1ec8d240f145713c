import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CORE_SCHEMA, load } from 'js-yaml'
import type { Vocabulary } from '../../core/drafts/vocabulary.ts'
import { compact } from '../../core/drafts/words.ts'

/** What is told of a draft that evidence is learned from. */
export interface TaughtDraft {
  readonly name: string
  readonly preamble: readonly string[]
  readonly parts: readonly {
    readonly heading: string
    readonly items: readonly {
      readonly clause: string
      readonly also?: readonly string[]
      readonly heading?: string
      readonly text: readonly string[]
    }[]
  }[]
  readonly closing: readonly string[]
}

/** A compact sentence under a title, and the clause that it is. */
export interface Example {
  readonly author: string
  readonly label: string
  readonly title: string
  readonly sentence: string
  /** How much it counts. */
  readonly weight: number
}

const fixtures = fileURLToPath(new URL('../../../test/fixtures/drafts/', import.meta.url))

/** The drafts of the corpus, by group and name. */
export function taughtDrafts(): TaughtDraft[] {
  return readdirSync(fixtures)
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

export const OTHER = 'other'

/** A sentence that was put under the clause before it counts half. */
const MISPLACED = 0.5

/**
 * The sentences of a draft as examples: under their title, without one, and under the title before, since people put
 * a clause at the end of another; what stands before and after the clauses is none of them.
 */
export function examplesIn(
  { name, preamble, parts, closing }: TaughtDraft,
  vocabulary: Vocabulary,
): Example[] {
  const example = (label: string, title: string, sentence: string, weight = 1): Example => ({
    author: name,
    label,
    title,
    sentence,
    weight,
  })
  const items = parts.flatMap(({ heading, items }) =>
    items.map((item) => ({ ...item, title: compact(item.heading ?? heading) })),
  )
  const inClauses = items.flatMap(({ clause, also, title, text }, index) => {
    // Nobody tells which of its sentences is which clause.
    if (also) return []
    const before = items[index - 1]?.title ?? ''
    return text
      .flatMap((each) => vocabulary.real(each))
      .flatMap((sentence) => [
        example(clause, '', sentence),
        ...(title === '' ? [] : [example(clause, title, sentence)]),
        ...(before === '' || before === title ? [] : [example(clause, before, sentence, MISPLACED)]),
      ])
  })
  const around = [...preamble, ...closing].flatMap((each) => vocabulary.real(each))
  return [...inClauses, ...around.map((sentence) => example(OTHER, '', sentence))]
}
