import { clauseEvidence } from '../../generated/clause-evidence.ts'
import type { Regulation } from '../regulation/regulation.ts'
import type { EvidenceTable } from './evidence.ts'
import { type Vocabulary, vocabularyOf } from './vocabulary.ts'

/** The words of a pack, with what was learned from the drafts in the sources. */
export function agreementVocabulary({ clauses, pack }: Regulation): Vocabulary {
  // Ours: the build writes it.
  table ??= JSON.parse(clauseEvidence) as EvidenceTable
  return vocabularyOf(clauses, pack.drafts, table)
}

let table: EvidenceTable | undefined
