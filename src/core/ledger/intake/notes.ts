import type { LedgerValue } from '../columns.ts'
import type { Fault } from './fault.ts'

/** What somebody noted on a cell of a row. */
export interface CellNote {
  readonly sheet: string
  readonly row: number
  /** The heading; the address of the cell where its column is not imported. */
  readonly column: string
  /** Without the name that the spreadsheet puts before it, on one line. */
  readonly text: string
  /** Whether it goes into the remarks of the case: not where its column is left out. */
  readonly isKept: boolean
}

const MOST_OF_NAME = 20

/** The text of a note on one line, without the name of its author above it. */
export function noteText(note: string): string {
  const [first = '', ...others] = note.split('\n').map((line) => line.trim())
  const isName = others.length > 0 && first.length <= MOST_OF_NAME && /[:：]$/u.test(first)
  return (isName ? others : [first, ...others]).filter((line) => line !== '').join('，')
}

/** The remarks of a case with the notes on its cells, each once. */
export function remarksWith(remarks: LedgerValue, notes: readonly CellNote[], of = ''): LedgerValue {
  const said = notes
    .filter(({ isKept }) => isKept)
    .map(({ column, text }) => `批注（${of}${column}）：${text}`)
  return (
    [...new Set([typeof remarks === 'string' ? remarks : '', ...said])].filter(Boolean).join('\n') ||
    undefined
  )
}

/** Tells of the notes, and where they go. */
export function noteFaults(notes: readonly CellNote[]): Fault[] {
  return notes.map(({ sheet, row, column, text, isKept }) => ({
    ...{ sheet, row, column },
    message: `批注“${text}”，${isKept ? '记入备注' : '这一栏没有导入，批注也没有记入'}`,
    refuses: false,
  }))
}
