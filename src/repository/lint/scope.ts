import type { ProjectDocument } from '../../core/facts/documents.ts'
import type { CaseFile, CasePaper, CaseScope } from '../../core/lint/define.ts'
import type { CaseView } from '../../core/view.ts'
import { RepositoryError } from '../errors.ts'
import { outsideFiles } from '../outside.ts'
import type { RawCase, Repository } from '../repository.ts'

/**
 * What the rules see of a case: its view, and its files, which are listed and read only when a rule asks; its papers
 * only where the caller brings what opens Word files.
 */
export function caseScope(
  view: CaseView,
  raw: RawCase,
  repository: Repository,
  projects: readonly ProjectDocument[],
  papers: () => readonly CasePaper[] = () => [],
  outside: CaseScope['outside'] = outsideFiles(repository.root, view.config),
): CaseScope {
  let files: ReadonlyMap<string, CaseFile> | undefined
  return {
    facts: view.facts,
    regulation: view.regulation,
    calendar: view.calendar,
    config: view.config,
    today: view.today,
    projects,
    papers,
    ...(outside && { outside }),
    // Not spread: a spread would compute what no rule may ask for.
    get stage() {
      return view.stage
    },
    get deadlines() {
      return view.deadlines
    },
    get files() {
      files ??= new Map(raw.files.map((path) => [path, caseFile(raw, repository, path)]))
      return files
    },
  }
}

function caseFile(raw: RawCase, repository: Repository, path: string): CaseFile {
  const relative = `${raw.folder}/${path}`
  return {
    path,
    sha256: () => digestOf(repository, relative),
  }
}

/** No digest for what is never opened, such as a link out of the repository: `repo/unknown-file` names it. */
function digestOf(repository: Repository, file: string): string {
  try {
    return repository.digest(file) ?? ''
  } catch (error) {
    if (error instanceof RepositoryError && error.code === 'unsafe-path') return ''
    throw error
  }
}
