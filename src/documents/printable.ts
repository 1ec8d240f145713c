import { CONTROLS, UNSEEN } from '../core/schema/hidden.ts'

/** Hidden characters, and code points that are no characters. */
const hidden = new RegExp(String.raw`[${CONTROLS}${UNSEEN}\ufffe\uffff\p{Cs}]`, 'gu')

/** A text of a case as a report may print it: without characters that XML forbids or a reader can't see. */
export function printableInReport(text: string): string {
  return text.replace(hidden, '').replaceAll('\t', ' ')
}

/**
 * The same for a cell of a spreadsheet: `_x0041_` stands there for the character of that number, so that a text with
 * these signs needs its first one written as a number. ECMA-376, 22.9.2.19 asks for four signs after x; LibreOffice takes
 * any number of them.
 */
export function printableInSheet(text: string): string {
  return printableInReport(text).replace(/_(?=x[0-9A-Fa-f]+_)/gu, '_x005F_')
}
