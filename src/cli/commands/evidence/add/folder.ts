import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import type { IsoDate } from '../../../../core/calendar/dates.ts'
import type { Evidence } from '../../../../core/facts/documents.ts'
import {
  addressOf,
  type CellContent,
  type LedgerBook,
  type LedgerSheetData,
  type SheetRow,
  shownText,
} from '../../../../core/ledger/intake/book.ts'
import { DocumentError } from '../../../../documents/error.ts'
import { typedDate } from '../../../prompts/normalize.ts'
import { UsageError } from '../../../shared/exit.ts'
import { clean } from '../../../shared/output/clean.ts'

/** What the table says of a file. */
export type FileDetails = Partial<Pick<Evidence, 'title' | 'collectedOn' | 'source' | 'proves'>>

/** The files of a folder, and what its table says of them, by path. */
export interface EvidenceFolder {
  readonly files: readonly string[]
  readonly details: ReadonlyMap<string, FileDetails>
  readonly remarks: readonly string[]
  /** Whether a table says what the files are. */
  readonly isTold: boolean
}

type Key = keyof FileDetails | 'file'

/** The headings of the table; 文件名 must be there. */
const HEADINGS: Readonly<Record<Key, readonly string[]>> = {
  file: ['文件名', '文件', '文件名称', '附件文件', '附件'],
  title: ['证据名称', '名称', '题名', '材料名称'],
  collectedOn: ['取得日期', '日期', '取证日期', '收集日期'],
  source: ['来源', '证据来源', '提供单位'],
  proves: ['证明内容', '证明事项', '证明目的', '证明事实'],
}
const KEYS = Object.keys(HEADINGS) as Key[]
const TABLE = /^(?!~\$).*(?:清单|目录|台账).*\.(?:xlsx|xls|ods|csv)$/iu
const HIDDEN = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$)/u
/** Above the headings may stand a title and remarks. */
const MOST_ABOVE = 20

/** The one folder that a call names; undefined where it names files. */
export function onlyFolderIn([name, ...others]: readonly string[]): string | undefined {
  const isFolder = name !== undefined && statSync(name, { throwIfNoEntry: false })?.isDirectory()
  return isFolder && !others.length ? name : undefined
}

/**
 * The files of a folder with what its table (清单.xlsx and the like) says of each. @throws UsageError naming every cell
 * of the table that can't be read, and every file that it names and that is not there: then nothing is listed
 */
export async function evidenceFolder(folder: string, today: IsoDate): Promise<EvidenceFolder> {
  const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !HIDDEN.test(name))
  const names = entries.flatMap((each) => (each.isFile() ? each.name : [])).sort()
  const below = entries.flatMap((each) => (each.isDirectory() ? each.name : []))
  const [table, another] = names.filter((name) => TABLE.test(name))
  if (table !== undefined && another !== undefined)
    throw new UsageError(
      clean(`文件夹“${folder}”里有几个清单（${table}、${another}），不知道以哪个为准：请只留一个。`),
    )
  const files = names.filter((name) => name !== table)
  if (!files.length) throw new UsageError(clean(`文件夹“${folder}”里没有可以登记的文件：请核对路径。`))
  const read = table === undefined ? undefined : await readTable(join(folder, table), files, today)
  const unlisted = read ? files.filter((name) => !read.has(name)) : []
  return {
    files: files.map((name) => join(folder, name)),
    details: new Map([...(read ?? [])].map(([name, details]) => [join(folder, name), details])),
    isTold: read !== undefined,
    remarks: [
      ...(read ? [] : ['文件夹里没有清单（名称里有“清单”“目录”的表格），下面按文件填写。']),
      ...(below.length ? [`下级文件夹没有读：${below.join('、')}；要登记的请另外给出。`] : []),
      ...(unlisted.length ? [`清单里没有，名称取自文件名：${unlisted.join('、')}`] : []),
    ],
  }
}

