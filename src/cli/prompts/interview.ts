import { BackError } from './asked.ts'
import { type QuestionWords, shortened } from './look.ts'
import { chosenNames, NO, noneOf, type Option, type Terminal, YES } from './terminal.ts'
import type { WrittenPlace } from './written.ts'

/** An answered question: its label, the answer, and how the answer is shown. */
export interface Answered {
  readonly label: string
  readonly values: readonly string[]
  readonly shown: string
}

/** The answers given so far, by the address of the question. */
export type AnswersByQuestion = Record<string, Answered>

export interface LineQuestion {
  readonly fallback?: string | undefined
  /** The answer as the files hold it, or what is wrong with it. */
  readonly read: (text: string) => string | { readonly wrong: string }
  /** Whether the answer may hold several lines, and be written in an editor. */
  readonly long?: boolean
}

/**
 * Questions with a memory. Every question has an address; a question that was answered before (in a call that was
 * broken off, or before the officer stepped back) is not asked again. So no answer can be lost, and going
 * back means to forget the last answer and to ask again.
 */
export interface Interview {
  input(at: string, words: QuestionWords, line: LineQuestion): Promise<string>
  confirm(at: string, words: QuestionWords, fallback: boolean): Promise<boolean>
  select(at: string, words: QuestionWords, choices: readonly Option[], fallback?: string): Promise<string>
  checkbox(
    at: string,
    words: QuestionWords,
    choices: readonly Option[],
    checked: readonly string[],
    least?: number,
  ): Promise<string[]>
  /** Runs the questions; Escape in one of them leads to the one before. */
  run<T>(questions: () => Promise<T>): Promise<T>
  /** What was asked in the last run, in its order. */
  answered(): readonly (Answered & { readonly at: string })[]
  /**
   * Lets one question be asked again in the next run, its answer proposed, and more ticks beside it; where one answer
   * alone can be given, the other one in its place.
   */
  forget(at: string, also?: readonly string[]): void
}

/** An interview that starts with the answers of an earlier one and reports every change of them. */
export function createInterview(
  terminal: Terminal,
  answers: AnswersByQuestion,
  changed: (answers: AnswersByQuestion) => void,
  /** Printed before the first question. */
  introduction = '',
): Interview {
  const { answer, ...memory } = createMemory(terminal, answers, changed, introduction)
  const select: Interview['select'] = async (at, words, choices, fallback) => {
    const [value = ''] = await answer({
      at,
      words,
      valid: ([known]) => choices.some((choice) => choice.value === known),
      ask: async ([before] = []) => {
        const isChoice = choices.some((choice) => choice.value === before)
        return [await terminal.select(words, choices, isChoice ? before : fallback)]
      },
      show: (values) => chosenNames(choices, values),
    })
    return value
  }
  return {
    select,
    confirm: async (at, words, fallback) =>
      (await select(at, words, [YES, NO], fallback ? YES.value : NO.value)) === YES.value,
    input: async (at, words, line) => (await answer(lineAsked(terminal, at, words, line)))[0] ?? '',
    checkbox: async (at, words, choices, checked, least = 0) => {
      const values = await answer({
        at,
        words,
        valid: (known) =>
          known.length >= least && known.every((each) => choices.some(({ value }) => value === each)),
        ask: (before = checked) => terminal.checkbox(words, choices, before, least),
        show: (chosen) => chosenNames(choices, chosen) || noneOf(words),
      })
      return [...values]
    },
    ...memory,
  }
}

/** A question as the memory sees it. */
interface Remembered {
  readonly at: string
  readonly words: QuestionWords
  /** Whether a remembered answer can still be given. */
  readonly valid: (values: readonly string[]) => boolean
  /** Asks, and proposes the answer that was forgotten. */
  readonly ask: (before: readonly string[] | undefined) => Promise<readonly string[]>
  readonly show: (values: readonly string[]) => string
}

