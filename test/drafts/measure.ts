import { recogniserOf } from '../../src/core/drafts/recognise.ts'
import { vocabularyOf } from '../../src/core/drafts/vocabulary.ts'
import type { Regulation } from '../../src/core/regulation/regulation.ts'
import { readDraft } from '../../src/documents/outline.ts'
import { type Group, variantsOf, wordings } from './corpus.ts'
import { writeDrafts } from './write.ts'

/** How often a clause was rightly reported as lacking, wrongly reported, and wrongly passed over. */
export interface RecognitionTally {
  right: number
  wrong: number
  passed: number
}

export interface Measured {
  readonly drafts: number
  readonly byClause: ReadonlyMap<string, RecognitionTally>
  /** The wrong reports, for whoever mends the words. */
  readonly mistakes: readonly string[]
}

/** Recognises the drafts of a group, all or a sample of them, and compares with what each lacks by its making. */
export async function measure(
  group: Group,
  { clauses, requiredClauses, pack }: Regulation,
  sample = false,
): Promise<Measured> {
  const vocabulary = vocabularyOf(clauses, pack.drafts)
  const byClause = new Map(requiredClauses.map(({ code }) => [code, { right: 0, wrong: 0, passed: 0 }]))
  const mistakes: string[] = []
  let drafts = 0
  for (const wording of wordings(group)) {
    for (const [turn, layout] of wording.layouts.entries()) {
      const variants = variantsOf(wording, sample ? turn + wording.name.length : undefined)
      const files = await writeDrafts(wording, layout, variants)
      for (const [index, { change, lacks }] of variants.entries()) {
        drafts += 1
        const stateOf = recogniserOf(readDraft(files[index] ?? new Uint8Array(), change).accepted, vocabulary)
        for (const [code, tally] of byClause) {
          const [lacking, told] = [lacks.includes(code), stateOf(code).state !== 'present']
          if (lacking && told) tally.right += 1
          if (!lacking && told) tally.wrong += 1
          if (lacking && !told) tally.passed += 1
          if (lacking !== told)
            mistakes.push(
              `${wording.name} (${layout}), ${change}: ${code} ${told ? 'wrongly reported' : 'passed over'}`,
            )
        }
      }
    }
  }
  return { drafts, byClause, mistakes }
}

/** Precision: the part of the reported clauses that were lacking. Recall: the part of the lacking clauses that were reported. */
export function precisionAndRecall({ right, wrong, passed }: RecognitionTally): {
  precision: number
  recall: number
} {
  return { precision: right / (right + wrong), recall: right / (right + passed) }
}
