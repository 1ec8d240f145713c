import { DocumentError } from '../documents/error.ts'
import { failedFile, isSystemError, RepositoryError, systemErrorReason } from '../repository/errors.ts'
import { CancelledError, Exit, type ExitCode, RefusedError, UsageError } from './shared/exit.ts'
import { minttyHint } from './shared/output/mintty.ts'
import { clean, jsonText } from './shared/output/output.ts'
import { forTerminal } from './shared/output/text.ts'

/** What went wrong, as the user reads it. */
interface CallFailure {
  readonly exit: ExitCode
  readonly message: string
  readonly file: string | null
  readonly line: number | null
  readonly column: number | null
  /** Whether the message is enough; false means a fault of the program. */
  readonly foreseen: boolean
}

/** Prints on stderr what went wrong and what to do (with --json on stdout as well), and returns the exit code. */
export function reportError(error: unknown, argv: readonly string[]): ExitCode {
  const verbose = argv.includes('--verbose')
  const { exit, message, file, line, column, foreseen } = callFailure(error)
  // Most messages name their file themselves; only a line adds to that.
  const named = file !== null && line === null && message.includes(file)
  const place = named ? '' : [file, line, column].filter((part) => part !== null).join(':')
  const say = (text: string): void =>
    void process.stderr.write(`${forTerminal(clean(text), process.stderr.columns)}\n`)
  say(place === '' ? message : `${place}：${message}`)
  const hint = error instanceof UsageError ? minttyHint() : undefined
  if (hint !== undefined) say(hint)
  const said = saidByGit(error)
  if (verbose && said !== undefined) say(`git 的原话：\n${said}`)
  if (verbose && error instanceof Error && error.stack) say(error.stack)
  else if (!foreseen) say('加上 --verbose 可查看详细信息。')
  if (argv.includes('--json')) process.stdout.write(jsonText('error', { message, file, line, column }))
  return exit
}

/** The message of git, below ours. */
function saidByGit(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  return error instanceof RepositoryError && error.said !== undefined ? error.said : saidByGit(error.cause)
}

function callFailure(error: unknown): CallFailure {
  const failure = { exit: Exit.Failed, file: null, line: null, column: null, foreseen: true } as const
  if (error instanceof CancelledError)
    return { ...failure, exit: Exit.Cancelled, message: error.message || '已取消。' }
  if (error instanceof RefusedError) return { ...failure, exit: Exit.Findings, message: error.message }
  if (error instanceof UsageError) return { ...failure, message: `用法有误：${error.message}` }
  if (error instanceof RepositoryError) {
    const { message, file = null, line = null, column = null } = error
    return { ...failure, message, file, line, column }
  }
  // An error in a template or a value is no fault of the program.
  if (error instanceof DocumentError) return { ...failure, message: error.message }
  if (isSystemError(error))
    return { ...failure, message: `读写失败：${systemErrorReason(error)}`, file: failedFile(error) ?? null }
  const why = error instanceof Error ? error.message : String(error)
  return { ...failure, message: `程序出错：${why}`, foreseen: false }
}
