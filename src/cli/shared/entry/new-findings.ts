import { signedPapers } from '../../../core/facts/signed-papers.ts'
import type { CaseDraft, CaseFile, CasePaper, PlacedFinding } from '../../../core/lint/define.ts'
import { lintCase } from '../../../core/lint/engine.ts'
import { caseRules } from '../../../core/lint/index.ts'
import type { ChangedPaper } from '../../../core/lint/paper-files.ts'
import { type FoundIn, newlyFound } from '../../../core/stages/refusals.ts'
import type { CaseView } from '../../../core/view.ts'
import { caseScope } from '../../../office/lint/scope.ts'
import { outsideFiles } from '../../../repository/outside.ts'
import type { RawCase } from '../../../repository/repository.ts'
import type { Workspace } from '../../../repository/workspace.ts'

/**
 * Files that an action adds or removes beside the documents, with their SHA-256, null when removed: by path in the
 * repository (`cases/…`), or in the folder outside of it.
 */
export type FilesToCome = ReadonlyMap<string, string | null>

/** What the rules find in the case after an action and did not find before. */
export function newFindings(
  workspace: Workspace,
  before: CaseView | undefined,
  after: CaseView,
  files: FilesToCome = new Map(),
  { papersIn, drafts = [], changedBy }: Opened = {},
): readonly PlacedFinding[] {
  return newlyFound(
    before ? findIn(workspace, before, new Map(), { papersIn }) : { findings: [], documents: {} },
    findIn(workspace, after, files, {
      ...{ papersIn, drafts },
      ...(before && changedBy && { changed: (made: readonly CasePaper[]) => changedBy(before, after, made) }),
    }),
  )
}

/** The Word files that are read. */
interface Opened {
  /** Opens the papers of the case. */
  readonly papersIn?: PapersIn | undefined
  /** The agreements that come with the action: their text is compared with what is entered. */
  readonly drafts?: readonly CaseDraft[] | undefined
  /** Finds where signed papers differ from the facts after the change. */
  readonly changedBy?: ChangedBy | undefined
}

/** Finds where papers differ from the facts after a change. */
export type ChangedBy = typeof import('../../../office/lint/changed-papers.ts').changedBy

/**
 * Finds where the papers of a case differ from its facts after a change: the signed papers, and after a correction
 * also those that ejc made. Undefined where the case has no signed paper.
 */
export async function changesTeller(
  view: CaseView | undefined,
  corrects: boolean,
): Promise<ChangedBy | undefined> {
  if (!view || (!corrects && !signedPapers(view.facts).length)) return undefined
  return (await import('../../../office/lint/changed-papers.ts')).changedBy
}

/** The Word files that are read, and the papers that differ from the facts after the change. */
interface OpenedThen extends Omit<Opened, 'changedBy'> {
  readonly changed?: (made: readonly CasePaper[]) => readonly ChangedPaper[]
}

/** Opens the papers of a case. */
export type PapersIn = typeof import('../../../documents/inspect.ts').papersIn

function findIn(workspace: Workspace, view: CaseView, files: FilesToCome, opened: OpenedThen): FoundIn {
  return { findings: findingsWith(workspace, view, files, opened), documents: view.facts.documents }
}

/** The rules for a case whose papers were not opened: then nothing can be said of a missing paper. */
const withoutPapers = caseRules.filter(({ id }) => id !== 'document/missing')

function findingsWith(
  workspace: Workspace,
  view: CaseView,
  files: FilesToCome,
  { papersIn, drafts = [], changed }: OpenedThen,
): PlacedFinding[] {
  const { repository, projects } = workspace
  const { id } = view.facts
  const raw = repository.caseExists(id)
    ? repository.readCase(id)
    : { id, folder: `cases/${id}`, documents: {}, files: [], listed: [] }
  const made = papersIn?.(view, raw.files, repository.readBytes) ?? []
  const opened = {
    ...{ papers: () => made, drafts: () => drafts },
    ...(changed && { changedPapers: () => changed(made) }),
    // Differences of signed copies from before this step are not searched for.
    ...(signedPapers(view.facts).length && { partial: ['document/stale'] }),
  }
  const rules = papersIn ? caseRules : withoutPapers
  if (!files.size) return lintCase(caseScope(view, raw, repository, projects, opened), rules)
  const digest = (file: string): string | undefined =>
    files.has(file) ? (files.get(file) ?? undefined) : repository.digest(file)
  const then = { ...raw, files: filesThen(raw, files) }
  const outside = outsideFiles(repository.root, view.config)
  const outsideThen = (path: string): CaseFile | null | undefined => {
    const sha256 = files.get(path)
    return sha256 ? { path, sha256: () => sha256 } : outside?.(path)
  }
  const scope = caseScope(view, then, { ...repository, digest }, projects, {
    ...opened,
    outside: outsideThen,
  })
  return lintCase(scope, rules)
}

/** The files of the case folder after the action, relative to the folder. */
function filesThen({ folder, files }: Pick<RawCase, 'folder' | 'files'>, coming: FilesToCome): string[] {
  const inside = [...coming].flatMap(([path, digest]) =>
    path.startsWith(`${folder}/`) ? [[path.slice(folder.length + 1), digest] as const] : [],
  )
  const touched = new Set(inside.map(([path]) => path))
  return [
    ...files.filter((file) => !touched.has(file)),
    ...inside.flatMap(([path, digest]) => (digest === null ? [] : path)),
  ]
}

/** The step that ends a case: what is wrong in it is said before. */
export const ENDING = 'close'

/** A step, and whether it corrects what was recorded. */
interface Correcting {
  readonly id: string
  readonly correction?: object
}

/**
 * Opens the papers for three kinds of step: one that ends a case, since the papers must be in the file then; one that
 * publishes; and one that corrects the record, since papers were made from it.
 */
export async function papersOpener({ id, correction }: Correcting): Promise<PapersIn | undefined> {
  const isJudged = id === ENDING || id === 'disclose' || correction !== undefined
  return isJudged ? (await import('../../../documents/inspect.ts')).papersIn : undefined
}
