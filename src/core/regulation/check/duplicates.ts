import type { Path } from '../../facts/locations.ts'
import { isMap } from '../complete.ts'
import { IDENTIFYING_KEYS, packValueAt } from '../entries.ts'
import type { JsonObject } from '../pack.ts'
import type { PackFault } from './fault.ts'

const LISTS: readonly Path[] = [
  ['articles'],
  ['annexes'],
  ['points'],
  ['clauses'],
  ['forms'],
  ['laws'],
  ['jurisdiction', 'rules'],
]

/** Items of one list with the same code, id or number: only the last of them would count. */
export function duplicateFaults(raw: JsonObject): PackFault[] {
  const ownLists = Object.keys(isMap(raw.lists) ? raw.lists : {}).map(
    (name): Path => ['lists', name, 'items'],
  )
  return [
    ...[...LISTS, ...ownLists].flatMap((path) => repeatedIn(raw, path, IDENTIFYING_KEYS)),
    // Forms have ids, and those of the annex have numbers as well.
    ...repeatedIn(raw, ['forms'], ['number']),
  ]
}

function repeatedIn(raw: JsonObject, path: Path, names: readonly string[]): PackFault[] {
  const items = packValueAt(raw, path)
  const first = new Map<string, number>()
  return (Array.isArray(items) ? items : []).flatMap((item, index): PackFault[] => {
    const name = isMap(item) ? names.find((each) => each in item) : undefined
    if (name === undefined || !isMap(item)) return []
    const key = String(item[name])
    const before = first.get(key)
    if (before === undefined) first.set(key, index)
    if (before === undefined) return []
    const message = `${path.join('.')} 的 ${name} ${key} 与第 ${before + 1} 项重复：请改为不重复的，或者删去一项。`
    return [{ kind: 'contradiction', path: [...path, index, name], message }]
  })
}
