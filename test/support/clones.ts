import { spawn, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Call, createRepository, ejcIn, temporaryFolder } from './cli.ts'

/** An officer with a clone of the shared repository. */
export interface Clone {
  readonly root: string
  /** A call of the built program, without a terminal. Throws when it does not exit as expected. */
  ejc(args: string, exit?: number): Call
  git(...args: string[]): string
}

/** The shared repository of an office, and clones of it. */
export interface SharedOffice {
  readonly url: string
  readonly bare: string
  clone(name: string): Clone
}

const today = ['--today', '2026-11-24', '--no-input']

function identity(name: string): Record<string, string> {
  const email = `${Buffer.from(name).toString('hex')}@example.invalid`
  return {
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
  }
}

/** The environment of an officer's own calls of git and node. */
function environmentOf(name: string): NodeJS.ProcessEnv {
  const home = temporaryFolder()
  return {
    PATH: process.env.PATH,
    HOME: home,
    TZ: 'Asia/Shanghai',
    GIT_CONFIG_NOSYSTEM: '1',
    ...identity(name),
  }
}

function cloneAt(root: string, name: string): Clone {
  const env = environmentOf(name)
  return {
    root,
    ejc(args, exit = 0) {
      const words = args.match(/'[^']*'|\S+/g)?.map((word) => word.replace(/^'|'$/g, '')) ?? []
      const call = ejcIn(root, [...words, ...today], { env: identity(name) })
      if (call.exit === exit) return call
      throw new Error(`ejc ${args}: exit ${call.exit}\n${call.stdout}\n${call.stderr}`)
    },
    git(...args) {
      const { status, stdout, stderr } = spawnSync('git', args, { cwd: root, env, encoding: 'utf8' })
      if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`)
      return stdout
    },
  }
}

/** An office: a bare repository with the example cases, reached by file:// so that git's transport runs. */
export function openSharedOffice(...cases: ('example-case' | 'example-case-2')[]): SharedOffice {
  const first = createRepository(...cases)
  if (cases.length) {
    first.git('add', '--all')
    first.git('commit', '--quiet', '-m', '放入案件')
  }
  const folder = temporaryFolder()
  const bare = join(folder, 'office.git')
  spawnSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', bare])
  const url = pathToFileURL(bare).href
  first.git('push', '--quiet', url, 'main')
  return {
    url,
    bare,
    clone(name) {
      const root = join(folder, name)
      spawnSync('git', ['clone', '--quiet', url, root], { env: environmentOf(name) })
      return cloneAt(root, name)
    },
  }
}

/** Every file of the work tree but git's own, with its content. */
export function filesOf(root: string): ReadonlyMap<string, string> {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' })
  return new Map(
    names
      .filter((name) => !/^\.git(\/|$)/.test(name) && statSync(join(root, name)).isFile())
      .sort()
      .map((name) => [name, readFileSync(join(root, name), 'utf8')]),
  )
}

/** The text of a file of the work tree; empty where there is none. */
export function textIn(clone: Clone, file: string): string {
  return filesOf(clone.root).get(file) ?? ''
}

/** A change by hand, committed. */
export function change(clone: Clone, file: string, edit: (text: string) => string): void {
  writeFileSync(join(clone.root, file), edit(textIn(clone, file)))
  clone.git('add', file)
  clone.git('commit', '--quiet', '-m', '手工修改')
}

/** Starts the built program and kills it without warning after some milliseconds. */
export function killedAfter(clone: Clone, name: string, args: readonly string[], ms: number): Promise<void> {
  const child = spawn(process.execPath, [resolve('bin/ejc.js'), ...args, ...today], {
    cwd: clone.root,
    env: environmentOf(name),
    stdio: 'ignore',
  })
  const timer = setTimeout(() => child.kill('SIGKILL'), ms)
  return new Promise<void>((done) => {
    child.on('exit', () => {
      clearTimeout(timer)
      done()
    })
  })
}
