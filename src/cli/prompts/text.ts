import type { IsoDate } from '../../core/calendar/dates.ts'
import {
  idNumberFault,
  idNumberFromOld,
  inCapitals,
  isCreditCode,
  isIdNumber,
} from '../../core/facts/identifiers.ts'
import { isNumberFormat, type NumberFormat, wrongNumber } from '../../core/facts/paper-number.ts'
import { isDayOfFact, setDates } from '../../core/facts/past.ts'
import { plainInput } from '../../core/plain-input.ts'
import { uniformCitation } from '../../core/regulation/citation-form.ts'
import { type Citing, descriptionText } from '../../core/schema/describe.ts'
import { forbiddenCharacter, formats, isSingleLine } from '../../core/schema/formats.ts'
import { shownValue } from '../../core/schema/messages.ts'
import type { PathSegment, SchemaNode } from '../../core/schema/node.ts'
import { schemaAt } from '../../core/schema/walk.ts'
import { readText } from '../shared/answers/text-file.ts'
import { excessOf, misnamed } from './agreed.ts'
import { typedMoney } from './amount.ts'
import { type Asking, type Question, questionAddress, questionWords, skippable } from './context.ts'
import { troubleOfDay } from './day-order.ts'
import { doubtOfNames, untilSure } from './doubt.ts'
import { DATE_EXAMPLES, typedDate, typedDateTime } from './normalize.ts'
import { isOfSentences, listItems, partingOf, WORD_LIST } from './parting.ts'

const TIMES = '2026-03-02 09:30、3.2 9:30、3月2日下午2点半'
const AMOUNTS = '529700、529,700.00、26.5万、26万5千、二十六万五千元，最多到分'

/** How a norm may be typed: it is written as papers cite it. */
const CITED = '条号可以写数字；书名号和汉字数字自动补上'

const OWED = { wrong: '这一栏必须填写，不能空着。' }

/** A text as the files hold it, or what is wrong with it and what to write. */
type AnswerReader = (text: string) => string | { readonly wrong: string }

/** Asks for one line and answers it as the files hold it: dates as YYYY-MM-DD, amounts as decimal strings. */
export async function askLine(question: Question, asking: Asking): Promise<string | number | undefined> {
  const { node, place, required, known } = question
  const reader = inDayOrder(withinSum(readerOf(node, place.path, asking), place, asking), question, asking)
  const words = questionWords(question, asking, skippable(question, asking), hintOf(node, place.path))
  const line = {
    fallback: known === undefined ? undefined : String(known),
    long: node['x-format'] === 'text',
    read: (typed: string) => (typed === '' ? (required ? OWED : '') : reader(typed)),
  }
  const text = await untilSure(questionAddress(place), asking, {
    ask: (at) => asking.interview.input(at, words, line),
    doubt: (day) => {
      const trouble = day === '' ? undefined : troubleOfDay(question, day, asking)
      return trouble && { title: `${trouble.message}就这样填写吗？` }
    },
  })
  if (text === '') return undefined
  return isInteger(node) ? Number(text) : text
}

/** Reads a day only where the item could be written with it. */
function inDayOrder(reader: AnswerReader, question: Question, asking: Asking): AnswerReader {
  return (text) => {
    const read = reader(text)
    const trouble = typeof read === 'string' ? troubleOfDay(question, read, asking) : undefined
    return trouble?.isRefused ? { wrong: trouble.message } : read
  }
}

/** Reads an amount only up to what its list has left, and a name of an account only where it is one. */
function withinSum(reader: AnswerReader, place: Question['place'], asking: Asking): AnswerReader {
  if (asking.amends) return reader
  return (text) => {
    const read = reader(text)
    const wrong =
      typeof read === 'string' ? (excessOf(place, read, asking) ?? misnamed(place, read)) : undefined
    return wrong === undefined ? read : { wrong }
  }
}

/** Asks for a list of words on one line, or of sentences, which hold commas and are separated by semicolons. */
export async function askWords(question: Question, asking: Asking): Promise<string[] | undefined> {
  const { place, required, known } = question
  const item = schemaAt(place.name, [...place.path, 0]) ?? {}
  const parting = partingOf(item)
  const hints = [
    skippable(question, asking),
    `多个用${parting.mark}分开`,
    item['x-format'] === 'citation' ? CITED : '',
  ]
  const words = questionWords(question, asking, ...hints)
  const line = {
    fallback: Array.isArray(known) && known.length ? known.map(String).join(parting.mark) : undefined,
    long: isOfSentences(item),
    read: listReader(readerOf(item, place.path, asking), required, parting),
  }
  const text = await untilSure(questionAddress(place), asking, {
    ask: (at) => asking.interview.input(at, words, line),
    doubt: (answer) => doubtOfNames(item, listItems(answer, parting)),
  })
  const list = listItems(text, parting)
  return list.length ? list : undefined
}

/** Reads a list, each of its items by its own reader. */
export function listReader(reader: AnswerReader, required: boolean, parting = WORD_LIST): AnswerReader {
  return (text) => {
    const whole = text.startsWith('@') ? reader(text) : text
    if (typeof whole === 'object') return whole
    const list = listItems(whole, parting)
    if (!list.length) return required ? OWED : ''
    const read = list.map(reader)
    const wrong = read.find((each) => typeof each === 'object')
    return wrong ?? read.join(parting.mark)
  }
}

function hintOf(node: SchemaNode, path: readonly PathSegment[]): string {
  const hints: Readonly<Record<string, string>> = {
    date: `如 2026-03-02、3.2、${setDates.has(String(path.at(-1))) ? '明天' : '昨天'}`,
    dateTime: '如 2026-03-02 09:30、3.2 9:30',
    money: '元，可写 26万',
    text: '长文可粘贴，Ctrl-O 用编辑器写',
  }
  return hints[node['x-format'] ?? ''] ?? ''
}

