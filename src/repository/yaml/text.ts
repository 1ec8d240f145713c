/** The largest document that is parsed, in bytes: the slow reader needs up to 3 s for this size. */
export const largestDocument = 256 * 1024
/** The most lines that are read: a case file has some thousands. */
export const mostLines = 80_000

/** A line with which git marks a conflict. */
export const conflictMarker = /^[ \t]*(?:<{7}|={7}|>{7}|\|{7})(?=\s|$)/m

const decoder = new TextDecoder('utf-8', { fatal: true })

/** The text of a file without BOM and with LF line ends; `ok` is false where it is no UTF-8. */
export function decodeText(bytes: Uint8Array): { ok: true; text: string } | { ok: false } {
  try {
    const text = decoder.decode(bytes)
    return { ok: true, text: text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text }
  } catch {
    return { ok: false }
  }
}

/** A place in a file, 1-based. */
export interface Position {
  line: number
  column: number
}

/** The place (1-based) of a character offset. */
export function positionOfOffset(text: string, offset: number): Position {
  return positionFinder(text)(offset)
}

/** Tells the places (1-based) of character offsets. The lines are counted once, however many places are asked for. */
export function positionFinder(text: string): (offset: number) => Position {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    const wanted = Math.min(Math.max(0, offset), text.length)
    let [low, high] = [0, starts.length]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= wanted) low = middle
      else high = middle
    }
    return { line: low + 1, column: wanted - (starts[low] ?? 0) + 1 }
  }
}
