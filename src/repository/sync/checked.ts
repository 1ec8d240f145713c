import type { Versions } from '../../core/merge/merge.ts'
import { type SchemaName, validateDocument } from '../../core/schema/validate.ts'

/** Whether a merged document breaks its schema though neither side did. Codes of the law are left to lint. */
export function breaksSchema(name: SchemaName, { ours, theirs }: Versions, merged: unknown): boolean {
  const isWrong = (data: unknown): boolean =>
    data !== undefined && validateDocument(name, data, {}, undefined, true).length > 0
  return isWrong(merged) && !isWrong(ours) && !isWrong(theirs)
}