async function readTable(
  path: string,
  files: readonly string[],
  today: IsoDate,
): Promise<ReadonlyMap<string, FileDetails>> {
  const name = basename(path)
  const { readLedgerBook } = await import('../../../../documents/ledger-book.ts')
  const book = await readLedgerBook(readFileSync(path), name).catch((error: unknown): LedgerBook => {
    if (error instanceof DocumentError) throw new UsageError(`${clean(name)}：${error.problems.join('')}`)
    throw error
  })
  const faults: string[] = []
  const detailsByFile = new Map<string, FileDetails>()
  const sheets = book.sheets.flatMap((sheet) => {
    const head = headOf(sheet)
    return head ? [{ sheet, head }] : []
  })
  if (!sheets.length)
    throw new UsageError(
      `${clean(name)}：没有找到“文件名”这一列。标题写：文件名、证据名称、取得日期、来源、证明内容。`,
    )
  for (const { sheet, head } of sheets)
    for (const row of sheet.rows.filter(({ number }) => number > head.row.number)) {
      const read = rowRead(row, head, files, today)
      faults.push(...read.faults.map((fault) => `  工作表“${sheet.name}” ${fault}`))
      if (read.file === undefined) continue
      if (detailsByFile.has(read.file))
        faults.push(`  工作表“${sheet.name}” 第 ${row.number} 行：${read.file} 写了两次`)
      detailsByFile.set(read.file, read.details)
    }
  if (faults.length)
    throw new UsageError(
      [`${name} 有 ${faults.length} 处要改，没有登记：`, ...faults].map((line) => clean(line)).join('\n'),
    )
  return detailsByFile
}

interface Head {
  readonly row: SheetRow
  readonly columns: ReadonlyMap<Key, number>
}

/** The row of headings: the first that has 文件名. */
function headOf({ rows }: LedgerSheetData): Head | undefined {
  for (const row of rows.slice(0, MOST_ABOVE)) {
    const columns = new Map<Key, number>()
    for (const [column, { content }] of row.cells) {
      const text = shownText(content).replace(/[\s*＊：:]/gu, '')
      const key = KEYS.find((each) => HEADINGS[each].includes(text))
      if (key && !columns.has(key)) columns.set(key, column)
    }
    if (columns.has('file')) return { row, columns }
  }
  return undefined
}

interface RowRead {
  readonly file: string | undefined
  readonly details: FileDetails
  readonly faults: readonly string[]
}

function rowRead(row: SheetRow, { columns }: Head, files: readonly string[], today: IsoDate): RowRead {
  const faults: string[] = []
  const cellOf = (key: Key): CellContent | undefined => row.cells.get(columns.get(key) ?? -1)?.content
  const faultAt = (key: Key, message: string): void => {
    faults.push(`${addressOf(row.number, columns.get(key) ?? 0)}：${message}`)
  }
  const textOf = (key: Key): string => shownText(cellOf(key)).trim()
  const written = textOf('file')
  if (KEYS.every((key) => textOf(key) === '')) return { file: undefined, details: {}, faults }
  const file = written === '' ? undefined : fileMeant(written, files)
  if (written === '') faultAt('file', '没有写文件名')
  else if (file === undefined) faultAt('file', `文件夹里没有“${written}”，请核对文件名`)
  const day = dayOf(cellOf('collectedOn'), today)
  if (day === null) faultAt('collectedOn', `“${textOf('collectedOn')}”读不成日期，写成 2026-03-02`)
  else if (day !== undefined && day > today)
    faultAt('collectedOn', `${day} 在今天（${today}）以后，请改正日期`)
  const details = Object.fromEntries(
    [
      ['title', textOf('title')] as const,
      ['collectedOn', day ?? ''] as const,
      ['source', textOf('source')] as const,
      ['proves', textOf('proves')] as const,
    ].filter(([, value]) => value !== ''),
  )
  return { file, details, faults }
}

/** The file that a cell names, with or without its ending. */
function fileMeant(written: string, files: readonly string[]): string | undefined {
  const same = (name: string): string => name.normalize('NFC').toLowerCase()
  const exact = files.find((name) => same(name) === same(written))
  if (exact !== undefined) return exact
  const [only, ...others] = files.filter((name) => same(basename(name, extname(name))) === same(written))
  return others.length ? undefined : only
}

/** Undefined for an empty cell, null for one that names no day. */
function dayOf(content: CellContent | undefined, today: IsoDate): IsoDate | null | undefined {
  if (content?.kind === 'date') return content.date
  const text = shownText(content).trim()
  return text === '' ? undefined : (typedDate(text, today) ?? null)
}
