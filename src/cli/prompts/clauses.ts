import type { Item } from '../../core/stages/define.ts'
import { type Asking, addressOf, type Question } from './context.ts'
import { readLong } from './text.ts'

const NOT_APPLICABLE = /^不涉及[:：]\s*([\s\S]+)$/
const HELP = '直接写，或写 @文件名 读入文本文件；本案没有的写“不涉及：理由”。'
const OWED = '第二十一条要求写明，请填写，或写“不涉及：理由”'

/** Asks for each clause of the agreement in the order of the text; 「不涉及：理由」 answers one that the case has not. */
export async function askClauses({ place, given }: Question, { interview, clauses }: Asking): Promise<Item> {
  const texts: Item = typeof given === 'object' && given !== null ? { ...given } : {}
  const open = clauses.filter(({ code }) => texts[code] === undefined)
  for (const [index, { code, title, required }] of open.entries()) {
    const words = {
      title: `协议条款 ${index + 1}/${open.length} ${title}`,
      ...(index === 0 ? { help: HELP } : {}),
      ...(required ? {} : { hint: '（选填）' }),
    }
    const text = await interview.input(addressOf({ ...place, path: [...place.path, code] }), words, {
      read: (typed) => (typed === '' ? (required ? { wrong: OWED } : '') : readLong(typed)),
    })
    const reason = NOT_APPLICABLE.exec(text)?.[1]?.trim()
    if (reason) texts[code] = { notApplicable: reason }
    else if (text !== '') texts[code] = text
  }
  return texts
}
