import { labelledSentences } from '../../src/build/clause-weights/examples.ts'
import { learnWeights } from '../../src/build/clause-weights/learn.ts'
import { agreementVocabulary } from '../../src/core/drafts/agreement-vocabulary.ts'
import { recogniseDraft } from '../../src/core/drafts/recognise.ts'
import { type Vocabulary, vocabularyOf } from '../../src/core/drafts/vocabulary.ts'
import type { Regulation } from '../../src/core/regulation/regulation.ts'
import { readDraft } from '../../src/documents/outline.ts'
import { type Group, groups, taught, variantsOf, type Wording, wordings } from './corpus.ts'
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
  /** Drafts that lack nothing, and those of them of which it is said for sure that they lack something. */
  readonly complete: number
  readonly accused: number
  /** How many of the right reports are said for sure. */
  readonly said: number
  /** The wrong reports, for whoever mends the words. */
  readonly mistakes: readonly string[]
}

/** What wordings are read with: each author's may be read with what was learned without him. */
export interface Reading {
  readonly title: string
  readonly wordings: readonly Wording[]
  readonly vocabularyFor: (wording: Wording) => Vocabulary
}

/** Drafts as ejc reads them; those held out, with what was learned from all others. */
export function readingOf(group: Group, regulation: Regulation): Reading {
  const shipped = agreementVocabulary(regulation)
  const learned =
    group === 'held-out' ? learnedFrom([...wordings('first'), ...wordings(taught)], regulation) : shipped
  return { title: group, wordings: wordings(group), vocabularyFor: () => learned }
}

/** Every draft, read with what was learned from those of all other authors. */
export function leaveOneAuthorOut(regulation: Regulation): Reading {
  const all = ([...groups, taught] as const).flatMap((group) => wordings(group))
  return {
    title: 'each author by what the others taught',
    wordings: groups.flatMap(wordings),
    vocabularyFor: ({ name }) =>
      learnedFrom(
        all.filter((wording) => wording.name !== name),
        regulation,
      ),
  }
}

const bareVocabularies = new WeakMap<Regulation, Vocabulary>()

function learnedFrom(taught: readonly Wording[], regulation: Regulation): Vocabulary {
  const { clauses, pack } = regulation
  const bare = bareVocabularies.get(regulation) ?? vocabularyOf(clauses, pack.drafts)
  bareVocabularies.set(regulation, bare)
  const table = learnWeights(labelledSentences(taught, bare), bare)
  return vocabularyOf(clauses, pack.drafts, table)
}

/** Recognises the drafts of wordings, all or a sample of them, and compares with what each lacks by its making. */
export async function measure(
  { wordings: read, vocabularyFor }: Reading,
  { requiredClauses }: Regulation,
  sample = false,
): Promise<Measured> {
  const byClause = new Map(requiredClauses.map(({ code }) => [code, { right: 0, wrong: 0, passed: 0 }]))
  const mistakes: string[] = []
  let [drafts, complete, accused, said] = [0, 0, 0, 0]
  for (const wording of read) {
    const vocabulary = vocabularyFor(wording)
    for (const [turn, layout] of wording.layouts.entries()) {
      const variants = variantsOf(wording, sample ? turn + wording.name.length : undefined)
      const files = await writeDrafts(wording, layout, variants)
      for (const [index, { change, lacks }] of variants.entries()) {
        drafts += 1
        const { accepted } = readDraft(files[index] ?? new Uint8Array(), change)
        const { stateOf, topics } = recogniseDraft(accepted, vocabulary)
        const surely = (code: string): boolean => ['missing', 'blank'].includes(stateOf(code).state)
        complete += lacks.length === 0 ? 1 : 0
        accused += lacks.length === 0 && [...byClause.keys()].some(surely) ? 1 : 0
        for (const [code, tally] of byClause) {
          const [lacking, told] = [lacks.includes(code), stateOf(code).state !== 'present']
          if (lacking && told) tally.right += 1
          if (lacking && surely(code)) said += 1
          if (!lacking && told) tally.wrong += 1
          if (lacking && !told) tally.passed += 1
          if (lacking !== told)
            mistakes.push(
              `${wording.name} (${layout}), ${change}: ${code} ${told ? `wrongly reported (${stateOf(code).state})` : 'passed over'}, ${topics.presence(code).toFixed(2)}`,
            )
        }
      }
    }
  }
  return { drafts, byClause, complete, accused, said, mistakes }
}

/** Precision: the part of the reported clauses that were lacking. Recall: the part of the lacking clauses that were reported. */
export function precisionAndRecall({ right, wrong, passed }: RecognitionTally): {
  precision: number
  recall: number
} {
  return { precision: right / (right + wrong), recall: right / (right + passed) }
}
