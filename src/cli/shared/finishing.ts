import { isSystemError, RepositoryError, systemErrorReason } from '../../repository/errors.ts'

/**
 * Runs what is still to be done once something stands: a failure here undoes nothing, so the error says what stands,
 * `how` says how the rest is made up for, and `left` what the rest is. Anything else than a failure of git or of the disk, such as Ctrl-C,
 * passes unchanged.
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
