import { type DataMap, isMapData } from '../../core/facts/data.ts'
import type { Path } from '../../core/facts/locations.ts'

export type { Path } from '../../core/facts/locations.ts'

/**
 * One change of a document; missing maps and lists on the path are made. Removing what is not there changes nothing.
 */
export type Edit =
  | { kind: 'set'; path: Path; value: unknown }
  | { kind: 'append'; path: Path; value: unknown }
  | { kind: 'remove'; path: Path }

/** What `data` is after the edits; `data` itself stays as it is. Throws RangeError for a path through a scalar. */
export function editData(data: unknown, edits: readonly Edit[]): unknown {
  return edits.reduce((current, edit) => changed(current, edit.path, edit, edit.path), data)
}

function changed(data: unknown, path: Path, edit: Edit, whole: Path): unknown {
  const [step, ...rest] = path
  if (step === undefined) return changedHere(data, edit, whole)
  if (data === undefined || data === null) {
    if (edit.kind === 'remove') return data
    if (typeof step === 'number' && step !== 0) throw blocked(whole)
    return changed(typeof step === 'number' ? [] : {}, path, edit, whole)
  }
  if (Array.isArray(data) && typeof step === 'number') return changedList(data, step, rest, edit, whole)
  if (isMapData(data) && typeof step === 'string') return changedMap(data, step, rest, edit, whole)
  throw blocked(whole)
}

function changedHere(data: unknown, edit: Edit, whole: Path): unknown {
  switch (edit.kind) {
    case 'set':
      return plainData(edit.value)
    case 'remove':
      return undefined
    case 'append':
      if (data === undefined || data === null) return [plainData(edit.value)]
      if (Array.isArray(data)) return [...data, plainData(edit.value)]
      throw blocked(whole)
  }
}

function changedList(list: readonly unknown[], index: number, rest: Path, edit: Edit, whole: Path): unknown {
  if (index >= list.length && edit.kind === 'remove') return list
  if (index < 0 || index > list.length) throw blocked(whole)
  const removed = edit.kind === 'remove' && rest.length === 0
  const middle = removed ? [] : [changed(list[index], rest, edit, whole)]
  return [...list.slice(0, index), ...middle, ...list.slice(index + 1)]
}

function changedMap(map: DataMap, key: string, rest: Path, edit: Edit, whole: Path): unknown {
  const old = Object.hasOwn(map, key) ? map[key] : undefined
  if (old === undefined && edit.kind === 'remove') return map
  const value = changed(old, rest, edit, whole)
  if (value !== undefined) return { ...map, [key]: value }
  return Object.fromEntries(Object.entries(map).filter(([name]) => name !== key))
}

function blocked(path: Path): RangeError {
  return new RangeError(`no such place: ${path.join('.')}`)
}

/** A copy without undefined members, as it will be read back from YAML. */
export function plainData(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => plainData(item) ?? null)
  if (!isMapData(value)) return value
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  return Object.fromEntries(members.map(([key, member]) => [key, plainData(member)]))
}
