import { CONTROLS, UNSEEN } from '../core/schema/hidden.ts'

/** Hidden characters, and code points that are no characters. */
const hidden = new RegExp(String.raw`[${CONTROLS}${UNSEEN}\ufffe\uffff\p{Cs}]`, 'gu')

/** A text of a case as a report may print it: without characters that XML forbids or a reader can't see. */
export function printableInReport(text: string): string {
  return text.replace(hidden, '').replaceAll('\t', ' ')
}
