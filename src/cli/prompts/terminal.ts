import { chalkStderr as paint } from 'chalk'
import { clean } from '../shared/output/clean.ts'
import { wrap, wrapIndented } from '../shared/output/text.ts'
import { askOnce, EditorWanted, PasteRefused, TypedTextRefused, type Ways } from './asked.ts'
import { editedText } from './editor.ts'
import { LINES_AT_ONCE, lookOf, type QuestionWords, shortened } from './look.ts'
import { takeBackTo, terminalColumns, type WrittenPlace, writeBetween, writtenPlace } from './written.ts'

/** A choice of a list, with what the officer sees. */
export interface Option {
  readonly value: string
  readonly name: string
  readonly description?: string
  /** Other words by which a search finds it. */
  readonly also?: readonly string[]
}

/** A question that is answered by keys. */
interface ListQuestion {
  readonly type: 'select' | 'checkbox'
  readonly choices: readonly Option[]
}

/** The questions that a terminal can ask; on stderr, so that stdout stays data. */
export interface Terminal {
  input(words: string | QuestionWords, options?: InputOptions): Promise<string>
  confirm(words: string | QuestionWords, fallback: boolean): Promise<boolean>
  select(words: string | QuestionWords, choices: readonly Option[], fallback?: string): Promise<string>
  /** A list that is narrowed by typing a part of a name. */
  search(words: string | QuestionWords, choices: readonly Option[], fallback?: string): Promise<string>
  /** `least` is how many must be chosen. */
  checkbox(
    words: string | QuestionWords,
    choices: readonly Option[],
    checked: readonly string[],
    least?: number,
  ): Promise<string[]>
  say(text: string): void
  /** Takes back what was written, where the screen can do so: an answer that is given again stands there once. */
  readonly written?: { place(): WrittenPlace; takeBackTo(place: WrittenPlace): void }
}

export interface InputOptions {
  readonly fallback?: string | undefined
  /** true, or what is wrong and what to write. */
  readonly validate?: (value: string) => true | string
  /** How an answer is shown once it is given. */
  readonly shown?: (value: string) => string
  /** Whether the answer may also be written in an editor. */
  readonly long?: boolean
}

const NOTHING_TO_PASTE = '粘贴的内容没有采用：这一步用方向键选，按回车确认。'
const ONE_WORD_TO_PASTE = '粘贴的内容没有采用：查找只用一行文字。'
const ONE_LINE_TO_PASTE = '一次输入了好几行，没有采用：这一栏只写一行。'
const LINES_KEPT_BACK =
  '一次输入了好几行，没有采用，以免散到后面的问题里。多行文字请按 Ctrl-O 在编辑器里粘贴，或者存为文本文件后写 @文件名。'
/** So many columns of a text that was typed in vain are shown. */
const TYPED_SHOWN = 40
const notInList = (typed: string): string =>
  `“${shortened(typed, TYPED_SHOWN)}”不在选项里，没有采用：这一步用方向键选，按回车确认。`
const NOT_CHOSEN = '> 还没有选：用 ↓ 移到要选的那一项，再按回车。'
const TOO_FEW = '至少选一项：用空格勾选，再按回车。'
const NO_EDITOR =
  '没有可用的编辑器：请用环境变量 VISUAL 或者 EDITOR 指定一个（Windows 上写 .exe，不能写 .cmd），或者写 @文件名。'

export const YES: Option = { value: 'yes', name: '是' }
export const NO: Option = { value: 'no', name: '否' }

/**
 * The terminal of this process. Ctrl-C and the end of input become CancelledError; with `back`, Escape becomes
 * BackError. Once a question is answered, one line with the answer takes its place.
 */
