import type { Item } from '../../core/stages/define.ts'
import type { AskContext } from './ask.ts'

const NOT_APPLICABLE = /^不涉及[:：]\s*(.+)$/

/** Asks for each clause of the agreement in the order of the text; 「不涉及：理由」 answers one that the case has not. */
export async function askClauses({ terminal, clauses }: AskContext): Promise<Item> {
  terminal.say('协议条款（本案没有的写“不涉及：理由”）')
  const texts: Item = {}
  for (const { code, title, required } of clauses) {
    const answer = await terminal.input(title, {
      validate: (value) =>
        !required || value.trim() !== '' || '第二十一条要求写明，请填写，或写“不涉及：理由”',
    })
    const reason = NOT_APPLICABLE.exec(answer.trim())?.[1]
    if (reason) texts[code] = { notApplicable: reason }
    else if (answer.trim()) texts[code] = answer.trim()
  }
  return texts
}
