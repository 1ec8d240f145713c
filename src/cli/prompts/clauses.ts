import type { Citing } from '../../core/schema/describe.ts'
import { schemaAt } from '../../core/schema/walk.ts'
import type { Item } from '../../core/stages/define.ts'
import { clauseOf, type ReadClauses } from '../shared/answers/clauses.ts'
import type { ItemPlace } from '../shared/answers/set.ts'
import type { ClausesOfFile } from '../shared/answers/signed.ts'
import { readText } from '../shared/answers/text-file.ts'
import { type Asking, type Question, questionAddress } from './context.ts'
import { fileNamed, notAName } from './files.ts'
import { cutTo } from './look.ts'
import { proposedValue } from './proposals.ts'
import type { Option } from './terminal.ts'
import { readLong } from './text.ts'

const HELP = '直接写，或写 @文件名 读入文本文件；本案没有的写“不涉及：理由”。'
const WHOLE_TEXT_QUESTION = {
  title: '协议文本的文件名',
  hint: '（选填，回车逐条填写）',
  help: '签订的 Word（.docx）、有文字的 PDF，或者 .md、.txt 文件：按其中的标题一次读入各项条款，没有读到的再逐条问；Word 和 PDF 随案卷保存。',
}

/** Whether a place holds the clauses of an agreement. */
export function isOfClauses({ path }: Pick<ItemPlace, 'path'>): boolean {
  return path.at(-1) === 'clauses'
}

/** Whether the clauses that the call gives lack one that the text requires. */
export function lacksClauses(given: unknown, { clauses, amends }: Asking): boolean {
  const texts = isItem(given) ? given : {}
  return !amends && clauses.some(({ code, required }) => required && texts[code] === undefined)
}

/** Clauses that a file has told, and its words for those that are asked again: the officer mends what was misread. */
interface ToldClauses {
  readonly texts: Item
  readonly misread: Item
}

const UNTOLD: ToldClauses = { texts: {}, misread: {} }

/** Asks for each clause of the agreement in the order of the text, unless one file holds all clauses. */
export async function askClauses(question: Question, asking: Asking): Promise<Item> {
  const { place, given, known: recorded } = question
  const { interview, clauses, law } = asking
  const amended =
    asking.amends && typeof recorded === 'object' && recorded !== null ? { ...recorded } : undefined
  const answeredAtOnce = amended || isItem(given) ? UNTOLD : await askWhole(question, asking)
  const texts: Item = amended ?? (isItem(given) ? { ...given } : { ...answeredAtOnce.texts })
  const open = amended
    ? await askWhichClauses(question, amended, asking)
    : clauses.filter(({ code }) => texts[code] === undefined)
  for (const [index, { code, title, required }] of open.entries()) {
    const words = {
      title: `协议条款 ${index + 1}/${open.length} ${title}`,
      ...(index === 0 ? { help: HELP } : {}),
      ...(required ? {} : { hint: '（选填，回车跳过）' }),
    }
    const own = { ...place, path: [...place.path, code] }
    const known = amended
      ? clauseText(texts[code])
      : (clauseText(answeredAtOnce.misread[code]) ?? proposedValue(own, texts, asking))
    const text = await interview.input(questionAddress(own), words, {
      fallback: typeof known === 'string' ? known : undefined,
      long: true,
      read: (typed) => (typed === '' ? (required ? { wrong: owedBy(law) } : '') : readLong(typed)),
    })
    if (text !== '') texts[code] = clauseOf(text)
    else if (amended) delete texts[code]
  }
  return texts
}

/** Which clauses of a signed agreement are corrected: each stands with the beginning of its text. */
async function askWhichClauses({ place }: Question, recorded: Item, { clauses, interview }: Asking) {
  const choices = clauses.map((clause) => clauseOption(clause, recorded))
  const words = { title: '要改哪几条？', hint: '（空格勾选，回车确认）' }
  const chosen = await interview.checkbox(questionAddress(place, '?'), words, choices, [])
  return clauses.filter(({ code }) => chosen.includes(code))
}