export function openTerminal({ back = false } = {}): Terminal {
  const width = terminalColumns()
  const choose = (question: ListQuestion) => {
    const list = { type: question.type, names: question.choices.map(({ name }) => name) }
    return askAgain({ ...question }, { back, paste: 'choice', list }, NOTHING_TO_PASTE)
  }
  const done = (words: string | QuestionWords, answer: string): void =>
    writeBetween(answerLine(words, answer, width))
  const search: Terminal['search'] = (words, choices, fallback) =>
    searchIn(words, choices, { back, fallback })
  const select: Terminal['select'] = async (words, choices, fallback) => {
    // A choice of a long list is found sooner by a word of its name.
    if (choices.length > LINES_AT_ONCE) return search(words, choices, fallback)
    const offered = beginning(words, choices, fallback)
    const list = { ...lookOf(words, width), choices: fitted(offered, width) }
    const question = { type: 'select' as const, ...list, ...optional('default', fallback) }
    const value = await untilChosen(async () => String(await choose(question)))
    done(words, choiceName(choices, value))
    return value
  }
  return {
    select,
    input: async (words, options = {}) => {
      const value = await askLine(words, options, back, width)
      done(words, (options.shown ?? String)(value))
      return value
    },
    // A list of two instead of inquirer's y/n, whose words and errors are English.
    confirm: async (words, fallback) =>
      (await select(words, [YES, NO], fallback ? YES.value : NO.value)) === YES.value,
    search,
    checkbox: (words, choices, checked, least = 0) => ticked(words, { choices, checked, least }, choose),
    say: writeBetween,
    written: { place: writtenPlace, takeBackTo },
  }
}

/** Stands first where no choice is proposed: a key pressed too soon decides nothing. */
const UNCHOSEN: Option = { value: '/unchosen', name: '（请选择）' }

/** The choices, before them “please choose” where the question begins with none of them. */
function beginning(
  words: string | QuestionWords,
  choices: readonly Option[],
  fallback: string | undefined,
): readonly Option[] {
  const isOpen = typeof words !== 'string' && words.open === true
  return isOpen && !choices.some(({ value }) => value === fallback) ? [UNCHOSEN, ...choices] : choices
}

/** Asks until something is chosen; what is said meanwhile stands on the screen once, and goes with the answer. */
async function untilChosen(choose: () => Promise<string>): Promise<string> {
  const place = writtenPlace()
  for (;;) {
    const value = await choose()
    takeBackTo(place)
    if (value !== UNCHOSEN.value) return value
    writeBetween(paint.red(NOT_CHOSEN))
  }
}

async function searchIn(
  words: string | QuestionWords,
  choices: readonly Option[],
  { back, fallback }: { readonly back: boolean; readonly fallback: string | undefined },
): Promise<string> {
  const width = terminalColumns()
  const offered = beginning(words, choices, fallback)
  // The list itself goes to its proposal only once: after a word that was deleted again, the proposal comes first.
  const proposed = offered.toSorted((a, b) => Number(b.value === fallback) - Number(a.value === fallback))
  let isNarrowed = false
  const found = (term = ''): Option[] => {
    const isEmpty = term.trim() === ''
    isNarrowed ||= !isEmpty
    return fitted(isEmpty ? (isNarrowed ? proposed : offered) : choices.filter(mentions(term)), width)
  }
  const list = { ...lookOf(searched(words, choices.length), width), ...optional('default', fallback) }
  const question = { type: 'search', ...list, source: found }
  const value = await untilChosen(async () =>
    String(await askAgain(question, { back, paste: 'word' }, ONE_WORD_TO_PASTE)),
  )
  writeBetween(answerLine(words, choiceName(choices, value), width))
  return value
}

/** A list of which several can be chosen. */
interface TickList {
  readonly choices: readonly Option[]
  readonly checked: readonly string[]
  readonly least: number
}

async function ticked(
  words: string | QuestionWords,
  { choices, checked, least }: TickList,
  choose: (question: ListQuestion) => Promise<unknown>,
): Promise<string[]> {
  const width = terminalColumns()
  const validate = (chosen: readonly unknown[]) => chosen.length >= least || TOO_FEW
  const marks = withChecks(fitted(choices, width), checked)
  const list = {
    type: 'checkbox' as const,
    ...lookOf(counted(words, choices.length), width),
    choices: marks,
    validate,
  }
  const values = chosenTexts(await choose(list))
  const named = chosenNames(choices, values)
  const none = noneOf(words) || '（无）'
  if (named || typeof words === 'string' || !words.quiet)
    writeBetween(answerLine(words, named || none, width))
  return values
}

