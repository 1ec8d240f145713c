import { clauseWeights } from '../../generated/clause-weights.ts'
import type { Regulation } from '../regulation/regulation.ts'
import { type Vocabulary, vocabularyOf } from './vocabulary.ts'
import { readTable, type WeightTable } from './weights.ts'

/** The words of a pack, with what was learned from the drafts in the sources. */
export function agreementVocabulary({ clauses, pack }: Regulation): Vocabulary {
  table ??= readTable(clauseWeights())
  return vocabularyOf(clauses, pack.drafts, table)
}

let table: WeightTable | undefined