const LONGEST_BEGINNING = 40

/** A clause to tick, with the beginning of its text. */
function clauseOption({ code, title }: Asking['clauses'][number], texts: Item): Option {
  const text = clauseText(texts[code])
  return { value: code, name: text === undefined ? title : `${title}：${cutTo(text, LONGEST_BEGINNING)}` }
}

/** A clause as an officer types it. */
function clauseText(clause: unknown): string | undefined {
  if (typeof clause === 'string') return clause
  return isItem(clause) && typeof clause.notApplicable === 'string'
    ? `不涉及：${clause.notApplicable}`
    : undefined
}

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null
}

/** The hint for a clause that the text requires and that was left empty. */
function owedBy(law: Citing): string {
  const by = law.has('agreement-contents') ? law.citation('agreement-contents') : '规范'
  return `${by}要求写明，请填写，或写“不涉及：理由”`
}

const WITHOUT_FILE = '没有文件的直接回车，再逐条粘贴各项条款。'

/** The clauses that a text file holds, if the officer has one. */
async function askWhole({ place }: Question, asking: Asking): Promise<ToldClauses> {
  const { interview } = asking
  const { readClauses } = place
  if (!readClauses) return UNTOLD
  const file = await interview.input(questionAddress(place, '@'), WHOLE_TEXT_QUESTION, {
    read: (typed) => {
      if (typed === '') return typed
      const read =
        notAName(typed, WITHOUT_FILE) ?? signedClauses(typed, place) ?? clausesInFile(typed, readClauses)
      return 'wrong' in read && typeof read.wrong === 'string' ? { wrong: read.wrong } : typed
    },
  })
  const signed = file === '' ? undefined : signedClauses(file, place)
  if (signed && !('wrong' in signed)) return confirmedClauses(signed, place, asking)
  return file === '' ? UNTOLD : { ...UNTOLD, texts: clausesInFile(file, readClauses) }
}

/** The clauses of a Word file or a PDF; undefined for a text file. */
function signedClauses(typed: string, { name, path, signed }: ItemPlace) {
  const paper = schemaAt(name, [...path.slice(0, -1), SIGNED_TEXT])?.title ?? ''
  return signed?.readClauses(fileNamed(typed), paper)
}

const SIGNED_TEXT = 'signedText'

/** Shows what was taken for which clause. What the officer says is wrong is asked again; all else stays as it was read. */
async function confirmedClauses(
  { shown, clauses, signedText }: ClausesOfFile,
  place: ItemPlace,
  { terminal, interview, whole, clauses: all }: Asking,
): Promise<ToldClauses> {
  terminal.say(shown)
  const right = await interview.confirm(questionAddress(place, '@='), { title: '条款这样归入，对吗？' }, true)
  if ('wrong' in signedText) return UNTOLD
  whole[SIGNED_TEXT] = { ...signedText }
  if (right) return { texts: { ...clauses }, misread: {} }
  const choices = all
    .filter(({ code }) => clauses[code] !== undefined)
    .map((each) => clauseOption(each, clauses))
  const wrong = await interview.checkbox(questionAddress(place, '@?'), WHICH_WRONG, choices, [], 1)
  const divided = Object.entries(clauses)
  return {
    texts: Object.fromEntries(divided.filter(([code]) => !wrong.includes(code))),
    misread: Object.fromEntries(divided.filter(([code]) => wrong.includes(code))),
  }
}

const WHICH_WRONG = {
  title: '哪几条归错了？',
  hint: '（空格勾选，回车确认；只重新填勾选的。文件给错了的，按 Esc 返回）',
}

function clausesInFile(file: string, readClauses: ReadClauses): Item {
  const text = readText(fileNamed(file))
  return typeof text === 'object' ? { ...text } : readClauses(text)
}
