import { migrationRequest, planMigration } from '../../../repository/format/plan.ts'
import { recover } from '../../../repository/recover.ts'
import { openRepository } from '../../../repository/repository.ts'
import { commitTransaction } from '../../../repository/transaction.ts'
import { flag, type OptionValues } from '../../shared/command.ts'
import { confirmed } from '../../shared/confirm.ts'
import type { CommandContext } from '../../shared/context.ts'
import { type Migrated, planLines } from './text.ts'

/** Brings the repository up to date in one commit, once it was seen what changes. */
export async function migrateRepository(context: CommandContext, options: OptionValues): Promise<Migrated> {
  const root = await context.root()
  const dryRun = flag(options, 'dryRun')
  if (!dryRun) await recover(root)
  // Not as a workspace: its files are not of our schemas yet.
  const repository = await openRepository(root)
  const plan = await planMigration(repository)
  if (!plan.files.size) return { plan, commit: null, written: false }
  if (!context.global.json) context.out.note(planLines(plan).join('\n'))
  if (dryRun) return { plan, commit: null, written: false }
  await confirmed(context, options, '写入并提交？', '没有写入，案件库不变。')
  const done = { commit: options.commit !== false }
  const { commit } = await commitTransaction(root, migrationRequest(repository, plan), done)
  return { plan, commit, written: true }
}
