import { execFileSync, spawnSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { hookFiles } from '../../src/repository/init/hooks.ts'
import { firstCase } from '../cases.ts'
import { ejcIn, median, peakMemory, time, timeInTurn } from '../measure.ts'
import { type Bench, milliseconds, type Row, ratio, type Work } from '../work.ts'

const gitIn =
  (folder: string) =>
  (...args: string[]): string =>
    execFileSync('git', args, { cwd: folder, encoding: 'utf8' }).trim()

/** The libraries in which work with git is measured: the large one, and the largest. */
const librariesOf = ({ sizes }: Bench): number[] => [
  ...new Set([sizes.large, sizes.growth.at(-1) ?? sizes.large]),
]

/** What is promised in milliseconds, of 10,000 cases and of 50,000. */
const within = (cases: number, few: number, many: number) => ({ atMost: cases > 10_000 ? many : few })

function duration(title: string, value: number, against: string, atMost: Row['budget']): Row {
  return { title, ours: milliseconds(value), against, value, unit: 'ms', budget: atMost }
}

/** Changes so many cases by a line each, does the work, and takes the change back. */
async function withChanged<T>(folder: string, count: number, work: () => Promise<T>): Promise<T> {
  const git = gitIn(folder)
  const before = git('rev-parse', 'HEAD')
  const ids = git('ls-tree', '--name-only', 'HEAD', 'cases/').split('\n').slice(0, count)
  const files = ids.map((id) => `${id}/case.yaml`)
  for (const file of files) appendFileSync(join(folder, file), '# 补充\n')
  git('add', '--', ...files)
  try {
    return await work()
  } finally {
    git('reset', '--quiet', '--hard', before)
  }
}

/** What runs on a push and before a commit, and what an officer runs before both. */
export const checking: Work = {
  name: 'checking',
  async run(bench) {
    const rows: Row[] = []
    for (const size of librariesOf(bench)) {
      const { folder, cases } = await bench.repository(size)
      rows.push(...(await withChanged(folder, 50, async () => changedRows(bench, folder, cases))))
      rows.push(...(await withChanged(folder, 1, async () => hookRows(bench, folder, cases))))
    }
    return rows
  },
}

function changedRows({ sizes }: Bench, folder: string, cases: number): Row[] {
  const status = { program: 'git', args: ['status', '--porcelain', '-z'], cwd: folder }
  const call = { ...ejcIn(folder, 'lint', '--changed'), exits: [0, 1] }
  const { ours, theirs } = timeInTurn({ theirs: () => time(status), ours: () => time(call) }, sizes.rounds)
  const title = `ejc lint --changed, 50 of ${cases} cases`
  return [duration(title, ours, `${milliseconds(theirs)} git status`, within(cases, 1_000, 2_000))]
}

/** A push with and without the hook, and the check before a commit. */
function hookRows({ sizes, scratch }: Bench, folder: string, cases: number): Row[] {
  const git = gitIn(folder)
  const before = git('rev-parse', 'HEAD')
  const bare = join(scratch, `bare-${cases}.git`)
  git('clone', '--quiet', '--bare', '.', bare)
  const check = hookIn(join(scratch, `hooks-${cases}`), 'pre-commit')
  const server = hookIn(join(bare, 'hooks'), 'pre-receive')
  for (const at of [folder, bare])
    gitIn(at)('config', 'ejc.command', `node '${resolve(process.env.EJC_BIN ?? 'bin/ejc.js')}'`)
  const hook = { program: 'sh', args: [check], cwd: folder }
  const alone = median(Array.from({ length: sizes.rounds }, () => time(hook)))
  git('commit', '--quiet', '-m', '补充')
  const push = (mode: number) => (): number => {
    chmodSync(server, mode)
    gitIn(bare)('update-ref', 'refs/heads/main', before)
    return time({ program: 'git', args: ['push', '--quiet', bare, 'main'], cwd: folder })
  }
  const { checked, plain } = timeInTurn({ plain: push(0o644), checked: push(0o755) }, sizes.rounds)
  rmSync(bare, { recursive: true, force: true })
  const budget = within(cases, 1_000, 3_000)
  return [
    duration(`pre-commit, one of ${cases} cases`, alone, '', budget),
    duration(
      `push through pre-receive, one of ${cases} cases`,
      checked,
      `${milliseconds(plain)} without`,
      budget,
    ),
  ]
}

function hookIn(folder: string, name: string): string {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, name)
  const text = hookFiles.find(([path]) => path === `hooks/${name}`)?.[1]
  if (text === undefined) throw new Error(`ejc init writes no hook ${name}`)
  writeFileSync(file, text, { mode: 0o755 })
  return file
}

