import { missingClauses } from '../../core/drafts/clauses.ts'
import { severalTotals, wrongFigures } from '../../core/drafts/figures.ts'
import type { Finding } from '../../core/lint/define.ts'
import { kindOfDraft, saysKind } from '../../core/lint/paper-kind.ts'
import { cannotCheck, draftClauseMissing } from '../../core/lint/rules/agreement/draft-clause-missing.ts'
import { draftFigures } from '../../core/lint/rules/agreement/draft-figures.ts'
import { documentKind } from '../../core/lint/rules/document/kind.ts'
import type { Regulation } from '../../core/regulation/regulation.ts'
import { RepositoryError, systemErrorReason } from '../../repository/errors.ts'
import { readPlainFile } from '../../repository/plain-file.ts'
import { regulatedFinding } from './finding.ts'

/**
 * What the rules find in a Word draft that belongs to no case: missing clauses or what else it is, and figures that contradict one
 * another.
 * @param path of the file
 * @param file its name in findings
 */
export async function looseDraftFindings(
  path: string,
  file: string,
  regulation: Regulation,
): Promise<Finding[]> {
  const { looseDraft } = await import('../../documents/drafts.ts')
  const content = looseDraft(path, () => readNamedFile(path, file))
  if (typeof content === 'string') {
    return regulatedFinding(regulation, draftClauseMissing, file, cannotCheck(content)).map((finding) => ({
      ...finding,
      code: 'unreadable',
    }))
  }
  const paper = kindOfDraft({ content }, regulation)
  const kind = paper && { code: 'kind', line: paper.line, message: saysKind(paper, undefined) }
  const notes = [
    ...(kind
      ? [{ rule: documentKind, ...kind }]
      : missingClauses(content, regulation).map((note) => ({ rule: draftClauseMissing, ...note }))),
    ...[
      ...wrongFigures(content, undefined, regulation),
      ...(paper ? [] : severalTotals(content, regulation)),
    ].map((note) => ({ rule: draftFigures, ...note })),
  ]
  return notes.flatMap(({ rule, message, line, ...more }) =>
    regulatedFinding(regulation, rule, file, message, { place: { line, column: 1 } }).map((finding) => ({
      ...finding,
      ...more,
    })),
  )
}

function readNamedFile(path: string, file: string): Uint8Array {
  try {
    return readPlainFile(path)
  } catch (error) {
    if (error instanceof RepositoryError) throw error
    throw new RepositoryError('io', `无法读取 ${file}：${systemErrorReason(error)}`, { file, cause: error })
  }
}
