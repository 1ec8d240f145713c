import type { CaseDraft, CaseFile, PlacedFinding } from '../../../core/lint/define.ts'
import { lintCase } from '../../../core/lint/engine.ts'
import { caseRules } from '../../../core/lint/index.ts'
import { type FoundIn, newlyFound } from '../../../core/stages/refusals.ts'
import type { CaseView } from '../../../core/view.ts'
import { caseScope, noWordFiles } from '../../../office/lint/scope.ts'
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
  { papersIn, drafts = [] }: Opened = {},
): readonly PlacedFinding[] {
  return newlyFound(
    before ? findIn(workspace, before, new Map(), { papersIn }) : { findings: [], documents: {} },
    findIn(workspace, after, files, { papersIn, drafts }),
  )
}

/** The Word files that are read. */
interface Opened {
  /** Opens the papers of the case. */
  readonly papersIn?: PapersIn | undefined
  /** The agreements that come with the action: what they say is held against what is entered. */
  readonly drafts?: readonly CaseDraft[] | undefined
}

/** Opens the papers of a case. */
export type PapersIn = typeof import('../../../documents/inspect.ts').papersIn

function findIn(workspace: Workspace, view: CaseView, files: FilesToCome, opened: Opened): FoundIn {
  return { findings: findingsWith(workspace, view, files, opened), documents: view.facts.documents }
}

/** The rules for a case whose papers were not opened: then nothing can be said of a missing paper. */
const withoutPapers = caseRules.filter(({ id }) => id !== 'document/missing')

function findingsWith(
  workspace: Workspace,
  view: CaseView,
  files: FilesToCome,
  { papersIn, drafts = [] }: Opened,
): PlacedFinding[] {
  const { repository, projects } = workspace
  const { id } = view.facts
  const raw = repository.caseExists(id)
    ? repository.readCase(id)
    : { id, folder: `cases/${id}`, documents: {}, files: [] }
  if (papersIn) {
    const papers = () => papersIn(view, raw.files, repository.readBytes)
    return lintCase(caseScope(view, raw, repository, projects, { ...noWordFiles, papers }), caseRules)
  }
  if (!files.size) return lintCase(caseScope(view, raw, repository, projects), withoutPapers)
  const digest = (file: string): string | undefined =>
    files.has(file) ? (files.get(file) ?? undefined) : repository.digest(file)
  const then = { ...raw, files: filesThen(raw, files) }
  const outside = outsideFiles(repository.root, view.config)
  const outsideThen = (path: string): CaseFile | null | undefined => {
    const sha256 = files.get(path)
    return sha256 ? { path, sha256: () => sha256 } : outside?.(path)
  }
  const scope = caseScope(view, then, { ...repository, digest }, projects, {
    ...noWordFiles,
    drafts: () => drafts,
    outside: outsideThen,
  })
  return lintCase(scope, withoutPapers)
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

/** Judged by papers are what ends a case, since they must be in the file then, and what goes out to the public. */
export async function papersOpener({ id }: { readonly id: string }): Promise<PapersIn | undefined> {
  const isJudged = id === ENDING || id === 'disclose'
  return isJudged ? (await import('../../../documents/inspect.ts')).papersIn : undefined
}
