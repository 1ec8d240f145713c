import type { Finding } from '../../core/lint/define.ts'
import type { Regulation } from '../../core/regulation/regulation.ts'
import { printable } from '../../repository/paths.ts'
import type { Repository } from '../../repository/repository.ts'
import type { CaseReading, Workspace } from '../../repository/workspace.ts'
import { housekeeping } from './finding.ts'
import { isLeftoverFile } from './housekeeping.ts'

/** The functions that open Word files; loaded only for a case that has some. */
export type WordOpener = Pick<typeof import('../../documents/inspect.ts'), 'papersIn'> &
  Pick<typeof import('../../documents/drafts.ts'), 'draftsIn'> &
  Pick<typeof import('../../documents/damage.ts'), 'damagedIn'>

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
  const [{ papersIn }, { draftsIn }, { damagedIn }] = await Promise.all([
    import('../../documents/inspect.ts'),
    import('../../documents/drafts.ts'),
    import('../../documents/damage.ts'),
  ])
  return { papersIn, draftsIn, damagedIn }
}

/** The files of the office that should be templates: all but those that systems and programs leave behind. */
export function templateFiles(repository: Pick<Repository, 'templates'>): string[] {
  return repository.templates().filter((file) => !isLeftoverFile(file.slice(file.lastIndexOf('/') + 1)))
}

/** The texts of a library, that of new cases first: each may have templates of its own. */
export function textsOf({ law, setting }: Pick<Workspace, 'law' | 'setting'>): Regulation[] {
  const others = law.ids.filter((id) => id !== setting.regulation.id)
  return [setting.regulation, ...others.flatMap((id) => law.regulation(id) ?? [])]
}

/**
 * What is wrong with the office's own templates: marks that are malformed, names that no form fills, and placeholders
 * that a form needs. Loads nothing where there is no such file.
 */
export async function templateFindings(
  repository: Repository,
  workspace: () => Promise<Pick<Workspace, 'law' | 'setting'>>,
): Promise<Finding[]> {
  const files = templateFiles(repository)
  if (!files.length) return []
  const { checkOwnTemplates } = await import('../../documents/own-template.ts')
  const texts = textsOf(await workspace())
  return checkOwnTemplates(files, texts, repository.readBytes).flatMap(({ file, problems }) =>
    problems.map((message) => housekeeping('repo/template-placeholders', printable(file), message)),
  )
}
