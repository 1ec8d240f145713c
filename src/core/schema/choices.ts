import type { SchemaName } from '../../generated/validators.js'
import type { PathSegment, SchemaNode } from './node.ts'
import { schemaAt } from './walk.ts'

/** A code and its Chinese label. */
export interface Choice {
  readonly code: string
  readonly label: string
  /** What people call it, where the text uses many words. */
  readonly short?: string | undefined
}

/** The label of a code of our own lists, at its place in a document; the code itself where it is none of them. */
export function labelAt(name: SchemaName, path: readonly PathSegment[], code: string): string {
  const node = schemaAt(name, path)
  return (node && choicesOf(node, {})?.find((each) => each.code === code)?.label) ?? code
}

/** The lists of the regulation pack, by name. A list that a pack does not hold is not checked. */
export type Lists = Readonly<Record<string, readonly Choice[] | undefined>>

/** The list of the checks, which no pack holds: where a command gives it, they are named by their titles. */
export const RULES = 'rules'

/** The choices of a value: our own lists come from the schema, those of the law from the pack. */
export function choicesOf(node: SchemaNode, lists: Lists): readonly Choice[] | undefined {
  if (node['x-list']) return lists[node['x-list']]
  if (node['x-format'] === 'rule') return lists[RULES]
  return node.oneOf?.map(({ const: code, title }) => ({ code: String(code), label: title ?? String(code) }))
}
