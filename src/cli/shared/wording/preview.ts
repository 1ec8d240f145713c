import type { Deadline } from '../../../core/deadlines/define.ts'
import { obligorName } from '../../../core/facts/queries.ts'
import { subjectLabel } from '../../../core/facts/subjects.ts'
import type { PlacedFinding } from '../../../core/lint/define.ts'
import { shownArticle } from '../../../core/regulation/citation.ts'
import { reasonOfStage } from '../../../core/stages/after-evaluation.ts'
import type { ActionPreview } from '../../../core/stages/preview.ts'
import { stages, stageTitleInFull } from '../../../core/stages/stage.ts'
import type { CaseView } from '../../../core/view.ts'
import type { PlannedChange } from '../../../repository/record.ts'
import { clean, type Layout, type Output } from '../output/output.ts'
import { severityPaint } from '../output/paint.ts'
import { wrapIndented } from '../output/text.ts'
import { findingsOnce } from './findings-once.ts'
import { dueText, severityWords, statusWords } from './words.ts'

/** What an action writes (with the answers that the officer gave) and changes, for the officer who confirms it. */
export function previewText(
  { file, after }: PlannedChange,
  preview: ActionPreview,
  findings: readonly PlacedFinding[],
  { style, width }: Output,
  written = '',
): string {
  if (!after) return ''
  return [
    `写入 ${file}`,
    ...(written === '' ? [] : [written]),
    ...changesText(after, preview, findings, { style, width }),
  ].join('\n')
}

/** What a change of the facts changes in what follows from them, line by line: stages, deadlines, new findings. */
export function changesText(
  after: CaseView,
  preview: ActionPreview,
  findings: readonly PlacedFinding[],
  { style, width }: Layout,
): string[] {
  const marked = findingsOnce(findings, preview.deadlines, after.regulation).map(({ severity, message }) =>
    severityPaint(
      style,
      severity,
    )(wrapIndented(`${severityWords[severity]}：${clean(message)}`, width, '    ', '  ')),
  )
  return [
    ...titledLines(
      '阶段',
      preview.stages.map((change) => stageChange(after, change)),
      width,
    ),
    ...titledLines(
      '期限',
      preview.deadlines.map(({ to }) => deadlineChange(after, to)),
      width,
    ),
    ...(marked.length ? ['请注意：', ...marked] : []),
  ]
}

/** A titled list of indented lines; nothing where there are none. */
export function titledLines(title: string, lines: readonly string[], width: number): string[] {
  return lines.length
    ? [`${title}：`, ...lines.map((line) => wrapIndented(clean(line), width, '    ', '  '))]
    : []
}

function stageChange(after: CaseView, change: ActionPreview['stages'][number]): string {
  const { obligor, from, to } = change
  const who = obligor === null ? '本案' : obligorName(after.facts, obligor)
  const reason = reasonOfStage(after, change)
  const reached =
    reason === undefined ? stageTitleInFull(after.facts, to, obligor) : `${stages[to].title}（${reason}）`
  return `${who}：${from ? `${stages[from].title} → ${reached}` : reached}`
}

/** The title of a deadline, and the names of what it is about. */
export function deadlineName({ facts, regulation }: CaseView, { title, subject }: Deadline): string {
  return subject === null ? title : `${title}（${subjectLabel(facts, subject, regulation)}）`
}

function deadlineChange(view: CaseView, deadline: Deadline): string {
  const { status, met } = deadline
  const when = met ?? (deadline.due ? dueText(deadline) : undefined)
  const state = [statusWords[status], when].filter(Boolean).join(' ')
  return `${deadlineName(view, deadline)}：${state}（${shownArticle(deadline)}）`
}
