import { isDocumentName } from '../../../core/facts/documents.ts'
import type { PlacedFinding } from '../../../core/lint/define.ts'
import { previewOfAction } from '../../../core/stages/preview.ts'
import type { CaseView } from '../../../core/view.ts'
import { isWholeCase, type TakingBack } from '../../../repository/undo.ts'
import type { CommandContext } from '../../shared/context.ts'
import { clean, type Output } from '../../shared/output/output.ts'
import { wrapIndented } from '../../shared/output/text.ts'
import { changeLines } from '../../shared/wording/changes.ts'
import { commitMark } from '../../shared/wording/commit-mark.ts'
import type { HistoryLine } from '../../shared/wording/history.ts'
import { changesText, deadlineName, titledLines } from '../../shared/wording/preview.ts'
import { linesInWords, type Meanings } from './titled.ts'

/** The case before and after the undo, where it can be read; and what the rules find only after it. */
export interface Consequence {
  readonly before: CaseView
  readonly after: CaseView
  readonly findings: readonly PlacedFinding[]
}

/** How many changed lines of a file are shown at most. */
const MOST_LINES = 24

/** What an undo takes back, for the officer who confirms it: the action, the files with their lines, what follows. */
export function undoText(
  back: TakingBack,
  { at, what, about, by, commit }: HistoryLine,
  now: (path: string) => Uint8Array | undefined,
  consequence: Consequence | undefined,
  meanings: Meanings,
  out: Output,
): string {
  const head = [what, about === '' ? '' : `（${about}）`].join('')
  const { caseId } = back.entry
  return [
    clean(head),
    clean(`  ${at} 由 ${by} 记录，提交 ${commit}`),
    ...(isWholeCase(back) ? [`案件 ${caseId} 整件从库里去掉，内容留在 git 历史里。`] : []),
    ...[...back.files].flatMap(([path, former]) => [
      headOf(path, now(path), former),
      ...(factLines(path, caseId, consequence, meanings, out) ??
        fileLinesText(path, now(path), former, meanings)),
    ]),
    ...(consequence ? consequenceText(consequence, out) : []),
  ].join('\n')
}

function headOf(path: string, now: Uint8Array | undefined, former: Uint8Array | null): string {
  const done = former === null ? '删除' : now === undefined ? '恢复' : '改回'
  return clean(`${done} ${path}`)
}

/** The facts of a document of the case that change, a line each; undefined for any other file. */
function factLines(
  path: string,
  caseId: string,
  consequence: Consequence | undefined,
  { lists }: Meanings,
  { width }: Output,
): string[] | undefined {
  const name = path.startsWith(`cases/${caseId}/`)
    ? path.slice(`cases/${caseId}/`.length, -'.yaml'.length)
    : ''
  if (!consequence || !path.endsWith('.yaml') || !isDocumentName(name)) return undefined
  const [before, after] = [consequence.before, consequence.after].map(({ facts }) => ({
    ...facts.documents[name],
  }))
  const { facts } = consequence.before
  const lines = changeLines({ name, path: [], lists }, before ?? {}, after ?? {}, { facts, choices: {} })
  return shortened(lines.map((line) => wrapIndented(clean(line), width, '    ', '  ')))
}

/** The lines of any other file that differ, where people can read them. */
function fileLinesText(
  path: string,
  now: Uint8Array | undefined,
  former: Uint8Array | null,
  meanings: Meanings,
): string[] {
  if (!path.endsWith('.yaml') || !now || !former) return []
  const [before, after] = [now, former].map((bytes) => linesInWords(path, fileLines(bytes), meanings))
  return differingLines(before ?? [], after ?? [])
}

const fileLines = (bytes: Uint8Array): string[] => new TextDecoder().decode(bytes).split('\n')

/** The lines that go (-) and come back (+): all between the common beginning and the common end. */
function differingLines(now: readonly string[], former: readonly string[]): string[] {
  const shorter = Math.min(now.length, former.length)
  let start = 0
  while (start < shorter && now[start] === former[start]) start++
  let end = 0
  while (end < shorter - start && now.at(-1 - end) === former.at(-1 - end)) end++
  const marked = [
    ...now.slice(start, now.length - end).map((line) => `  - ${clean(line)}`),
    ...former.slice(start, former.length - end).map((line) => `  + ${clean(line)}`),
  ]
  return shortened(marked)
}

function shortened(lines: string[]): string[] {
  const hidden = lines.length - MOST_LINES
  return hidden > 0 ? [...lines.slice(0, MOST_LINES), `  ……（另有 ${hidden} 行）`] : lines
}

function consequenceText({ before, after, findings }: Consequence, out: Output): string[] {
  const gone = previewOfAction(after, before).deadlines.flatMap(({ from, to }) => (from ? [] : to))
  const kept = new Set(after.facts.evidence.map(({ outside }) => outside))
  const left = before.facts.evidence.flatMap(({ outside }) =>
    outside === undefined || kept.has(outside) ? [] : outside,
  )
  return [
    ...(left.length ? [clean(`外存文件夹里的 ${left.join('、')} 不删除。`)] : []),
    ...changesText(after, previewOfAction(before, after), findings, out),
    ...titledLines(
      '不再有的期限',
      gone.map((deadline) => deadlineName(before, deadline)),
      out.width,
    ),
  ]
}

/** Says what was undone, and how to do it again. */
export function printUndone(
  { global, out }: CommandContext,
  back: TakingBack,
  { what }: HistoryLine,
  { written, commit }: { readonly written: boolean; readonly commit: string | null },
): void {
  const { entry, files } = back
  const { caseId, subject, action } = entry
  if (global.json) {
    const undoes = { commit: entry.commit, action, title: entry.title }
    const done = { case: caseId, action: 'undo', subject, files: [...files.keys()], commit }
    out.json('written', { ...done, dryRun: !written, undoes })
    return
  }
  if (!written) {
    out.note('以上为将撤销的内容（--dry-run），没有写入。')
    return
  }
  out.print(clean(`已${what}${commitMark(commit)}`))
  out.note(
    isWholeCase(back)
      ? '还要这一件的，用 ejc import 再导入一次。'
      : `再运行一次 ejc undo ${caseId} 即改回来；办理记录见 ejc log ${caseId}。`,
  )
}
