import { isDoubtful, type PlannedRow } from '../../../core/ledger/intake/plan.ts'
import type { Terminal } from '../../prompts/terminal.ts'
import { flag, type OptionValues } from '../../shared/command.ts'
import type { CommandContext } from '../../shared/context.ts'
import { CancelledError } from '../../shared/exit.ts'
import { wrapIndented } from '../../shared/output/text.ts'
import { columnChangeText, doubtText, rowName } from './text.ts'

const DECLINED = '没有导入。'

/**
 * The rows to write: all new ones, and of the changed ones those that the officer agrees to; a row that contradicts
 * itself only where he says that the originals are so. Without a terminal, changed and doubtful rows are written
 * only with --yes.
 */
export async function chosenRows(
  { interactive, global, out }: CommandContext,
  rows: readonly PlannedRow[],
  options: OptionValues,
): Promise<readonly PlannedRow[]> {
  const coming = rows.filter(({ status }) => status === 'new' || status === 'changed')
  if (flag(options, 'yes')) return coming
  const fresh = coming.filter((row) => row.status === 'new' && !isDoubtful(row))
  if (!interactive || global.json) return fresh
  const { openTerminal } = await import('../../prompts/terminal.ts')
  const terminal = openTerminal()
  if (fresh.length > 0 && !(await terminal.confirm(`导入 ${fresh.length} 件新案件？`, true)))
    throw new CancelledError(DECLINED)
  const doubtful = coming.filter((row) => row.status === 'new' && isDoubtful(row))
  const certain = await agreedRows(terminal, doubtful, {
    tell: (row) => wrapIndented(`${rowName(row)}：${doubtText(row)}。`, out.width),
    ask: (row) => `${rowName(row)}：原件就是这样，照台账导入？`,
    yes: '照台账导入',
    no: '先不导入，改好再说',
    proposed: 'no',
  })
  const changed = coming.filter(({ status }) => status === 'changed')
  const agreed = await agreedRows(terminal, changed, {
    ask: (row) =>
      `${rowName(row)}：${[...row.changes.map(columnChangeText), ...(isDoubtful(row) ? [doubtText(row)] : [])].join('；')}。按台账改？`,
    yes: '改',
    no: '不改',
    proposed: 'yes',
  })
  const chosen = new Set([...fresh, ...certain, ...agreed])
  return rows.filter((row) => chosen.has(row))
}

/** How rows are asked for, one after the other. */
interface RowQuestion {
  /** What the officer must read before. */
  readonly tell?: (row: PlannedRow) => string
  readonly ask: (row: PlannedRow) => string
  readonly yes: string
  readonly no: string
  readonly proposed: 'yes' | 'no'
}

/** The rows that the officer agrees to; he may answer for all that are left at once. */
async function agreedRows(
  terminal: Terminal,
  rows: readonly PlannedRow[],
  { tell, ask, yes, no, proposed }: RowQuestion,
): Promise<readonly PlannedRow[]> {
  const agreed: PlannedRow[] = []
  for (const [index, row] of rows.entries()) {
    const left = rows.length - index
    const more = [
      { value: 'all', name: `这件和其余 ${left - 1} 件都${yes}` },
      { value: 'none', name: `都${no}` },
    ]
    const choices = [{ value: 'yes', name: yes }, { value: 'no', name: no }, ...(left > 1 ? more : [])]
    if (tell) terminal.say(tell(row))
    const answer = await terminal.select(ask(row), choices, proposed)
    if (answer === 'none') break
    if (answer === 'all') return [...agreed, ...rows.slice(index)]
    if (answer === 'yes') agreed.push(row)
  }
  return agreed
}
