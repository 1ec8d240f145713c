/**
 * The sum of decimal texts as a decimal text, without the errors of binary fractions; undefined where there is none.
 */
export function sumOfDecimals(quantities: readonly string[]): string | undefined {
  if (!quantities.length) return undefined
  const places = quantities.reduce((most, each) => Math.max(most, fractionOf(each).length), 0)
  const scaled = quantities.map((each) => BigInt(wholeOf(each) + fractionOf(each).padEnd(places, '0')))
  const digits = String(scaled.reduce((total, each) => total + each, 0n)).padStart(places + 1, '0')
  const point = digits.length - places
  return places ? `${digits.slice(0, point)}.${digits.slice(point)}` : digits
}

function wholeOf(decimal: string): string {
  return decimal.split('.')[0] ?? ''
}

function fractionOf(decimal: string): string {
  return decimal.split('.')[1] ?? ''
}
