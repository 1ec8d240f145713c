import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { inject } from 'vitest'
import { validate } from '../../src/generated/validators-output.js'
import { temporaryFolder } from './folders.ts'
import { type Done, served } from './program/call.ts'
import type { Asked } from './program/server.ts'

export { temporaryFolder } from './folders.ts'

const bin = resolve(process.env.EJC_BIN ?? 'bin/ejc.js')
const fixtures = join(import.meta.dirname, '../fixtures')

/** What one call of the built program did. */
export interface Call extends Done {
  /** The lines of stdout. */
  readonly lines: readonly string[]
}

export interface CallOptions {
  readonly input?: string
  readonly columns?: number
  readonly env?: Readonly<Record<string, string>>
  /** Whether the call must be a process of its own, for example because the test is about its end or its loading. */
  readonly process?: boolean
}

/** A case repository in a temporary folder, made by `ejc init` from the configuration of the example case. */
export interface TestRepository {
  readonly root: string
  ejc(args: readonly string[], options?: CallOptions): Call
  git(...args: string[]): string
  /** Puts a fixture case in, as the folder says or under another id. */
  addCase(fixture: 'example-case' | 'example-case-2', id?: string): void
  read(file: string): string
  write(file: string, content: string | Uint8Array): void
  /** Changes a file by replacing a text that must be there. */
  replace(file: string, from: string, to: string): void
}

const caseIds = { 'example-case': 'NN-2026-0001', 'example-case-2': 'NN-2025-0003' } as const
const notOfTheCase = /^(ejc\.yaml|submissions\.yaml|.*\.sample)$/

/** The environment of a call: own home and git identity, a fixed time zone, no colours. */
function environment(folder: string, { columns = 100, env = {} }: CallOptions): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    HOME: folder,
    TZ: 'Asia/Shanghai',
    LANG: 'C.UTF-8',
    // The home is the folder of the call: nothing but what the call writes is to lie there.
    NODE_DISABLE_COMPILE_CACHE: '1',
    COLUMNS: String(columns),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: '覃某',
    GIT_AUTHOR_EMAIL: 'qin@example.invalid',
    GIT_COMMITTER_NAME: '覃某',
    GIT_COMMITTER_EMAIL: 'qin@example.invalid',
    ...env,
  }
}

/** Runs the built program in a folder, without a terminal. */
export function ejcIn(folder: string, args: readonly string[], options: CallOptions = {}): Call {
  const { process: isProcess = false, input } = options
  const call = { folder, args, env: environment(folder, options) }
  const isServed = !isProcess && input === undefined
  const done = (isServed && served(call)) || started(call, input)
  return { ...done, lines: done.stdout.split('\n').filter((line) => line !== '') }
}

function started({ folder: cwd, args, env }: Omit<Asked, 'id'>, input = ''): Done {
  const options = { cwd, env, input, encoding: 'utf8' } as const
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], options)
  return { exit: status, stdout, stderr }
}

/** A fresh case repository with the named fixture cases in it. */
export function createRepository(...cases: readonly (keyof typeof caseIds)[]): TestRepository {
  const root = join(temporaryFolder(), 'cases-of-nanning')
  cpSync(template(), root, { recursive: true })
  const repository = repositoryAt(root)
  for (const fixture of cases) repository.addCase(fixture)
  return repository
}

/** The repository that all others are copied from, made once by each test worker. */
function template(): string {
  const name = `template-${process.env.VITEST_POOL_ID}`
  const made = join(inject('folder'), name)
  if (existsSync(made)) return made
  const call = ejcIn(dirname(made), ['init', name, '--from', join(fixtures, 'example-case/ejc.yaml')])
  if (call.exit !== 0) throw new Error(`ejc init failed: ${call.stderr}`)
  return made
}

function repositoryAt(root: string): TestRepository {
  const read = (file: string): string => readFileSync(join(root, file), 'utf8')
  const write = (file: string, content: string | Uint8Array): void => writeFileSync(join(root, file), content)
  return {
    root,
    ejc: (args, options) => ejcIn(root, args, options),
    git: (...args) =>
      spawnSync('git', args, { cwd: root, env: environment(root, {}), encoding: 'utf8' }).stdout,
    addCase(fixture, id = caseIds[fixture]) {
      const from = join(fixtures, fixture)
      for (const file of readdirSync(from).filter((name) => !notOfTheCase.test(name))) {
        cpSync(join(from, file), join(root, 'cases', id, file))
      }
    },
    read,
    write,
    replace(file, from, to) {
      const text = read(file)
      if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`)
      write(file, text.replace(from, to))
    },
  }
}

/** The data of a call with --json, once the whole output is of its schema. */
export function dataOf(call: Call, kind: string): unknown {
  const output: unknown = JSON.parse(call.stdout)
  if (!validate(output))
    throw new Error(`output is not of its schema: ${JSON.stringify(validate.errors?.slice(-5))}`)
  if (typeof output !== 'object' || output === null || !('kind' in output) || !('data' in output))
    return undefined
  if (output.kind !== kind) throw new Error(`output is of kind ${String(output.kind)}, not ${kind}`)
  return output.data
}

/** The same, as a list of objects. */
export function listOf(call: Call, kind: string): Record<string, unknown>[] {
  const data = dataOf(call, kind)
  return Array.isArray(data) ? data : []
}
