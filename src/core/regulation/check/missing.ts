import { figureMatters } from '../../../generated/matters.ts'
import type { Path } from '../../facts/locations.ts'
import { withArticles } from '../articles.ts'
import { gapsIn, isMap } from '../complete.ts'
import { placedPath, valueAt } from '../entries.ts'
import type { Gap } from '../error.ts'
import type { JsonObject } from '../pack.ts'
import type { Fault } from './fault.ts'

/** What the merged pack lacks, each at the place in the file where it belongs. */
export function missingFaults(raw: JsonObject, merged: JsonObject): Fault[] {
  const pack = withArticles(merged)
  return gapsIn(pack)
    .filter((gap) => !followsFromMatter(gap, pack))
    .map(({ path, message }) => ({ kind: 'missing', path: placedPath(raw, path), message: advised(message) }))
}

/** Whether an entry lacks its article only because its matter has none, which is a fault of its own. */
function followsFromMatter({ path, message }: Gap, pack: JsonObject): boolean {
  if (!message.endsWith('缺少 article')) return false
  const matter = matterOfEntry(path, pack)
  const entry = matter === undefined ? undefined : valueAt(pack, ['matters', matter])
  return matter !== undefined && !(isMap(entry) && (entry.article !== undefined || entry.absent === true))
}

function matterOfEntry([section = '', id = '']: Path, pack: JsonObject): string | undefined {
  const figures: Readonly<Record<string, Readonly<Record<string, string>>>> = figureMatters
  const known = figures[section]?.[id]
  if (known !== undefined) return known
  const entry = valueAt(pack, id === '' ? [section] : placedPath(pack, [section, id]))
  return isMap(entry) && typeof entry.matter === 'string' ? entry.matter : undefined
}

function advised(message: string): string {
  return /缺少 [A-Za-z、]+$/u.test(message) ? `${message}：请补上。` : `${message}。`
}
