import type { PathSegment, SchemaNode } from '../../../core/schema/node.ts'
import type { SchemaName } from '../../../core/schema/validate.ts'
import { schemaAt } from '../../../core/schema/walk.ts'
import type { Item } from '../../../core/stages/define.ts'
import { PHONE, personWithPhone } from '../../prompts/parting.ts'

/**
 * A section that needs a name alone is meant by it, as a question takes it: evaluator=某评估公司. What else is recorded
 * of it stays.
 */
export function withName(
  { name: document, path: above }: { readonly name: SchemaName; readonly path: readonly PathSegment[] },
  path: PathSegment[],
  text: string,
): PathSegment[] {
  const node = schemaAt(document, [...above, ...path])
  const name = node?.type === 'object' ? nameKeyOf(node) : undefined
  return name === undefined || text === '' ? path : [...path, name]
}

/** An item of which only its name is written, perhaps with a telephone number behind it. */
export function ofName(node: SchemaNode | undefined, name: string, text: string): Item {
  return node?.properties?.[PHONE] ? personWithPhone(text, name) : { [name]: text }
}

/** The key of the name, where the items of a list need nothing else: experts, officers. */
export function nameKeyOf(item: SchemaNode | undefined): string | undefined {
  const [only, ...others] = item?.required ?? []
  return only === 'name' && !others.length ? only : undefined
}
