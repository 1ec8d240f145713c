import type { IPatch, TableRowsPatch } from 'docx'
import type { Plan } from './check.ts'
import { openPackage, type Package, packPackage } from './package.ts'

// Two noncharacters, which values may not hold: no value can ever read as a placeholder.
const delimiters = { start: '\uFDD0', end: '\uFDD1' }

/** A placeholder as the filler hands it to `patchDocument`. */
export const marked = (name: string): string => `${delimiters.start}${name}${delimiters.end}`

/** Whether text still holds a placeholder that nothing has replaced. */
export const isMarked = (text: string): boolean =>
  text.includes(delimiters.start) || text.includes(delimiters.end)

/**
 * Prints the planned values where their marks stand, by docx's `patchDocument`.
 * @param paths the parts that hold marks; only they are handed over, since reading the styles would cost more
 * than the filling
 * @returns those parts, filled
 */
export const substitute = async (parts: Package, paths: readonly string[], plan: Plan): Promise<Package> => {
  const { patchDocument, PatchType, TextRun } = await import('docx')
  const patch = (lines: readonly string[]): IPatch => ({
    type: PatchType.PARAGRAPH,
    children: lines.map((text, index) => new TextRun(index === 0 ? { text } : { text, break: 1 })),
  })
  const patches: Record<string, IPatch | TableRowsPatch> = Object.create(null)
  for (const [name, lines] of plan.texts) patches[name] = patch(lines)
  for (const [group, rows] of plan.rows) {
    patches[group] = {
      type: PatchType.TABLE_ROWS,
      rows: rows.map((row) =>
        Object.fromEntries(Object.entries(row).map(([name, lines]) => [name, patch(lines)])),
      ),
    }
  }
  const needed = new Set([...paths, '[Content_Types].xml'])
  const few: Package = new Map([...parts].filter(([path]) => needed.has(path)))
  const data = packPackage(few, 0)
  const filled = await patchDocument({
    outputType: 'uint8array',
    data,
    patches,
    placeholderDelimiters: delimiters,
  })
  const all = openPackage(filled, '文书')
  return new Map(
    paths.flatMap((path) => {
      const bytes = all.get(path)
      return bytes === undefined ? [] : [[path, bytes] as const]
    }),
  )
}
