import type { IsoDate } from '../core/calendar/dates.ts'
import type { CaseRule, Finding } from '../core/lint/define.ts'
import { lintCase } from '../core/lint/engine.ts'
import { caseRules } from '../core/lint/index.ts'
import { UNUSED_SUPPRESSION } from '../core/lint/suppressions.ts'
import { checkDocument } from './check.ts'
import { RepositoryError } from './errors.ts'
import { findingOf, housekeeping, problemFinding } from './lint/finding.ts'
import {
  claimsOf,
  createCoverage,
  identityFindings,
  strayFindings,
  unknownFiles,
} from './lint/housekeeping.ts'
import { templateFindings, type WordOpener, wordOpener } from './lint/papers.ts'
import { caseScope, type WordFiles } from './lint/scope.ts'
import { checkFilesAlone } from './lint/without-config.ts'
import { createPlaces } from './place.ts'
import { openRepository, type RawCase, type RawDocument, type Repository } from './repository.ts'
import { type CaseReading, openWorkspace, type Workspace } from './workspace.ts'

export interface LintOptions {
  readonly today: IsoDate
  /** Only these rules; all when absent. */
  readonly rules?: readonly string[]
  /** Only findings in these files or folders, relative to the repository (`cases/NN-2026-0001`); all when absent. */
  readonly targets?: readonly string[]
  /** Only these cases, and what concerns the repository as a whole; all when absent. Ids without a folder are passed over. */
  readonly cases?: readonly string[]
  /** Files of cases to check as drafts of agreements, whatever they are called (`cases/NN-2026-0001/…/a.docx`). */
  readonly drafts?: readonly string[]
  /** Told before each case how many are done, of how many. */
  readonly onCase?: (done: number, total: number) => void
}

/**
 * What is wrong in the repository at `root`: files that can't be read, rules of the law, housekeeping. One broken file
 * never hides the findings of another. Throws RepositoryError only where there is no repository at all.
 */
export async function lintRepository(root: string, options: LintOptions): Promise<Finding[]> {
  const repository = await openRepository(root)
  const opened = await openWorkspace(root, options.today).catch((error: unknown) => ({ error }))
  const found =
    'error' in opened
      ? await withoutConfig(repository, opened.error, options)
      : await lintWorkspace(opened, options)
  return found
    .filter(({ rule }) => options.rules?.includes(rule) ?? true)
    .filter(({ file }) => isWanted(file, options.targets))
    .sort(byPlace)
}

/** When ejc.yaml can't be relied on, the files are still checked one by one; anything unforeseen is passed on. */
async function withoutConfig(
  repository: Repository,
  error: unknown,
  { cases }: LintOptions,
): Promise<Finding[]> {
  const all = await checkFilesAlone(repository)
  const findings = all.filter((finding) => finding.case === null || (cases?.includes(finding.case) ?? true))
  if (findings.some(({ severity }) => severity === 'error')) return findings
  if (!(error instanceof RepositoryError)) throw error
  return [...findings, housekeeping('repo/config', error.file ?? 'ejc.yaml', error.message)]
}

async function lintWorkspace(workspace: Workspace, options: LintOptions): Promise<Finding[]> {
  const { repository } = workspace
  const ids = repository.caseIds()
  const asked = new Set(options.cases ?? ids)
  const wanted = ids.filter((id) => asked.has(id) && touches(`cases/${id}`, options.targets))
  // Whether a suppression is used can only be told once its rule was asked.
  const all = options.rules?.includes(UNUSED_SUPPRESSION) ?? true
  const rules = all ? caseRules : caseRules.filter(({ id }) => options.rules?.includes(id))
  const claims = claimsOf(ids)
  const coverage = createCoverage(workspace)
  // One case after the other, so that no more than one is in memory.
  const inCases: Finding[] = []
  for (const [done, id] of wanted.entries()) {
    options.onCase?.(done, wanted.length)
    const reading = readGuarded(workspace, id)
    inCases.push(...(await findingsGuarded(workspace, id, reading, rules, namedIn(id, options))))
    if (reading instanceof RepositoryError) continue
    if (reading.ok) coverage.add(reading.view)
    inCases.push(...identityFindings(id, reading.raw?.documents.case, claims))
  }
  // A case that was not asked for may have the id of one that was.
  const inOthers = ids.flatMap((id) =>
    asked.has(id) ? [] : identityFindings(id, repository.readDocument(`cases/${id}/case.yaml`), claims),
  )
  return [
    ...rootFindings(workspace),
    ...inCases,
    ...inOthers,
    ...strayFindings(repository, claims),
    ...(await templateFindings(repository)),
    ...coverage.findings(),
  ]
}

/** The drafts named of this case, by their paths in its folder. */
function namedIn(id: string, { drafts = [] }: LintOptions): string[] {
  const folder = `cases/${id}/`
  return drafts.filter((file) => file.startsWith(folder)).map((file) => file.slice(folder.length))
}

