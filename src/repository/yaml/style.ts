import type { SchemaName } from '../../core/schema/validate.ts'
import { keyOrder, titleAt } from '../../core/schema/walk.ts'
import type { EditOptions } from './write.ts'

/** How new parts of a document look: keys in the order of its schema, with their titles beside them. */
export function schemaStyle(name: SchemaName): Pick<EditOptions, 'orderOf' | 'commentOf'> {
  return { orderOf: (path) => keyOrder(name, path), commentOf: (path) => titleAt(name, path) }
}
