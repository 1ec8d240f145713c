import type { Choice } from './choices.ts'

/** The choice that a mistyped word most likely means, by its code, or in Chinese by the characters of its label. */
export function closestChoice(word: string, choices: readonly Choice[]): Choice | undefined {
  const byLabel = choices.find(({ label }) => label === word)
  if (byLabel) return byLabel
  const allowed = Math.max(2, Math.floor(word.length / 3))
  const ranked = choices
    .filter(({ code }) => Math.abs(code.length - word.length) <= allowed)
    .map((choice) => ({ choice, distance: editDistance(word.toLowerCase(), choice.code.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)
  const best = ranked[0]
  if (best && best.distance <= allowed && best.distance < word.length) return best.choice
  return /\p{Script=Han}/u.test(word) ? closestLabel(word, choices) : undefined
}

/**
 * The choices that a word names: by their code or label, else by the beginning of the label, else by a part of it.
 * Several where the word does not tell them apart.
 */
export function choicesNamed<T extends Choice>(word: string, choices: readonly T[]): readonly T[] {
  const wanted = bare(word)
  const named = choices.map((choice) => {
    return { choice, names: [choice.label, choice.short ?? choice.label].map(bare) }
  })
  const ways: readonly ((each: (typeof named)[number]) => boolean)[] = [
    ({ choice, names }) => choice.code === word.trim() || names.includes(wanted),
    ({ names }) => names.some((name) => name.startsWith(wanted)),
    ({ names }) => names.some((name) => name.includes(wanted)),
  ]
  if (wanted === '') return []
  for (const way of ways) {
    const found = named.filter(way)
    if (found.length) return found.map(({ choice }) => choice)
  }
  return []
}

/** A name without its quotation marks and spaces, in plain signs. */
function bare(name: string): string {
  return name.normalize('NFKC').replace(/[《》“”"\s]/gu, '')
}

/**
 * The label that holds most of a word: 磋商通知书 is in 生态环境损害赔偿磋商告知书 but for one character; the shorter
 * label wins.
 */
function closestLabel(word: string, choices: readonly Choice[]): Choice | undefined {
  const [best] = choices
    .map((choice) => ({ choice, distance: editDistance(word, choice.label, 'anywhere') }))
    .filter(({ distance }) => distance + distance < word.length)
    .sort((a, b) => a.distance - b.distance || a.choice.label.length - b.choice.label.length)
  return best?.choice
}

/**
 * Levenshtein distance of two words, or with `anywhere` of the first from the nearest part of the second; two exchanged
 * neighbours count as one change.
 */
export function editDistance(a: string, b: string, where: 'whole' | 'anywhere' = 'whole'): number {
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, column) => (where === 'whole' ? column : 0))
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1]
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      current[column] = Math.min(
        distanceAt(previous, column) + 1,
        distanceAt(current, column - 1) + 1,
        distanceAt(previous, column - 1) + (same ? 0 : 1),
        swapped ? distanceAt(before, column - 2) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    before = previous
    previous = current
  }
  return where === 'whole' ? distanceAt(previous, b.length) : Math.min(...previous)
}

function distanceAt(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY
}
