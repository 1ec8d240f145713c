import type { IsoDate } from '../core/calendar/dates.ts'
import type { Finding } from '../core/lint/define.ts'
import { type Citations, packCitations } from '../core/regulation/citation.ts'
import { type Cache, openCache } from '../repository/cache/cache.ts'
import { RepositoryError } from '../repository/errors.ts'
import type { PaperHistory } from '../repository/history/facts-then.ts'
import { isCaseId } from '../repository/paths.ts'
import { openRepository, type Repository } from '../repository/repository.ts'
import type { Workspace } from '../repository/workspace.ts'
import { boundedFindings } from './lint/bounded.ts'
import { asksAll, type CaseConcluder, caseConcluder } from './lint/concluder.ts'
import { housekeeping } from './lint/finding.ts'
import {
  type Claims,
  caseIdClaims,
  createCoverage,
  identityFindings,
  strayFindings,
} from './lint/housekeeping.ts'
import { templateFindings } from './lint/papers.ts'
import { keepWhole, rememberedFindings, rememberedWhole, type WholeFindings } from './lint/remembered.ts'
import { isFirst, ownCases, type Shard } from './lint/shard.ts'

export interface LintOptions {
  readonly today: IsoDate
  /** Only these rules; all when absent. */
  readonly rules?: readonly string[]
  /** Only findings in these files or folders, relative to the repository (`cases/NN-2026-0001`); all when absent. */
  readonly targets?: readonly string[]
  /** Only these cases, and the repository as a whole; all when absent. Ids without a folder are ignored. */
  readonly cases?: readonly string[]
  /** Of the cases that `cases` leaves out, those whose case.yaml may say the number of another; all when absent. */
  readonly twins?: readonly string[]
  /** Only this part of the cases, and of the repository as a whole in the first part; everything when absent. */
  readonly shard?: Shard | undefined
  /** Numbers of cases that are not here, but in the library. */
  readonly others?: readonly string[]
  /** Files of cases to check as drafts of agreements, whatever their names are (`cases/NN-2026-0001/…/a.docx`). */
  readonly drafts?: readonly string[]
  /** Takes the findings of each case when they are found, so that they are not returned and not kept. */
  readonly take?: (findings: readonly Finding[]) => void
  /** Called before each case with the number done and the number of all. */
  readonly onCase?: (done: number, total: number) => void
  /** Whether the history of the repository is checked too. */
  readonly history?: boolean
  /** Whether every finding is returned: those to compare with others. Else what is printed, see `boundedFindings`. */
  readonly everything?: boolean
  /** The build of this program; its findings are remembered for the next call. Nothing is remembered when absent. */
  readonly program?: string
}

/**
 * What is wrong in the repository at `root`: files that can't be read, breaches of rules, housekeeping. A broken file
 * never hides the findings of another. If all findings are remembered, neither law nor rules are loaded. Throws
 * RepositoryError only where there is no repository at all.
 */
export async function lintRepository(root: string, options: LintOptions): Promise<Finding[]> {
  // Of a few cases that have changed, hardly anything is remembered, and to look takes longer than to check them.
  const cache = await openCache(root, 'findings', options.cases ? { today: options.today } : options)
  const repository = await openRepository(root)
  const workspace = openOnce(root, options.today)
  const whole = rememberedWhole(cache, repository) ?? (await concludeWhole(workspace))
  const found =
    'error' in whole
      ? await withoutConfig(repository, whole.error, options)
      : await lintCases({ workspace, repository, cache }, whole, options)
  if ('findings' in whole) keepWhole(cache, repository, whole)
  await cache.save()
  const asked = found.filter((finding) => isAsked(finding, options) || hindersChecking(finding, options))
  const sorted = asked.sort(byPlace)
  return options.everything ? sorted : boundedFindings(sorted)
}

function isAsked({ rule, file }: Finding, { rules, targets }: LintOptions): boolean {
  return (rules?.includes(rule) ?? true) && isInTargets(file, targets)
}

/** The rules whose findings mean that a file can't be used, so that nothing that depends on it is checked. */
const HINDERING: ReadonlySet<string> = new Set([
  'repo/config',
  'repo/regulation',
  'repo/merge-conflict',
  'schema/yaml',
  'schema/invalid',
])

/** The files that all cases depend on: the configuration, the office's own packs and calendars. */
const COMMON = ['ejc.yaml', 'regulations', 'calendar']

/** Whether a finding says why a requested check was impossible: it is reported whatever was requested. */
function hindersChecking({ rule, case: id, file }: Finding, { targets }: LintOptions): boolean {
  if (!HINDERING.has(rule)) return false
  return id === null ? COMMON.some((name) => isInside(file, name)) : touches(`cases/${id}`, targets)
}

/** Loads what checks a case, so that it is there when `lintRepository` needs it. */
export async function loadRules(root: string, today: IsoDate): Promise<void> {
  await Promise.all([import('./lint/case.ts'), import('../core/lint/index.ts'), openOnce(root, today)()])
}

/** Opens the workspace, with all that it loads, when it is first needed, and only once. */
function openOnce(root: string, today: IsoDate): () => Promise<Workspace> {
  let opened: Promise<Workspace> | undefined
  return () => {
    opened ??= import('../repository/workspace.ts').then(({ openWorkspace }) => openWorkspace(root, today))
    return opened
  }
}

/** The findings in the files outside of cases/, or why ejc.yaml can't be used. */
async function concludeWhole(
  workspace: () => Promise<Workspace>,
): Promise<WholeFindings | { readonly error: unknown }> {
  const { wholeFindings } = await import('./lint/whole.ts')
  return workspace().then(wholeFindings, (error: unknown) => ({ error }))
}