function lineAsked(
  terminal: Terminal,
  at: string,
  words: QuestionWords,
  { fallback, read, long = false }: LineQuestion,
): Remembered {
  const written = (text: string): string => {
    const result = read(text.trim())
    return typeof result === 'string' ? result : text
  }
  return {
    at,
    words,
    valid: ([text = '']) => typeof read(text) === 'string',
    ask: async ([before = ''] = []) => {
      const proposed = before === '' || before === fallback ? undefined : fallback
      const meant = (text: string): string =>
        proposed !== undefined && BACK_TO_PROPOSAL.test(text) ? proposed : text
      const validate = (text: string): true | string => {
        const result = read(meant(text).trim())
        return typeof result === 'string' ? true : result.wrong
      }
      const shown = (text: string): string => written(meant(text))
      const asked = proposed === undefined ? words : withProposal(words, proposed)
      const text = await terminal.input(asked, { fallback: before || fallback, validate, shown, long })
      return [shown(text)]
    },
    show: ([text = '']) => text,
  }
}

/** What takes back the answer that was proposed at first, once another was given. */
const BACK_TO_PROPOSAL = /^\s*[=＝]\s*$/u
const SHOWN_PROPOSAL = 60

function withProposal(words: QuestionWords, proposed: string): QuestionWords {
  const help = `原来建议的是“${shortened(proposed, SHOWN_PROPOSAL)}”，只写一个 = 就用回它。`
  return { ...words, help: [words.help, help].filter(Boolean).join('\n') }
}

function createMemory(
  terminal: Terminal,
  answers: AnswersByQuestion,
  changed: (answers: AnswersByQuestion) => void,
  introduction: string,
) {
  const seen = new Set<string>()
  const former = new Map<string, readonly string[]>()
  const screen = answersOnScreen(terminal, introduction)

  async function answer({ at, words, valid, ask, show }: Remembered): Promise<readonly string[]> {
    seen.add(at)
    const known = answers[at]
    if (known && valid(known.values)) return known.values
    screen.begin(at)
    const values = await ask(former.get(at))
    answers[at] = { label: words.title, values, shown: show(values) }
    changed(answers)
    return values
  }

  function forget(at: string, also: readonly string[] = []): void {
    const known = answers[at]
    if (!known) return
    former.set(at, [...new Set([...also, ...known.values])])
    delete answers[at]
    changed(answers)
  }

  const run = <T>(questions: () => Promise<T>): Promise<T> =>
    untilAnswered(questions, seen, (before, why) => {
      if (before === undefined) return terminal.say('这已经是第一题。')
      screen.takeBack(before)
      forget(before)
      if (why) terminal.say(why)
    })
  const answered = () => [...seen].flatMap((at) => (answers[at] ? [{ ...answers[at], at }] : []))
  return { answer, forget, run, answered }
}

/** Where each answer stands on the screen; the introduction stands before the first of them. */
function answersOnScreen(terminal: Terminal, introduction: string) {
  const places = new Map<string, WrittenPlace>()
  let introduced = introduction === ''
  return {
    begin(at: string): void {
      if (!introduced) terminal.say(introduction)
      introduced = true
      const place = terminal.written?.place()
      if (place) places.set(at, place)
    },
    /** Takes an answer off the screen with all that was said after it. */
    takeBack(at: string): void {
      const place = places.get(at)
      if (place) terminal.written?.takeBackTo(place)
    },
  }
}

/** Each time the officer steps back, forgets the last answer and asks again from the start. */
async function untilAnswered<T>(
  questions: () => Promise<T>,
  seen: Set<string>,
  stepBack: (before: string | undefined, why: string) => void,
): Promise<T> {
  for (;;) {
    seen.clear()
    try {
      return await questions()
    } catch (error) {
      if (!(error instanceof BackError)) throw error
      stepBack([...seen].at(-2), error.message)
    }
  }
}
