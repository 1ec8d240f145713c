import type { ProjectDocument } from '../../core/facts/documents.ts'
import type { CaseDraft, CaseFile, CasePaper, CaseScope } from '../../core/lint/define.ts'
import type { ChangedPaper, DamagedFile } from '../../core/lint/paper-files.ts'
import type { CaseView } from '../../core/view.ts'
import { RepositoryError } from '../../repository/errors.ts'
import { outsideFiles } from '../../repository/outside.ts'
import type { RawCase, Repository } from '../../repository/repository.ts'
import { isLeftoverFile } from './housekeeping.ts'

/** The content of a case's Word files, opened when a rule needs it. */
export interface WordFiles {
  readonly papers: () => readonly CasePaper[]
  readonly drafts: () => readonly CaseDraft[]
  /** What papers say otherwise than the facts. */
  readonly changedPapers?: () => readonly ChangedPaper[]
  /** Papers that are not as they were saved. */
  readonly damaged?: () => readonly DamagedFile[]
  /** Rules of which only a part is checked. */
  readonly partial?: readonly string[]
}

/** How files of a case are opened; `outside` replaces the folder of evidence outside of the repository. */
interface Opened extends WordFiles {
  readonly outside?: CaseScope['outside']
}

export const noWordFiles: WordFiles = { papers: () => [], drafts: () => [] }

/**
 * What the rules see of a case: its view, its files, listed and read only when a rule needs them, and its Word files,
 * if the caller passes the functions that open them.
 */
export function caseScope(
  view: CaseView,
  raw: RawCase,
  repository: Repository,
  projects: readonly ProjectDocument[],
  { papers, drafts, outside = outsideFiles(repository.root, view.config), ...compared }: Opened = noWordFiles,
): CaseScope {
  let files: ReadonlyMap<string, CaseFile> | undefined
  return {
    facts: view.facts,
    regulation: view.regulation,
    calendar: view.calendar,
    config: view.config,
    ...(view.watch && { watch: view.watch }),
    projects,
    papers,
    drafts,
    ...compared,
    ...(outside && { outside }),
    // No spread of the view: a spread would compute values that perhaps no rule needs, and take the date itself.
    get today() {
      return view.today
    },
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
    isLeftover: isLeftoverFile(path.slice(path.lastIndexOf('/') + 1)),
    sha256: () => fileDigest(repository, relative),
  }
}

/**
 * The digest of a file; empty for one that is never opened, such as a link out of the repository (`repo/unknown-file`).
 */
export function fileDigest(repository: Pick<Repository, 'digest'>, file: string): string {
  try {
    return repository.digest(file) ?? ''
  } catch (error) {
    if (error instanceof RepositoryError && error.code === 'unsafe-path') return ''
    throw error
  }
}
