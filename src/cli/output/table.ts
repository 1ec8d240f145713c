import Table from 'cli-table3'
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
const RULES = [
  'top',
  'top-mid',
  'top-left',
  'top-right',
  'bottom',
  'bottom-mid',
  'bottom-left',
  'bottom-right',
]
const INNER_RULES = ['left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid', 'middle']
const NO_RULES = Object.fromEntries([...RULES, ...INNER_RULES].map((name) => [name, '']))
const PLAIN = { 'padding-left': 0, 'padding-right': GAP, head: [], border: [] }
const WORD = /[\p{Script=Latin}\p{N}_./@:+#=~<>-]+/gu
const LEAST = 8

/**
 * A table of at most `columns` columns, without rules, as lines of text; columns in which nothing stands are left out.
 * Data is cleaned of control characters.
 */
export function table(
  heads: readonly Column[],
  rows: readonly (readonly Cell[])[],
  columns: number,
  paintHead: (text: string) => string = (text) => text,
): string {
  const kept = heads.flatMap((_, index) =>
    rows.some((row) => textOf(row[index] ?? '') !== '') ? [index] : [],
  )
  const keep = <T>(cells: readonly T[]): T[] => kept.flatMap((index) => cells[index] ?? [])
  const [titles, lines] = [keep(heads), rows.map(keep)]
  const widths = widthsFor(titles, lines, columns)
  const printer = new Table({ chars: NO_RULES, colWidths: widths.map((width) => width + GAP), style: PLAIN })
  printer.push(
    widths.map((width, index) => laid({ text: titles[index]?.title ?? '', paint: paintHead }, width)),
    ...lines.map((line) => widths.map((width, index) => laid(line[index] ?? '', width))),
  )
  return printer
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
}

/** A cell wrapped to its width, each of its lines coloured by itself. */
function laid(cell: Cell, width: number): string {
  const paint = typeof cell === 'string' ? (text: string) => text : cell.paint
  return wrap(textOf(cell), width)
    .map((line) => (line === '' ? '' : paint(line)))
    .join('\n')
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
