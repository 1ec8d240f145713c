import { subjectLabel } from '../../../core/facts/subjects.ts'
import type { FieldValue, Missing, Need } from '../../../core/forms/define.ts'
import type { Paper, PaperState } from '../../../documents/render.ts'
import type { Layout } from '../output/output.ts'
import { type Cell, textTable } from '../output/table.ts'
import { messageText, wrapIndented } from '../output/text.ts'
import { shortenedText } from './item-text.ts'
import { lackingLines, lackingPaths } from './lacking.ts'

/** A paper of a case and the file made of it, if there is one. */
export interface ListedPaper {
  readonly paper: Paper
  readonly file: string | null
  readonly state: PaperState
}

/** What a paper lacks, and where each fact is recorded. */
export function missingText({ title, view, subject, missing }: Paper): string {
  const about = subject === null ? '' : `（${subjectLabel(view.facts, subject, view.regulation)}）`
  return [`${title}${about}缺少 ${missingCount(missing)} 项：`, ...lackingPaths(view, missing)].join('\n')
}

/** How many facts are missing, each counted once. */
export function missingCount(missing: readonly Missing[]): number {
  return new Set(missing.map(({ field, path }) => `${field} ${path}`)).size
}

/** How a paper stands, in words; `lacking` facts are missing. */
export function paperStateText(state: PaperState, lacking: number): string {
  if (!lacking) return paperStateWords[state]
  return state === 'absent' ? `缺 ${lacking} 项` : `${paperStateWords[state]}，缺 ${lacking} 项`
}

/** One line for each paper: its number among the model forms, what it is about, and how it stands. */
export function papersTable(papers: readonly ListedPaper[], { style, width }: Layout): string {
  const rows = papers.map((listed): Cell[] => {
    const { form, subject, title, view } = listed.paper
    const label = subjectLabel(view.facts, subject, view.regulation)
    return [
      String(view.regulation.forms.find(({ id }) => id === form.id)?.number ?? ''),
      title,
      subject ?? '',
      label === subject ? '' : label,
      { text: paperState(listed), paint: isIdle(listed) ? style.dim : (text) => text },
    ]
  })
  const heads = [
    { title: '序号' },
    { title: '文书', flexible: true },
    { title: '代码' },
    { title: '对象', flexible: true },
    { title: '状态', flexible: true },
  ]
  return textTable(heads, rows, width, style.dim)
}

function paperState(listed: ListedPaper): string {
  const { paper, state } = listed
  if (isIdle(listed)) return '尚未涉及'
  const lacking = missingCount(paper.missing)
  if (paper.form.own && lacking) return `${paperStateWords[state]}，${lacking} 项没有记录，留横线`
  return paperStateText(state, lacking)
}

/** Nothing has happened yet that the form could be about. */
function isIdle({ paper: { form, view } }: ListedPaper): boolean {
  return form.subjects(view).length === 0
}

/**
 * One paper at length: how it stands, what it lacks and where that is recorded, and what its fields will say, `whole`
 * or cut.
 */
export function paperDetail(listed: ListedPaper, { style, width }: Layout, whole = false): string {
  const { title, form, subject, view, missing, filled } = listed.paper
  const about = subject === null ? '' : ` ${subject} ${subjectLabel(view.facts, subject, view.regulation)}`
  const lines = [
    ...lackingLines(view, missing),
    ...(missingCount(missing) ? ['  现有内容：'] : []),
    ...fieldLines(filled.fields, whole),
  ]
  return [
    style.bold(
      wrapIndented(
        `${title}（${form.own?.file ?? form.id}）${about}：${paperState(listed)}`,
        width,
        '  ',
        '',
      ),
    ),
    messageText(lines.join('\n'), width),
  ].join('\n')
}

/** The same for programs, as kind `documents`, with the fields of the form. */
export function paperJson({ paper, file, state }: ListedPaper) {
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
 * The placeholders of a form with the facts that they need, then the facts that are printed within
 * another field (`name` null).
 */
function formFields({ filled: { fields, needed } }: Paper) {
  const placeholders = Object.entries(fields).flatMap(([name, value]) => fieldPlaceholders(name, value))
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
function fieldPlaceholders(name: string, value: FieldValue): string[] {
  if (typeof value === 'string' || !('rows' in value)) return [name]
  const names = value.rows.flatMap((row) => Object.keys(row).map((field) => `${name}.${field}`))
  return names.length ? [...new Set(names)] : [name]
}

const paperStateWords = {
  absent: '可生成',
  current: '已生成',
  stale: '已生成，事实或模板已变',
  edited: '已生成，经过手工修改',
  damaged: '文件损坏',
  draft: '草稿',
} as const

function fieldLines(fields: Readonly<Record<string, FieldValue>>, whole: boolean): string[] {
  return Object.entries(fields).map(
    ([name, value]) => `    ${name}：${whole ? fieldText(value) : shortenedText(fieldText(value))}`,
  )
}

function fieldText(value: FieldValue): string {
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