/** How the text of the field at a path is read. A text beginning with @ is the text of that file. */
export function readerOf(
  node: SchemaNode,
  path: readonly PathSegment[],
  { today, law }: Pick<Asking, 'today' | 'law'>,
): AnswerReader {
  const known: Readonly<Record<string, AnswerReader>> = {
    date: (text) => readDate(text, path, today),
    dateTime: (text) => typedDateTime(text, today) ?? unreadableAnswer(text, '日期和时间', TIMES),
    money: (text) => typedMoney(text) ?? unreadableAnswer(text, '金额', AMOUNTS),
    creditCode: (text) =>
      code(text, faultUnless(isCreditCode, '统一社会信用代码有误：应为 18 位，末位为校验码')),
    idNumber: (text) => code(text, (number) => faultOfIdNumber(number, today)),
    bankAccount: (text) => code(text, faultUnless(formats['bank-account'], '账号有误：应为 6 至 40 位数字')),
    text: readLong,
    citation: (text) => rewritten(readLong(text), uniformCitation),
  }
  const format = node['x-format']
  const special = known[format ?? '']
  if (special) return special
  if (isNumberFormat(format)) return (text) => numberOfPaper(formatted(node, path, text, law), format)
  if (isInteger(node)) return (text) => (/^\d+$/.test(text) ? text : { wrong: '应为整数' })
  return (text) => formatted(node, path, text, law)
}

/** What was read, where it may be the number of a paper. */
function numberOfPaper(answer: ReturnType<AnswerReader>, format: NumberFormat): ReturnType<AnswerReader> {
  const wrong = typeof answer === 'string' ? wrongNumber(format, answer) : undefined
  return wrong === undefined ? answer : { wrong: `“${shownValue(String(answer))}”${wrong}。` }
}

/** What was read, written otherwise. */
function rewritten(
  answer: ReturnType<AnswerReader>,
  write: (text: string) => string,
): ReturnType<AnswerReader> {
  return typeof answer === 'string' ? write(answer) : answer
}

/** A day; the day of something that has happened can't be in the future. */
function readDate(text: string, path: readonly PathSegment[], today: IsoDate): ReturnType<AnswerReader> {
  const date = typedDate(text, today)
  if (date === undefined) return unreadableAnswer(text, '日期', DATE_EXAMPLES)
  const key = path.findLast((segment) => typeof segment === 'string')
  if (date <= today || !isDayOfFact(String(key))) return date
  return {
    wrong: `${date} 在今天（${today}）以后。这一栏只记已经发生的事：请改正日期（往年的日期要写年份），或者等办完以后再来记录。`,
  }
}

/** What can't be read, and how it can be written. */
function unreadableAnswer(text: string, what: string, examples: string): { readonly wrong: string } {
  return { wrong: `“${shownValue(text)}”读不成${what}，可以写 ${examples}。` }
}

/** What Word puts before and behind a paragraph for its looks. */
const INDENTS = /^[ \t\u3000]+|[ \t\u3000]+$/gmu

/** A text of any length, or the file that holds it. */
export function readLong(text: string): ReturnType<AnswerReader> {
  const read = text.startsWith('@') ? readText(text.slice(1)) : plainInput(text).replace(INDENTS, '')
  if (typeof read === 'object') return read
  const forbidden = forbiddenCharacter(read)
  return forbidden ? { wrong: `含有不可用的字符 ${forbidden}` } : read
}

/** Keys of what is written in words: a number there belongs into another answer. */
const NEVER_NUMBERS = ['name', 'address', 'location', 'place', 'title']

function isNumberOfParty(text: string): boolean {
  const written = inCapitals(text)
  return isCreditCode(written) || isIdNumber(written)
}

function formatted(
  node: SchemaNode,
  path: readonly PathSegment[],
  typed: string,
  law: Citing,
): ReturnType<AnswerReader> {
  const text = plainInput(typed)
  const { format = '', title = '' } = node
  if (isNumberOfParty(text) && NEVER_NUMBERS.includes(String(path.at(-1))))
    return {
      wrong: `“${shownValue(text)}”是统一社会信用代码或者公民身份号码，不是${node.title ?? '这一栏的内容'}。`,
    }
  if (!isSingleLine(text)) return { wrong: `含有不可用的字符 ${forbiddenCharacter(text) ?? ''}` }
  const check = Object.entries(formats).find(([name]) => name === format)?.[1]
  const written = format === 'id-prefix' ? inCapitals(text) : text
  return !check || check(written) ? written : { wrong: `${title}写得不对：${descriptionText(node, law)}` }
}

/** A code without blanks and in capitals, however people typed it, unless something speaks against it. */
function code(text: string, faultOf: (code: string) => string | undefined): ReturnType<AnswerReader> {
  const written = inCapitals(text)
  const wrong = faultOf(written)
  return wrong === undefined ? written : { wrong }
}

/** What is said of every code that does not pass a check. */
function faultUnless(check: (code: string) => boolean, fault: string): (code: string) => string | undefined {
  return (written) => (check(written) ? undefined : fault)
}

function faultOfIdNumber(number: string, today: IsoDate): string | undefined {
  const fault = idNumberFault(number, today)
  if (fault === undefined) return undefined
  const converted = idNumberFromOld(number)
  const how = converted === undefined ? '' : `；照旧号码换算是 ${converted}，请对照身份证核对以后填写`
  return `公民身份号码有误：${fault}${how}`
}

function isInteger(node: SchemaNode): boolean {
  return [node.type ?? []].flat().includes('integer')
}
