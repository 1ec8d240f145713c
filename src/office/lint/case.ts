import type { IsoDate } from '../../core/calendar/dates.ts'
import { signedPapers } from '../../core/facts/signed-papers.ts'
import type { CaseRule, Finding } from '../../core/lint/define.ts'
import { lintCase } from '../../core/lint/engine.ts'
import { caseRules } from '../../core/lint/index.ts'
import type { CaseView } from '../../core/view.ts'
import { digestOf } from '../../repository/digest.ts'
import { RepositoryError } from '../../repository/errors.ts'
import { openHistory, type PaperHistory } from '../../repository/history/facts-then.ts'
import { documentPath } from '../../repository/paths.ts'
import { createPlaces } from '../../repository/place.ts'
import type { RawDocument, Repository } from '../../repository/repository.ts'
import type { CaseReading, Workspace } from '../../repository/workspace.ts'
import { typedProblems } from '../../repository/yaml/typed.ts'
import { findingOf, housekeeping, problemFinding } from './finding.ts'
import { type Claims, identityFindings, unknownFiles, yearsWithoutHolidays } from './housekeeping.ts'
import { type WordOpener, wordOpener } from './papers.ts'
import type { CaseFindings } from './remembered.ts'
import { caseScope, noWordFiles, type WordFiles } from './scope.ts'

/** Reads a case; an error for a folder that can't be listed is returned, to become a finding like others. */
function readGuarded(workspace: Workspace, id: string): CaseReading | RepositoryError {
  try {
    return workspace.readCase(id)
  } catch (error) {
    if (error instanceof RepositoryError) return error
    throw error
  }
}

/** What is wrong in one case, and what the findings about the whole repository need from it. */
export interface CaseConclusion extends CaseFindings {
  /** The day until which it stays valid while git finds the case unchanged; undefined where git can't tell. */
  readonly until: IsoDate | undefined
}

/** What is checked in a case. */
export interface Questions {
  readonly rules: readonly CaseRule[]
  /** Files of the case to check as drafts of agreements, whatever their names are, by their paths in its folder. */
  readonly named: readonly string[]
  /** See `caseIdClaims`. */
  readonly claims: Claims
  /** Whether it is the only case that is asked about: then the history tells what its signed papers said. */
  readonly isAlone: boolean
  /** Closed by the caller. */
  readonly history: PaperHistory
}

/** Reads one case and runs the rules. */
export async function concludeCase(
  workspace: Workspace,
  id: string,
  { claims, ...asked }: Questions,
): Promise<CaseConclusion> {
  const reading = readGuarded(workspace, id)
  const { repository, digests } = notingDigests(workspace.repository)
  const own = await findingsGuarded({ ...workspace, repository }, id, reading, asked)
  const identity =
    reading instanceof RepositoryError
      ? []
      : identityFindings(id, reading.raw?.documents.case, claims, workspace.setting.regulation)
  const findings = [...own, ...identity]
  if (reading instanceof RepositoryError || !reading.ok)
    return { findings, years: [], digests, until: undefined }
  const { view } = reading
  const years = yearsWithoutHolidays(view)
  const isUnseen =
    identity.length > 0 || own.some(({ rule }) => unseenByGit.includes(rule)) || keepsOutside(view)
  // Asked last: everything that is concluded has been concluded by now.
  return { findings, years, digests, until: isUnseen ? undefined : view.watch?.until() }
}

/** Findings that may change while git sees no change: pipes, devices, permissions, other folders with the same id. */
const unseenByGit = ['repo/unknown-file', 'schema/yaml']

/** Whether the case keeps evidence outside of the repository, which may change or be out of reach at any time. */
function keepsOutside({ facts }: CaseView): boolean {
  return facts.evidence.some(({ outside }) => outside !== undefined)
}

/** The same repository, but it notes the digest of each file that is read. */
function notingDigests(repository: Repository): { repository: Repository; digests: Record<string, string> } {
  const digests: Record<string, string> = {}
  const noted =
    <T>(look: (file: string) => T, digestFrom: (found: T) => string | undefined) =>
    (file: string): T => {
      // A file that is refused has no digest.
      digests[file] ??= ''
      const found = look(file)
      digests[file] = digestFrom(found) ?? ''
      return found
    }
  const digest = noted(repository.digest, (found) => found)
  const readBytes = noted(repository.readBytes, (found) => found && digestOf(found))
  return { repository: { ...repository, digest, readBytes }, digests }
}

/**
 * What is wrong in one case, as `lintRepository` finds it, in no order.
 * @param shared the history that the caller keeps open for many cases: to look what was signed in each would take long
 */
