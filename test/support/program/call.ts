import { closeSync, existsSync, openSync, readFileSync, readSync, rmSync, writeSync } from 'node:fs'
import { inject } from 'vitest'
import { linesFrom, placesOf } from './protocol.ts'
import type { Answered, Asked } from './server.ts'

/** The result of a call: its exit code, null where the process ended without one, and what it printed. */
export interface Done {
  readonly exit: number | null
  readonly stdout: string
  readonly stderr: string
}

let calls = 0

/**
 * The result of a call of the built program, run by the server of this test worker; undefined without a server. Where
 * each call starts a process, most of the time of the tests goes into reading and compiling the same program again.
 */
export function served(call: Omit<Asked, 'id'>): Done | undefined {
  const places = placesOf(inject('folder'), Number(process.env.VITEST_POOL_ID))
  if (!existsSync(places.asked)) return undefined
  const id = `${process.pid}-${calls++}`
  withPipe(places.asked, 'w', (pipe) => {
    writeWhole(pipe, `${JSON.stringify({ id, ...call } satisfies Asked)}\n`)
  })
  const exit = withPipe(places.answered, 'r', (pipe) => answerTo(id, pipe))
  // The server has ended, for example after a crash: the next call starts a process.
  if (exit === null) rmSync(places.asked, { force: true })
  return { exit, stdout: readFileSync(places.stdout, 'utf8'), stderr: readFileSync(places.stderr, 'utf8') }
}

function withPipe<T>(file: string, flags: 'r' | 'w', use: (pipe: number) => T): T {
  const pipe = openSync(file, flags)
  try {
    return use(pipe)
  } finally {
    closeSync(pipe)
  }
}

function writeWhole(pipe: number, text: string): void {
  const bytes = Buffer.from(text)
  for (let written = 0; written < bytes.length; ) written += writeSync(pipe, bytes, written)
}

function answerTo(id: string, pipe: number): number | null {
  for (;;) {
    const lines = linesFrom((buffer) => readSync(pipe, buffer))
    if (lines === undefined) return null
    // The schema boundary: what the server of the same tree wrote.
    const answers = lines.map((line) => JSON.parse(line) as Answered)
    const own = answers.find((answer) => answer.id === id)
    if (own) return own.exit
  }
}
