import { readFileSync } from 'node:fs'
import { missingClauses } from '../../core/drafts/clauses.ts'
import { wrongFigures } from '../../core/drafts/figures.ts'
import type { Finding } from '../../core/lint/define.ts'
import { draftClauseMissing } from '../../core/lint/rules/agreement/draft-clause-missing.ts'
import { draftFigures } from '../../core/lint/rules/agreement/draft-figures.ts'
import type { Regulation } from '../../core/regulation/regulation.ts'
import { RepositoryError, reasonOf } from '../../repository/errors.ts'
import { regulatedFinding } from './finding.ts'

/**
 * What the rules about Word drafts find in one that belongs to no case: clauses, and figures that are wrong in themselves.
 * @param path where it lies
 * @param file how findings name it
 */
export async function looseDraftFindings(
  path: string,
  file: string,
  regulation: Regulation,
): Promise<Finding[]> {
  const { looseDraft } = await import('../../documents/drafts.ts')
  const content = looseDraft(path, () => bytesOf(path, file))
  if (typeof content === 'string') {
    const message = `协议稿无法检查：${content}`
    return regulatedFinding(regulation, draftClauseMissing, file, message).map((finding) => ({
      ...finding,
      code: 'unreadable',
    }))
  }
  const notes = [
    ...missingClauses(content, regulation).map((note) => ({ rule: draftClauseMissing, ...note })),
    ...wrongFigures(content, undefined, regulation).map((note) => ({ rule: draftFigures, ...note })),
  ]
  return notes.flatMap(({ rule, message, line, ...more }) =>
    regulatedFinding(regulation, rule, file, message, { place: { line, column: 1 } }).map((finding) => ({
      ...finding,
      ...more,
    })),
  )
}

function bytesOf(path: string, file: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (error) {
    throw new RepositoryError('io', `无法读取 ${file}：${reasonOf(error)}`, { file, cause: error })
  }
}