/** When ejc.yaml can't be used, the files are still checked one by one; any other error is thrown again. */
async function withoutConfig(
  repository: Repository,
  error: unknown,
  options: LintOptions,
): Promise<Finding[]> {
  // By the schemas of another format nothing can be told of these files.
  if (error instanceof RepositoryError && error.code === 'other-format')
    return [housekeeping('repo/config', error.file ?? 'ejc.yaml', error.message)]
  const { checkFilesAlone } = await import('./lint/without-config.ts')
  const all = await checkFilesAlone(repository)
  const own = ownCases(idsToCheck(repository, options), options)
  const findings = all.filter(({ case: id }) => (id === null ? isFirst(options) : own.has(id)))
  const wrong = isFirst(options) ? findings : all
  if (wrong.some(({ severity }) => severity === 'error')) return findings
  if (!(error instanceof RepositoryError)) throw error
  return !isFirst(options)
    ? findings
    : [...findings, housekeeping('repo/config', error.file ?? 'ejc.yaml', error.message)]
}

interface LintSources {
  readonly workspace: () => Promise<Workspace>
  readonly repository: Repository
  readonly cache: Cache
}

/** To look into every folder takes longer than to check a few changed cases. */
function idsToCheck(repository: Repository, { cases }: LintOptions): readonly string[] {
  return cases ? [...new Set(cases)].filter(repository.caseExists).sort() : repository.caseIds()
}

async function lintCases(
  { workspace, repository, cache }: LintSources,
  whole: WholeFindings,
  options: LintOptions,
): Promise<Finding[]> {
  const ids = idsToCheck(repository, options)
  const asked = new Set(options.cases ?? ids)
  const own = ownCases(ids, options)
  const wanted = [...own].filter((id) => touches(`cases/${id}`, options.targets))
  const isAlone = options.targets !== undefined && wanted.length === 1
  const claims = caseIdClaims([...repository.folderNames().filter(isCaseId), ...(options.others ?? [])])
  const citations = packCitations(whole)
  const coverage = createCoverage(whole.coveredYears, options.today)
  const inCases: Finding[] = []
  let concluder: CaseConcluder | undefined
  try {
    for (const [done, id] of wanted.entries()) {
      options.onCase?.(done, wanted.length)
      const named = namedIn(id, options)
      const known = named.length || isAlone ? undefined : rememberedFindings(cache, repository, id)
      concluder ??= known ? undefined : await caseConcluder(await workspace(), { claims, isAlone }, options)
      const found = known ?? (await concluder?.conclude(id, named))
      if (!found) continue
      if (found.until && !isAlone && isWhole(options, named)) cache.keep(id, found, found.until)
      if (options.take) options.take(found.findings)
      else inCases.push(...found.findings)
      coverage.add(found.years)
    }
  } finally {
    await concluder?.close()
  }
  return [
    ...(isFirst(options) ? whole.findings : []),
    ...inCases,
    ...(isFirst(options) ? otherIdentities(repository, asked, claims, citations, options) : []),
    ...(isFirst(options) ? await strayAndTemplates(repository, workspace, claims, citations) : []),
    ...coverage.findings(citations),
    ...(options.history ? await historyFindings(repository, { asked, own }, citations, options) : []),
  ]
}

/** Whether the findings are what the next call asks for: not of some rules alone, nor of drafts that were named. */
const isWhole = (options: LintOptions, named: readonly string[]): boolean => asksAll(options) && !named.length

async function strayAndTemplates(
  repository: Repository,
  workspace: () => Promise<Workspace>,
  claims: Claims,
  citations: Citations,
): Promise<Finding[]> {
  const stray = strayFindings(repository, claims, citations)
  return [...stray, ...(await templateFindings(repository, workspace))]
}

/** A case that was not requested may have the same id as one that was. */
function otherIdentities(
  repository: Repository,
  asked: ReadonlySet<string>,
  claims: Claims,
  citations: Citations,
  { cases, twins }: LintOptions,
): Finding[] {
  const others = (twins ?? (cases ? repository.caseIds() : [])).filter((id) => !asked.has(id))
  const caseFile = (id: string) => repository.readDocument(`cases/${id}/case.yaml`)
  return others.flatMap((id) => identityFindings(id, caseFile(id), claims, citations))
}

interface Asked {
  readonly asked: ReadonlySet<string>
  /** Those of the part that is checked. */
  readonly own: ReadonlySet<string>
}

/**
 * The findings in the history of the requested cases, those that are no more in the first part; the history is read only
 * when it is requested.
 */
async function historyFindings(
  { root, caseExists }: Repository,
  { asked, own }: Asked,
  citations: Citations,
  options: LintOptions,
): Promise<Finding[]> {
  const { verifyHistory } = await import('./lint/history.ts')
  const isOurs = (id: string) => own.has(id) || (isFirst(options) && asked.has(id) && !caseExists(id))
  return (await verifyHistory(root, citations)).filter(({ case: id }) =>
    id === null ? isFirst(options) : isOurs(id),
  )
}

/** The drafts of this case that were named, by their paths in its folder. */
function namedIn(id: string, { drafts = [] }: LintOptions): string[] {
  const folder = `cases/${id}/`
  return drafts.filter((file) => file.startsWith(folder)).map((file) => file.slice(folder.length))
}

/** What is wrong in one case, as `lintRepository` finds it; `shared` as of `lintCaseOf`. */
export async function lintOneCase(
  workspace: Workspace,
  id: string,
  shared?: PaperHistory,
): Promise<Finding[]> {
  const { lintCaseOf } = await import('./lint/case.ts')
  return boundedFindings((await lintCaseOf(workspace, id, shared)).sort(byPlace))
}

function isInTargets(file: string, targets: readonly string[] | undefined): boolean {
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
