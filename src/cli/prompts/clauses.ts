import type { Citing } from '../../core/schema/describe.ts'
import type { Item } from '../../core/stages/define.ts'
import { clauseOf, type ReadClauses } from '../shared/answers/clauses.ts'
import { readText } from '../shared/answers/text-file.ts'
import { type Asking, type Question, questionAddress } from './context.ts'
import { proposedValue } from './proposals.ts'
import { readLong } from './text.ts'

const HELP = '直接写，或写 @文件名 读入文本文件；本案没有的写“不涉及：理由”。'
const WHOLE_TEXT_QUESTION = {
  title: '协议文本的文件名',
  hint: '（选填，回车逐条填写）',
  help: '.md 或者 .txt 文件，按其中的标题一次读入各项条款；没有读到的再逐条问。',
}

/** Asks for each clause of the agreement in the order of the text, unless one file holds all clauses. */
export async function askClauses(question: Question, asking: Asking): Promise<Item> {
  const { place, given } = question
  const { interview, clauses, law } = asking
  const texts: Item =
    typeof given === 'object' && given !== null ? { ...given } : await askWhole(question, asking)
  const open = clauses.filter(({ code }) => texts[code] === undefined)
  for (const [index, { code, title, required }] of open.entries()) {
    const words = {
      title: `协议条款 ${index + 1}/${open.length} ${title}`,
      ...(index === 0 ? { help: HELP } : {}),
      ...(required ? {} : { hint: '（选填，回车跳过）' }),
    }
    const own = { ...place, path: [...place.path, code] }
    const known = proposedValue(own, texts, asking)
    const text = await interview.input(questionAddress(own), words, {
      fallback: typeof known === 'string' ? known : undefined,
      long: true,
      read: (typed) => (typed === '' ? (required ? { wrong: owedBy(law) } : '') : readLong(typed)),
    })
    if (text !== '') texts[code] = clauseOf(text)
  }
  return texts
}

/** The hint for a clause that the text requires and that was left empty. */
function owedBy(law: Citing): string {
  const by = law.has('agreement-contents') ? law.citation('agreement-contents') : '规范'
  return `${by}要求写明，请填写，或写“不涉及：理由”`
}

/** The clauses that a text file holds, if the officer has one. */
async function askWhole({ place }: Question, { interview }: Asking): Promise<Item> {
  const { readClauses } = place
  if (!readClauses) return {}
  const file = await interview.input(questionAddress(place, '@'), WHOLE_TEXT_QUESTION, {
    read: (typed) => {
      const read = typed === '' ? {} : clausesInFile(typed, readClauses)
      return typeof read.wrong === 'string' ? { wrong: read.wrong } : typed
    },
  })
  return file === '' ? {} : clausesInFile(file, readClauses)
}

function clausesInFile(file: string, readClauses: ReadClauses): Item {
  const text = readText(file.replace(/^@/, ''))
  return typeof text === 'object' ? { ...text } : readClauses(text)
}
