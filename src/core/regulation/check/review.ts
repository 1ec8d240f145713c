import type { Path } from '../../facts/locations.ts'
import { articleName } from '../article.ts'
import { isMap } from '../complete.ts'
import { isMatter, matterTitles } from '../matters.ts'
import type { Json, JsonObject } from '../pack.ts'
import type { PackFault } from './fault.ts'

/** Entries that were copied from another text and not yet compared with this one. */
export function reviewFaults(raw: JsonObject): PackFault[] {
  const faults: PackFault[] = []
  const visit = (node: Json, path: Path): void => {
    if (Array.isArray(node)) for (const [index, item] of node.entries()) visit(item, [...path, index])
    else if (isMap(node))
      for (const [key, child] of Object.entries(node)) {
        if (key !== 'review') visit(child, [...path, key])
        else faults.push({ kind: 'review', path: [...path, key], message: messageOf(path, node) })
      }
  }
  visit(raw, [])
  return faults
}

function messageOf(path: Path, entry: JsonObject): string {
  return `「${nameOf(path, entry)}」还没有与正式文本核对：核对、改正以后删去这一行。`
}

function nameOf([section, key]: Path, { title, number }: JsonObject): string {
  // In the head of the pack, the region alone is copied.
  if (section === undefined) return '适用地区'
  if (section === 'matters') return typeof key === 'string' && isMatter(key) ? matterTitles[key] : String(key)
  if (section === 'jurisdiction') return '管辖'
  if (section === 'rolling') return '末日顺延'
  const named = String(title ?? key)
  if (section === 'articles') return `${articleName(Number(number))} ${named}`
  return section === 'annexes' ? `附件${number} ${named}` : named
}
