import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** What is called, in a folder that holds `cases` (a case repository), `office.git` (shared) and what the calls need. */
export interface Scenario {
  readonly name: string
  /** Relative to the folder. */
  readonly at?: string
  readonly args: readonly string[]
  /** What is done before, without faults. */
  readonly before?: readonly (readonly string[])[]
  /** Run after the fault: the same call again, where it makes the repository itself. */
  readonly next?: readonly string[]
  /** Where the repository stands that is looked at. */
  readonly repository?: string
  /** What the call makes outside of the repository. */
  readonly makes?: string
  /** Checks what it makes. */
  readonly proof?: readonly string[]
  /** Whether it may be called again without harm: it commits nothing, or only what is still to be done. */
  readonly isRepeatable?: boolean
}

const ID = 'NN-2026-0001'
const reason = ['--reason', '看错回执日期']
const phone = [
  'advance',
  ID,
  'disclose',
  'agreement/G1',
  '--set',
  'url=https://example.gov.cn/1',
  '--set',
  'readBy=覃某',
]

const another = ['new', '--from', '../new.yaml']
const why = ['--reason', '同一处排污口', '--yes']
const byHand = ['sh', '-c', `echo '# 手写' >> cases/${ID}/case.yaml`]
/** As an ejc left it that wrote no format yet. */
const older = [
  'sh',
  '-c',
  "sed -i '/^schema:/d' ejc.yaml; sed -i '/^projects/d' .gitattributes; git commit --quiet --all -m 旧",
]
const create = ['sync', '--remote', '../new.git', '--create']

export const scenarios: readonly Scenario[] = [
  { name: 'advance', args: phone },
  { name: 'amend', args: ['amend', ID, '送达磋商', 'o2', '--set', 'servedOn=2026-07-02', ...reason] },
  { name: 'assign', args: ['assign', ID, '--to', '李某', '--reason', '调岗', '--yes'] },
  { name: 'new', args: ['new', '--from', '../new.yaml'] },
  {
    name: 'evidence add',
    args: [
      'evidence',
      'add',
      ID,
      '../photo.jpg',
      '--set',
      'kind=audiovisual',
      '--set',
      'source=南宁市生态环境局',
    ],
  },
  { name: 'render', args: ['render', ID, '1'] },
  { name: 'undo', before: [phone], args: ['undo', ID, '--yes'] },
  { name: 'renumber', args: ['renumber', ID, 'NN-2026-0012', '--yes'] },
  {
    name: 'migrate',
    before: [older],
    args: ['migrate', '--yes'],
    next: ['migrate', '--yes'],
    isRepeatable: true,
  },
  {
    name: 'combine',
    before: [another],
    args: ['combine', 'NN-2026-0002', ID, '--keep', ID, ...why],
  },
  { name: 'split', before: [another], args: ['split', 'NN-2026-0002', '--obligors', 'o2', ...why] },
  { name: 'import', args: ['import', '../ledger.csv', '--yes'] },
  { name: 'project add', args: ['project', 'add', '--from', '../project.yaml'] },
  { name: 'init --set', args: ['init', '--set', 'court=南宁铁路运输法院', '--yes'] },
  {
    name: 'sync --commit',
    before: [['git', 'remote', 'remove', 'origin'], byHand],
    args: ['sync', '--commit'],
    isRepeatable: true,
  },
  {
    name: 'sync --create',
    before: [['git', 'remote', 'remove', 'origin']],
    args: create,
    next: create,
    makes: 'new.git',
    proof: ['git', '--git-dir=../new.git', 'merge-base', '--is-ancestor', 'HEAD', 'main'],
    isRepeatable: true,
  },
  { name: 'sync', before: [phone], args: ['sync'], next: ['sync'], isRepeatable: true },
  {
    name: 'backup',
    args: ['backup', '../all.bundle'],
    makes: 'all.bundle',
    proof: ['git', 'bundle', 'verify', '--quiet', '../all.bundle'],
    isRepeatable: true,
  },
  {
    name: 'archive',
    args: ['archive', ID, '--working', '--no-pdf', '--out', '../file'],
    makes: 'file',
    proof: ['ejc', 'archive', 'verify', '../file'],
    isRepeatable: true,
  },
  {
    name: 'doctor --fix',
    before: [
      ['git', 'rm', '--quiet', '.gitattributes', 'schemas/case.schema.json'],
      ['git', 'commit', '--quiet', '--no-verify', '-m', '旧版'],
    ],
    args: ['doctor', '--fix'],
    isRepeatable: true,
  },
  {
    name: 'join',
    at: '.',
    args: ['join', 'office.git', 'mine'],
    next: ['join', 'office.git', 'mine'],
    repository: 'mine',
    isRepeatable: true,
  },
  {
    name: 'join FILE',
    at: '.',
    before: [['backup', '../all.bundle']],
    args: ['join', 'all.bundle', 'mine'],
    next: ['join', 'all.bundle', 'mine'],
    repository: 'mine',
    isRepeatable: true,
  },
  {
    name: 'init',
    at: '.',
    args: ['init', 'fresh', '--from', 'office.yaml'],
    next: ['init', 'fresh', '--from', 'office.yaml'],
    repository: 'fresh',
    isRepeatable: true,
  },
]

