import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Finding } from '../../core/lint/define.ts'
import { printable } from '../../repository/paths.ts'
import type { Repository } from '../../repository/repository.ts'
import type { CaseReading } from '../../repository/workspace.ts'
import { housekeeping } from './finding.ts'
import { isLeftoverFile } from './housekeeping.ts'

/** The functions that open Word files; loaded only for a case that has some. */
export type WordOpener = Pick<typeof import('../../documents/inspect.ts'), 'papersIn'> &
  Pick<typeof import('../../documents/drafts.ts'), 'draftsIn'>

const keptFolders = /^(?:documents|attachments)\//u

/** Papers are in documents/, drafts of agreements there or among the evidence; other files are read only if named. */
export async function wordOpener(
  reading: CaseReading,
  named: readonly string[],
): Promise<WordOpener | undefined> {
  if (!reading.ok) return undefined
  const some = reading.raw.files.some(
    (file) => file.startsWith('documents/') || (keptFolders.test(file) && /\.docx$/iu.test(file)),
  )
  if (!some && named.length === 0) return undefined
  const [{ papersIn }, { draftsIn }] = await Promise.all([
    import('../../documents/inspect.ts'),
    import('../../documents/drafts.ts'),
  ])
  return { papersIn, draftsIn }
}

const folder = 'templates'

/**
 * What is wrong with the office's own templates: files that belong to no form, placeholders that are malformed or that
 * no form fills, and placeholders that are missing. Loads nothing where there is no such folder.
 */
export async function templateFindings(repository: Repository): Promise<Finding[]> {
  const names = namesIn(join(repository.root, folder)).filter((name) => !isLeftoverFile(name))
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
