import { timelineOf } from '../../../core/facts/timeline.ts'
import type { Finding } from '../../../core/lint/define.ts'
import type { CaseView } from '../../../core/view.ts'
import { type ArchiveItem, type CaseCommit, MANIFEST } from '../../../repository/archive.ts'
import type { CommandContext } from '../../shared/context.ts'
import { clean, jsonText } from '../../shared/output/output.ts'
import { textTable } from '../../shared/output/table.ts'
import { historyLine } from '../../shared/wording/history.ts'
import type { Absent, Material } from './contents.ts'

/** A material with its file in the archive. */
export interface Filed extends Material {
  readonly file: string
}

/** What the pages of an archive tell of. */
export interface Volume {
  readonly view: CaseView
  readonly commit: string
  readonly materials: readonly Filed[]
  /** Evidence on the list, and signed papers, that have no file. */
  readonly absent: readonly Absent[]
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
  return pageOfLines([
    '卷内目录',
    '',
    ...caseHead(view),
    `立卷日期：${view.today}`,
    `依据提交：${commit}`,
    '',
    textTable(heads, rows, Number.MAX_SAFE_INTEGER),
    ...(absent.length ? ['', '未入卷的证据、签署件（没有文件）：'] : []),
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
function materialJson({ number, title, date, file, pages }: Filed) {
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
  return pageOfLines([
    '办理经过',
    '',
    ...caseHead(view),
    '',
    '一、案件经过（按事实发生的日期）',
    tableOrNone(['日期', '事项', '对象'], facing),
    '',
    '二、记录经过（按提交的时间）',
    tableOrNone(['时间', '事项', '对象', '记录人', '提交'], recorded),
  ])
}

function caseHead({ facts }: CaseView): string[] {
  const unit = facts.case.jurisdiction?.handlingUnit
  return [
    `案件编号：${facts.id}`,
    clean(`案件名称：${facts.case.title}`),
    ...(unit === undefined ? [] : [clean(`承办单位：${unit}`)]),
  ]
}

function tableOrNone(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  if (!rows.length) return '（无）'
  const heads = titles.map((title) => ({ title }))
  return textTable(heads, rows, Number.MAX_SAFE_INTEGER)
}

function pageOfLines(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`
}

/** How many files an archive has, as its manifest counts them: it does not list itself. */
export function listedFiles(count: number): string {
  return `清单所列文件 ${count} 个`
}

interface MadeArchive {
  readonly target: string
  readonly volume: Volume
  readonly items: readonly ArchiveItem[]
  /** SHA-256 of the manifest; null when nothing was written. */
  readonly manifest: string | null
  /** The errors and warnings of the case. */
  readonly standing: readonly Finding[]
}

/** Says where the archive lies and how to check it later; in a dry run, what it would hold. */
export function printArchive(
  { global, out }: CommandContext,
  { target, volume, items, manifest, standing }: MadeArchive,
): void {
  const { view, commit, materials, absent } = volume
  if (global.json) {
    out.json('archive', {
      case: view.facts.id,
      folder: target,
      commit,
      dryRun: manifest === null,
      manifest,
      materials: materials.map(materialJson),
      absent: absent.map(({ id }) => id),
      standing,
    })
  } else if (manifest === null) {
    out.print(contentsText(volume).trimEnd())
    out.note(clean(`以上为将写入 ${target} 的目录（--dry-run），没有写入。`))
  } else {
    out.print(clean(`已立卷 ${target}：材料 ${materials.length} 件，${listedFiles(items.length)}。`))
    out.print(`清单（${MANIFEST}）的 SHA-256：${manifest}`)
    out.note(clean(`以后核对：ejc archive verify ${target}`))
  }
  for (const line of archiveRemarks(volume)) out.note(clean(line))
}

/** What the reader of the archive will miss. */
function archiveRemarks({ view, materials, absent }: Volume): string[] {
  const { facts } = view
  const papers = materials.some(({ source }) => source.startsWith('documents/'))
  return [
    ...(facts.closing.closed ? [] : ['本案尚未结案，案卷为目前的状态。']),
    ...(papers ? [] : [`卷内没有文书，可先运行 ejc render ${facts.id} --all。`]),
    ...(absent.length
      ? [`下列证据、签署件没有文件，没有入卷：${absent.map(({ id, title }) => `${id} ${title}`).join('、')}`]
      : []),
  ]
}
