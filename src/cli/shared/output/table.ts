import { createRequire } from 'node:module'
import { clean } from './clean.ts'
import { wrap } from './text.ts'
import { widthOf } from './width.ts'

/** A cell: text, and how it is coloured once it is laid out. */
export type Cell = string | { readonly text: string; readonly paint: (text: string) => string }

export interface Column {
  readonly title: string
  /** Gives way when the table is too wide: wrapped to what is left, never below `least` columns. */
  readonly flexible?: boolean
}

const GAP = 2
const RULES =
  'top top-mid top-left top-right bottom bottom-mid bottom-left bottom-right left left-mid mid mid-mid right right-mid middle'
const NO_RULES = Object.fromEntries(RULES.split(' ').map((name) => [name, '']))
const PLAIN = { 'padding-left': 0, 'padding-right': GAP, head: [], border: [] }
const WORD = /[\p{Script=Latin}\p{N}_./@:+#=~<>-]+/gu
const LEAST = 8
/** A listing of up to so many rows is drawn by the library; a longer one by ourselves, to the same bytes. */
const SCREENFUL = 24

/**
 * A table of at most `columns` columns, without rules, as lines of text; columns in which nothing stands are left out.
 * Data is cleaned of control characters. `listed` is how many rows the whole listing has, where this is a part of it.
 */
export function table(
  heads: readonly Column[],
  rows: readonly (readonly Cell[])[],
  columns: number,
  paintHead: (text: string) => string = (text) => text,
  listed = rows.length,
): string {
  const kept = heads.flatMap((_, index) =>
    rows.some((row) => textOf(row[index] ?? '') !== '') ? [index] : [],
  )
  const keep = <T>(cells: readonly T[]): T[] => kept.flatMap((index) => cells[index] ?? [])
  const [titles, lines] = [keep(heads), rows.map(keep)]
  const widths = widthsFor(titles, lines, columns)
  const laid = [titles.map(({ title }) => ({ text: title, paint: paintHead })), ...lines].map((cells) =>
    widths.map((width, index) => linesOf(cells[index] ?? '', width)),
  )
  const drawn = listed > SCREENFUL ? inColumns(laid, widths) : byLibrary(laid, widths)
  return drawn.map((line) => line.trimEnd()).join('\n')
}

/** A line of a cell: how it is printed, and how many columns it takes. */
interface Line {
  readonly printed: string
  readonly width: number
}

/** A cell wrapped to its width, each of its lines coloured by itself. */
function linesOf(cell: Cell, width: number): Line[] {
  const paint = typeof cell === 'string' ? (text: string) => text : cell.paint
  return wrap(textOf(cell), width).map((line) => ({
    printed: line === '' ? '' : paint(line),
    width: widthOf(line),
  }))
}

/** Loaded on first use: a command that lists nothing short needs none of it. */
function byLibrary(rows: readonly (readonly Line[][])[], widths: readonly number[]): string[] {
  const Table: typeof import('cli-table3') = createRequire(import.meta.url)('cli-table3')
  const printer = new Table({ chars: NO_RULES, colWidths: widths.map((width) => width + GAP), style: PLAIN })
  printer.push(...rows.map((cells) => cells.map((lines) => lines.map(({ printed }) => printed).join('\n'))))
  return printer.toString().split('\n')
}

/**
 * The same for a long listing. The library takes the square of its rows, and 25 µs a cell even in slices of few rows (it
 * measures each cell a dozen times): `ejc due --all` of 1,000 cases would take twice as long.
 */
function inColumns(rows: readonly (readonly Line[][])[], widths: readonly number[]): string[] {
  return rows.flatMap((cells) => {
    const height = Math.max(...cells.map((lines) => lines.length))
    return Array.from({ length: height }, (_, row) =>
      widths.map((width, index) => padded(cells[index]?.[row], width + GAP)).join(''),
    )
  })
}

function padded(line: Line | undefined, columns: number): string {
  return line ? line.printed + ' '.repeat(Math.max(0, columns - line.width)) : ' '.repeat(columns)
}

function textOf(cell: Cell): string {
  return typeof cell === 'string' ? cell : cell.text
}

function widthsFor(heads: readonly Column[], rows: readonly (readonly Cell[])[], columns: number): number[] {
  const cellsOf = (index: number): string[] => rows.map((row) => clean(textOf(row[index] ?? '')))
  const widths = heads.map(({ title }, index) =>
    most([title, ...cellsOf(index)].flatMap((text) => text.split('\n'))),
  )
  const least = heads.map(({ title, flexible }, index) =>
    flexible
      ? Math.max(LEAST, most([title, ...cellsOf(index)].flatMap((text) => text.match(WORD) ?? [])))
      : Infinity,
  )
  let excess = widths.reduce((sum, width) => sum + width, (heads.length - 1) * GAP) - columns
  // The widest column that can give way does so first, one step at a time, until the table fits.
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
