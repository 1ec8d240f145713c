import { clean } from './clean.ts'
import { padTo, wrap } from './text.ts'
import { widthOf } from './width.ts'

/** A cell: text, and how it is coloured once it is laid out. */
export type Cell = string | { readonly text: string; readonly paint: (text: string) => string }

export interface Column {
  readonly title: string
  /** Gives way when the table is too wide: wrapped to what is left, never below `least` columns. */
  readonly flexible?: boolean
}

const GAP = '  '
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
  const head = layOut(
    titles.map(({ title }) => ({ text: title, paint: paintHead })),
    widths,
  )
  return [head, ...lines.map((line) => layOut(line, widths))].join('\n')
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
  let excess = widths.reduce((sum, width) => sum + width, (heads.length - 1) * GAP.length) - columns
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

function layOut(row: readonly Cell[], widths: readonly number[]): string {
  const cells = widths.map((width, index) => wrap(textOf(row[index] ?? ''), width))
  const height = cells.reduce((most, lines) => Math.max(most, lines.length), 0)
  return Array.from({ length: height }, (_, line) => {
    const parts = cells.map((lines, index) =>
      paintCell(row[index] ?? '', lines[line] ?? '', widths[index] ?? 0),
    )
    return parts.join(GAP).trimEnd()
  }).join('\n')
}

function paintCell(cell: Cell, text: string, width: number): string {
  const padding = padTo(text, width).slice(text.length)
  return typeof cell === 'string' || text === '' ? text + padding : cell.paint(text) + padding
}
