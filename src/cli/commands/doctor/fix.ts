import { join } from 'node:path'
import { bytesIfThere } from '../../../repository/durable.ts'
import { commitTransaction } from '../../../repository/transaction.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import type { CommandContext } from '../../shared/context.ts'
import { missingAttributes, missingIgnores, staleSchemas } from './repository.ts'

/** Commits the files that this ejc would write otherwise, and only these. */
export async function fixFiles(
  { repository, setting }: Workspace,
  { note }: CommandContext['out'],
): Promise<void> {
  const files = staleSchemas(repository, setting)
  const schemas = files.size > 0
  const lines = {
    '.gitattributes': missingAttributes(repository.root),
    '.gitignore': missingIgnores(repository.root),
  }
  for (const [file, missing] of Object.entries(lines))
    if (missing.length) files.set(file, withLines(repository.root, file, missing))
  if (!files.size) return
  const message = schemas ? '更新编辑器用的 schema' : `补上 ${[...files.keys()].join('、')} 的设置`
  const request = { action: 'doctor', caseId: null, subject: null, message, files }
  await commitTransaction(repository.root, request, { commit: true })
  note(`已更新 ${[...files.keys()].join('、')}。`)
}

function withLines(root: string, file: string, lines: readonly string[]): Uint8Array {
  const there = new TextDecoder().decode(bytesIfThere(join(root, file)) ?? new Uint8Array())
  const whole = there === '' || there.endsWith('\n') ? there : `${there}\n`
  return Buffer.from(`${whole}${lines.join('\n')}\n`)
}
