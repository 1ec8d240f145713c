/** Controls but tab and line feed, marks that turn the direction of writing, invisible separators, no characters. */
const hidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it finds.
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff\p{Cs}]/gu

/** Text of a case as a report may print it: without what XML forbids or a reader can't see. */
export function printable(text: string): string {
  return text.replace(hidden, '').replaceAll('\t', ' ')
}
