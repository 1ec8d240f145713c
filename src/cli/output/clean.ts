/** C0 and C1 controls but tab and line feed, marks that turn the direction of writing, and invisible separators. */
const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it finds.
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g

/** Text from a case as a terminal may see it: without control characters and bidi overrides. */
export function clean(text: string): string {
  return text.replace(HIDDEN, '').replaceAll('\t', ' ')
}

/** JSON with the same characters written as escapes, so that a terminal that shows it is safe as well. */
export function escapeHidden(json: string): string {
  return json.replace(HIDDEN, (hidden) => `\\u${hidden.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
