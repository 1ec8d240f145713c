import type { IsoDate } from '../core/calendar/dates.ts'
import type { CaseRule, Finding } from '../core/lint/define.ts'
import { caseRules } from '../core/lint/index.ts'
import { UNUSED_SUPPRESSION } from '../core/lint/suppressions.ts'
import { type Cache, openCache } from './cache/cache.ts'
import { checkDocument } from './check.ts'
import { RepositoryError } from './errors.ts'
import { concludeCase, lintCaseOf } from './lint/case.ts'
import { housekeeping, problemFinding } from './lint/finding.ts'
import { claimsOf, createCoverage, identityFindings, strayFindings } from './lint/housekeeping.ts'
import { templateFindings } from './lint/papers.ts'
import { rememberedFindings } from './lint/remembered.ts'
import { checkFilesAlone } from './lint/without-config.ts'
import { createPlaces } from './place.ts'
import { openRepository, type Repository } from './repository.ts'
import { openWorkspace, type Workspace } from './workspace.ts'

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
  /** Whether the history of the repository is looked at as well. */
  readonly history?: boolean
  /** The build of this program: what it found is remembered for the next call. Nothing is remembered when absent. */
  readonly program?: string
}

/**
 * What is wrong in the repository at `root`: files that can't be read, rules of the law, housekeeping. One broken file
 * never hides the findings of another. Throws RepositoryError only where there is no repository at all.
 */
export async function lintRepository(root: string, options: LintOptions): Promise<Finding[]> {
  const [cache, opened] = await Promise.all([
    openCache(root, 'findings', options),
    openWorkspace(root, options.today).catch((error: unknown) => ({ error })),
  ])
  const found =
    'error' in opened
      ? await withoutConfig(await openRepository(root), opened.error, options)
      : await lintWorkspace(opened, options, cache)
  await cache.save()
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

async function lintWorkspace(workspace: Workspace, options: LintOptions, cache: Cache): Promise<Finding[]> {
  const { repository } = workspace
  const ids = repository.caseIds()
  const asked = new Set(options.cases ?? ids)
  const wanted = ids.filter((id) => asked.has(id) && touches(`cases/${id}`, options.targets))
  const rules = rulesFor(options)
  const claims = claimsOf(ids)
  const coverage = createCoverage(workspace)
  // One case after the other, so that no more than one is in memory.
  const inCases: Finding[] = []
  for (const [done, id] of wanted.entries()) {
    options.onCase?.(done, wanted.length)
    const named = namedIn(id, options)
    // What only some of the rules found is not all, and of a draft that was named it is too much.
    const usual = rules === caseRules && !named.length
    const known = named.length ? undefined : rememberedFindings(cache, repository, id)
    const found = known ?? (await concludeCase(workspace, id, { rules, named, claims }))
    if (usual && found.lasting) cache.keep(id, found)
    inCases.push(...found.findings)
    coverage.add(found.years)
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
    ...(options.history ? await historyFindings(repository, asked) : []),
  ]
}

/** What the history tells of the cases that were asked for; read only when it is. */
async function historyFindings({ root }: Repository, asked: ReadonlySet<string>): Promise<Finding[]> {
  const { verifyHistory } = await import('./history/verify.ts')
  return (await verifyHistory(root)).filter((finding) => finding.case === null || asked.has(finding.case))
}

/** The drafts named of this case, by their paths in its folder. */
function namedIn(id: string, { drafts = [] }: LintOptions): string[] {
  const folder = `cases/${id}/`
  return drafts.filter((file) => file.startsWith(folder)).map((file) => file.slice(folder.length))
}

/** Whether a suppression is used can only be told once its rule was asked. */
function rulesFor({ rules }: LintOptions): readonly CaseRule[] {
  const all = rules?.includes(UNUSED_SUPPRESSION) ?? true
  return all ? caseRules : caseRules.filter(({ id }) => rules?.includes(id))
}

/** What is wrong in one case, as `lintRepository` finds it. */
export async function lintOneCase(workspace: Workspace, id: string): Promise<Finding[]> {
  return (await lintCaseOf(workspace, id)).sort(byPlace)
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
