import { beginningOfWhole, endOfWhole } from './whole-words.ts'

/** As many characters stand around what differs, so that it can be found in a long text. */
const AROUND = 8

/** What differs between two texts, each on one line with some words around it; the whole where they are short. */
export function differing(from: string, to: string): readonly [string, string] {
  const [a, b] = [[...from], [...to]]
  const ahead = commonLength(a, b)
  const behind = commonLength(a.slice(ahead).reverse(), b.slice(ahead).reverse())
  const cut = (text: readonly string[]): string => {
    const whole = text.join('')
    const unitsOf = (characters: number): number => text.slice(0, characters).join('').length
    const start = beginningOfWhole(whole, unitsOf(Math.max(0, ahead - AROUND)))
    const end = endOfWhole(whole, unitsOf(Math.min(text.length, text.length - behind + AROUND)))
    const shown = whole.slice(start, end).replaceAll(/\s*\n\s*/gu, ' ')
    return `${start ? '…' : ''}${shown}${end < whole.length ? '…' : ''}`
  }
  return [cut(a), cut(b)]
}

function commonLength(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((each, index) => each !== b[index])
  return at === -1 ? a.length : at
}
