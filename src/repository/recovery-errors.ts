import { failedFile, RepositoryError, systemErrorReason } from './errors.ts'
import type { GitLocation } from './gitdir.ts'
import { type Journal, type JournalEntry, stagedFile } from './journal.ts'

/** The error for a failure after the branch has moved: nothing is lost, and the next call finishes the rest. */
export function unfinished(error: unknown, { commit, adopt }: Journal): RepositoryError {
  const why = error instanceof RepositoryError ? error.message : systemErrorReason(error)
  const done = commit || adopt ? '已记录并提交' : '已写入'
  const how = '下次运行时自动续完，请不要重复办理'
  return new RepositoryError('io', `${done}；收尾未完成（${why}）：${how}`, { cause: error })
}

/** The error for a failure before the branch has moved: the files are as they were. */
export function takenBack(error: unknown): RepositoryError {
  if (error instanceof RepositoryError) {
    return new RepositoryError(error.code, `没有写入，文件已恢复原样。${error.message}`, { cause: error })
  }
  const what = `无法写入 ${failedFile(error) ?? ''}`.trim()
  return new RepositoryError('io', `${what}：${systemErrorReason(error)}。文件已恢复原样`, { cause: error })
}

/** The error for a file that is neither as it was nor as the journal makes it: a person has to decide. */
export function recoveryConflict(
  git: GitLocation,
  journal: Journal,
  { path, former, source }: JournalEntry,
): RepositoryError {
  const name = source ?? former
  const how = name === null ? `删除 ${path}` : `将 ${stagedFile(git, journal.id, name)} 复制为 ${path}`
  return new RepositoryError(
    'recovery-conflict',
    `上次写入中断后，${path} 又被改动，不能自动续完：请先将该文件另存，再${how}，然后重试；另存的改动可在此后补入`,
    { file: path },
  )
}
