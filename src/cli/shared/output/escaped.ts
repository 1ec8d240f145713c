import { printable } from '../../../documents/printable.ts'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\n': '&#10;',
}

/** Text for XML and HTML that stays itself in an attribute as well; what XML 1.0 can't hold is left out. */
export function escaped(text: string): string {
  return printable(text).replace(/[&<>"'\n]/g, (character) => entities[character] ?? '')
}
