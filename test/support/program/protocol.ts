import { join } from 'node:path'

/** The files of one server: two named pipes, and what the program that it runs prints. */
interface Places {
  readonly asked: string
  readonly answered: string
  readonly stdout: string
  readonly stderr: string
}

const LINE_END = 10
const PIPE_BYTES = 65_536

/** Where the server of the test worker with this number has its files. */
export function placesOf(folder: string, worker: number): Places {
  const at = (name: string): string => join(folder, `${worker}-${name}`)
  return { asked: at('asked'), answered: at('answered'), stdout: at('stdout'), stderr: at('stderr') }
}

/** The next lines of a pipe; undefined when nobody is left at its other end. */
export function linesFrom(read: (buffer: Buffer) => number): string[] | undefined {
  const parts: Buffer[] = []
  for (;;) {
    const buffer = Buffer.alloc(PIPE_BYTES)
    const length = read(buffer)
    if (length === 0) return undefined
    parts.push(buffer.subarray(0, length))
    if (buffer[length - 1] === LINE_END) return Buffer.concat(parts).toString().trimEnd().split('\n')
  }
}
