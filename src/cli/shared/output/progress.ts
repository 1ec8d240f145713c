/** Progress of a long task. */
export interface Progress {
  /** So much of the total is done. */
  at(done: number): void
  end(): void
}

/** Where progress is shown: one line of a terminal, and nothing anywhere else. */
export interface ProgressLine {
  /** Begins a task of a number of pieces, or bytes. */
  start(title: string, total: number, unit?: 'pieces' | 'bytes'): Progress
  /** Removes the line, so that something else can be printed. */
  clear(): void
}

/** A task that ends sooner shows nothing; after that, the line changes at this interval (ms). */
const PATIENCE = 1000
const PAUSE = 100
const CLEARED = '\r\u001b[K'

/** The line of progress of a stream; quiet where the stream is no terminal. `now` counts milliseconds. */
export function progressLine(
  stream: { readonly isTTY?: boolean; write(text: string): unknown },
  quiet: boolean,
  now: () => number = () => performance.now(),
): ProgressLine {
  const silent = quiet || stream.isTTY !== true
  let shown = false
  const clear = (): void => {
    if (shown) stream.write(CLEARED)
    shown = false
  }
  return {
    clear,
    start(title, total, unit = 'pieces') {
      // Node's clock is loaded at its first use.
      let next = silent ? 0 : now() + PATIENCE
      const say = unit === 'bytes' ? bytesText : piecesText
      return {
        at(done) {
          if (silent || now() < next) return
          next = now() + PAUSE
          stream.write(`${CLEARED}${title} ${say(done, total)}`)
          shown = true
        },
        end: clear,
      }
    },
  }
}

/** 1,234／10,000 */
function piecesText(done: number, total: number): string {
  return `${withThousands(done)}／${withThousands(total)}`
}

function withThousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}

const BYTES_PER_STEP = 1024
const BYTE_UNITS = ['B', 'KB', 'MB', 'GB', 'TB'] as const

/** 1.2／4.5 GB */
function bytesText(done: number, total: number): string {
  const step = Math.min(
    BYTE_UNITS.length - 1,
    Math.floor(Math.log(Math.max(1, total)) / Math.log(BYTES_PER_STEP)),
  )
  const inUnit = (bytes: number): string => (bytes / BYTES_PER_STEP ** step).toFixed(step > 1 ? 1 : 0)
  return `${inUnit(done)}／${inUnit(total)} ${BYTE_UNITS[step]}`
}
