import { RepositoryError } from '../../../repository/errors.ts'
import {
  addRemote,
  changeRemote,
  knownAddress,
  needShared,
  withoutSecret,
} from '../../../repository/sync/remote.ts'
import type { CommandContext } from '../../shared/context.ts'
import { CancelledError } from '../../shared/exit.ts'

/**
 * Sets the address of the shared repository. An address that replaces another is shown beside it and must be confirmed,
 * in the terminal or beforehand (`yes`). Throws RepositoryError, with nothing changed, where nobody could confirm it or
 * no repository answers there.
 */
export async function useAddress(
  { interactive, out }: CommandContext,
  root: string,
  address: string,
  yes: boolean,
): Promise<void> {
  const known = await knownAddress(root)
  if (known?.url === address) return
  if (!known) {
    await needShared(root, address, interactive)
    return addRemote(root, address)
  }
  const [old, fresh] = [withoutSecret(known.url), withoutSecret(address)]
  if (!yes && !interactive) {
    const how = '确要改用的，加上 --yes；原地址会另外保留'
    throw new RepositoryError('no-remote', `共享库已是 ${old}，没有改用 ${fresh}：${how}`)
  }
  await needShared(root, address, interactive)
  out.note(`现在的共享库：${old}\n改用的共享库：${fresh}`)
  if (!yes && !(await agreesToAddress())) throw new CancelledError('没有改动共享库的地址。')
  const former = await changeRemote(root, known.name, address)
  out.note(`已改用新的共享库；原来的保留为 ${former}（git remote -v 可见）。`)
}

async function agreesToAddress(): Promise<boolean> {
  const { openTerminal } = await import('../../prompts/terminal.ts')
  return openTerminal().confirm('改用新的共享库？', false)
}
