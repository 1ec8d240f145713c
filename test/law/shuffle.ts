/** The items in an order that only the seed decides. */
export function shuffledList<T>(items: readonly T[], seed: number): T[] {
  return items
    .map((item, index) => ({ item, rank: Math.imul(seed + index + 1, 2654435761) >>> 0 }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item)
}

/** The same data with the items of every list and the keys of every map in another order. */
export function shuffled(value: unknown, seed: number): unknown {
  if (Array.isArray(value)) return shuffledList(value, seed).map((item) => shuffled(item, seed + 1))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    shuffledList(Object.entries(value), seed).map(([key, each]) => [key, shuffled(each, seed + 1)]),
  )
}
