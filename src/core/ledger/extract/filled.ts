/** A list that says something; undefined where it is empty. */
export function unlessEmpty<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length ? list : undefined
}

/** The value that all of a list have; undefined where they differ, or there are none. */
export function common<T>(list: readonly T[]): T | undefined {
  const [first, ...others] = new Set(list)
  return others.length ? undefined : first
}