export async function lintCaseOf(
  workspace: Workspace,
  id: string,
  shared?: PaperHistory,
): Promise<Finding[]> {
  const history = shared ?? openHistory(workspace.repository.root)
  const asked = { rules: caseRules, named: [], isAlone: shared === undefined, history }
  try {
    return await findingsGuarded(workspace, id, readGuarded(workspace, id), asked)
  } finally {
    if (!shared) await history.close()
  }
}

type Asked = Omit<Questions, 'claims'>

/** Turns a case or an attachment that can't be opened into a finding, so that the other cases are still checked. */
async function findingsGuarded(
  workspace: Workspace,
  id: string,
  reading: CaseReading | RepositoryError,
  asked: Asked,
): Promise<Finding[]> {
  if (reading instanceof RepositoryError) return [unopened(reading, id)]
  const { rules, named } = asked
  try {
    const opener = await wordOpener(reading, named)
    const open = opener && reading.ok ? wordFiles(workspace, reading, opener, named) : noWordFiles
    const isAsked = rules.some(({ id: rule }) => rule === STALE)
    const compared = isAsked && reading.ok ? await comparedPapers(workspace, reading.view, open, asked) : {}
    return caseFindings(workspace, id, reading, rules, { ...open, ...compared })
  } catch (error) {
    if (error instanceof RepositoryError) return [unopened(error, id)]
    throw error
  }
}

/** The rule that compares papers with the facts. */
const STALE = 'document/stale'

/** What papers say otherwise than the facts: loaded only for a case that has such papers. */
async function comparedPapers(
  { repository: { readBytes } }: Workspace,
  view: CaseView,
  { papers }: WordFiles,
  { isAlone, history }: Asked,
): Promise<Pick<WordFiles, 'changedPapers' | 'partial'>> {
  const made = papers()
  const isOutdated = made.some(({ draft, outdated }) => !draft && outdated)
  const isSigned = signedPapers(view.facts).length > 0
  if (!isOutdated && !(isSigned && isAlone)) return isSigned ? { partial: [STALE] } : {}
  const { changesOfPapers } = await import('./changed-papers.ts')
  const { changed, isPartial } = await changesOfPapers(view, {
    made,
    withSigned: isAlone,
    readBytes,
    history,
  })
  return { changedPapers: () => changed, ...(isPartial && { partial: [STALE] }) }
}

/** The Word files of a case; each is opened once, however many rules need it. */
function wordFiles(
  { repository }: Workspace,
  { raw, view }: CaseReading & { readonly ok: true },
  { papersIn, draftsIn, damagedIn }: WordOpener,
  named: readonly string[],
): WordFiles {
  return {
    papers: once(() => papersIn(view, raw.files, repository.readBytes)),
    damaged: once(() => damagedIn(raw.id, raw.files, repository.readBytes)),
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
  open: WordFiles,
): Finding[] {
  const { raw } = reading
  const places = createPlaces()
  const rawOf = (file: string): RawDocument | undefined =>
    Object.values(raw?.documents ?? {}).find((document) => document.file === file)
  const problems = reading.problems.map((problem) => problemFinding(problem, id, rawOf(problem.file), places))
  const stray = raw ? unknownFiles(workspace.repository, raw, workspace.setting.regulation) : []
  const typed = Object.values(raw?.documents ?? {}).flatMap((document) => typedFindings(document, id))
  return [
    ...problems,
    ...typed,
    ...(reading.ok ? lawFindings(workspace, reading, rules, places, open) : []),
    ...stray,
  ]
}

/** What was typed so that something else is read; the file itself is valid. */
function typedFindings(document: RawDocument, id: string): Finding[] {
  if (!document.result.ok) return []
  return typedProblems(document.text()).map(({ message, line, column }) =>
    housekeeping('schema/typed', document.file, message, { case: id, place: { line, column } }),
  )
}

function lawFindings(
  { repository, projects }: Workspace,
  { raw, view }: CaseReading & { readonly ok: true },
  rules: readonly CaseRule[],
  places: ReturnType<typeof createPlaces>,
  open: WordFiles,
): Finding[] {
  return lintCase(caseScope(view, raw, repository, projects, open), rules, caseRules).map((placed) => {
    if (placed.place) {
      const { path, line } = placed.place
      return findingOf(placed, raw.id, `${raw.folder}/${path}`, { line, column: 1 })
    }
    const document = raw.documents[placed.document]
    const file = document?.file ?? documentPath(raw.id, placed.document)
    return findingOf(placed, raw.id, file, places.of(document, placed.path))
  })
}
