import type { ReportName } from '../../../core/reports/report.ts'
import { flag, type OptionValues, text } from '../../shared/command.ts'
import { UsageError } from '../../shared/exit.ts'

/** What `--officer`, `--department` and `--unmasked` ask of the ledger. */
export interface LedgerOptions {
  readonly year: string | undefined
  readonly officer: string | undefined
  readonly department: string | undefined
  readonly unmasked: boolean
  /** Whether a name that no case of this library has is no mistake: another library may have it. */
  readonly anyName?: true
}

/** The options of the ledger. Throws UsageError where another report is given one of them. */
export function ledgerOptions(report: ReportName, options: OptionValues): LedgerOptions {
  const wanted = {
    year: text(options, 'year'),
    officer: text(options, 'officer'),
    department: text(options, 'department'),
    unmasked: flag(options, 'unmasked'),
  }
  if (report === 'ledger') return wanted
  const stray = [
    wanted.officer && 'officer',
    wanted.department && 'department',
    wanted.unmasked && 'unmasked',
  ].find(Boolean)
  if (stray) throw new UsageError(`ejc report ${report} 不用 --${stray}：只有案件台账（ledger）可以这样选。`)
  return wanted
}
