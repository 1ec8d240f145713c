import { heightOf, type SheetPages } from './sheet-pages.ts'

/** The height of a row that says none, in points. */
const ROW = 15

/**
 * The rows at which a page must begin so that no part is torn which a page can hold. Sheets that
 * are printed smaller than they are have room to spare.
 * @param starts the first rows of the parts, from 1, in their order
 */
export function rowsThatBeginPages(xml: string, pages: SheetPages, starts: readonly number[]): number[] {
  const heights = rowHeights(xml)
  const room = heightOf(pages)
  const found: number[] = []
  let used = heightBetween(heights, 1, starts[0] ?? 1)
  for (const [index, start] of starts.entries()) {
    const height = heightBetween(heights, start, starts[index + 1] ?? heights.length)
    if (used > 0 && used + height > room) {
      found.push(start)
      used = 0
    }
    // A part that is longer than a page ends somewhere on its last one.
    used = (used + height) % room
  }
  return found
}

/** The heights of the rows in points, by their numbers from 1. */
function rowHeights(xml: string): number[] {
  const heights: number[] = []
  for (const [, attributes = ''] of xml.matchAll(/<row ([^>]*)>/g)) {
    const [number = 1, height = ROW] = ['r', 'ht'].map((name) => {
      const value = new RegExp(`(?:^| )${name}="([\\d.]+)"`).exec(attributes)?.[1]
      return value === undefined ? undefined : Number(value)
    })
    heights[number] = height
  }
  return Array.from(heights, (height) => height ?? ROW)
}

function heightBetween(heights: readonly number[], from: number, to: number): number {
  return heights.slice(from, to).reduce((sum, each) => sum + each, 0)
}