/** A case folder that can't even be listed is a finding like any other. */
function readGuarded(workspace: Workspace, id: string): CaseReading | RepositoryError {
  try {
    return workspace.readCase(id)
  } catch (error) {
    if (error instanceof RepositoryError) return error
    throw error
  }
}

/** What is wrong in one case, as `lintRepository` finds it. */
export async function lintOneCase(workspace: Workspace, id: string): Promise<Finding[]> {
  return (await findingsGuarded(workspace, id, readGuarded(workspace, id), caseRules, [])).sort(byPlace)
}

function rootFindings({ repository, problems, setting }: Workspace): Finding[] {
  const files = [
    repository.config(),
    repository.readSubmissions(),
    ...repository.readCalendars(),
    ...repository.readProjects(),
    ...repository.readRegulations(),
  ]
  const byName = new Map(files.flatMap((raw) => (raw ? [[raw.file, raw] as const] : [])))
  const places = createPlaces()
  const config = checkDocument('config', repository.config(), setting.regulation.lists).problems
  return [...config, ...problems].map((problem) =>
    problemFinding(problem, null, byName.get(problem.file), places),
  )
}

/** A case or an attachment that can't be opened is a finding, so that the other cases are still looked at. */
async function findingsGuarded(
  workspace: Workspace,
  id: string,
  reading: CaseReading | RepositoryError,
  rules: readonly CaseRule[],
  named: readonly string[],
): Promise<Finding[]> {
  if (reading instanceof RepositoryError) return [unopened(reading, id)]
  try {
    const opener = await wordOpener(reading, named)
    const open = opener && reading.ok ? wordFiles(workspace, reading, opener, named) : undefined
    return caseFindings(workspace, id, reading, rules, open)
  } catch (error) {
    if (error instanceof RepositoryError) return [unopened(error, id)]
    throw error
  }
}

/** The Word files of a case, each opened once however many rules ask. */
function wordFiles(
  { repository }: Workspace,
  { raw, view }: CaseReading & { readonly ok: true },
  { papersIn, draftsIn }: WordOpener,
  named: readonly string[],
): WordFiles {
  return {
    papers: once(() => papersIn(view, raw.files, repository.readBytes)),
    drafts: once(() => draftsIn(view, { files: raw.files, named }, repository)),
  }
}

function once<T>(read: () => T): () => T {
  let known: { readonly value: T } | undefined
  return () => {
    known ??= { value: read() }
    return known.value
  }
}

function unopened({ file, message }: RepositoryError, id: string): Finding {
  return housekeeping('schema/yaml', file ?? `cases/${id}`, message, { case: id })
}

function caseFindings(
  workspace: Workspace,
  id: string,
  reading: CaseReading,
  rules: readonly CaseRule[],
  open: WordFiles | undefined,
): Finding[] {
  const { raw } = reading
  const places = createPlaces()
  const rawOf = (file: string): RawDocument | undefined =>
    Object.values(raw?.documents ?? {}).find((document) => document.file === file)
  const problems = reading.problems.map((problem) => problemFinding(problem, id, rawOf(problem.file), places))
  const stray = raw ? unknownFiles(workspace.repository, raw) : []
  return [...problems, ...(reading.ok ? lawFindings(workspace, reading, rules, places, open) : []), ...stray]
}

function lawFindings(
  { repository, projects }: Workspace,
  { raw, view }: CaseReading & { readonly ok: true },
  rules: readonly CaseRule[],
  places: ReturnType<typeof createPlaces>,
  open: WordFiles | undefined,
): Finding[] {
  return lintCase(caseScope(view, raw, repository, projects, open), rules, caseRules).map((placed) => {
    if (placed.place) {
      const { path, line } = placed.place
      return findingOf(placed, raw.id, `${raw.folder}/${path}`, { line, column: 1 })
    }
    const document = raw.documents[placed.document]
    const file = document?.file ?? fileOf(raw, placed.document)
    return findingOf(placed, raw.id, file, places.of(document, placed.path))
  })
}

function fileOf({ folder }: RawCase, document: string): string {
  return `${folder}/${document}.yaml`
}

function isWanted(file: string, targets: readonly string[] | undefined): boolean {
  return targets === undefined || targets.some((target) => isInside(file, target))
}

/** Whether a folder holds, or lies in, one of the targets. */
function touches(folder: string, targets: readonly string[] | undefined): boolean {
  return (
    targets === undefined || targets.some((target) => isInside(folder, target) || isInside(target, folder))
  )
}

function isInside(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`)
}

function byPlace(a: Finding, b: Finding): number {
  return (
    compareText(a.case ?? '', b.case ?? '') ||
    compareText(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compareText(a.rule, b.rule)
  )
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
