/** Something that an action or a deadline is about, with the address that officers call it by. */
export interface Addressed<T> {
  readonly item: T
  readonly address: string
}

/**
 * An address for each of several things in the lists of a case. A thing gets the usual address if no other thing has
 * it. Where several have the same one, each gets an address that tells it apart: its number or obligors, else its
 * position among them.
 */
export function addressed<T>(
  all: readonly T[],
  usual: (item: T) => string,
  apart: (item: T) => string | undefined,
): Addressed<T>[] {
  return all.map((item) => {
    const address = usual(item)
    const same = all.filter((each) => usual(each) === address)
    if (same.length === 1) return { item, address }
    const own = apart(item)?.replaceAll('/', '-')
    const isOwn =
      own !== undefined && own !== '' && same.every((each) => each === item || apart(each) !== apart(item))
    return { item, address: `${address}/${isOwn ? own : same.indexOf(item) + 1}` }
  })
}
