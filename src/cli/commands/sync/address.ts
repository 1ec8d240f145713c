import { RepositoryError } from '../../../repository/errors.ts'
import { createShared, installServerHook, lastingAddress, placeAt } from '../../../repository/sync/create.ts'
import {
  addRemote,
  changeRemote,
  knownAddress,
  needShared,
  withoutSecret,
} from '../../../repository/sync/remote.ts'
import { needOurs } from '../../../repository/sync/shared-library.ts'
import type { CommandContext } from '../../shared/context.ts'
import { CancelledError } from '../../shared/exit.ts'

/** The address of a shared repository, and whether it is to be made there. */
export interface WantedAddress {
  readonly address: string
  /** The address may replace another without a question. */
  readonly yes: boolean
  readonly create: { readonly hook: boolean } | undefined
}

/**
 * Sets the address of the shared repository, after making one there where that is wanted. An address that replaces
 * another is shown beside it and must be confirmed, in the terminal or beforehand (`yes`). Throws RepositoryError, with
 * nothing changed, where nobody could confirm it, no repository answers there, or other cases stand there.
 */
export async function useAddress(
  context: CommandContext,
  root: string,
  { address: given, yes, create }: WantedAddress,
): Promise<void> {
  const { interactive, out, folder } = context
  const address = lastingAddress(given, folder)
  const recordedAddress = await knownAddress(root)
  const [old, fresh] = [withoutSecret(recordedAddress?.url ?? ''), withoutSecret(address)]
  const replaces = recordedAddress !== undefined && recordedAddress.url !== address
  if (replaces && !yes && !interactive) {
    const how = '确要改用的，加上 --yes；原地址会另外保留'
    throw new RepositoryError('no-remote', `共享库已是 ${old}，没有改用 ${fresh}：${how}`)
  }
  if (create) await make(context, root, address, create)
  if (recordedAddress && !replaces) return
  await needShared(root, address, interactive)
  if (!recordedAddress) {
    await needOurs(root, address, interactive)
    return addRemote(root, address)
  }
  out.note(`现在的共享库：${old}\n改用的共享库：${fresh}`)
  if (!yes && !(await agreesToAddress())) throw new CancelledError('没有改动共享库的地址。')
  await needOurs(root, address, interactive)
  const former = await changeRemote(root, recordedAddress.name, address)
  out.note(`已改用新的共享库；原来的保留为 ${former}（git remote -v 可见）。`)
}

async function make(
  { interactive, folder, out }: CommandContext,
  root: string,
  address: string,
  { hook }: NonNullable<WantedAddress['create']>,
): Promise<void> {
  const made = await createShared(root, address, folder, interactive)
  if (made) out.note(`已新建共享库 ${withoutSecret(address)}。`)
  else out.note(`${withoutSecret(address)} 已有共享库，不再新建。`)
  if (!hook) return
  const place = placeAt(address, folder)
  if (place.kind !== 'folder')
    throw new RepositoryError(
      'no-remote',
      '--hook 只能装在共享文件夹里；服务器上的，请管理员照案件库的 hooks/README.md 安装 pre-receive',
    )
  installServerHook(place.folder)
  out.note('已装上 pre-receive 钩子：推送的案件有错误的，拒收。')
}

async function agreesToAddress(): Promise<boolean> {
  const { openTerminal } = await import('../../prompts/terminal.ts')
  return openTerminal().confirm('改用新的共享库？', false)
}
