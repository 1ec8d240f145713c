import { Chalk, type ChalkInstance } from 'chalk'
import { escapeHidden } from './clean.ts'
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
  /** The result for programs: `{"schemaVersion":1,"kind":…,"data":…}`. */
  json(kind: string, data: unknown): void
  /** A remark for people. */
  note(text: string): void
  /** Progress of a task, for people at a terminal who have waited a second. */
  readonly progress: ProgressLine['start']
  /** Removes the line of progress, as when the task failed. */
  readonly clearProgress: ProgressLine['clear']
}

/** What a text needs to know of the output that it is laid out for. */
export type Layout = Pick<Output, 'style' | 'width'>

/** The outputs of this process; `quiet` shows no progress. Control characters in data are never sent to a terminal: see `clean`. */
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
    print: (text) => write(process.stdout, `${text}\n`),
    json: (kind, data) => write(process.stdout, jsonText(kind, data)),
    note: (text) => write(process.stderr, `${forTerminal(text, process.stderr.columns)}\n`),
    progress: line.start,
    clearProgress: line.clear,
  }
}

/** The text of a result for programs. */
export function jsonText(kind: string, data: unknown): string {
  return `${escapeHidden(JSON.stringify({ schemaVersion: 1, kind, data }, undefined, 2))}\n`
}

function pipedWidth(): number {
  const columns = Number(process.env.COLUMNS)
  return Number.isInteger(columns) && columns > 0 ? columns : PIPED_WIDTH
}
