import type { SchemaNode } from '../../core/schema/node.ts'
import { readSchema } from './prepare.ts'

/**
 * Where a document holds codes of the pack's lists, and lists whose items have an id: computed once here, so that
 * checking a document does not walk its schema. In a path `*` stands for each item; `lists` ending in `@keys`
 * speaks of the keys of the map there.
 */
export interface PathIndex {
  lists: [path: string[], list: string][]
  ids: [path: string[], property: string][]
}

/**
 * Keys that no two items of a list may share, where one of them is the only key of the items; other keys (a date, an
 * agreement) may repeat.
 */
const identifying = new Set(['id', 'round', 'number', 'month'])

export function pathIndexOf(name: string): PathIndex {
  const index: PathIndex = { lists: [], ids: [] }
  visit(readSchema(name), name, [], index)
  return index
}

function visit(node: SchemaNode, name: string, path: string[], index: PathIndex): void {
  if (node.$ref !== undefined) {
    const [target, owner] = follow(node.$ref, name)
    visit(target, owner, path, index)
  }
  if (node['x-list']) index.lists.push([path, node['x-list']])
  if (node.propertyNames?.['x-list']) index.lists.push([[...path, '@keys'], node.propertyNames['x-list']])
  const [key, ...others] = node['x-key'] ?? []
  if (key !== undefined && others.length === 0 && identifying.has(key)) index.ids.push([path, key])
  if (node.items) visit(node.items, name, [...path, '*'], index)
  for (const [property, child] of Object.entries(node.properties ?? {}))
    visit(child, name, [...path, property], index)
}

function follow(ref: string, name: string): [SchemaNode, string] {
  const [file = '', definition = ''] = ref.split('#/$defs/')
  const owner = file === '' ? name : file.replace('.schema.json', '')
  const target = readSchema(owner).$defs?.[definition]
  if (!target) throw new Error(`schemas/${name}: ${ref} does not exist`)
  return [target, owner]
}