/** The answer to a question for a line; after Ctrl-O the text of the editor, proposed again until it can be taken. */
async function askLine(
  words: string | QuestionWords,
  { fallback, validate = (): true => true, long = false }: InputOptions,
  back: boolean,
  width: number,
): Promise<string> {
  const question = { type: 'input', validate }
  const refusal = long ? LINES_KEPT_BACK : ONE_LINE_TO_PASTE
  let proposal = fallback
  for (;;) {
    try {
      const look = lookOf(words, width, 'line', proposal)
      const asked = { ...question, ...look, ...optional('default', proposal) }
      return String(await askAgain(asked, { back, paste: 'line', editor: long }, refusal))
    } catch (error) {
      if (!(error instanceof EditorWanted)) throw error
      const text = await editedText(error.typed || proposal || '')
      const checked = text === undefined ? NO_EDITOR : validate(text)
      if (text !== undefined && checked === true) return text
      proposal = text ?? proposal
      writeBetween(paint.red(wrapIndented(String(checked), width - 1, '  ', '> ')))
    }
  }
}

function chosenTexts(chosen: unknown): string[] {
  return Array.isArray(chosen) ? chosen.map(String) : []
}

function withChecks(choices: readonly Option[], checked: readonly string[]) {
  return choices.map((each) => ({ ...each, checked: checked.includes(each.value) }))
}

/** The same question, with the hint how to narrow its list, and how long the list is where not all of it is shown. */
function searched(words: string | QuestionWords, count: number): QuestionWords {
  const question = typeof words === 'string' ? { title: words } : words
  const all = count > LINES_AT_ONCE ? `共 ${count} 项，` : ''
  return { ...question, hint: question.hint ?? `（${all}可输入几个字查找）` }
}

/** The same question; where not all of its list is shown, with how long the list is. */
function counted(words: string | QuestionWords, count: number): string | QuestionWords {
  if (count <= LINES_AT_ONCE) return words
  const question = typeof words === 'string' ? { title: words } : words
  return { ...question, hint: `${question.hint ?? ''}（共 ${count} 项）` }
}

/** The line that stays of an answered question: ✔ 案件名称：某养殖场排污案. */
export function answerLine(words: string | QuestionWords, answer: string, width = terminalColumns()): string {
  const title = typeof words === 'string' ? words : words.title
  const text = answered(title, shortened(answer, 2 * width))
  return `${paint.green('✔')} ${wrapIndented(text, width - 1, '  ', '')}`
}

/** A title and its answer; after a question mark no colon is needed. */
export function answered(title: string, answer: string): string {
  return `${title}${/[？?：]$/.test(title) ? '' : '：'}${answer || '（未填）'}`
}

/**
 * Asks until the answer is one that the question can take: a paste that it can't take is explained, and it is asked
 * again.
 */
async function askAgain(question: Record<string, unknown>, ways: Ways, refusal: string): Promise<unknown> {
  for (;;) {
    try {
      return await askOnce(question, ways)
    } catch (error) {
      const said = refusalOf(error, refusal)
      if (said === undefined) throw error
      writeBetween(paint.red(wrapIndented(said, terminalColumns() - 1, '  ', '> ')))
    }
  }
}

/** What is said of an answer that the question can't take; undefined for another error. */
function refusalOf(error: unknown, ofPaste: string): string | undefined {
  if (error instanceof PasteRefused) return ofPaste
  return error instanceof TypedTextRefused ? notInList(error.message) : undefined
}

/** Choices with long names wrapped as Chinese is wrapped, indented under their mark. */
function fitted(choices: readonly Option[], width: number): Option[] {
  return choices.map((choice) => ({ ...choice, name: wrap(choice.name, width - 5).join('\n    ') }))
}

/** Whether the name of a choice holds a word; upper and lower case are the same. */
function mentions(term: string): (choice: Option) => boolean {
  const wanted = term.trim().toLowerCase()
  return ({ name, description = '', also = [] }) =>
    [name, description, ...also].join('\n').toLowerCase().includes(wanted)
}

function choiceName(choices: readonly Option[], value: string): string {
  const name = choices.find((choice) => choice.value === value)?.name ?? value
  return clean(name.split('\n')[0] ?? '')
}

function optional(key: string, value: string | undefined): Record<string, string> {
  return value === undefined ? {} : { [key]: value }
}

/** How it is shown that nothing was chosen, where that means something: （全部签约义务人）. */
export function noneOf(words: string | QuestionWords): string {
  return typeof words === 'string' || words.none === undefined ? '' : `（${words.none}）`
}

/** The names of chosen values; separated by ； where a name holds a 、. */
export function chosenNames(choices: readonly Option[], values: readonly string[]): string {
  const names = values.map((each) => choices.find(({ value }) => value === each)?.name ?? each)
  return names.join(names.some((name) => name.includes('、')) ? '；' : '、')
}
