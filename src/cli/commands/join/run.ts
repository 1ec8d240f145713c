import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { type RestoredEvidence, restoreEvidence } from '../../../repository/backup.ts'
import { recover } from '../../../repository/recover.ts'
import { lastingAddress, placeAt } from '../../../repository/sync/create.ts'
import { folderNameOf, joinLibrary } from '../../../repository/sync/join.ts'
import type { JoinedLibrary } from '../../../repository/sync/joined.ts'
import { openWorkspace } from '../../../repository/workspace.ts'
import { fixClone } from '../../shared/clone.ts'
import type { CommandContext } from '../../shared/context.ts'
import { finishing } from '../../shared/finishing.ts'
import { fixIdentity } from '../../shared/identity.ts'

/** What a call of `ejc join` made. */
export interface Joined extends JoinedLibrary {
  readonly unit: string
  readonly cases: number
  readonly isBackup: boolean
  readonly evidence: RestoredEvidence
}

/** Clones a library to a folder and sets the clone up: who commits, how files are merged, the check before a commit. */
export async function joinAt(
  context: CommandContext,
  given: string,
  into: string | undefined,
  branch: string | undefined,
): Promise<Joined> {
  const { folder, interactive, global, out } = context
  const address = lastingAddress(given, folder)
  const isBackup = isFile(address, folder)
  const target = resolve(folder, into ?? folderNameOf(address))
  const joined = await joinLibrary(target, address, { branch, mayAsk: interactive, isBackup })
  return finishing(`案件库已取到 ${joined.root}`, AGAIN, async () => {
    if (joined.wasThere) await recover(joined.root)
    const { repository, setting } = await openWorkspace(joined.root, global.today)
    await fixIdentity({ ...context, folder: joined.root })
    await fixClone(joined.root, out)
    const evidence = isBackup
      ? await restoreEvidence(address, joined.root, setting.config)
      : { restored: 0, missing: [], to: undefined }
    const unit = setting.config.unit?.name ?? ''
    return { ...joined, unit, cases: repository.caseIds().length, isBackup, evidence }
  })
}

const AGAIN = '再运行一次同样的 ejc join，即可接着设好。'

/** A backup is a file; every other address is a folder or on a server. */
function isFile(address: string, from: string): boolean {
  const place = placeAt(address, from)
  return place.kind === 'folder' && existsSync(place.folder) && statSync(place.folder).isFile()
}
