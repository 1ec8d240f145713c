import { packageBeside } from '../../../repository/package-beside.ts'
import { clean } from './clean.ts'
import { wrap } from './text.ts'
import { widthOf } from './width.ts'

/** A cell: text, and how it is coloured once it is laid out. */
export type Cell = string | { readonly text: string; readonly paint: (text: string) => string }

export interface TableColumn {
  readonly title: string
  /** Becomes narrower when the table is too wide: its texts are wrapped, never below `least` columns. */
  readonly flexible?: boolean
}

const GAP = 2
const RULES =
  'top top-mid top-left top-right bottom bottom-mid bottom-left bottom-right left left-mid mid mid-mid right right-mid middle'
const NO_RULES = Object.fromEntries(RULES.split(' ').map((name) => [name, '']))
const PLAIN_STYLE = { 'padding-left': 0, 'padding-right': GAP, head: [], border: [] }
const WORD = /[\p{Script=Latin}\p{N}_./@:+#=~<>-]+/gu
const LEAST = 8
/** Below `LEAST` a column goes only where the table would be too wide otherwise. */
const NARROW = 6
/**
 * The library draws a listing of up to this number of rows and lines; our own code draws a longer one, to the same
 * bytes.
 */
const SCREENFUL = 24
const LONGEST = 4 * SCREENFUL

/**
 * A table of at most `columns` columns, without rules, as lines of text; empty columns are left out.
 * Control characters are removed. `listed` is how many rows the whole listing has, where this table is a part of it.
 */
export function textTable(
  heads: readonly TableColumn[],
  rows: readonly (readonly Cell[])[],
  columns: number,
  paintHead: (text: string) => string = (text) => text,
  listed = rows.length,
): string {
  const kept = heads.flatMap((_, index) =>
    rows.some((row) => textOfCell(row[index] ?? '') !== '') ? [index] : [],
  )
  const keep = <T>(cells: readonly T[]): T[] => kept.flatMap((index) => cells[index] ?? [])
  const [titles, lines] = [keep(heads), rows.map(keep)]
  const widths = widthsFor(titles, lines, columns)
  const laid = [titles.map(({ title }) => ({ text: title, paint: paintHead })), ...lines].map((cells) =>
    widths.map((width, index) => cellLines(cells[index] ?? '', width)),
  )
  const height = laid.reduce((sum, cells) => sum + heightOf(cells), 0)
  const isLong = listed > SCREENFUL || height > LONGEST
  const drawn = isLong ? inColumns(laid, widths) : byLibrary(laid, widths)
  return drawn.map((line) => line.trimEnd()).join('\n')
}

/** A line of a cell: how it is printed, and how many columns it takes. */
interface CellLine {
  readonly printed: string
  readonly width: number
}

/** A cell wrapped to its width, each of its lines coloured by itself. */
function cellLines(cell: Cell, width: number): CellLine[] {
  const paint = typeof cell === 'string' ? (text: string) => text : cell.paint
  return wrap(textOfCell(cell), width).map((line) => ({
    printed: line === '' ? '' : paint(line),
    width: widthOf(line),
  }))
}

/** Loaded on first use: only a command that prints a short listing needs it. */
function byLibrary(rows: readonly (readonly CellLine[][])[], widths: readonly number[]): string[] {
  const Table = packageBeside<typeof import('cli-table3')>('cli-table3')
  const printer = new Table({
    chars: NO_RULES,
    colWidths: widths.map((width) => width + GAP),
    style: PLAIN_STYLE,
  })
  printer.push(...rows.map((cells) => cells.map((lines) => lines.map(({ printed }) => printed).join('\n'))))
  return printer.toString().split('\n')
}

/**
 * The same for a long listing. The library's time grows with the square of the lines; even in short slices it takes
 * 25 µs a cell, since it measures each cell a dozen times: `ejc due --all` of 1,000 cases would take twice as long.
 */
function inColumns(rows: readonly (readonly CellLine[][])[], widths: readonly number[]): string[] {
  return rows.flatMap((cells) => {
    return Array.from({ length: heightOf(cells) }, (_, row) =>
      widths.map((width, index) => padded(cells[index]?.[row], width + GAP)).join(''),
    )
  })
}

/** The lines of a row: those of its highest cell. */
function heightOf(cells: readonly CellLine[][]): number {
  return Math.max(0, ...cells.map((lines) => lines.length))
}

function padded(line: CellLine | undefined, columns: number): string {
  return line ? line.printed + ' '.repeat(Math.max(0, columns - line.width)) : ' '.repeat(columns)
}

function textOfCell(cell: Cell): string {
  return typeof cell === 'string' ? cell : cell.text
}

function widthsFor(
  heads: readonly TableColumn[],
  rows: readonly (readonly Cell[])[],
  columns: number,
): number[] {
  const cellsOf = (index: number): string[] => rows.map((row) => clean(textOfCell(row[index] ?? '')))
  const widths = heads.map(({ title }, index) =>
    most([title, ...cellsOf(index)].flatMap((text) => text.split('\n'))),
  )
  const least = heads.map(({ title, flexible }, index) =>
    flexible
      ? Math.max(LEAST, most([title, ...cellsOf(index)].flatMap((text) => text.match(WORD) ?? [])))
      : Infinity,
  )
  const narrow = heads.map(({ flexible }) => (flexible ? NARROW : Infinity))
  // Words stay whole where they can; a terminal that breaks the lines makes every row unreadable.
  return narrowed(narrowed(widths, least, columns), narrow, columns)
}

/** The widest column that may becomes narrower, one step at a time, until the table fits. */
function narrowed(given: readonly number[], least: readonly number[], columns: number): number[] {
  const widths = [...given]
  let excess = widths.reduce((sum, width) => sum + width, (widths.length - 1) * GAP) - columns
  while (excess > 0) {
    const able = widths.map((width, index) => (width > (least[index] ?? width) ? width : 0))
    const widest = able.indexOf(Math.max(...able))
    const width = able[widest]
    if (!width) break
    widths[widest] = width - 1
    excess -= 1
  }
  return widths
}

function most(texts: readonly string[]): number {
  return texts.reduce((widest, text) => Math.max(widest, widthOf(text)), 0)
}
