import { timelineOf } from '../../core/facts/timeline.ts'
import type { CaseView } from '../../core/view.ts'
import type { CaseCommit } from '../../repository/archive.ts'
import { clean, jsonText } from '../output/output.ts'
import { table } from '../output/table.ts'
import type { Material } from './contents.ts'
import { historyLine } from './history.ts'

/** A material with its file in the archive. */
export interface Filed extends Material {
  readonly file: string
}

/** What the pages of an archive tell of. */
export interface Volume {
  readonly view: CaseView
  readonly commit: string
  readonly materials: readonly Filed[]
  /** Evidence on the list that has no file. */
  readonly absent: CaseView['facts']['evidence']
  /** Newest first. */
  readonly history: readonly CaseCommit[]
}

/** 卷内目录.txt: what is in the archive, by number. */
export function contentsText({ view, commit, materials, absent }: Volume): string {
  const heads = ['序号', '题名', '日期', '页数', '文件'].map((title) => ({ title }))
  const rows = materials.map(({ number, title, date, pages, file }) => [
    String(number),
    title,
    date ?? '',
    pages === null ? '' : String(pages),
    file,
  ])
  return page([
    '卷内目录',
    '',
    ...headOf(view),
    `立卷日期：${view.today}`,
    `依据提交：${commit}`,
    '',
    table(heads, rows, Number.MAX_SAFE_INTEGER),
    ...(absent.length ? ['', '未入卷的证据（清单中没有文件）：'] : []),
    ...absent.map(({ id, title, file }) => clean(`${id} ${title}${file ? `（${file}）` : ''}`)),
    '',
    '案件记录的日期为最后一次提交的日期；文书和证据的日期为事实所记的日期，没有记录的，为提交的日期。页数未知的留空。',
  ])
}

/** contents.json: the same for programs. */
export function contentsJson({ view, commit, materials, absent }: Volume): string {
  return jsonText('archive-contents', {
    case: view.facts.id,
    title: view.facts.case.title,
    regulation: view.facts.case.regulation,
    compiledOn: view.today,
    commit,
    materials: materials.map(materialJson),
    absent: absent.map(({ id, title, file }) => ({ id, title, file: file ?? null })),
  })
}

/** A material as programs read it. */
export function materialJson({ number, title, date, file, pages }: Filed) {
  return { number, title, date, file, pages }
}

/** 经过.txt: what happened by its days, and what was recorded by its commits. */
export function courseText({ view, history }: Volume): string {
  const { facts, regulation } = view
  const facing = timelineOf(facts).map(({ date, what, about }) => [date, what, about])
  const recorded = history
    .map((entry) => historyLine(entry, facts.id, facts, regulation))
    .toReversed()
    .map(({ at, what, about, by, commit }) => [at, what, about, by, commit])
  return page([
    '办理经过',
    '',
    ...headOf(view),
    '',
    '一、案件经过（按事实发生的日期）',
    listOf(['日期', '事项', '对象'], facing),
    '',
    '二、记录经过（按提交的时间）',
    listOf(['时间', '事项', '对象', '记录人', '提交'], recorded),
  ])
}

function headOf({ facts }: CaseView): string[] {
  const unit = facts.case.jurisdiction?.handlingUnit
  return [
    `案件编号：${facts.id}`,
    clean(`案件名称：${facts.case.title}`),
    ...(unit === undefined ? [] : [clean(`承办单位：${unit}`)]),
  ]
}

function listOf(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  if (!rows.length) return '（无）'
  const heads = titles.map((title) => ({ title }))
  return table(heads, rows, Number.MAX_SAFE_INTEGER)
}

function page(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`
}
