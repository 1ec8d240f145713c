import { basename, dirname, join, resolve } from 'node:path'
import { type Backup, type OutsideEvidence, writeBackup } from '../../../repository/backup.ts'
import { withLock } from '../../../repository/lock.ts'
import { outsideFolder } from '../../../repository/outside.ts'
import { recover } from '../../../repository/recover.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import type { CommandContext } from '../../shared/context.ts'
import { settleUncommitted } from '../../shared/uncommitted.ts'

/** Backs up what is committed; changes by hand are committed first where the call or the officer says so. */
export async function backUp(
  context: CommandContext,
  given: string | undefined,
  { evidence, commit }: { readonly evidence: boolean; readonly commit: boolean },
): Promise<Backup> {
  const root = await context.root()
  await recover(root)
  await settleUncommitted(context, root, commit ? 'commit' : 'ask', { what: '备份', call: 'ejc backup' })
  const workspace = await context.workspace()
  const usual = join(dirname(root), `${basename(root)}-${context.global.today}.bundle`)
  const file = given === undefined ? usual : resolve(context.folder, given)
  const kept = {
    folder: outsideFolder(root, workspace.setting.config),
    files: keptOutside(workspace),
    take: evidence,
  }
  return withLock(root, () => writeBackup(root, file, kept, new Date()))
}

/** The evidence that the cases keep outside of the repository, each file once. */
function keptOutside({ repository, readCase }: Workspace): OutsideEvidence[] {
  const found = repository.caseIds().flatMap((id) => {
    const reading = readCase(id)
    const items = reading.ok ? reading.view.facts.evidence : []
    return items.flatMap(({ outside, sha256 }): [string, OutsideEvidence][] =>
      outside === undefined || sha256 === undefined ? [] : [[outside, { path: outside, sha256 }]],
    )
  })
  return [...new Map(found).values()]
}
