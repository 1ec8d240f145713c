import { schemaTexts } from '../../generated/schemas.js'
import type { SchemaName } from '../../generated/validators.js'
import type { SchemaNode } from './node.ts'

type FileName = SchemaName | 'common'

const parsed = new Map<FileName, SchemaNode>()

/** The schema of one of a repository's files, or the definitions that they share; parsed when first asked for. */
export function schemaOf(name: FileName): SchemaNode {
  const known = parsed.get(name)
  if (known) return known
  // The schema boundary: the texts are those of schemas/, whose vocabulary a test checks.
  const schema = JSON.parse(schemaTexts[name]) as SchemaNode
  parsed.set(name, schema)
  return schema
}
