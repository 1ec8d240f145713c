import { chalkStderr as paint } from 'chalk'
import { clean } from '../shared/output/clean.ts'
import { wrap, wrapIndented } from '../shared/output/text.ts'
import { widthOf } from '../shared/output/width.ts'
import { sizeOf } from './paste.ts'

/** The words of a question: its title, and beside it, dimmed, how to answer and what is meant. */
export interface QuestionWords {
  readonly title: string
  /** How to write the answer: （元，可写 26万）. */
  readonly hint?: string
  /** What the field means, by the schema. */
  readonly help?: string
  /** Leaves no line behind when nothing was chosen. */
  readonly quiet?: boolean
  /** Whether a list begins with no choice, where none is proposed: a wrong one would be a false fact. */
  readonly open?: boolean
  /** What it means to choose nothing: 全部签约义务人. */
  readonly none?: string
}

const KEY_WORDS: Readonly<Record<string, string>> = {
  navigate: '移动',
  select: '选定',
  submit: '确认',
  all: '全选',
  invert: '反选',
}
const ERRORS: Readonly<Record<string, string>> = { 'No results found': '没有符合的，请改几个字再找' }
/** How many lines of a list are shown at once. */
export const LINES_AT_ONCE = 12

const MARGIN = 4
const SHOWN_DEFAULT = 48
const ANSWER_BELOW = '\n  ›'

/**
 * How a question looks: title, hint and help inside the width; keys and errors in Chinese. `known` is what a line is
 * answered with by Enter: it stands on a line of its own where it does not fit beside the question.
 */
export function lookOf(
  words: string | QuestionWords,
  width: number,
  kind: 'line' | 'list' = 'list',
  known = '',
) {
  const { title, hint = '', help = '' } = typeof words === 'string' ? { title: words } : words
  const head = headOf(title, hint, width - MARGIN)
  const beside = widthOf(`${title}${hint} ${help}`) <= width - MARGIN
  const isLine = kind === 'line'
  const below = `\n${paint.dim(wrapIndented(help, width - MARGIN, '  '))}${isLine ? ANSWER_BELOW : ''}`
  const short = beside && !isLine
  const room = known === '' ? 0 : widthOf(` (${shortened(known, SHOWN_DEFAULT)})`)
  const isFull = isLine && widthOf(`${title}${hint}`) + room > width - MARGIN
  const alone = isFull ? `${head}${ANSWER_BELOW}` : head
  return {
    message: help === '' ? alone : short ? `${head} ${paint.dim(help)}` : `${head}${below}`,
    pageSize: LINES_AT_ONCE,
    loop: false,
    theme: {
      style: {
        message: (text: string) => text,
        keysHelpTip,
        defaultAnswer: (text: string) => paint.dim(`(${shortened(text, SHOWN_DEFAULT)})`),
        error: (text: string) => paint.red(wrapIndented(ERRORS[text] ?? text, width - MARGIN, '  ', '> ')),
      },
    },
  }
}

/** A title and its hint, dimmed, on lines of at most some columns: no word and no name of a key (Ctrl-O) is parted. */
function headOf(title: string, hint: string, columns: number): string {
  const whole = `${title}${hint}`
  let from = 0
  const lines = wrap(whole, columns).map((line) => {
    const start = Math.max(from, whole.indexOf(line, from))
    from = start + line.length
    const own = Math.min(line.length, Math.max(0, title.length - start))
    const rest = line.slice(own)
    return `${line.slice(0, own)}${rest === '' ? '' : paint.dim(rest)}`
  })
  return lines.join('\n  ')
}

/** Text on one line and not wider than some columns; of a longer one, how long it is: （3 段、302 字）. */
export function shortened(text: string, columns: number): string {
  const line = clean(text).replace(/\s*\n\s*/g, ' ')
  const isOneParagraph = !text.trim().includes('\n')
  if (isOneParagraph && widthOf(line) <= columns) return line
  return `${cutTo(line, columns)}（${sizeOf(text)}）`
}

/** Text of at most some columns, … where something was left out. */
export function cutTo(text: string, columns: number): string {
  return widthOf(text) <= columns ? text : `${wrap(text, columns - 1)[0] ?? ''}…`
}

function keysHelpTip(keys: readonly (readonly [string, string])[]): string {
  const named = keys.map(([key, action]) =>
    key === 'space' ? '空格 勾选' : `${key} ${KEY_WORDS[action] ?? action}`,
  )
  return paint.dim(named.join(' · '))
}
