import { CONTROLS, UNSEEN } from '../core/schema/hidden.ts'

/** What is hidden, and what is no character at all. */
const hidden = new RegExp(String.raw`[${CONTROLS}${UNSEEN}\ufffe\uffff\p{Cs}]`, 'gu')

/** Text of a case as a report may print it: without what XML forbids or a reader can't see. */
export function printable(text: string): string {
  return text.replace(hidden, '').replaceAll('\t', ' ')
}
