import { isDoubtful, type PlannedRow } from '../../../core/ledger/intake/plan.ts'
import { flag, type OptionValues } from '../../shared/command.ts'
import type { CommandContext } from '../../shared/context.ts'
import { Exit, type ExitCode, UsageError } from '../../shared/exit.ts'
import { fixIdentity } from '../../shared/identity.ts'
import { chosenRows } from './ask.ts'
import { writeFaulty } from './faulty.ts'
import { readLedger } from './ledger.ts'
import { openHeadings } from './tables.ts'
import { jsonRows, printOutcome, printPlan } from './text.ts'
import { rememberHeadings, writeRows } from './write.ts'

/**
 * Reads a ledger, shows what every row would become, and writes the good ones: one commit a case. In a terminal it asks
 * first; rows that contradict themselves or differ from their cases are asked for one by one. Rows with faults are
 * given back as a file.
 */
export async function importLedger(
  context: CommandContext,
  file: string,
  options: OptionValues,
): Promise<ExitCode> {
  const { global, interactive, out } = context
  const isDry = flag(options, 'dryRun')
  const workspace = await context.workspace()
  const ledger = await readLedger(context, workspace, file, options)
  if (ledger.tables.open.length > 0 && !isDry) throw new UsageError(openHeadings(ledger.tables.open))
  const faulty = await writeFaulty(ledger, file)
  if (!global.json) printPlan(context, ledger, faulty)
  const chosen = isDry ? [] : await chosenRows(context, ledger.rows, options)
  if (chosen.length > 0 && interactive) await fixIdentity(context)
  if (!isDry) await rememberHeadings(workspace, ledger.tables.said)
  const written = await writeRows(workspace, ledger, chosen, out)
  if (global.json) out.json('import', { rows: jsonRows(ledger) })
  else printOutcome(context, ledger, chosen, written, isDry)
  const isLeft = (row: PlannedRow): boolean =>
    row.status === 'refused' || (isDoubtful(row) && !chosen.includes(row))
  return ledger.rows.some(isLeft) || ledger.intake.stray.length > 0 ? Exit.Findings : Exit.Ok
}
