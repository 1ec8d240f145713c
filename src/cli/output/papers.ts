import { subjectLabel } from '../../core/facts/subjects.ts'
import type { FieldValue, Need } from '../../core/forms/define.ts'
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

/** The same for programs, as kind `documents`, with the fields of the form. */
export function listedJson({ paper, file, state }: ListedPaper) {
  const { form, subject, title, missing, view } = paper
  return {
    form: form.id,
    subject,
    title,
    article: view.regulation.forms.find(({ id }) => id === form.id)?.article ?? null,
    file,
    state,
    missing: [...new Set(missing.map(({ path }) => path))],
    fields: formFields(paper),
  }
}

/**
 * The placeholders of a form with the facts that they can't do without, then the facts that are printed within
 * another field (`name` null).
 */
function formFields({ filled: { fields, needed } }: Paper) {
  const placeholders = Object.entries(fields).flatMap(([name, value]) => placeholdersOf(name, value))
  const within = new Set(needed.map(({ field }) => field).filter((field) => !placeholders.includes(field)))
  return [
    ...placeholders.map((name) => fieldJson(name, name, needed)),
    ...[...within].map((field) => fieldJson(null, field, needed)),
  ]
}

function fieldJson(name: string | null, title: string, needed: readonly Need[]) {
  const from = needed.filter(({ field }) => field === title).map(({ path, action }) => ({ path, action }))
  return { name, title: title.split('.').at(-1) ?? title, required: from.length > 0, from }
}

/** A field, or the fields of the rows of a table: 义务人.职务. */
function placeholdersOf(name: string, value: FieldValue): string[] {
  if (typeof value === 'string' || !('rows' in value)) return [name]
  const names = value.rows.flatMap((row) => Object.keys(row).map((field) => `${name}.${field}`))
  return names.length ? [...new Set(names)] : [name]
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
