import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Finding } from '../../core/lint/define.ts'
import { printable } from '../paths.ts'
import type { Repository } from '../repository.ts'
import type { CaseReading } from '../workspace.ts'
import { housekeeping } from './finding.ts'
import { isLeftBehind } from './housekeeping.ts'

/** Opens the papers of a case. */
export type PaperOpener = typeof import('../../documents/inspect.ts').papersIn

/** What opens Word files, loaded only for a case that keeps some. */
export async function paperOpener(reading: CaseReading): Promise<PaperOpener | undefined> {
  if (!reading.ok || !reading.raw.files.some((file) => file.startsWith('documents/'))) return undefined
  return (await import('../../documents/inspect.ts')).papersIn
}

const folder = 'templates'

/**
 * What is wrong with the office's own templates: files that no form looks for, placeholders that are malformed, that no
 * form fills, or that a form fills and the template lacks. Nothing is loaded where there is no such folder.
 */
export async function templateFindings(repository: Repository): Promise<Finding[]> {
  const names = namesIn(join(repository.root, folder)).filter((name) => !isLeftBehind(name))
  if (!names.length) return []
  const { templateProblems } = await import('../../documents/own-template.ts')
  return names.flatMap((name) => {
    const file = `${folder}/${printable(name)}`
    return templateProblems(name, () => repository.readBytes(`${folder}/${name}`)).map((message) =>
      housekeeping('repo/template-placeholders', file, message),
    )
  })
}

function namesIn(path: string): string[] {
  try {
    return readdirSync(path).sort()
  } catch {
    return []
  }
}
