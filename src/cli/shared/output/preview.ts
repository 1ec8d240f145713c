import type { Deadline } from '../../../core/deadlines/define.ts'
import { obligorName } from '../../../core/facts/queries.ts'
import { subjectLabel } from '../../../core/facts/subjects.ts'
import type { PlacedFinding } from '../../../core/lint/define.ts'
import type { Preview } from '../../../core/stages/preview.ts'
import { stages } from '../../../core/stages/stage.ts'
import type { CaseView } from '../../../core/view.ts'
import type { Draft } from '../../../repository/record.ts'
import { clean, type Output } from './output.ts'
import { severityPaint } from './paint.ts'
import { paragraph } from './text.ts'
import { dueText, severityWords, statusWords } from './words.ts'

/** What an action writes (the answers, for one who gave them) and changes, for a person who is about to say yes. */
export function previewText(
  { file, after }: Draft,
  preview: Preview,
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
  preview: Preview,
  findings: readonly PlacedFinding[],
  { style, width }: Pick<Output, 'style' | 'width'>,
): string[] {
  const marked = findings.map(({ severity, message }) =>
    severityPaint(
      style,
      severity,
    )(paragraph(`${severityWords[severity]}：${clean(message)}`, width, '    ', '  ')),
  )
  return [
    ...section(
      '阶段',
      preview.stages.map((change) => stageChange(after, change)),
      width,
    ),
    ...section(
      '期限',
      preview.deadlines.map(({ to }) => deadlineChange(after, to)),
      width,
    ),
    ...(marked.length ? ['请注意：', ...marked] : []),
  ]
}

/** A titled list of lines, set in; nothing where there are none. */
export function section(title: string, lines: readonly string[], width: number): string[] {
  return lines.length
    ? [`${title}：`, ...lines.map((line) => paragraph(clean(line), width, '    ', '  '))]
    : []
}

function stageChange({ facts }: CaseView, { obligor, from, to }: Preview['stages'][number]): string {
  const who = obligor === null ? '本案' : obligorName(facts, obligor)
  return from ? `${who}：${stages[from].title} → ${stages[to].title}` : `${who}：${stages[to].title}`
}

/** A deadline by its title, and what it is about in names. */
export function deadlineName({ facts, regulation }: CaseView, { title, subject }: Deadline): string {
  return subject === null ? title : `${title}（${subjectLabel(facts, subject, regulation)}）`
}

function deadlineChange(view: CaseView, deadline: Deadline): string {
  const { status, met } = deadline
  const when = met ?? (deadline.due ? dueText(deadline) : undefined)
  const state = [statusWords[status], when].filter(Boolean).join(' ')
  return `${deadlineName(view, deadline)}：${state}（${deadline.article}）`
}
