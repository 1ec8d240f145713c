import { withArticles } from '../articles.ts'
import { gapsIn, isMap } from '../complete.ts'
import { packValueAt, placedPath } from '../entries.ts'
import type { Gap } from '../error.ts'
import type { JsonObject } from '../pack.ts'
import type { PackFault } from './fault.ts'

/** What the merged pack lacks, each at the place in the file where it belongs. */
export function missingFaults(raw: JsonObject, merged: JsonObject): PackFault[] {
  const pack = withArticles(merged)
  return gapsIn(pack)
    .filter((gap) => !followsFromMatter(gap, pack))
    .map(({ path, message }) => ({ kind: 'missing', path: placedPath(raw, path), message: advised(message) }))
}

/**
 * Whether an entry lacks its article only because its matter has none, which is a fault of its own: the jurisdiction or
 * the rule for the last day, since of all other entries only those without a matter need an article.
 */
function followsFromMatter({ path, message }: Gap, pack: JsonObject): boolean {
  const entry = packValueAt(pack, path)
  return message.endsWith('缺少 article') && isMap(entry) && entry.matter !== undefined
}

function advised(message: string): string {
  return /缺少 [A-Za-z、]+$/u.test(message) ? `${message}：请补上。` : `${message}。`
}
