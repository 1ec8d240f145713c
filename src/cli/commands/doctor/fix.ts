import { filesWithLines, staleSchemas } from '../../../repository/format/own-files.ts'
import { commitTransaction } from '../../../repository/transaction.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import type { CommandContext } from '../../shared/context.ts'

/** Commits the files that this ejc would write otherwise, and only these. */
export async function fixFiles(
  { repository, setting }: Workspace,
  { note }: CommandContext['out'],
): Promise<void> {
  const schemas = staleSchemas(repository, setting.regulation)
  const files = new Map([...schemas, ...filesWithLines(repository.root)])
  if (!files.size) return
  const message = schemas.size ? '更新编辑器用的 schema' : `补上 ${[...files.keys()].join('、')} 的设置`
  const request = { action: 'doctor', caseId: null, subject: null, message, files }
  await commitTransaction(repository.root, request, { commit: true })
  note(`已更新 ${[...files.keys()].join('、')}。`)
}
