import { RepositoryError } from '../repository/errors.ts'
import { CancelledError, Exit, type ExitCode, RefusedError, UsageError } from './exit.ts'
import { clean, jsonText } from './output/output.ts'

/** What went wrong, as it is told. */
interface Failure {
  readonly exit: ExitCode
  readonly message: string
  readonly file: string | null
  readonly line: number | null
}

/** Says on stderr what went wrong and what to do (with --json on stdout as well), and answers the exit code. */
export function reportError(error: unknown, argv: readonly string[]): ExitCode {
  const failure = failureOf(error)
  const verbose = argv.includes('--verbose')
  const { exit, message, file, line } = failure
  const place = file === null ? '' : `${file}${line === null ? '' : `:${line}`}：`
  const say = (text: string): void => void process.stderr.write(`${clean(text)}\n`)
  say(`${place}${message}`)
  if (verbose && error instanceof Error && error.stack) say(error.stack)
  else if (!isForeseen(error)) say('加上 --verbose 可查看详细信息。')
  if (argv.includes('--json')) process.stdout.write(jsonText('error', { message, file, line }))
  return exit
}

function failureOf(error: unknown): Failure {
  const nowhere = { file: null, line: null }
  if (error instanceof CancelledError)
    return { exit: Exit.Cancelled, message: error.message || '已取消。', ...nowhere }
  if (error instanceof RefusedError) return { exit: Exit.Findings, message: error.message, ...nowhere }
  if (error instanceof UsageError)
    return { exit: Exit.Failed, message: `用法有误：${error.message}`, ...nowhere }
  if (error instanceof RepositoryError) {
    const { message, file = null, line = null } = error
    return { exit: Exit.Failed, message, file, line }
  }
  const why = error instanceof Error ? error.message : String(error)
  return { exit: Exit.Failed, message: `程序出错：${why}`, ...nowhere }
}

function isForeseen(error: unknown): boolean {
  return [CancelledError, RefusedError, UsageError, RepositoryError].some((kind) => error instanceof kind)
}
