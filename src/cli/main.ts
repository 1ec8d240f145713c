import { DATA_FORMAT, OUTPUT_FORMAT } from '../repository/format/number.ts'
import { Exit } from './shared/exit.ts'

declare const EJC_VERSION: string
declare const EJC_SOURCES: string
/** The digest of the packed program. */
declare const EJC_PACKED: string

/** The version that was built. */
export const version = EJC_VERSION

/** The words in their order, by code. */
const VERSION_CALLS = ['--json --version', '--json -V']

/** What `ejc --version --json` prints: what a program has to know before it works with this one. */
function versionForPrograms() {
  const data = {
    version,
    dataFormat: DATA_FORMAT,
    outputFormat: OUTPUT_FORMAT,
    node: process.versions.node,
    system: `${process.platform}-${process.arch}`,
    build: EJC_SOURCES,
  }
  return { schemaVersion: OUTPUT_FORMAT, kind: 'version', data }
}

/** Runs one call and sets the exit code; the only place where an error becomes one. */
export async function main(argv: readonly string[]): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', outputFailed)
  const [first, ...others] = argv
  if (argv.length === 2 && VERSION_CALLS.includes(argv.toSorted().join(' '))) {
    process.stdout.write(`${JSON.stringify(versionForPrograms(), undefined, 2)}\n`)
    return
  }
  if (others.length === 0 && (first === '-V' || first === '--version')) {
    process.stdout.write(`${version}\n`)
    return
  }
  if (others.length === 0 && (first === '-h' || first === '--help')) {
    const help = await builtHelp()
    if (help !== undefined) process.stdout.write(help)
    return
  }
  const loaded = await programFor(argv)
  if (!loaded) return
  const { program, keep } = loaded
  const exit = await program.runProgram(argv, { version, sources: EJC_SOURCES })
  process.exitCode ??= exit
  if (exit !== Exit.Failed) keep()
}

/** The program itself; undefined, and said so, where its file is missing or damaged. */
async function programFor(argv: readonly string[]) {
  const { loadProgram } = await import('./load/program.ts')
  try {
    return loadProgram(import.meta.dirname, EJC_PACKED, argv)
  } catch (error) {
    reportDamage(error)
    return undefined
  }
}

function reportDamage(error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error)
  process.stderr.write(`ejc 的程序文件缺失或者损坏，请重新安装 ejc。案件库没有改动。（${reason}）\n`)
  process.exitCode = Exit.Failed
}

/**
 * `ejc list | head`: the reader has seen enough, and the work goes on to its end, since it may be a write. Where the
 * output itself is lost, for example on a full disk, the call has failed.
 */
function outputFailed({ code }: NodeJS.ErrnoException): void {
  if (code === 'EPIPE' || process.exitCode === Exit.Failed) return
  process.exitCode = Exit.Failed
  process.stderr.write(`结果未能完整输出（${code}）：请检查磁盘空间。\n`)
}

/**
 * What `ejc help` prints, written down by the build: help comes at once, without loading the parser. Undefined, and said
 * so, where its file is missing.
 */
async function builtHelp(): Promise<string | undefined> {
  const [{ readFile }, { join }] = await Promise.all([import('node:fs/promises'), import('node:path')])
  try {
    return await readFile(join(import.meta.dirname, 'help.txt'), 'utf8')
  } catch (error) {
    reportDamage(error)
    return undefined
  }
}
