import { isDocumentName } from '../../../core/facts/documents.ts'
import type { PlacedFinding } from '../../../core/lint/define.ts'
import type { Regulation } from '../../../core/regulation/regulation.ts'
import { checkDocument, isBackfilledCase } from '../../../repository/check.ts'
import { digestOf } from '../../../repository/digest.ts'
import { RepositoryError } from '../../../repository/errors.ts'
import { documentOf } from '../../../repository/raw.ts'
import { viewWith } from '../../../repository/record.ts'
import {
  filesChangedSince,
  isWholeCase,
  lastAction,
  type TakingBack,
  takeBack,
  takingBack,
} from '../../../repository/undo.ts'
import type { CaseReading, Workspace } from '../../../repository/workspace.ts'
import { flag, type OptionValues } from '../../shared/command.ts'
import { confirmed } from '../../shared/confirm.ts'
import type { CommandContext } from '../../shared/context.ts'
import { newFindings } from '../../shared/entry/new-findings.ts'
import { Exit, type ExitCode, RefusedError } from '../../shared/exit.ts'
import { namedLists } from '../../shared/law/named-lists.ts'
import { clean } from '../../shared/output/output.ts'
import { historyLine } from '../../shared/wording/history.ts'
import { usedPlaces } from '../../shared/wording/used-places.ts'
import { type Consequence, printUndone, undoText } from './text.ts'

/**
 * `ejc undo CASE`: takes the last action of a case back by a new commit; if that was an undo, does the action again.
 */
export async function undoLast(
  context: CommandContext,
  asked: string,
  options: OptionValues,
): Promise<ExitCode> {
  const workspace = await context.workspace()
  const { repository, setting } = workspace
  repository.readCase(asked)
  const entry = await lastAction(repository.root, asked)
  const id = entry.caseId
  const reading = workspace.readCase(id)
  if (entry.action === 'new') throw clueRefusal(id, reading.ok ? reading.view.regulation : setting.regulation)
  const back = await takingBack(repository.root, entry)
  const regulation = reading.ok ? reading.view.regulation : setting.regulation
  const consequence = consequenceOf(workspace, reading, back, regulation)
  await refuseLeaning({ root: repository.root, repo: context.global.repo }, id, entry, consequence)
  const told = historyLine(entry, id, reading.ok ? reading.view.facts : undefined, regulation)
  const line = { ...told, what: undoTitle(told.what, entry) }
  if (!context.global.json) {
    const now = (path: string): Uint8Array | undefined => repository.readBytes(path)
    const meanings = { lists: namedLists(regulation), facts: reading.ok ? reading.view.facts : undefined }
    context.out.note(undoText(back, line, now, consequence, meanings, context.out))
  }
  const [ask, left] = entry.action === 'undo' ? ['恢复吗？', '没有恢复。'] : ['撤销吗？', '没有撤销。']
  const written = !flag(options, 'dryRun') && (await confirmed(context, options, ask, left))
  const commit = written
    ? (await takeBack(repository.root, back, commitMessage(id, entry), options.commit !== false)).commit
    : null
  printUndone(context, back, line, { written, commit })
  return Exit.Ok
}

/** A clue was registered because somebody raised it: it ends by a recorded decision and never disappears. */
function clueRefusal(id: string, { has, articleOf }: Regulation): RefusedError {
  const reported = has('quarterly-clue-list') ? `，逐季报送（${articleOf('quarterly-clue-list')}）` : ''
  return new RefusedError(
    [
      `案件 ${id} 最近一次办理是登记线索，不能撤销：线索应当登记在案${reported}。`,
      `  登记有误的：ejc amend ${id} 登记线索`,
      `  同一线索登记了两次的：ejc amend ${id} 登记线索 --remove`,
      `  不启动索赔的：ejc advance ${id} 决定不启动索赔，写明理由（${articleOf('not-initiate')}）`,
      `  与另一案编号相同的：ejc renumber ${id}`,
    ].join('\n'),
  )
}

