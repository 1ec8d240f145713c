import { isCreditCode, isIdNumber } from '../../core/facts/identifiers.ts'
import { forbiddenCharacter, formats, isLine } from '../../core/schema/formats.ts'
import type { SchemaNode } from '../../core/schema/node.ts'
import { schemaAt } from '../../core/schema/walk.ts'
import { readText } from '../answers/text-file.ts'
import { type Asking, addressOf, type Question, wordsOf } from './context.ts'
import { typedDate, typedDateTime, typedMoney } from './normalize.ts'

/** What parts the words of a list, and what parts its sentences. */
const WORDS = { mark: '、', between: /[、,，;；]/ }
const SENTENCES = { mark: '；', between: /[;；\n]/ }

/** A text as the files hold it, or what is wrong with it and what to write. */
type Reader = (text: string) => string | { readonly wrong: string }

/** Asks for one line and answers it as the files hold it: dates as YYYY-MM-DD, amounts as decimal strings. */
export async function askLine(question: Question, asking: Asking): Promise<string | number | undefined> {
  const { node, place, required, known } = question
  const reader = readerOf(node, asking.today)
  const text = await asking.interview.input(addressOf(place), wordsOf(question, asking, hintOf(node)), {
    fallback: known === undefined ? undefined : String(known),
    read: (typed) => (typed === '' ? (required ? { wrong: '请填写' } : '') : reader(typed)),
  })
  if (text === '') return undefined
  return isInteger(node) ? Number(text) : text
}

/** Asks for a list of words on one line, or of sentences, which hold commas and are parted by semicolons. */
export async function askWords(question: Question, asking: Asking): Promise<string[] | undefined> {
  const { place, required, known } = question
  const item = schemaAt(place.name, [...place.path, 0]) ?? {}
  const parting = item['x-format'] === 'text' ? SENTENCES : WORDS
  const words = wordsOf(question, asking, `（多个用${parting.mark}分开）`)
  const text = await asking.interview.input(addressOf(place), words, {
    fallback: Array.isArray(known) && known.length ? known.map(String).join(parting.mark) : undefined,
    read: listReader(readerOf(item, asking.today), required, parting),
  })
  const list = parted(text, parting)
  return list.length ? list : undefined
}

/** Reads a list, each of its items by its own reader. */
export function listReader(reader: Reader, required: boolean, parting = WORDS): Reader {
  return (text) => {
    const whole = text.startsWith('@') ? reader(text) : text
    if (typeof whole === 'object') return whole
    const list = parted(whole, parting)
    if (!list.length) return required ? { wrong: '请填写' } : ''
    const read = list.map(reader)
    const wrong = read.find((each) => typeof each === 'object')
    return wrong ?? read.join(parting.mark)
  }
}

/** The items of a list as it was read. */
export function parted(text: string, { between } = WORDS): string[] {
  return text.split(between).flatMap((each) => each.trim() || [])
}

function hintOf(node: SchemaNode): string {
  const hints: Readonly<Record<string, string>> = {
    date: '（如 2026-03-02、3.2、今天）',
    dateTime: '（如 2026-03-02 09:30、3.2 9:30）',
    money: '（元，可写 26万）',
    text: '（长文可写 @文件名）',
  }
  return hints[node['x-format'] ?? ''] ?? ''
}

/** How the text of a field is read. A text beginning with @ is the text of that file. */
export function readerOf(node: SchemaNode, today: string): Reader {
  const known: Readonly<Record<string, Reader>> = {
    date: (text) => typedDate(text, today) ?? { wrong: '不是存在的日期，请写成 2026-03-02、3.2 或者 今天' },
    dateTime: (text) => typedDateTime(text, today) ?? { wrong: '请写成 2026-03-02 09:30 或者 3.2 9:30' },
    money: (text) => typedMoney(text) ?? { wrong: '不是金额，请写成 529700、26.5万，最多两位小数' },
    creditCode: (text) => code(text, isCreditCode, '统一社会信用代码有误：应为 18 位，末位为校验码'),
    idNumber: (text) => code(text, isIdNumber, '公民身份号码有误：应为 18 位，末位为校验码'),
    text: readLong,
  }
  const special = known[node['x-format'] ?? '']
  if (special) return special
  if (isInteger(node)) return (text) => (/^\d+$/.test(text) ? text : { wrong: '应为整数' })
  return (text) => formatted(node, text)
}

/** A text of any length, or the file that holds it. */
export function readLong(text: string): ReturnType<Reader> {
  const read = text.startsWith('@') ? readText(text.slice(1)) : text
  if (typeof read === 'object') return read
  const forbidden = forbiddenCharacter(read)
  return forbidden ? { wrong: `含有不可用的字符 ${forbidden}` } : read
}

function formatted(
  { format = '', title = '', description = '' }: SchemaNode,
  text: string,
): ReturnType<Reader> {
  if (!isLine(text)) return { wrong: `含有不可用的字符 ${forbiddenCharacter(text) ?? ''}` }
  const check = Object.entries(formats).find(([name]) => name === format)?.[1]
  return !check || check(text) ? text : { wrong: `${title}写得不对：${description}` }
}

/** A code without the blanks and in the capitals that people leave to the reader. */
function code(text: string, check: (code: string) => boolean, wrong: string): ReturnType<Reader> {
  const written = text.normalize('NFKC').replace(/\s/g, '').toUpperCase()
  return check(written) ? written : { wrong }
}

function isInteger(node: SchemaNode): boolean {
  return [node.type ?? []].flat().includes('integer')
}
