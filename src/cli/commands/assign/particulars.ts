import type { Item } from '../../../core/stages/define.ts'
import { officerNames } from '../../../core/stages/officers.ts'
import type { CaseView } from '../../../core/view.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import { readCases } from '../../shared/cases/read.ts'
import { flag, type OptionValues, text } from '../../shared/command.ts'
import type { CommandContext } from '../../shared/context.ts'

/** Who takes over which cases. */
interface Taking {
  readonly to: string
  readonly views: readonly CaseView[]
}

const ASKED = [
  { key: 'phone', title: '联系电话', hint: '（选填，回车跳过；函件落款要用）' },
  { key: 'unit', title: '工作单位', hint: '（选填，回车跳过）' },
] as const

/**
 * What is said of whoever takes over: what the call gives, what another case says, or, where neither does, what is
 * answered in a terminal.
 */
export async function particularsOf(
  context: CommandContext,
  workspace: Workspace,
  { to, views }: Taking,
  options: OptionValues,
): Promise<Item> {
  const given = ASKED.flatMap(({ key }) => {
    const said = text(options, key)?.trim()
    return said ? [[key, said] as const] : []
  })
  const known: Item = { ...knownOf(context, workspace, to), ...Object.fromEntries(given) }
  const isOfCases = views.every((view) => officerNames(view).includes(to))
  const isKnown = isOfCases || ASKED.some(({ key }) => known[key] !== undefined)
  if (isKnown || !context.interactive || flag(options, 'yes') || flag(options, 'dryRun')) return known
  const { openTerminal } = await import('../../prompts/terminal.ts')
  for (const { key, title, hint } of ASKED) {
    const said = (await openTerminal().input({ title: `${to}的${title}`, hint })).trim()
    if (said !== '') known[key] = said
  }
  return known
}

/** What another case says of an officer. */
function knownOf({ out }: CommandContext, workspace: Workspace, name: string): Item {
  const { views } = readCases(workspace, [], out)
  const all = views.flatMap(({ facts }) => facts.case.officers ?? [])
  const known = all.findLast((officer) => officer.name === name && Object.keys(officer).length > 1)
  return known ? { ...known } : {}
}
