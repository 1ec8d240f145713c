import type { Regulation } from '../../../core/regulation/regulation.ts'
import { RepositoryError } from '../../../repository/errors.ts'
import type { CommandContext } from '../context.ts'

/**
 * The law of the repository around the folder; outside of a repository, the law that ejc ships. Throws RepositoryError
 * when the repository can't be relied on.
 */
export async function lawInForce(context: CommandContext): Promise<Regulation> {
  try {
    return (await context.workspace()).setting.regulation
  } catch (error) {
    if (!(error instanceof RepositoryError) || error.code !== 'not-a-repository') throw error
    return shippedLaw()
  }
}

/** The law that ejc ships. */
export async function shippedLaw(): Promise<Regulation> {
  const { defaultRegulation, loadLaw } = await import('../../../repository/law.ts')
  const regulation = (await loadLaw()).regulation(defaultRegulation)
  if (!regulation) throw new Error(`no regulation ${defaultRegulation}`)
  return regulation
}
