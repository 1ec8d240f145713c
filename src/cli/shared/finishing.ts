import { isSystemError, RepositoryError, systemErrorReason } from '../../repository/errors.ts'

/**
 * Runs the last steps of a command after its main work is done. A failure here does not undo that work, so the error
 * says what is done, what is left (`left`) and how to do it (`how`). Any other error than one of git or of the disk,
 * such as Ctrl-C, passes unchanged.
 */
export async function finishing<T>(
  stands: string,
  how: string,
  work: () => Promise<T>,
  left = '还没有设好',
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const told = (why: string): string => `${stands}；${left}：${why}\n${how}`
    if (error instanceof RepositoryError)
      throw new RepositoryError(error.code, told(error.message), { ...error, cause: error })
    if (!isSystemError(error)) throw error
    throw new RepositoryError('io', told(systemErrorReason(error)), { cause: error })
  }
}
