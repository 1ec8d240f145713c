import type { Item } from '../../../core/stages/define.ts'
import type { Recorded } from '../../../core/stages/recorded.ts'
import type { Interview } from '../../prompts/interview.ts'
import { type MovedDay, movedDays } from '../../shared/entry/evidence-days.ts'
import { ejcCall } from '../../shared/output/call.ts'
import { clean } from '../../shared/output/clean.ts'
import { wrapIndented } from '../../shared/output/text.ts'
import type { AmendCall } from './call.ts'

/** The evidence whose day was proposed from the step that is corrected. */
export interface EvidenceDays {
  /** Asks once whether these days are corrected too; not at all where there are none. */
  readonly ask: (interview: Interview, item: Item) => Promise<void>
  /** Those that are corrected too: none as long as the officer was not asked. */
  readonly moved: (item: Item) => readonly MovedDay[]
  /** A line each, before and after. */
  readonly lines: (item: Item) => readonly string[]
  /** Names those that keep their day, with the calls that correct them, where nobody could be asked. */
  readonly noteKept: (item: Item) => void
}

const ADDRESS = '/evidence-days'

/** The days of evidence that follow a correction, as the officer decides. */
export function evidenceDays({ reading, context }: AmendCall, { value }: Recorded): EvidenceDays {
  const { facts } = reading.view
  const all = (item: Item): MovedDay[] => movedDays(value, item, facts)
  let answer: boolean | undefined
  const moved = (item: Item): MovedDay[] => (answer ? all(item) : [])
  return {
    async ask(interview, item) {
      const found = all(item)
      if (!found.length) return
      const named = found
        .map(({ id, title, from, to }) => clean(`${id}“${title}”（${from} → ${to}）`))
        .join('、')
      answer = await interview.confirm(ADDRESS, { title: `证据 ${named}的取得日期一并更正吗？` }, true)
    },
    moved,
    lines: (item) => moved(item).map(({ id, from, to }) => `证据 ${id} 取得日期：${from} → ${to}`),
    noteKept(item) {
      if (answer !== undefined || context.global.json) return
      for (const { id, title, from, to } of all(item)) {
        const said = clean(`证据 ${id}“${title}”的取得日期仍是原来的 ${from}，也要更正的：`)
        const words = ['amend', facts.id, '登记证据', id, '--set', `collectedOn=${to}`]
        context.out.note(wrapIndented(said, context.out.width))
        context.out.note(`  ${ejcCall(context.global.repo, words)}`)
      }
    },
  }
}
