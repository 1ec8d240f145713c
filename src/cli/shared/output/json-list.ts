import { once } from 'node:events'
import { holdsPersonalNumber, maskedNumber } from '../../../core/facts/personal-numbers.ts'
import { escapeHidden } from './clean.ts'

/** A long list in a result, whose values come one after the other. */
export interface LongList {
  readonly key: string
  readonly items: Iterable<unknown>
}

/** In place of the values, until they come. */
const MARK = '\ue000'

/** Characters that are written at once. */
const PIECE = 60_000

/** Spaces before a value of a list in `data`. */
const INDENT = '\n      '

/**
 * The text of a result whose `data` ends with a long list and what comes `after` it, the same as of the whole at once: in
 * pieces, so that a result that is larger than a text can be needs no more memory than a small one.
 */
export function* jsonPieces(
  result: { readonly schemaVersion: number; readonly kind: string; readonly data: object },
  { key, items }: LongList,
  after: object,
): Generator<string> {
  const whole = jsonOf({ ...result, data: { ...result.data, [key]: [MARK], ...after } })
  const [before = '', behind = ''] = whole.split(`[${INDENT}"${MARK}"\n    ]`)
  let piece = before
  let mark = '['
  for (const item of items) {
    piece += `${mark}${INDENT}${jsonOf(item).replaceAll('\n', INDENT)}`
    mark = ','
    if (piece.length < PIECE) continue
    yield piece
    piece = ''
  }
  yield `${piece}${mark === '[' ? '[]' : '\n    ]'}${behind}\n`
}

function jsonOf(value: unknown): string {
  const text = JSON.stringify(value, undefined, 2)
  return escapeHidden(holdsPersonalNumber(text) ? JSON.stringify(value, maskedNumber, 2) : text)
}

/** Writes piece by piece, as fast as the reader takes them; ends where nobody reads any more. */
export async function writePieces(stream: NodeJS.WriteStream, pieces: Iterable<string>): Promise<void> {
  for (const piece of pieces) {
    if (!stream.writable) return
    if (stream.write(piece)) continue
    try {
      await once(stream, 'drain')
    } catch {
      // Where the output is lost, the program says so itself.
      return
    }
  }
}
