/** A code or number in half-width capitals and without blanks, however people typed it. */
export function inCapitals(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toUpperCase()
}
