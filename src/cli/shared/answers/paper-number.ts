import { isNumberFormat, wrongNumber } from '../../../core/facts/paper-number.ts'
import { plainInput } from '../../../core/plain-input.ts'
import type { SchemaNode } from '../../../core/schema/node.ts'
import { UsageError } from '../exit.ts'

/**
 * Refuses for a field of numbers what surely is no number of a paper; `place` names the option and the field.
 * @throws UsageError with what such a number looks like
 */
export function refuseNumber({ 'x-format': format }: SchemaNode, text: string, place: string): void {
  const wrong = isNumberFormat(format) && text !== '' ? wrongNumber(format, plainInput(text)) : undefined
  if (wrong !== undefined) throw new UsageError(`${place}“${text}”${wrong}。`)
}
