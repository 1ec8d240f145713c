import { stripVTControlCharacters } from 'node:util'
import { forTerminal } from '../shared/output/text.ts'
import { widthOf } from '../shared/output/width.ts'

/** A place among the lines that were written below one another, to which they can be taken back. */
export interface WrittenPlace {
  readonly lines: number
  readonly columns: number
}

let lines = 0

/** Writes a text between two questions, inside the width of the terminal. */
export function writeBetween(text: string): void {
  const columns = terminalColumns()
  const shown = forTerminal(text, columns)
  lines += shown.split('\n').reduce((sum, line) => sum + rowsOf(line, columns), 0)
  process.stderr.write(`${shown}\n`)
}

/** Where the next line will stand. */
export function writtenPlace(): WrittenPlace {
  return { lines, columns: terminalColumns() }
}

/**
 * Takes everything off the screen that was written since, as far as the screen still shows it. The cursor must stand
 * below the last line. Nothing is taken off where the width has changed meanwhile: the rows are others then.
 */
export function takeBackTo(place: WrittenPlace): void {
  const rows = Math.min(lines - place.lines, (process.stderr.rows ?? 0) - 1)
  if (rows <= 0 || place.columns !== terminalColumns()) return
  lines = place.lines
  process.stderr.write(`\u001b[${rows}A\r\u001b[J`)
}

export function terminalColumns(): number {
  return Math.max(40, process.stderr.columns ?? 80)
}

function rowsOf(line: string, columns: number): number {
  return Math.max(1, Math.ceil(widthOf(stripVTControlCharacters(line)) / columns))
}
