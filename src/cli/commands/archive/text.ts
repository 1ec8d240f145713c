import type { CopyKind } from '../../../core/archive/item.ts'
import { contentsHeads, contentsRows, situationOf } from '../../../core/archive/pages.ts'
import type { Filed, Volume } from '../../../core/archive/volume.ts'
import type { Finding } from '../../../core/lint/define.ts'
import { type ArchiveItem, MANIFEST } from '../../../repository/archive.ts'
import type { CommandContext } from '../../shared/context.ts'
import { ejcCall } from '../../shared/output/call.ts'
import { clean, jsonText } from '../../shared/output/output.ts'
import { textTable } from '../../shared/output/table.ts'
import { wrapIndented } from '../../shared/output/text.ts'
import { firstLackingLines } from './ready.ts'
import { headOf } from './record.ts'
import { blanksOfCover, wordsOfBlank } from './settle.ts'

/** 卷内文件目录 and 备考表 as text, for a look before the archive is made. */
function contentsText(volume: Volume): string {
  const heads = contentsHeads.map((title) => ({ title }))
  return [
    '卷内文件目录',
    '',
    ...headOf(volume.view),
    '',
    textTable(
      heads,
      contentsRows(volume).map((row) => row.map(clean)),
      Number.MAX_SAFE_INTEGER,
    ),
    '',
    '备考表：',
    ...situationOf(volume).map((line) => `  ${clean(line)}`),
  ].join('\n')
}

/** contents.json: the list for programs, by which `archive verify` knows the pages. */
export function contentsJson({ view, commit, isWorking, items, absent }: Volume): string {
  return jsonText('archive-contents', {
    case: view.facts.id,
    title: view.facts.case.title,
    regulation: view.facts.case.regulation,
    compiledOn: view.today,
    commit,
    working: isWorking,
    materials: items.map(materialJson),
    absent: absent.map(({ id, title, file }) => ({ id, title, file: file ?? null })),
  })
}

/** A material as programs read it. */
function materialJson({ number, title, documentNumber, responsible, date, pages, from, to, files }: Filed) {
  return { number, title, documentNumber, responsible, date, pages, from, to, files }
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
  const { view, commit, absent, isWorking, lacking, withoutPaper } = volume
  if (global.json) {
    out.json('archive', {
      case: view.facts.id,
      folder: target,
      commit,
      dryRun: manifest === null,
      working: isWorking,
      manifest,
      materials: volume.items.map(materialJson),
      absent: absent.map(({ id }) => id),
      lacking,
      withoutPaper,
      standing,
    })
  } else if (manifest === null) {
    out.print(contentsText(volume))
    out.note(clean(`以上为将写入 ${target} 的目录（--dry-run），没有写入。`))
  } else {
    const what = isWorking ? '已立工作卷' : '已立卷'
    out.print(clean(`${what} ${target}：${volume.items.length} 件，${listedFiles(items.length)}。`))
    out.print(`清单（${MANIFEST}）的 SHA-256：${manifest}`)
    out.note(clean(`以后核对：ejc archive verify ${target}`))
    for (const line of nextLines(volume, global.repo)) out.note(wrapIndented(line, out.width, '  ', ''))
  }
  for (const line of archiveRemarks(volume, manifest === null)) out.note(clean(line))
}

/** What is still to be recorded once the file is made: the day of the archive, and what the cover leaves blank. */
function nextLines({ view, isWorking }: Volume, repo: string | undefined): string[] {
  const { facts, today } = view
  const { closed } = facts.closing
  const day = ['amend', facts.id, '结案', '--set', `archivedOn=${today}`, '--reason', '已立卷']
  const blanks = blanksOfCover(view).map((key) => wordsOfBlank(key).title)
  return [
    ...(closed && !closed.archivedOn && !isWorking
      ? [`案卷移交归档以后，记下归档日期（日期照实改）：${ejcCall(repo, day)}`]
      : []),
    ...(blanks.length
      ? [
          `封面上空着：${blanks.join('、')}。档案部门确定以后，用 ${ejcCall(repo, ['init'])} 填写（或者在 ejc.yaml 的 archive 下写明），删去这份案卷重新立卷。`,
        ]
      : []),
  ]
}

/** What copies of papers are. */
const PAPERS: readonly string[] = ['word', 'text', 'signed'] satisfies CopyKind[]

/** What the reader of the archive will miss. */
function archiveRemarks(
  { view, items, absent, noPdf, isWorking, lacking }: Volume,
  dryRun: boolean,
): string[] {
  const { facts } = view
  const papers = items.some(({ files }) => files.some(({ kind }) => PAPERS.includes(kind)))
  const uncounted = items.filter(({ pages, isPaged }) => isPaged && pages === null)
  return [
    ...(lacking.length
      ? [[`${isWorking ? '工作卷' : '还不能正式立卷'}：`, ...firstLackingLines(lacking)].join('\n')]
      : []),
    ...(papers ? [] : [`卷内没有文书，可先运行 ejc render ${facts.id} --all。`]),
    ...(absent.length
      ? [`下列证据、签署件没有文件，没有入卷：${absent.map(({ id, title }) => `${id} ${title}`).join('、')}`]
      : []),
    ...(noPdf !== null && !dryRun ? [`没有 PDF/A 副本：${noPdf}；文书的页数空着，打印后填写。`] : []),
    ...(noPdf === null && uncounted.length
      ? [`页数没有查明：第 ${uncounted.map(({ number }) => number).join('、')} 号，原因见备考表。`]
      : []),
  ]
}
