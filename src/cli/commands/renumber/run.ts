import { needUnused, nextNumber } from '../../../repository/numbers.ts'
import { planRenumbering, writeRenumbering } from '../../../repository/renumber.ts'
import type { Repository } from '../../../repository/repository.ts'
import { flag, type OptionValues } from '../../shared/command.ts'
import { confirmed } from '../../shared/confirm.ts'
import type { CommandContext } from '../../shared/context.ts'
import type { RenumberedCase } from './text.ts'

/** Gives a case another number: the one that the call names, or the next free one. */
export async function renumberCase(
  context: CommandContext,
  repository: Repository,
  { id, target }: { readonly id: string; readonly target: string | undefined },
  options: OptionValues,
): Promise<RenumberedCase> {
  if (target !== undefined) await needUnused(repository.root, target)
  const plan = planRenumbering(repository, id, target ?? (await nextNumberAfter(repository, id)))
  const dryRun = flag(options, 'dryRun')
  if (!dryRun) await confirmed(context, options, `把 ${plan.from} 改为 ${plan.to}？`, '没有改号。')
  const { commit } = dryRun
    ? { commit: null }
    : await writeRenumbering(repository.root, plan, options.commit !== false)
  return { plan, commit, dryRun }
}

/** The next free number of the same office and year. */
function nextNumberAfter(repository: Repository, id: string): Promise<string> {
  // Refuses what is no case before its number is taken apart.
  repository.readCase(id)
  const [, prefix = '', year = ''] = /^(.+)-(\d+)-\d+$/.exec(id) ?? []
  return nextNumber(repository.root, prefix, Number(year))
}
