import { HIDDEN } from '../../../core/schema/hidden.ts'

/** Text from a case as a terminal may see it: without control characters and bidi overrides. */
export function clean(text: string): string {
  return text.replace(HIDDEN, '').replaceAll('\t', ' ')
}

/** JSON with the same characters written as escapes, so that a terminal that shows it is safe as well. */
export function escapeHidden(json: string): string {
  return json.replace(HIDDEN, (hidden) => `\\u${hidden.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
