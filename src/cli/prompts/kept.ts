import { beijingTime } from '../../repository/beijing.ts'
import type { Unfinished } from '../../repository/unfinished.ts'
import type { AnswersByQuestion } from './interview.ts'
import { answerLine } from './terminal.ts'

/** The answers that a call which was broken off has left, and what it was about. */
export interface KeptAnswers {
  readonly answers: Unfinished
  /** The case and what was to be done, as people read it. */
  readonly what: string
}

/** Questions about a whole section or list, and not about a value. */
export const GATES = ['?', '+', '=', '-', '#']

/** Answers as they were kept; whatever does not look like one is left out and asked again. */
export function keptAnswers({ answers }: Pick<KeptAnswers, 'answers'>): AnswersByQuestion {
  return Object.fromEntries(
    Object.entries(answers.load() ?? {}).flatMap(([at, answer]) =>
      isAnswered(answer) ? [[at, answer]] : [],
    ),
  )
}

/**
 * The kept answers and their time, for the officer who is asked whether to continue with them; empty answers are left
 * out.
 */
export function keptText(
  what: string,
  savedAt: Date | undefined,
  answers: AnswersByQuestion,
  width?: number,
): string {
  const lines = Object.entries(answers)
    .filter(isToldAnswer)
    .map(([, { label, shown }]) => answerLine(label, shown, width))
  const when = savedAt ? `${dayAndTime(savedAt)} ` : ''
  return [`${when}办过${what}，填了 ${lines.length} 栏，还没有写入：`, ...lines].join('\n')
}

/** Whether there are answers that the next call can go on with. */
export function keepsAnswers(kept: Pick<KeptAnswers, 'answers'>): boolean {
  return Object.entries(keptAnswers(kept)).some(isToldAnswer)
}

/** An answer that says something, and not only that there is nothing more to answer. */
function isToldAnswer([at, { values }]: readonly [string, AnswersByQuestion[string]]): boolean {
  return values.some((each) => each !== '') && !GATES.includes(at.slice(-1))
}

/** In the time of Beijing: 2026-03-02 15:04. */
function dayAndTime(at: Date): string {
  return beijingTime(at.toISOString())
}

function isAnswered(value: unknown): value is AnswersByQuestion[string] {
  if (typeof value !== 'object' || value === null) return false
  if (!('label' in value && 'shown' in value && 'values' in value)) return false
  const { label, shown, values } = value
  const texts = Array.isArray(values) && values.every((each) => typeof each === 'string')
  return typeof label === 'string' && typeof shown === 'string' && texts
}
