import { jurisdictionProposals } from '../../../core/facts/jurisdiction.ts'
import { identityKeys } from '../../../core/stages/asked-keys.ts'
import type { Item } from '../../../core/stages/define.ts'
import type { CaseView } from '../../../core/view.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import { itemOrEmpty } from '../../shared/answers/collect.ts'
import { caseMeant } from '../../shared/cases/numbers.ts'
import { flag, type OptionValues, text } from '../../shared/command.ts'
import type { CommandContext } from '../../shared/context.ts'
import { UsageError } from '../../shared/exit.ts'

/** What another case gives a new one: its general answers, never its days, findings or sums. */
export interface Likeness {
  /** Proposed in a terminal; without one, they stand where the call gives nothing else. */
  readonly defaults: Item
  /** Who handles it, beside the level and the department, which follow from the facts of the new case. */
  readonly jurisdiction: Item
  /** The level where no fact of the new case decides it. */
  readonly level: string | undefined
}

/** Where it happened, and how far it spread, is true of that case alone. */
const DAMAGE = ['scope', 'kind', 'media']
const OFFICE = [
  'obligee',
  'handlingUnit',
  'handlingUnitKind',
  'inNameOf',
  'obligees',
  'leadUnit',
  'jointUnits',
]

const nothing: Likeness = { defaults: {}, jurisdiction: {}, level: undefined }

/** What the case named by --like gives. Its obligors only where the officer says that they are the same. */
export async function likenessOf(
  context: CommandContext,
  workspace: Workspace,
  options: OptionValues,
): Promise<Likeness> {
  const given = text(options, 'like')
  const same = flag(options, 'sameObligors')
  if (given === undefined) {
    if (same) throw new UsageError('--same-obligors 与 --like 一起写：ejc new --like 案件 --same-obligors。')
    return nothing
  }
  const { view } = workspace.needCase(caseMeant(workspace.repository.root, given))
  const { cause, damage, jurisdiction, officers, obligors } = view.facts.case
  const isSame = same || (await agreesOnObligors(context, view, options))
  return {
    defaults: {
      ...(cause === undefined ? {} : { cause }),
      damage: picked(damage, DAMAGE),
      ...(officers?.length ? { officers } : {}),
      ...(isSame ? { obligors: obligors.map((each) => picked(each, identityKeys)) } : {}),
    },
    jurisdiction: picked(jurisdiction, OFFICE),
    // A level that followed from the grade of an incident, or from where the damage spread, is a finding of that case.
    level: jurisdictionProposals(view.facts.case, view.regulation).level ? undefined : jurisdiction.level,
  }
}

function picked(section: object, keys: readonly string[]): Item {
  return Object.fromEntries(Object.entries(section).filter(([key]) => keys.includes(key)))
}

async function agreesOnObligors(
  { interactive }: CommandContext,
  { facts }: CaseView,
  options: OptionValues,
): Promise<boolean> {
  if (!interactive || text(options, 'from') !== undefined || !facts.obligors.length) return false
  const names = facts.obligors.map(({ name }) => name).join('、')
  const { openTerminal } = await import('../../prompts/terminal.ts')
  return openTerminal().confirm(`义务人也与 ${facts.id} 相同吗（${names}）？`, false)
}

/** An item with what the other case says of the sections of which the call gives only a part. */
export function filledFrom({ defaults }: Likeness, item: Item): Item {
  return { ...item, damage: { ...itemOrEmpty(defaults.damage), ...itemOrEmpty(item.damage) } }
}
