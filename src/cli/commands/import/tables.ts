import type { ConfigDocument } from '../../../core/facts/documents.ts'
import { type Column, ledgerColumns } from '../../../core/ledger/columns.ts'
import type { LedgerBook, LedgerSheetData } from '../../../core/ledger/intake/book.ts'
import {
  bareHeading,
  columnNamed,
  type HeadingMap,
  layoutOf,
  NOT_IMPORTED,
  type SheetLayout,
  type UnmatchedHeading,
} from '../../../core/ledger/intake/headings.ts'
import { type OptionValues, texts } from '../../shared/command.ts'
import type { CommandContext } from '../../shared/context.ts'
import { UsageError } from '../../shared/exit.ts'

/** The tables of a ledger, with what was said of their headings. */
export interface Tables {
  readonly layouts: readonly SheetLayout[]
  /** What is to be remembered for next time: headings and their columns. */
  readonly said: ReadonlyMap<string, string>
  readonly remarks: readonly string[]
  /** Headings that nobody has matched yet. */
  readonly open: readonly UnmatchedHeading[]
}

/** Finds the tables in a ledger, and asks in a terminal for the headings that mean none of ours. */
export async function tablesOf(
  context: CommandContext,
  book: LedgerBook,
  config: ConfigDocument,
  options: OptionValues,
): Promise<Tables> {
  const said = new Map(texts(options, 'column').map(readOption))
  const known = new Map(
    (config.ledger?.columns ?? []).map(({ heading, column }) => [bareHeading(heading), column]),
  )
  const { sheets, remarks } = wantedSheets(book, texts(options, 'sheet'))
  const layoutsBy = (map: HeadingMap): SheetLayout[] => sheets.flatMap((sheet) => layoutOf(sheet, map) ?? [])
  const layouts = layoutsBy(new Map([...known, ...said]))
  if (!layouts.some(({ kind }) => kind === 'cases')) throw noTable(sheets)
  const asked = await askFor(context, layouts)
  const all = new Map([...said, ...asked])
  const final = asked.size > 0 ? layoutsBy(new Map([...known, ...all])) : layouts
  const unread = sheets.filter((sheet) => !final.some((layout) => layout.sheet === sheet))
  return {
    layouts: final,
    said: all,
    remarks: [...remarks, ...unread.map(({ name }) => `工作表“${name}”里没有认出台账的标题，没有读。`)],
    open: final.flatMap(({ unmatched }) => unmatched),
  }
}

function wantedSheets(
  { sheets }: LedgerBook,
  named: readonly string[],
): { readonly sheets: readonly LedgerSheetData[]; readonly remarks: readonly string[] } {
  const missing = named.find((name) => !sheets.some((sheet) => sheet.name === name))
  if (missing !== undefined)
    throw new UsageError(`台账里没有工作表“${missing}”，有：${sheets.map(({ name }) => name).join('、')}。`)
  if (named.length > 0) return { sheets: sheets.filter(({ name }) => named.includes(name)), remarks: [] }
  const hidden = sheets.filter((sheet) => sheet.hidden)
  return {
    sheets: sheets.filter((sheet) => !sheet.hidden),
    remarks: hidden.map(({ name }) => `工作表“${name}”是隐藏的，没有读；要读的，加 --sheet ${name}。`),
  }
}

function noTable(sheets: readonly LedgerSheetData[]): UsageError {
  const names = sheets.map(({ name }) => name).join('、')
  return new UsageError(
    `没有认出台账：${names} 里找不到“案件名称”“编号”“义务人”“启动日期”这样的标题。请核对文件；标题写法不同的，用 --column 标题=栏目 说明，如 --column 案子=案件名称。`,
  )
}

function readOption(option: string): [string, string] {
  const at = Math.max(option.lastIndexOf('='), option.lastIndexOf('＝'))
  const [heading, name] = [option.slice(0, at).trim(), option.slice(at + 1).trim()]
  if (at <= 0 || name === '')
    throw new UsageError(`--column 写的是“${option}”，应为 标题=栏目，例如 --column 处理时间=启动日期。`)
  return [bareHeading(heading), columnSaid(name)]
}

/** The column that somebody named: its own heading, or the word for none. */
function columnSaid(name: string): string {
  if (name === NOT_IMPORTED) return name
  const column = columnNamed(name, allColumns)
  if (column) return column.heading
  throw new UsageError(
    `没有“${name}”这一栏。可写：${[...new Set(allColumns.map(({ heading }) => heading))].join('、')}；不要的写“${NOT_IMPORTED}”。`,
  )
}

const allColumns: readonly Column[] = Object.values(ledgerColumns).flat()

async function askFor(
  { interactive }: CommandContext,
  layouts: readonly SheetLayout[],
): Promise<ReadonlyMap<string, string>> {
  const answers = new Map<string, string>()
  if (!interactive || layouts.every(({ unmatched }) => unmatched.every(({ isTwice }) => isTwice)))
    return answers
  const { openTerminal } = await import('../../prompts/terminal.ts')
  const terminal = openTerminal()
  for (const { kind, columns, unmatched } of layouts) {
    const used = new Set([...columns.values()].map(({ column }) => column.id))
    for (const { sheet, heading, because, isTwice } of unmatched) {
      if (isTwice) continue
      const free = ledgerColumns[kind].filter(
        ({ id, heading: own }) => !used.has(id) && ![...answers.values()].includes(own),
      )
      const choices = [NOT_IMPORTED, ...free.map((column) => column.heading)]
      const options = choices.map((value) => ({ value, name: value }))
      const title = `“${sheet}”表的标题“${heading}”${because === undefined ? '' : `（${because}）`}是哪一栏？`
      const answer = await terminal.search({ title }, options, NOT_IMPORTED)
      answers.set(bareHeading(heading), answer)
    }
  }
  return answers
}

/** What to do about headings that nobody has matched. */
export function openHeadings(open: readonly UnmatchedHeading[]): string {
  const lines = open.map(
    ({ sheet, heading, because }) =>
      `  “${sheet}”表：${heading}${because === undefined ? '' : `（${because}）`}`,
  )
  const first = open.find(({ isTwice }) => !isTwice)
  if (!first) return ['台账里有重复的标题：', ...lines].join('\n')
  const example = `--column '${first.heading}=${NOT_IMPORTED}'`
  return [
    '台账里有认不出的标题：',
    ...lines,
    `请用 --column 标题=栏目 逐个说明是哪一栏，不要的写 ${example}；说明一次，以后不用再写。在终端里运行的，会逐个询问。`,
  ].join('\n')
}
