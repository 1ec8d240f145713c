import { wrongNumber } from '../../../core/facts/paper-number.ts'
import { NUMBER_FIELD } from '../../../core/forms/define.ts'
import { plainInput } from '../../../core/plain-input.ts'
import type { Paper } from '../../../documents/render.ts'

/**
 * Asks in a terminal for the number of a letter that is about to go out; empty where it has none yet. The number that
 * the paper in its place has is proposed.
 */
export async function askNumber({ title, number }: Paper): Promise<string> {
  const { openTerminal } = await import('../../prompts/terminal.ts')
  const hint = '（印在文书上，记录发出时沿用；还没有的，回车空着）'
  const words = { title: `《${title}》的${NUMBER_FIELD}`, hint }
  const validate = (typed: string): true | string => {
    const wrong = typed.trim() === '' ? undefined : wrongNumber('documentNumber', typed)
    return wrong === undefined || `“${typed}”${wrong}。`
  }
  return plainInput((await openTerminal().input(words, { fallback: number || undefined, validate })).trim())
}
