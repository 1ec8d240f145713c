import type { Decision } from '../../../core/merge/merge.ts'
import type { Lists } from '../../../core/schema/choices.ts'
import { needGit } from '../../../repository/gitdir.ts'
import type { FileConflict } from '../../../repository/sync/merging.ts'
import type { MergePlan } from '../../../repository/sync/plan.ts'
import { type BranchRelation, lastChange } from '../../../repository/sync/remote.ts'
import type { Option } from '../../prompts/terminal.ts'
import type { CommandContext } from '../../shared/context.ts'
import { textTable } from '../../shared/output/table.ts'
import { comparedFacts, conflictPlace } from '../../shared/wording/compared.ts'
import type { Arbiter } from './run.ts'

/**
 * Decides nothing: conflicts are named; of two cases with one number, ours gets another without a question, since
 * nothing is lost.
 */
export const nobody: Arbiter = { decide: async () => undefined, renumber: async () => true }

/** Shows each conflict with both sides and asks, in a terminal. */
export function officer({ out }: CommandContext, root: string, lists: Lists): Arbiter {
  return {
    async decide({ conflicts }, standing) {
      const { openTerminal } = await import('../../prompts/terminal.ts')
      const terminal = openTerminal()
      const decisions = new Map<string, Decision>()
      for (const [index, conflict] of conflicts.entries()) {
        const sides = await sidesOf(root, conflict, standing)
        out.note(`\n（${index + 1}/${conflicts.length}）${conflictHeading(conflict)}`)
        out.note(comparison(conflict, sides, lists, out.width))
        const answer = await terminal.select(
          { title: '两处不同，用哪一个？', open: true },
          decisionChoices(conflict),
        )
        if (answer !== 'ours' && answer !== 'theirs' && answer !== 'both') return undefined
        decisions.set(conflict.address, answer)
      }
      return decisions
    },
    async renumber(clashes) {
      const { openTerminal } = await import('../../prompts/terminal.ts')
      for (const { from, to, followed } of clashes)
        out.note(
          followed
            ? `对方已把案件 ${from} 改号为 ${to}，并已共享。\n本机的随之改号，本机的改动并入其中。`
            : `本机和对方各有一件案件编号都是 ${from}，对方的已经共享。\n本机的改为 ${to}，引用随之更新。`,
        )
      return openTerminal().confirm('改号并合并？', true)
    },
  }
}

/** The case and the fact. */
function conflictHeading(conflict: FileConflict): string {
  const place = conflictPlace(conflict)
  return conflict.caseId === null || place === conflict.file ? place : `${conflict.caseId} ${place}`
}

interface SideNames {
  readonly ours: string
  readonly theirs: string
}

/** The names of the two sides, with the last author and the time. */
async function sidesOf(
  root: string,
  { file }: FileConflict,
  { base, ours, theirs }: BranchRelation,
): Promise<SideNames> {
  const { top, prefix } = needGit(root)
  const path = prefix === '' ? file : `${prefix}/${file}`
  const named = async (side: string, commit: string): Promise<string> => {
    const last = await lastChange(top, base, commit, path)
    return last ? `${side}（${last.by} ${last.on}）` : side
  }
  return { ours: await named('本机', ours), theirs: await named('对方', theirs) }
}

function comparison(conflict: FileConflict, sides: SideNames, lists: Lists, width: number): string {
  const heads = [
    { title: '' },
    { title: sides.ours, flexible: true },
    { title: sides.theirs, flexible: true },
  ]
  const rows = comparedFacts(conflict, lists).map(({ title, ours, theirs }) => [title, ours, theirs])
  const shown = textTable(heads, rows, width)
  const { address, caseId } = conflict
  return caseId !== null && address === `cases/${caseId}` ? `${shown}\n${goneText(caseId)}` : shown
}

/** What to do about a case that one side removed or renumbered while the other changed it. */
function goneText(id: string): string {
  return [
    `案件 ${id} 一方已删除或改号，另一方又有改动，不能拼合：`,
    `如是改号而没有用 ejc renumber，请先不合并，由改号的一方改回 ${id} 并同步，再用 ejc renumber 改号；`,
    '如是删除，选定一方，整个案件即以该方为准。',
  ].join('\n')
}

function decisionChoices({ both }: FileConflict): Option[] {
  return [
    { value: 'ours', name: '用本机的' },
    { value: 'theirs', name: '用对方的' },
    ...(both ? [{ value: 'both', name: '两项都保留（是两件事）' }] : []),
    { value: 'leave', name: '先不合并' },
  ]
}

/** The conflicts where nobody could be asked, with both sides and how to decide them. */
export async function conflictsText(
  root: string,
  { conflicts }: Pick<MergePlan, 'conflicts'>,
  standing: BranchRelation,
  lists: Lists,
  width: number,
): Promise<string> {
  const parts: string[] = []
  for (const conflict of conflicts) {
    const shown = comparison(conflict, await sidesOf(root, conflict, standing), lists, width)
    parts.push(`${conflictHeading(conflict)}\n${shown}\n  ${conflict.address}`)
  }
  return parts.join('\n\n')
}
