import type { PlannedRow } from '../../../core/ledger/intake/plan.ts'
import { flag, type OptionValues } from '../../shared/command.ts'
import type { CommandContext } from '../../shared/context.ts'
import { CancelledError } from '../../shared/exit.ts'
import { changeText, rowName } from './text.ts'

const DECLINED = '没有导入。'

/**
 * The rows to write: all new ones, and of the changed ones those that the officer agrees to. Without a terminal, changed
 * rows are written with --yes alone.
 */
export async function chosenRows(
  { interactive, global }: CommandContext,
  rows: readonly PlannedRow[],
  options: OptionValues,
): Promise<readonly PlannedRow[]> {
  const fresh = rows.filter(({ status }) => status === 'new')
  const changed = rows.filter(({ status }) => status === 'changed')
  if (flag(options, 'yes')) return inOrder(rows, [...fresh, ...changed])
  if (!interactive || global.json) return fresh
  const { openTerminal } = await import('../../prompts/terminal.ts')
  const terminal = openTerminal()
  if (fresh.length > 0 && !(await terminal.confirm(`导入 ${fresh.length} 件新案件？`, true)))
    throw new CancelledError(DECLINED)
  const agreed: PlannedRow[] = []
  for (const [index, row] of changed.entries()) {
    const left = changed.length - index
    const title = `${rowName(row)}：${row.changes.map(changeText).join('；')}。按台账改？`
    const more =
      left > 1
        ? [
            { value: 'all', name: `这件和其余 ${left - 1} 件都改` },
            { value: 'none', name: '都不改' },
          ]
        : []
    const answer = await terminal.select(
      title,
      [{ value: 'yes', name: '改' }, { value: 'no', name: '不改' }, ...more],
      'yes',
    )
    if (answer === 'none') break
    if (answer === 'all') {
      agreed.push(...changed.slice(index))
      break
    }
    if (answer === 'yes') agreed.push(row)
  }
  return inOrder(rows, [...fresh, ...agreed])
}

function inOrder(rows: readonly PlannedRow[], chosen: readonly PlannedRow[]): PlannedRow[] {
  return rows.filter((row) => chosen.includes(row))
}
