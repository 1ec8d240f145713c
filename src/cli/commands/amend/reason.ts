import type { Interview } from '../../prompts/interview.ts'
import { type OptionValues, text } from '../../shared/command.ts'
import type { CommandContext } from '../../shared/context.ts'
import { neededReason, reasonOwed } from '../../shared/reason.ts'

/** Why something is corrected: given by the call, or asked in a terminal. */
export interface Reason {
  readonly given: () => string
  /** Asks for it; absent where the call gives it. */
  readonly ask?: (interview: Interview) => Promise<void>
}

const WORDS = { title: '为什么更正', hint: '（必填，一句话，ejc log 可查）' }
const EXAMPLE = '看错回执日期'

/** The reason of a call. Throws UsageError where nobody gives it. */
export function reasonOf(context: CommandContext, options: OptionValues): Reason {
  let reason = text(options, 'reason')?.trim() ?? ''
  if (reason !== '') return { given: () => reason }
  if (!context.interactive) throw reasonOwed(WORDS.title, EXAMPLE)
  return {
    given: () => reason,
    ask: async (interview) => {
      reason = await interview.input('/reason', WORDS, {
        read: (typed) => (typed === '' ? { wrong: `请写明${WORDS.title}。` } : typed),
      })
    },
  }
}

/** The reason, asked at once where the call does not give it. */
export function reasonToAmend(context: CommandContext, options: OptionValues): Promise<string> {
  return neededReason(context, options, WORDS.title, EXAMPLE)
}
