import { documentNames } from '../../core/facts/documents.ts'
import type { Finding } from '../../core/lint/define.ts'
import type { SchemaName } from '../../generated/validators.js'
import { checkDocument, isBackfilledCase } from '../../repository/check.ts'
import { RepositoryError } from '../../repository/errors.ts'
import { loadLaw } from '../../repository/law.ts'
import { createPlaces } from '../../repository/place.ts'
import { textIn } from '../../repository/raw.ts'
import type { RawCase, RawDocument, Repository } from '../../repository/repository.ts'
import { problemFinding } from './finding.ts'

/** A file to check, its schema, and the case to which it belongs. */
interface FileToCheck {
  readonly name: SchemaName
  readonly raw: RawDocument
  readonly caseId: string | null
  readonly isBackfilled?: boolean
}

/**
 * Checks every file by itself, for a repository whose ejc.yaml (or calendar) can't be used. Codes of the law are
 * checked only if ejc.yaml still names its regulation; rules of the law do not run.
 */
export async function checkFilesAlone(repository: Repository): Promise<Finding[]> {
  const law = await loadLaw(repository)
  const config = repository.config()
  const named = textIn(config, 'regulation')
  const lists = (named === undefined ? undefined : law.regulation(named)?.lists) ?? {}
  const places = createPlaces()
  const packs = new Map(repository.readRegulations().map((raw) => [raw.file, raw]))
  return [
    ...law.problems.map((problem) => problemFinding(problem, null, packs.get(problem.file), places)),
    ...[...filesToCheck(repository, config)].flatMap(({ name, raw, caseId, isBackfilled }) =>
      checkDocument(name, raw, lists, isBackfilled).problems.map((problem) =>
        problemFinding(problem, caseId, raw, places),
      ),
    ),
  ]
}

function* filesToCheck(repository: Repository, config: RawDocument): Iterable<FileToCheck> {
  const submissions = repository.readSubmissions()
  yield { name: 'config', raw: config, caseId: null }
  if (submissions) yield { name: 'submissions', raw: submissions, caseId: null }
  for (const raw of repository.readCalendars()) yield { name: 'calendar', raw, caseId: null }
  for (const raw of repository.readProjects()) yield { name: 'project', raw, caseId: null }
  for (const caseId of repository.caseIds()) {
    const documents = documentsOf(repository, caseId)
    const isBackfilled = isBackfilledCase(documents.case)
    for (const name of documentNames) {
      const raw = documents[name]
      if (raw) yield { name, raw, caseId, isBackfilled }
    }
  }
}

/** The documents of a case; none for a folder that can't be listed, which is reported once ejc.yaml is corrected. */
function documentsOf(repository: Repository, caseId: string): RawCase['documents'] {
  try {
    return repository.readCase(caseId).documents
  } catch (error) {
    if (error instanceof RepositoryError) return {}
    throw error
  }
}
