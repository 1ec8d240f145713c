import { Chalk, type ChalkInstance } from 'chalk'
import { holdsPersonalNumber, maskedNumber, withMaskedNumbers } from '../../../core/facts/personal-numbers.ts'
import { OUTPUT_FORMAT } from '../../../repository/format/number.ts'
import { escapeHidden } from './clean.ts'
import { jsonPieces, type LongList, writePieces } from './json-list.ts'
import { type ProgressLine, progressLine } from './progress.ts'
import { forTerminal } from './text.ts'

export { clean } from './clean.ts'

const NARROWEST = 40
const PIPED_WIDTH = 100

/** Where a command prints: data on stdout, everything else on stderr. */
export interface Output {
  /** Colours for stdout; none when piped, with --no-color or NO_COLOR. */
  readonly style: ChalkInstance
  /** Columns of the terminal; when piped those of COLUMNS, or a fixed width. */
  readonly width: number
  /** Data, a line or several; data of a case goes through `clean`, `wrap` or `table` before. */
  print(text: string): void
  /**
   * The result for programs: `{"schemaVersion":1,"kind":…,"data":…}`; numbers of persons masked unless asked for
   * `whole`.
   */
  json(kind: string, data: unknown, whole?: 'whole'): void
  /** The same with a long list under `list.key`, after `data` and before `after`, whose values come one by one. */
  jsonList(kind: string, data: object, list: LongList, after: object): Promise<void>
  /** A remark for people. */
  note(text: string): void
  /** Progress of a task, for people at a terminal who have waited a second. */
  readonly progress: ProgressLine['start']
  /** Removes the line of progress, for example when a task has failed. */
  readonly clearProgress: ProgressLine['clear']
}

/** What a text needs to know of the output that it is laid out for. */
export type Layout = Pick<Output, 'style' | 'width'>

/**
 * The outputs of this process; `quiet` shows no progress. Control characters in data are never sent to a terminal: see
 * `clean`.
 */
export function createOutput(color: boolean, quiet = false): Output {
  const level = color && process.stdout.isTTY ? 1 : 0
  const line = progressLine(process.stderr, quiet)
  const write = (stream: NodeJS.WriteStream, text: string): void => {
    line.clear()
    stream.write(text)
  }
  return {
    style: new Chalk({ level }),
    width: Math.max(NARROWEST, process.stdout.columns ?? pipedWidth()),
    print: (text) => write(process.stdout, `${withMaskedNumbers(text)}\n`),
    json: (kind, data, whole) => write(process.stdout, jsonText(kind, data, whole)),
    jsonList(kind, data, list, after) {
      line.clear()
      return writePieces(
        process.stdout,
        jsonPieces({ schemaVersion: OUTPUT_FORMAT, kind, data }, list, after),
      )
    },
    note: (text) =>
      write(process.stderr, `${forTerminal(withMaskedNumbers(text), process.stderr.columns)}\n`),
    progress: line.start,
    clearProgress: line.clear,
  }
}

/**
 * The text of a result for programs. A large result is gone through value by value only where it holds a number to
 * mask.
 */
export function jsonText(kind: string, data: unknown, whole?: 'whole'): string {
  const result = { schemaVersion: OUTPUT_FORMAT, kind, data }
  const text = JSON.stringify(result, undefined, 2)
  const isMasked = !whole && holdsPersonalNumber(text)
  return `${escapeHidden(isMasked ? JSON.stringify(result, maskedNumber, 2) : text)}\n`
}

function pipedWidth(): number {
  const columns = Number(process.env.COLUMNS)
  return Number.isInteger(columns) && columns > 0 ? columns : PIPED_WIDTH
}