/** A ledger of two cases. */
const LEDGER = `编号,案件名称,义务人,接收线索日期,启动日期,承办人
1,某煤场扬尘案,某煤业有限公司,2024/1/8,2024/1/15,覃某
2,某河段倾倒案,某运输有限公司,2024/2/1,2024/2/6,黄某
`

const PROJECT = `title: 某江岸线复绿
`

const PROGRAM = resolve(process.env.EJC_BIN ?? 'bin/ejc.js')
const fixtures = join(import.meta.dirname, '../fixtures')

/** The environment of every call: own home and identity, a fixed time zone, messages as they are. */
export function environmentOf(folder: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    HOME: join(folder, 'home'),
    // What is counted and failed are the steps of the work.
    NODE_DISABLE_COMPILE_CACHE: '1',
    TZ: 'Asia/Shanghai',
    LANG: 'C.UTF-8',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: '覃某',
    GIT_AUTHOR_EMAIL: 'qin@example.invalid',
    GIT_COMMITTER_NAME: '覃某',
    GIT_COMMITTER_EMAIL: 'qin@example.invalid',
  }
}

export interface Done {
  readonly exit: number | null
  readonly said: string
}

/** The built program in a folder, without a terminal; `node` are options of node itself. */
export function ejc(
  cwd: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  node: readonly string[] = [],
): Done {
  const words = [...node, PROGRAM, ...args, '--today', '2026-11-24', '--no-input']
  return run(process.execPath, words, cwd, env)
}

/** Runs a program to its end; one that hangs for two minutes is killed, and is then a fault of its own. */
export function run(
  program: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
  input = '',
): Done {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    env,
    input,
    encoding: 'utf8',
    timeout: 120_000,
    maxBuffer: 64 * 1024 * 1024,
  })
  return { exit: status, said: `${stdout ?? ''}${stderr ?? ''}${error ? `\n${error.message}` : ''}` }
}

/** Throws where a call that prepares something fails. */
export function need(done: Done, what: string): string {
  if (done.exit !== 0) throw new Error(`${what}: exit ${done.exit}\n${done.said}`)
  return done.said
}

/** The folder that all scenarios begin with: a repository of two cases, its shared one, and a change there by a colleague. */
export function prepare(folder: string): void {
  mkdirSync(join(folder, 'home'), { recursive: true })
  const env = environmentOf(folder)
  const cases = join(folder, 'cases')
  cpSync(join(fixtures, 'example-case/ejc.yaml'), join(folder, 'office.yaml'))
  cpSync(resolve('examples/answers/new.yaml'), join(folder, 'new.yaml'))
  writeFileSync(join(folder, 'ledger.csv'), LEDGER)
  writeFileSync(join(folder, 'project.yaml'), PROJECT)
  writeFileSync(join(folder, 'photo.jpg'), Buffer.alloc(40_000, 'photo'))
  need(ejc(folder, ['init', 'cases', '--from', 'office.yaml'], env), 'init')
  for (const [fixture, id] of [
    ['example-case', ID],
    ['example-case-2', 'NN-2025-0003'],
  ] as const) {
    const from = join(fixtures, fixture)
    for (const name of readdirSync(from))
      if (!/^(ejc\.yaml|submissions\.yaml|.*\.sample)$/.test(name))
        cpSync(join(from, name), join(cases, 'cases', id, name))
  }
  const git = (cwd: string, ...args: string[]) => need(run('git', args, cwd, env), `git ${args.join(' ')}`)
  git(cases, 'add', '--all')
  git(cases, 'commit', '--quiet', '--no-verify', '-m', '放入案件')
  need(ejc(cases, ['sync', '--remote', '../office.git', '--create'], env), 'sync')
  git(folder, 'clone', '--quiet', 'office.git', 'colleague')
  const theirs = join(folder, 'colleague')
  need(ejc(theirs, ['assign', 'NN-2025-0003', '--to', '韦某', '--yes'], env), 'assign')
  git(theirs, 'push', '--quiet', 'origin', 'HEAD')
  rmSync(theirs, { recursive: true, force: true })
}

/** A copy of the prepared folder for one call. */
export function copyOf(prepared: string, to: string): void {
  if (existsSync(to)) rmSync(to, { recursive: true, force: true })
  need(run('cp', ['-a', prepared, to], '/', process.env), 'cp')
}
