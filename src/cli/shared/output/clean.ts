import { withMaskedNumbers } from '../../../core/facts/personal-numbers.ts'
import { HIDDEN } from '../../../core/schema/hidden.ts'

/**
 * Text from a case as a terminal may see it: without control characters and bidi overrides, numbers of persons masked.
 * It is masked before it is laid out, since a number that is split over two lines is not found.
 */
export function clean(text: string): string {
  return withMaskedNumbers(text.replace(HIDDEN, '').replaceAll('\t', ' '))
}

/** JSON with the same characters written as escapes, so that a terminal that shows it is safe as well. */
export function escapeHidden(json: string): string {
  return json.replace(HIDDEN, (hidden) => `\\u${hidden.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
