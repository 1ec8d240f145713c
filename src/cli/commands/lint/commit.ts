import { realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import { lintRepository } from '../../../office/lint.ts'
import { changesAt, snapshotNamed } from '../../../repository/changes.ts'
import { needGit } from '../../../repository/gitdir.ts'
import { libraryAround } from '../../../repository/repository.ts'
import { withSnapshot } from '../../../repository/snapshot.ts'
import { type OptionValues, text } from '../../shared/command.ts'
import type { CommandContext } from '../../shared/context.ts'
import { shardOf } from './shard.ts'
import type { LintResult } from './text.ts'

/**
 * Finds what is wrong in the commit (or tree) that `--at` names, whatever the work tree holds. Only what decides about
 * the changed cases is laid out.
 */
export async function findingsAt(
  { folder, global }: CommandContext,
  { named, options }: { readonly named: readonly string[]; readonly options: OptionValues },
): Promise<Omit<LintResult, 'findings' | 'rules'>> {
  const root = libraryIn(folder)
  const git = needGit(root)
  const commit = await snapshotNamed(git, text(options, 'at') ?? '')
  const base = text(options, 'changed')
  const changes = base === undefined ? undefined : await changesAt(git, commit, base)
  const { cases, twins = [] } = changes ?? {}
  const all = await withSnapshot(git, commit, { cases, twins }, ({ root: laid, others }) =>
    lintRepository(laid, {
      today: global.today,
      ...(named.length ? { rules: named } : {}),
      ...(cases && { cases, twins }),
      others,
      shard: shardOf(options),
      everything: true,
    }),
  )
  return { root, all, changes, unread: [], only: false }
}

/** The case repository around a folder; the folder itself where its git, such as that of a server, has no files. */
function libraryIn(folder: string): string {
  const around = libraryAround(folder)
  const isSame = around !== undefined && needGit(around).top === needGit(folder).top
  return isSame ? realpathSync(around) : resolve(folder)
}
