import { schemaTexts } from '../../generated/schemas.js'
import type { SchemaName } from '../../generated/validators.js'
import type { PathSegment, SchemaNode } from './node.ts'

type FileName = SchemaName | 'common'

/** A schema without reference, and the file in which the references of its children are looked up. */
interface Resolved {
  readonly node: SchemaNode
  readonly file: FileName
}

const resolved = new WeakMap<SchemaNode, Resolved>()

/**
 * The schema of the value at a path of a document, references followed: the target of a reference and the keywords
 * beside it (title, description, x-…) in one object. Undefined when the schema knows no such path.
 */
export function schemaAt(name: SchemaName, path: readonly PathSegment[]): SchemaNode | undefined {
  let place: Resolved | undefined = resolve(schemaOf(name), name)
  for (const segment of path) place = place && childNode(place, segment)
  return place?.node
}

/** The Chinese title of the value at a path; an item of a list has that of its kind, else that of the list. */
export function titleAt(name: SchemaName, path: readonly PathSegment[]): string | undefined {
  const title = schemaAt(name, path)?.title
  if (title !== undefined || typeof path.at(-1) !== 'number') return title
  return titleAt(name, path.slice(0, -1))
}

/** The keys of the map at a path in the order of the schema; undefined for maps with free keys. */
export function keyOrder(name: SchemaName, path: readonly PathSegment[]): string[] | undefined {
  const properties = schemaAt(name, path)?.properties
  return properties && Object.keys(properties)
}

/** The properties that identify the items of the list at a path; undefined when the list has no key. */
export function itemKey(name: SchemaName, path: readonly PathSegment[]): readonly string[] | undefined {
  return schemaAt(name, path)?.['x-key']
}

function childNode({ node, file }: Resolved, segment: PathSegment): Resolved | undefined {
  if (typeof segment === 'number') return node.items && resolve(node.items, file)
  const property = Object.hasOwn(node.properties ?? {}, segment) ? node.properties?.[segment] : undefined
  if (property) return resolve(property, file)
  return typeof node.additionalProperties === 'object' ? resolve(node.additionalProperties, file) : undefined
}

function resolve(node: SchemaNode, file: FileName): Resolved {
  if (node.$ref === undefined) return { node, file }
  const known = resolved.get(node)
  if (known) return known
  const { $ref, ...beside } = node
  const [fileOfTarget = '', definition = ''] = $ref.split('#/$defs/')
  const owner = fileOfTarget === '' ? file : 'common'
  const target = schemaOf(owner).$defs?.[definition]
  if (!target) throw new Error(`schema ${file}: ${$ref} does not exist`)
  const inner = resolve(target, owner)
  // A description beside the reference speaks of its own matters, not of those of the target's description.
  const { 'x-matter': _, ...shared } = inner.node
  const inherited = beside.description === undefined ? inner.node : shared
  const result = { node: { ...inherited, ...beside }, file: inner.file }
  resolved.set(node, result)
  return result
}

const parsed = new Map<FileName, SchemaNode>()

/** The schema of one of a repository's files, or the definitions that they share; parsed when first asked for. */
function schemaOf(name: FileName): SchemaNode {
  const known = parsed.get(name)
  if (known) return known
  // The schema boundary: the texts are those of schemas/, whose vocabulary a test checks.
  const schema = JSON.parse(schemaTexts[name]) as SchemaNode
  parsed.set(name, schema)
  return schema
}