/** What follows for the case; undefined where it can't be read now, or is removed. Refuses to make it unreadable. */
function consequenceOf(
  workspace: Workspace,
  reading: CaseReading,
  back: TakingBack,
  regulation: Regulation,
): Consequence | undefined {
  if (isWholeCase(back)) return undefined
  const { files } = back
  const folder = `cases/${reading.id}/`
  const documents = [...files].flatMap(([path, bytes]) => {
    const name = path.slice(folder.length).replace(/\.yaml$/, '')
    // Where two cases became one, or one two, the files of the other one are among them.
    if (!path.startsWith(folder) || !path.endsWith('.yaml') || !isDocumentName(name)) return []
    if (bytes === null) return [[name, undefined] as const]
    const isBackfilled = isBackfilledCase(reading.raw?.documents.case)
    const { data, problems } = checkDocument(name, documentOf(path, bytes), regulation.lists, isBackfilled)
    const [problem] = problems.filter(({ rule }) => rule !== 'schema/unknown-key')
    if (problem) throw unreadableThen(path, problem.message)
    return [[name, data] as const]
  })
  if (!reading.ok) return undefined
  const { view: before } = reading
  const restored = Object.fromEntries(documents)
  // A case that was moved to another pack goes back to the one that it was pinned to.
  const pinned = workspace.law.regulation(pinnedIn(restored.case) ?? regulation.id) ?? regulation
  const after = viewWith(workspace, { view: before, regulation: pinned }, restored)
  const coming = new Map([...files].map(([path, bytes]) => [path, bytes && digestOf(bytes)]))
  return { before, after, findings: newFindings(workspace, before, after, coming) }
}

/** The pack that a case document names, before anything is known of it. */
function pinnedIn(document: unknown): string | undefined {
  const isNamed = typeof document === 'object' && document !== null && 'regulation' in document
  return isNamed && typeof document.regulation === 'string' ? document.regulation : undefined
}

/** Refuses where something recorded since refers to what would be gone. */
async function refuseLeaning(
  { root, repo }: { readonly root: string; readonly repo: string | undefined },
  id: string,
  { commit, title }: TakingBack['entry'],
  consequence: Consequence | undefined,
): Promise<void> {
  if (!consequence) return
  const dangling = consequence.findings.filter(({ denies }) => denies === 'reference')
  const fileOf = ({ document }: PlacedFinding): string => `cases/${id}/${document}.yaml`
  const since = await filesChangedSince(root, commit, [...new Set(dangling.map(fileOf))])
  const leaning = dangling.filter((each) => since.includes(fileOf(each)))
  if (!leaning.length) return
  throw new RefusedError(
    [
      clean(`此后的记录还要用到“${title}”，不能撤销。用到它的：`),
      ...usedPlaces(consequence.before, leaning, repo),
      '请先逐项更正或者去掉，再撤销。',
    ].join('\n'),
  )
}

function unreadableThen(path: string, why: string): RepositoryError {
  const message = `${path} 在这次办理以前就不合格式，撤销会使案件无法读取，没有撤销：${why}`
  return new RepositoryError('not-undoable', message, { file: path })
}

const UNDONE = '撤销：'

const REDONE = '恢复：'

/** 撤销：送达磋商告知书; where that was an undo itself, 恢复：送达磋商告知书, and so on. */
function undoTitle(what: string, { undoes }: TakingBack['entry']): string {
  if (undoes !== null && what.startsWith(UNDONE)) return `${REDONE}${what.slice(UNDONE.length)}`
  if (undoes !== null && what.startsWith(REDONE)) return `${UNDONE}${what.slice(REDONE.length)}`
  return `${UNDONE}${what}`
}

function commitMessage(id: string, entry: TakingBack['entry']): string {
  const { title } = entry
  return `${id} ${undoTitle(title.startsWith(`${id} `) ? title.slice(id.length + 1) : title, entry)}`
}
