import type { Interview } from '../../prompts/interview.ts'
import { type OptionValues, text } from '../../shared/command.ts'
import type { CommandContext } from '../../shared/context.ts'
import { UsageError } from '../../shared/exit.ts'

/** Why something is corrected: given by the call, or asked in a terminal. */
export interface Reason {
  readonly given: () => string
  /** Asks for it; absent where the call gives it. */
  readonly ask?: (interview: Interview) => Promise<void>
}

const WORDS = { title: '为什么更正', hint: '（必填，一句话，ejc log 可查）' }
const OWED = '请写明更正的理由'

/** The reason of a call. Throws UsageError where nobody gives it. */
export function reasonOf(context: CommandContext, options: OptionValues): Reason {
  let reason = text(options, 'reason')?.trim() ?? ''
  if (reason !== '') return { given: () => reason }
  if (!context.interactive) throw new UsageError(`${OWED}：--reason 文字，例如 --reason 看错回执日期。`)
  return {
    given: () => reason,
    ask: async (interview) => {
      reason = await interview.input('/reason', WORDS, {
        read: (typed) => (typed === '' ? { wrong: `${OWED}。` } : typed),
      })
    },
  }
}

/** The reason, asked at once where the call does not give it. */
export async function neededReason(context: CommandContext, options: OptionValues): Promise<string> {
  const { given, ask } = reasonOf(context, options)
  if (!ask) return given()
  const { openTerminal } = await import('../../prompts/terminal.ts')
  const typed = await openTerminal().input(WORDS, { validate: (text) => text.trim() !== '' || `${OWED}。` })
  return typed.trim()
}
