/** What the demo needs to work as an officer would: a copy of the example repository, git, and the real program. */
import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'

const here = import.meta.dirname
const answers = join(here, 'answers')
const program = resolve(process.env.EJC_BIN ?? join(here, '../bin/ejc.js'))

/** An officer at a desk: a case repository in a temporary folder, and what can be done there. */
export interface Officer {
  /** The case repository. */
  readonly root: string
  heading(title: string): void
  say(text: string): void
  /** Runs ejc on a day (YYYY-MM-DD) and shows the call and its output; ends the demo when it exits otherwise than expected. */
  ejc(today: string, args: readonly string[], expected?: number): void
  /** Runs git and shows its output. */
  git(...args: readonly string[]): void
  /** Puts files of answers/by-hand/<batch> into a case and commits them: lists grow at their end, the rest is copied. */
  fileByHand(caseId: string, batch: string, message: string): void
}

/** A demo step that went otherwise than expected. */
export class UnexpectedExitError extends Error {}

/** The path of an answers file, for --from. */
export function answer(name: string): string {
  return join(answers, `${name}.yaml`)
}

/** Without GIT_DIR and its like, which would lead git elsewhere when the demo runs from a hook. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')),
)

/** Copies the example repository to a fresh temporary folder under git. */
export function sitDown(): Officer {
  const root = join(mkdtempSync(join(tmpdir(), 'ejc-demo-')), 'guichuan')
  cpSync(join(here, 'repository'), root, { recursive: true })
  const git = (...args: readonly string[]): string => run('git', args, root)
  for (const args of setUp) git(...args)
  return {
    root,
    heading: (title) =>
      print(`\n${'━'.repeat(4)} ${title} ${'━'.repeat(Math.max(0, 60 - 2 * title.length))}`),
    say: (text) => print(`\n${text}`),
    ejc: (today, args, expected = 0) => ejc(root, today, args, expected),
    git: (...args) => {
      print(`\n$ git ${args.join(' ')}`)
      print(git(...args))
    },
    fileByHand: (caseId, batch, message) => {
      fileBatch(join(root, 'cases', caseId), join(answers, 'by-hand', batch))
      print(`\n（${message}：${filesOf(batch).join('、')}）`)
      git('add', '--', `cases/${caseId}`)
      git('commit', '--quiet', '-m', `${caseId} ${message}`)
    },
  }
}

/** The identity is set in this repository alone, so that nothing of the machine's git configuration is needed or used. */
const setUp: readonly (readonly string[])[] = [
  ['init', '--quiet'],
  ['symbolic-ref', 'HEAD', 'refs/heads/main'],
  ['config', 'user.name', '唐某'],
  ['config', 'user.email', 'tang@example.invalid'],
  ['config', 'commit.gpgsign', 'false'],
  ['config', 'core.autocrlf', 'false'],
  ['config', 'core.hooksPath', '.git/hooks'],
  ['config', 'core.quotepath', 'false'],
  ['add', '--all'],
  ['commit', '--quiet', '-m', '示例案件库'],
]

function ejc(root: string, today: string, args: readonly string[], expected: number): void {
  print(`\n$ ejc ${args.map(shown).join(' ')} --today ${today}`)
  const call = ['-C', root, '--no-color', '--no-input', '--today', today, ...args]
  // Messages and data share one stream here, in the order in which they were written.
  const { status } = spawnSync(process.execPath, [program, ...call], {
    env: environment,
    stdio: ['ignore', 1, 1],
  })
  if (status !== expected) {
    throw new UnexpectedExitError(`ejc ${args.join(' ')} 的退出码是 ${status}，应为 ${expected}。`)
  }
  if (expected !== 0) print(`（退出码 ${expected}，与预期相符）`)
}

function run(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    env: environment,
    encoding: 'utf8',
  })
  if (status === 0) return stdout.trimEnd()
  throw new UnexpectedExitError(`${command} ${args.join(' ')} 没有成功：${error?.message ?? stderr}`)
}

function fileBatch(caseFolder: string, batch: string): void {
  for (const name of readdirSync(batch)) {
    const [from, to] = [join(batch, name), join(caseFolder, name)]
    if (name.endsWith('.yaml') && existsSync(to))
      appendFileSync(to, addition(readFileSync(to, 'utf8'), readFileSync(from, 'utf8')))
    else cpSync(from, to, { recursive: true })
  }
}

/** What comes after the text that is there: more items of its list, or a section of its own. */
function addition(present: string, more: string): string {
  const [heading = '', ...items] = more.split('\n')
  return present.split('\n').includes(heading) ? items.join('\n') : `\n${more}`
}

function filesOf(batch: string): string[] {
  const names = readdirSync(join(answers, 'by-hand', batch), { recursive: true, encoding: 'utf8' })
  return names.filter((name) => name !== 'attachments').sort()
}

/** Paths of the demo's own files by their names: the folder differs from machine to machine. */
function shown(arg: string): string {
  return arg.startsWith(answers) ? `answers/${basename(arg)}` : arg
}

function print(text: string): void {
  writeSync(1, `${text}\n`)
}
