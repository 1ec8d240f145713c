import { deflateRawSync, inflateRawSync } from 'node:zlib'

/** Values of JSON that are kept small until they are gone through, one after the other, as often as needed. */
export interface PackedList<T> extends Iterable<T> {
  add(value: T): void
}

/** Characters of JSON that are packed together: enough to pack well, few enough to unpack at once. */
const BLOCK = 200_000

/** The fastest: text of cases becomes a tenth of its size all the same. */
const LEVEL = 1

/**
 * Keeps values as packed JSON, outside of the memory that JavaScript may fill: what a command needs of tens of thousands
 * of cases takes less room than one of them takes in a hundred.
 */
export function createPackedList<T>(): PackedList<T> {
  const blocks: Uint8Array[] = []
  let texts: string[] = []
  let length = 0
  const pack = (): void => {
    if (texts.length) blocks.push(deflateRawSync(`[${texts.join(',')}]`, { level: LEVEL }))
    texts = []
    length = 0
  }
  return {
    add(value) {
      const text = JSON.stringify(value)
      texts.push(text)
      length += text.length
      if (length >= BLOCK) pack()
    },
    *[Symbol.iterator]() {
      pack()
      // This program has packed them itself.
      for (const block of blocks) yield* JSON.parse(inflateRawSync(block).toString()) as T[]
    },
  }
}
