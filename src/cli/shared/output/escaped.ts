import { printableInReport } from '../../../documents/printable.ts'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\n': '&#10;',
}

/** JSON that may stand in a script element of HTML: nothing in it ends the element. */
export function escapedScriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}

/** Text for XML and HTML, in attributes too; characters that XML 1.0 can't hold are left out. */
export function escapedXml(text: string): string {
  return printableInReport(text).replace(/[&<>"'\n]/g, (character) => entities[character] ?? '')
}
