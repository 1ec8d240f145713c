import { isLate } from '../../../core/deadlines/pending.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import type { Outlook } from '../../shared/cases/outlook.ts'
import { readOutlooks } from '../../shared/cases/outlooks.ts'
import { flag, type OptionValues } from '../../shared/command.ts'
import type { CommandContext } from '../../shared/context.ts'
import { bySound } from '../../shared/wording/by-officer.ts'
import type { FindingCounts } from '../../shared/wording/listed-case.ts'
import { type CaseFilter, type Order, passesFilter, sortOutlooks } from './select.ts'

/** How many cases a page has where the call does not say. */
export const PAGE_LENGTH = 50

/** A part of a list: how many cases a page has, and which page, from 1. */
export interface Page {
  readonly length: number
  readonly number: number
}

interface ListCall {
  readonly wanted: CaseFilter
  readonly order: Order
  readonly page: Page | undefined
}

/** The cases that a list shows. */
export interface Listing {
  readonly shown: readonly Outlook[]
  /** How many cases pass the filter, on all pages. */
  readonly found: number
  /** How many of them are late. */
  readonly late: number
  /** How many more would pass with `--all`: registered twice, or gone into another case. */
  readonly hidden: number
  /** Everyone who has a case, where the call names an officer and no case fits. */
  readonly officers: readonly string[]
  /** Whether the repository has any case. */
  readonly some: boolean
  /** How many findings each of the shown cases has; undefined where the call does not want them. */
  readonly findings: ReadonlyMap<string, FindingCounts> | undefined
  /** Whether every case could be read. */
  readonly complete: boolean
}

/** Reads the cases, and chooses those that the call wants. */
export async function readPage(
  context: CommandContext,
  { wanted, order, page }: ListCall,
  options: OptionValues,
): Promise<Listing> {
  const { outlooks, complete } = await readOutlooks(context, [], options)
  const found = sortOutlooks(outlooks.filter(passesFilter(wanted)), order)
  const all = outlooks.filter(passesFilter({ ...wanted, all: true }))
  const shown = page ? found.slice((page.number - 1) * page.length, page.number * page.length) : found
  const findings = flag(options, 'findings')
    ? await countFindings(await context.workspace(), shown)
    : undefined
  const hidden = all.length - found.length
  const late = found.filter(({ deadlines }) => deadlines.some(({ deadline }) => isLate(deadline))).length
  const officers = found.length || wanted.officer === undefined ? [] : officersOf(outlooks)
  return { shown, found: found.length, late, officers, hidden, some: outlooks.length > 0, findings, complete }
}

/** Everyone who has a case, by the sound of the names. */
function officersOf(outlooks: readonly Outlook[]): string[] {
  return [...new Set(outlooks.flatMap(({ listed }) => listed.officers))].toSorted(bySound)
}

/** How many findings each of the cases has. */
async function countFindings(
  workspace: Workspace,
  outlooks: readonly Outlook[],
): Promise<ReadonlyMap<string, FindingCounts>> {
  const [{ lintOneCase }, { openHistory }] = await Promise.all([
    import('../../../office/lint.ts'),
    import('../../../repository/history/facts-then.ts'),
  ])
  const history = openHistory(workspace.repository.root)
  const counted = new Map<string, FindingCounts>()
  try {
    for (const { listed } of outlooks) {
      const counts = { error: 0, warning: 0, notice: 0 }
      for (const { severity } of await lintOneCase(workspace, listed.case, history)) counts[severity] += 1
      counted.set(listed.case, counts)
    }
  } finally {
    await history.close()
  }
  return counted
}
