import { spawn, spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildSync } from 'esbuild'
import { placesOf } from './protocol.ts'

/** Ends the servers. */
export type Stop = () => Promise<void>

/**
 * Starts a server of the built program for each test worker, its files in `folder`. None where another program is to be
 * tested (EJC_BIN), where nothing is built, or where the system has no named pipes: then each call is a process of its
 * own.
 */
export async function startServers(folder: string, workers: number): Promise<Stop> {
  const numbers = Array.from({ length: workers }, (_, index) => index + 1)
  if (process.env.EJC_BIN || !existsSync('dist/main.cjs') || !makePipes(folder, numbers))
    return async () => undefined
  const script = bundled(folder)
  const stops = await Promise.all(numbers.map((number) => startServer(script, folder, number)))
  return async () => {
    await Promise.all(stops.map((stop) => stop()))
  }
}

function makePipes(folder: string, numbers: readonly number[]): boolean {
  const places = numbers.map((number) => placesOf(folder, number))
  const pipes = places.flatMap(({ asked, answered }) => [asked, answered])
  return spawnSync('mkfifo', pipes).status === 0
}

/** The server as one script: node runs no TypeScript. */
function bundled(folder: string): string {
  const outfile = join(folder, 'server.mjs')
  const entryPoints = [join(import.meta.dirname, 'server.ts')]
  buildSync({ entryPoints, outfile, bundle: true, platform: 'node', format: 'esm', logLevel: 'error' })
  return outfile
}

/** Starts a server and waits until it has loaded the program, or has failed to. */
async function startServer(script: string, folder: string, number: number): Promise<Stop> {
  const { asked, answered, stdout, stderr } = placesOf(folder, number)
  // The server waits as long as this process holds the writing end, and ends with it.
  const open = openSync(asked, 'r+')
  const outputs = [stdout, stderr].map((file) => openSync(file, 'a'))
  const server = spawn(process.execPath, [script, resolve('.'), folder, String(number)], {
    stdio: ['ignore', ...outputs, 'pipe'],
    env: { PATH: process.env.PATH, TZ: 'Asia/Shanghai', LANG: 'C.UTF-8', NODE_DISABLE_COMPILE_CACHE: '1' },
  })
  for (const output of outputs) closeSync(output)
  const ended = new Promise<void>((done) => {
    server.once('exit', () => {
      // A test that finds no pipes starts a process.
      for (const pipe of [asked, answered]) rmSync(pipe, { force: true })
      done()
    })
  })
  await new Promise<void>((done) => {
    server.stdio[3]?.once('close', done)
  })
  return () => {
    closeSync(open)
    return ended
  }
}
