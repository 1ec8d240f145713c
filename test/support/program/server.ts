import { closeSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { linesFrom, placesOf } from './protocol.ts'

/** A call that a test asks of its server, as one line of JSON. */
export interface Asked {
  /** Tells this call from one whose test was ended meanwhile. */
  readonly id: string
  readonly folder: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
}

/** The answer, as one line of JSON; what was printed lies in the files of the server. */
export interface Answered {
  readonly id: string
  readonly exit: number
}

/**
 * A process that has the built program loaded and runs one call after the other, each in the folder, environment and
 * words that it is given. stdout and stderr are files; a call is over when nothing is left to be done, as it is for a
 * process.
 */
const [project = '', folder = '', worker = ''] = process.argv.slice(2)
const [STDOUT, STDERR, LOADED] = [1, 2, 3]
/** What node answers for a program that waits for something that never comes. */
const UNSETTLED = 13

const places = placesOf(folder, Number(worker))
const asked = openSync(places.asked, 'r')
// Only this process holds the writing end, so that a test notices when the process ends.
const answered = openSync(places.answered, 'r+')
// The schema boundary: what the build makes.
const { main } = (await import(pathToFileURL(join(project, 'dist/main.cjs')).href)) as {
  main: (argv: readonly string[]) => Promise<void>
}
closeSync(LOADED)

let running: { readonly id: string; isSettled: boolean } | undefined

process.on('beforeExit', () => {
  if (running) answer(running)
  const lines = linesFrom((buffer) => readSync(asked, buffer))
  if (lines === undefined) process.exit()
  // The schema boundary: what a test of the same tree wrote. A test that was ended left its call, which nobody waits
  // for.
  begin(JSON.parse(lines.at(-1) ?? '') as Asked)
})

function begin({ id, folder, args, env }: Asked): void {
  for (const output of [STDOUT, STDERR]) ftruncateSync(output)
  process.chdir(folder)
  setEnvironment(env)
  process.argv = [process.execPath, join(project, 'bin/ejc.js'), ...args]
  process.exitCode = undefined
  const call = { id, isSettled: false }
  running = call
  void main(args).then(() => {
    call.isSettled = true
  })
  // Even where the call is over at once, node looks again whether something is left to be done.
  setImmediate(() => undefined)
}

function answer({ id, isSettled }: { readonly id: string; readonly isSettled: boolean }): void {
  const exit = isSettled ? Number(process.exitCode ?? 0) : UNSETTLED
  for (const stream of [process.stdout, process.stderr]) stream.removeAllListeners('error')
  process.chdir('/')
  writeSync(answered, `${JSON.stringify({ id, exit } satisfies Answered)}\n`)
}

function setEnvironment(env: Asked['env']): void {
  for (const name of Object.keys(process.env)) if (env[name] === undefined) delete process.env[name]
  for (const [name, value] of Object.entries(env)) {
    if (value !== undefined && process.env[name] !== value) process.env[name] = value
  }
}
