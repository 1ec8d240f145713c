import { NUMBER_EXAMPLE, wrongNumber } from '../../../core/facts/paper-number.ts'
import { NUMBER_FIELD } from '../../../core/forms/define.ts'
import { plainInput } from '../../../core/plain-input.ts'
import { shownValue } from '../../../core/schema/messages.ts'
import type { Paper } from '../../../documents/render.ts'

/** How nearly every number of a letter ends; any other is asked about, since the paper prints it at once. */
const USUAL_END = /号(?:之[一二三四五六七八九十\d]+)?$/u

/**
 * Asks in a terminal for the number of a letter that is about to go out; empty where it has none yet. The number that
 * the paper in its place has is proposed.
 */
export async function askNumber({ title, number }: Paper): Promise<string> {
  const { openTerminal } = await import('../../prompts/terminal.ts')
  const terminal = openTerminal()
  const hint = '（印在文书上，记录发出时沿用；还没有的，回车空着）'
  const words = { title: `《${title}》的${NUMBER_FIELD}`, hint }
  const validate = (typed: string): true | string => {
    const wrong = typed.trim() === '' ? undefined : wrongNumber('documentNumber', typed)
    return wrong === undefined || `“${typed}”${wrong}。`
  }
  for (let proposed = number || undefined; ; ) {
    const typed = plainInput((await terminal.input(words, { fallback: proposed, validate })).trim())
    if (typed === '' || USUAL_END.test(typed)) return typed
    const doubt = `“${shownValue(typed)}”不像文号（文号如 ${NUMBER_EXAMPLE}），就这样印在文书上吗？`
    if (await terminal.confirm(doubt, false)) return typed
    proposed = typed
  }
}
