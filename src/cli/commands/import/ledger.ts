import { basename } from 'node:path'
import { type Intake, intakeOf } from '../../../core/ledger/intake/intake.ts'
import type { PlannedRow } from '../../../core/ledger/intake/plan.ts'
import { readLedgerBook } from '../../../documents/ledger-book.ts'
import { RepositoryError, systemErrorReason } from '../../../repository/errors.ts'
import { readPlainFile } from '../../../repository/plain-file.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import type { OptionValues } from '../../shared/command.ts'
import type { CommandContext } from '../../shared/context.ts'
import { UsageError } from '../../shared/exit.ts'
import { plannedRows } from './known.ts'
import { type Tables, tablesOf } from './tables.ts'

/** What was read from a ledger, and what its rows would become. */
export interface Ledger {
  readonly source: string
  readonly tables: Tables
  readonly intake: Intake
  readonly rows: readonly PlannedRow[]
  /** What concerns the whole file. */
  readonly remarks: readonly string[]
}

/** Reads a ledger, and plans what its rows would become. */
export async function readLedger(
  context: CommandContext,
  workspace: Workspace,
  file: string,
  options: OptionValues,
): Promise<Ledger> {
  const { regulation, calendar, config } = workspace.setting
  const source = originalName(basename(file))
  const book = await readLedgerBook(bytesOf(file), source)
  const tables = await tablesOf(context, book, config, options)
  const intake = intakeOf(tables.layouts, regulation.lists)
  const hasSheets = tables.layouts.filter(({ kind }) => kind === 'cases').length > 1
  const setting = { regulation, calendar, config, on: context.global.today, source, hasSheets }
  const rows = await plannedRows(workspace, intake, setting)
  return { source, tables, intake, rows, remarks: [...book.remarks, ...tables.remarks] }
}

/** The name of the ledger of which rows with faults were given back. */
function originalName(name: string): string {
  return name.replace(/-待改正(?:-\d+)?(?=\.xlsx$)/u, '')
}

function bytesOf(file: string): Uint8Array {
  try {
    return readPlainFile(file)
  } catch (error) {
    if (error instanceof RepositoryError) throw error
    throw new UsageError(`台账 ${file} 打不开：${systemErrorReason(error)}。`)
  }
}
