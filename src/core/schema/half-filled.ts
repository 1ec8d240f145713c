import type { SchemaName } from '../../generated/validators.js'
import type { PathSegment } from './node.ts'
import { schemaAt } from './walk.ts'

type Scalar = string | number | boolean

/** A section of which some answers may still be missing: its lists and maps are there, a text or a number need not be. */
export type HalfFilled<Section> = Partial<Section> & {
  readonly [Key in keyof Section as Section[Key] extends Scalar | undefined ? never : Key]: Section[Key]
}

/**
 * The data of a document that is being filled in, with the lists and maps that its schema requires, empty where nothing
 * is known of them yet: so that what reads the whole case can read it too.
 */
export function withRequiredParts(
  name: SchemaName,
  data: unknown,
  path: readonly PathSegment[] = [],
): unknown {
  if (Array.isArray(data)) return data.map((each, index) => withRequiredParts(name, each, [...path, index]))
  if (typeof data !== 'object' || data === null) return data
  const parts = Object.entries(data).map(([key, value]) => [
    key,
    withRequiredParts(name, value, [...path, key]),
  ])
  const missing = (schemaAt(name, path)?.required ?? []).filter((key) => !Object.hasOwn(data, key))
  const empty = missing.flatMap((key) => {
    const part = emptyPart(name, [...path, key])
    return part === undefined ? [] : [[key, part]]
  })
  return Object.fromEntries([...parts, ...empty])
}

/** Undefined for a text or a number, of which none says nothing. */
function emptyPart(name: SchemaName, path: readonly PathSegment[]): unknown {
  const type = schemaAt(name, path)?.type
  if (type === 'array') return []
  return type === 'object' ? withRequiredParts(name, {}, path) : undefined
}
