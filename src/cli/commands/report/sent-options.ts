import { flag, type OptionValues, text } from '../../shared/command.ts'
import { UsageError } from '../../shared/exit.ts'

/** Whether the call records that a report was sent. @throws UsageError for what belongs to --sent without it */
export function isSending(options: OptionValues): boolean {
  if (text(options, 'sent') !== undefined) return true
  const given = {
    to: text(options, 'to') !== undefined,
    document: text(options, 'document') !== undefined,
    'dry-run': flag(options, 'dryRun'),
    'no-commit': options.commit === false,
  }
  const alone = Object.entries(given).find(([, isGiven]) => isGiven)?.[0]
  if (alone) throw new UsageError(`--${alone} 要与 --sent 同用：--sent 日期，记下这张表何时报送。`)
  return false
}