const about = ['kind=audiovisual', 'source=执法记录仪', 'collectedOn=2026-11-20', 'title=现场影像']
const sets = about.flatMap((each) => ['--set', each])

/** A film becomes evidence: beside a copy with its digest, and beside the same kept by git. */
export const film: Work = {
  name: 'film',
  async run({ sizes, scratch, repository }) {
    const mebibytes = sizes.large >= 10_000 ? 1_024 : 64
    const file = join(scratch, 'film.mp4')
    writeFilm(file, mebibytes)
    const { folder } = await repository(1)
    const add = ejcIn(folder, 'evidence', 'add', firstCase.id, file, ...sets)
    const kept = join(scratch, 'kept')
    gitIn(scratch)('init', '--quiet', kept)
    const copy = 'cp "$1" film && sha256sum film'
    const shell = (script: string) => ({ program: 'sh', args: ['-c', script, 'sh', file], cwd: kept })
    const written = { ...add, args: [...add.args, '--no-commit'] }
    const times = timeInTurn(
      {
        copied: () => fresh(kept, () => time(shell(copy))),
        written: () => fresh(folder, () => time(written)),
        recorded: () => fresh(kept, () => time(shell(`${copy} && git add film`))),
        committed: () => fresh(folder, () => time(add)),
      },
      Math.min(sizes.rounds, 3),
    )
    const title = `ejc evidence add, ${mebibytes} MiB`
    const peak = fresh(folder, () => peakMemory(add))
    return [
      ratio(`${title}, not committed`, times.written, times.copied, { atMost: 1.3 }, 'cp and sha256sum'),
      ratio(title, times.committed, times.recorded, { atMost: 1.3 }, 'cp, sha256sum and git add'),
      {
        title: `${title}: peak memory`,
        ours: '',
        against: '',
        value: peak,
        unit: 'MiB',
        budget: { atMost: 120 },
      },
    ]
  },
}

/** Bytes that can't be compressed, as those of a film. */
function writeFilm(file: string, mebibytes: number): void {
  const source = ['if=/dev/urandom', `of=${file}`, 'bs=1M', `count=${mebibytes}`]
  if (!existsSync(file)) execFileSync('dd', source, { stdio: 'ignore' })
}

/** Runs a measurement in a git that has not seen the film, and takes away what it leaves. */
function fresh(folder: string, measure: () => number): number {
  const git = gitIn(folder)
  const head = spawnSync('git', ['rev-parse', '--verify', '--quiet', 'HEAD'], {
    cwd: folder,
    encoding: 'utf8',
  }).stdout
  try {
    return measure()
  } finally {
    if (head.trim() !== '') git('reset', '--quiet', '--hard', head.trim())
    else git('rm', '-r', '--quiet', '--cached', '--ignore-unmatch', '.')
    git('clean', '--quiet', '--force', '-d')
    git('reflog', 'expire', '--expire=now', '--all')
    git('gc', '--quiet', '--prune=now')
  }
}

/** How many gits a call starts itself; those that git starts are not counted. */
export function gitsStarted(call: Parameters<typeof time>[0], scratch: string): number {
  const trace = join(scratch, 'trace')
  rmSync(trace, { force: true })
  process.env.GIT_TRACE2_EVENT = trace
  try {
    time(call)
  } finally {
    delete process.env.GIT_TRACE2_EVENT
  }
  const lines = readFileSync(trace, 'utf8').split('\n')
  return lines.filter((line) => /"event":"start","sid":"[^/"]+"/.test(line)).length
}
