import type { Choice } from './choices.ts'

/** The choice that a mistyped word most likely means: by its Chinese label, else by edit distance. */
export function closest(word: string, choices: readonly Choice[]): Choice | undefined {
  const byLabel = choices.find(({ label }) => label === word)
  if (byLabel) return byLabel
  const allowed = Math.max(2, Math.floor(word.length / 3))
  const ranked = choices
    .filter(({ code }) => Math.abs(code.length - word.length) <= allowed)
    .map((choice) => ({ choice, distance: editDistance(word.toLowerCase(), choice.code.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)
  const best = ranked[0]
  return best && best.distance <= allowed && best.distance < word.length ? best.choice : undefined
}

/** Levenshtein distance; an exchange of neighbours counts as one. */
export function editDistance(a: string, b: string): number {
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1]
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      current[column] = Math.min(
        at(previous, column) + 1,
        at(current, column - 1) + 1,
        at(previous, column - 1) + (same ? 0 : 1),
        swapped ? at(before, column - 2) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    before = previous
    previous = current
  }
  return at(previous, b.length)
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY
}
