import { subjectLabel } from '../../core/facts/subjects.ts'
import type { FieldValue } from '../../core/forms/define.ts'
import type { CaseView } from '../../core/view.ts'
import type { Paper, PaperState } from '../../documents/render.ts'

/** A paper of a case and the file made of it, if there is one. */
export interface ListedPaper {
  readonly paper: Paper
  readonly file: string | null
  readonly state: PaperState
}

/** What a paper lacks: each fact with its path and where it is recorded. */
export function missingText(paper: Paper): string {
  const { title, view, subject } = paper
  const lines = missingLines(paper)
  const about = subject === null ? '' : `（${subjectLabel(view.facts, subject, view.regulation)}）`
  return [`${title}${about}缺少 ${lines.length} 项：`, ...lines].join('\n')
}

function missingLines({ view, missing }: Paper): string[] {
  return [
    ...new Set(
      missing.map(({ field, path, action }) => `  ${field}：${path}，${howToRecord(view, path, action)}`),
    ),
  ]
}

/** Facts of registration and configuration have no action of their own: they are mended in their file. */
function howToRecord({ facts }: CaseView, path: string, action: string): string {
  if (action === 'init') return '在 ejc.yaml 中填写'
  const file = `cases/${facts.id}/${path.split('.')[0]}.yaml`
  if (action === 'new') return `登记线索时填写，现可在 ${file} 中补填`
  return `用 ejc advance ${facts.id} ${action} 记录，或在 ${file} 中补填`
}

/** One paper of the list: what it is, how it stands, what it lacks, and its fields when they are wanted. */
export function listedText({ paper, state }: ListedPaper, withFields: boolean): string {
  const { title, form, subject, view, missing, filled } = paper
  const about = subject === null ? '' : ` ${subject} ${subjectLabel(view.facts, subject, view.regulation)}`
  const standing = missing.length ? `缺少 ${missing.length} 项` : stateWords[state]
  return [
    `${title}（${form.id}）${about}：${standing}`,
    ...(missing.length ? missingLines(paper) : []),
    ...(withFields ? fieldLines(filled.fields) : []),
  ].join('\n')
}

/** The same for programs, as kind `documents`. */
export function listedJson({ paper, file, state }: ListedPaper) {
  const { form, subject, title, missing } = paper
  return {
    form: form.id,
    subject,
    title,
    file,
    state,
    missing: [...new Set(missing.map(({ path }) => path))],
  }
}

const stateWords = {
  absent: '可以生成',
  current: '已是最新',
  stale: '事实或模板已变，需重新生成',
  edited: '经过手工修改',
  draft: '草稿',
} as const

function fieldLines(fields: Readonly<Record<string, FieldValue>>): string[] {
  return Object.entries(fields).map(([name, value]) => `  ${name}：${shown(value)}`)
}

function shown(value: FieldValue): string {
  if (typeof value === 'string') return value || '（空）'
  if ('paragraphs' in value) return value.paragraphs.join(' ') || '（空）'
  if ('block' in value) return value.block ? '保留' : '删除'
  return (
    value.rows
      .map((row) =>
        Object.entries(row)
          .map(([key, text]) => `${key}=${text}`)
          .join('，'),
      )
      .join('；') || '（空）'
  )
}
