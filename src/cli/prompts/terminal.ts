import { chalkStderr as paint } from 'chalk'
import { createPromptModule } from 'inquirer'
import { CancelledError } from '../shared/exit.ts'
import { clean } from '../shared/output/clean.ts'
import { paragraph, wrap } from '../shared/output/text.ts'
import { lookOf, PAGE, shortened, type Words } from './look.ts'

/** A choice of a list, with what the officer sees. */
export interface Option {
  readonly value: string
  readonly name: string
  readonly description?: string
}

/** The questions that a terminal can ask; on stderr, so that stdout stays data. */
export interface Terminal {
  input(words: string | Words, options?: InputOptions): Promise<string>
  confirm(words: string | Words, fallback: boolean): Promise<boolean>
  select(words: string | Words, choices: readonly Option[], fallback?: string): Promise<string>
  /** A list that is narrowed by typing a part of a name. */
  search(words: string | Words, choices: readonly Option[]): Promise<string>
  checkbox(words: string | Words, choices: readonly Option[], checked: readonly string[]): Promise<string[]>
  say(text: string): void
}

export interface InputOptions {
  readonly fallback?: string | undefined
  /** true, or what is wrong and what to write. */
  readonly validate?: (value: string) => true | string
  /** How an answer is shown once it is given. */
  readonly shown?: (value: string) => string
}

/** The officer wants the question before this one. */
export class BackError extends Error {
  override readonly name = 'BackError'
}

export const YES: Option = { value: 'yes', name: '是' }
export const NO: Option = { value: 'no', name: '否' }

/**
 * The terminal of this process. Ctrl-C and the end of input become CancelledError; with `back`, Escape becomes
 * BackError. A question goes once it is answered, and one line with the answer takes its place.
 */
export function openTerminal({ back = false } = {}): Terminal {
  const width = columns()
  const ask = (question: Record<string, unknown>) => asked(question, back)
  const done = (words: string | Words, answer: string): void => say(answerLine(words, answer, width))
  const search: Terminal['search'] = async (words, choices) => {
    const found = (term = ''): Option[] => fitted(choices.filter(mentions(term)), width)
    const value = String(await ask({ type: 'search', ...lookOf(words, width), source: found }))
    done(words, nameOf(choices, value))
    return value
  }
  const select: Terminal['select'] = async (words, choices, fallback) => {
    // What does not fit on a page is found sooner by a word of its name.
    if (choices.length > PAGE && fallback === undefined) return search(searched(words), choices)
    const list = { ...lookOf(words, width), choices: fitted(choices, width) }
    const value = String(await ask({ type: 'select', ...list, ...optional('default', fallback) }))
    done(words, nameOf(choices, value))
    return value
  }
  return {
    select,
    async input(words, { fallback, validate = () => true, shown = String } = {}) {
      const look = lookOf(words, width, 'line')
      const value = String(await ask({ type: 'input', validate, ...look, ...optional('default', fallback) }))
      done(words, shown(value))
      return value
    },
    // A list of two instead of inquirer's y/n, whose words and errors are English.
    confirm: async (words, fallback) =>
      (await select(words, [YES, NO], fallback ? YES.value : NO.value)) === YES.value,
    search,
    async checkbox(words, choices, checked) {
      const marks = marked(fitted(choices, width), checked)
      const values = texts(await ask({ type: 'checkbox', ...lookOf(words, width), choices: marks }))
      const named = namesOf(choices, values)
      if (named || typeof words === 'string' || !words.quiet) done(words, named || '（无）')
      return values
    },
    say,
  }
}

function texts(chosen: unknown): string[] {
  return Array.isArray(chosen) ? chosen.map(String) : []
}

function marked(choices: readonly Option[], checked: readonly string[]) {
  return choices.map((each) => ({ ...each, checked: checked.includes(each.value) }))
}

/** The same question, with how its list is narrowed. */
function searched(words: string | Words): Words {
  const question = typeof words === 'string' ? { title: words } : words
  return { ...question, hint: question.hint ?? '（可输入几个字查找）' }
}

/** The line that stays of an answered question: ✔ 案件名称：某养殖场排污案. */
export function answerLine(words: string | Words, answer: string, width = columns()): string {
  const title = typeof words === 'string' ? words : words.title
  const text = answered(title, shortened(answer, 2 * width))
  return `${paint.green('✔')} ${paragraph(text, width - 1, '  ', '')}`
}

/** A title and an answer to it; behind a question mark no colon is needed. */
export function answered(title: string, answer: string): string {
  return `${title}${/[？?：]$/.test(title) ? '' : '：'}${answer || '（未填）'}`
}

function say(text: string): void {
  process.stderr.write(`${text}\n`)
}

function columns(): number {
  return Math.max(40, process.stderr.columns ?? 80)
}

async function asked(question: Record<string, unknown>, back: boolean): Promise<unknown> {
  const leaving = new AbortController()
  const listen = (_: unknown, key?: { readonly name?: string }): void => {
    if (back && key?.name === 'escape') leaving.abort()
  }
  const settings = { output: process.stderr, signal: leaving.signal, clearPromptOnDone: true }
  const prompt = createPromptModule(settings)
  process.stdin.on('keypress', listen)
  try {
    const answers: { value?: unknown } = await prompt([{ ...question, name: 'value' }] as never)
    return answers.value
  } catch (error) {
    if (leaving.signal.aborted) throw new BackError()
    if (error instanceof Error && error.name === 'ExitPromptError') throw new CancelledError('')
    throw error
  } finally {
    process.stdin.off('keypress', listen)
  }
}

/** Choices whose names are broken where a line of Chinese may be broken, set in under their mark. */
function fitted(choices: readonly Option[], width: number): Option[] {
  return choices.map((choice) => ({ ...choice, name: wrap(choice.name, width - 5).join('\n    ') }))
}

/** Whether a choice says a word, however its letters are written. */
function mentions(term: string): (choice: Option) => boolean {
  const wanted = term.trim().toLowerCase()
  return ({ name, description = '' }) => `${name}\n${description}`.toLowerCase().includes(wanted)
}

function nameOf(choices: readonly Option[], value: string): string {
  const name = choices.find((choice) => choice.value === value)?.name ?? value
  return clean(name.split('\n')[0] ?? '')
}

function optional(key: string, value: string | undefined): Record<string, string> {
  return value === undefined ? {} : { [key]: value }
}

/** The names of chosen values; those that hold a 、 themselves are parted by ；. */
export function namesOf(choices: readonly Option[], values: readonly string[]): string {
  const names = values.map((each) => choices.find(({ value }) => value === each)?.name ?? each)
  return names.join(names.some((name) => name.includes('、')) ? '；' : '、')
}
