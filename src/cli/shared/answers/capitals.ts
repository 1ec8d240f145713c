/** A code or number in the half-width capitals that people leave to the reader, without blanks. */
export function inCapitals(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toUpperCase()
}
