import { createHash } from 'node:crypto'
import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import type { ProjectDocument } from '../../core/facts/documents.ts'
import type { CaseFile, CaseScope } from '../../core/lint/define.ts'
import type { CaseView } from '../../core/view.ts'
import type { RawCase, Repository } from '../repository.ts'

/** What the rules see of a case: its view, and its files, which are listed and read only when a rule asks. */
export function caseScope(
  view: CaseView,
  raw: RawCase,
  repository: Repository,
  projects: readonly ProjectDocument[],
): CaseScope {
  let files: ReadonlyMap<string, CaseFile> | undefined
  return {
    facts: view.facts,
    regulation: view.regulation,
    calendar: view.calendar,
    config: view.config,
    today: view.today,
    projects,
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
    get size() {
      return lstatSync(join(repository.root, relative)).size
    },
    sha256: () =>
      createHash('sha256')
        .update(repository.readBytes(relative) ?? new Uint8Array())
        .digest('hex'),
  }
}
