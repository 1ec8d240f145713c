import type { DraftParagraph } from './draft.ts'
import { takeLabel } from './labels.ts'
import { titledIn } from './topic-words.ts'
import { longestSurplus, type Vocabulary } from './vocabulary.ts'
import { compact, tidy } from './words.ts'

/** A paragraph under a title, in compact sentences; a text that stands before every title has an empty one. */
export interface Unit {
  readonly title: string
  readonly number: number
  readonly sentences: readonly string[]
}

const longestTitle = 20
/** How long a title with a full stop may be. */
const longestStopped = 8

/** The paragraphs of a draft, each under what looks like its title: a style, a cell on the left, a short line. */
export function unitsOf(paragraphs: readonly DraftParagraph[], vocabulary: Vocabulary): Unit[] {
  const units: Unit[] = []
  const isHint = (title: string): boolean => titledIn(compact(title), vocabulary.topics).length > 0
  let above = ''
  let isUnderTitle = false
  for (const paragraph of withoutPreamble(paragraphs)) {
    const { rest, rank } = takeLabel(tidy(paragraph.text).trim())
    if (rest === '' || vocabulary.isSignature(rest)) continue
    if (units.length > FEW_UNITS && vocabulary.isAnnexList(rest)) break
    const isNumbered = rank !== '' || paragraph.label !== ''
    // Right under a title, 三方书面认可。 is a sentence of the text.
    const divided: Divided = dividedText(rest, paragraph, isUnderTitle && !isNumbered, isHint)
    // A short line right under a title is its text, unless a number or a word shows another title.
    const isText: boolean =
      isUnderTitle &&
      divided.text === '' &&
      !isMarked(paragraph) &&
      !isNumbered &&
      (rest.endsWith('。') || !isHint(rest))
    const { title, text }: Divided = isText ? { text: rest } : divided
    isUnderTitle = text === ''
    if (title !== undefined) above = compact(title)
    const sentences = SAYS_NOTHING.test(compact(text))
      ? []
      : vocabulary.real(text).filter((sentence) => !isNameOnly(sentence, vocabulary))
    if (sentences.length > 0) units.push({ title: above, number: paragraph.number, sentences })
  }
  return units
}

/** Whether a sentence is the title of several clauses, and says nothing of them. */
function isNameOnly(sentence: string, { named, surplus, settlesMore }: Vocabulary): boolean {
  return named(sentence).length > 1 && surplus(sentence) <= longestSurplus && !settlesMore(sentence)
}

/** A list of annexes on the cover does not end the text. */
const FEW_UNITS = 3

/** A line with a day alone, or with the name of a party, which the line of the signatures has. */
const SAYS_NOTHING = /^(?:\d{4}年\d{1,2}月\d{1,2}日|[甲乙丙丁]方:[^。]{2,30})$/u

/** Only numbers and tables show where the preamble ends; a draft that begins to number in its midst has none. */
function withoutPreamble(paragraphs: readonly DraftParagraph[]): readonly DraftParagraph[] {
  const first = paragraphs.findIndex(
    ({ text, label, outline, cell }) =>
      cell !== null || outline !== null || label !== '' || takeLabel(tidy(text).trim()).rank !== '',
  )
  return first > 0 && first < paragraphs.length * LARGEST_PREAMBLE ? paragraphs.slice(first) : paragraphs
}

const LARGEST_PREAMBLE = 1 / 3

/** 法条：《…》, 法条。《…》, 【法条】《…》 and 法条 《…》: a title before its text. */
const BEFORE_TEXT = /^[【[]?([^:。;,!?\s】\]《]{2,16})(?:[】\]]\s*:?|[:。]|\s+|——)\s*([\s\S]*)$/u
/** 什么时候开始，什么时候结束 is a title in spite of its comma. */
const QUESTION = /^[^。;:]*(?:什么|啥|怎么|怎样|咋|如何|几时|多少|谁|哪|好多)[^。;:]*$/u
const NO_TITLE = /[。;,]|:./u

/** Whether its style or its place makes a text a title: what stands in the last cell of a row is the text of the row. */
function isMarked({ cell, outline, bold }: DraftParagraph): boolean {
  return outline !== null || bold || (cell !== null && cell.column < cell.columns - 1)
}

interface Divided {
  readonly title?: string
  readonly text: string
}

function dividedText(
  text: string,
  paragraph: DraftParagraph,
  isUnderTitle: boolean,
  isHint: (title: string) => boolean,
): Divided {
  const { lead, cell } = paragraph
  const isTextCell = cell !== null && cell.columns > 1 && cell.column === cell.columns - 1
  const isTitle = !NO_TITLE.test(text.replace(/[。;:]$/u, '')) || QUESTION.test(text)
  // 双方均无异议。 is short, and a sentence all the same; 修复目标。 is a title.
  const isSentence = text.endsWith('。') && !(isHint(text) && text.length <= longestStopped)
  const isShort = text.length <= longestTitle && !isTextCell && !isSentence
  if (isTitle && (isMarked(paragraph) || isShort)) return { title: text, text: '' }
  const led = takeLabel(tidy(lead).trim()).rest
  if (led !== '' && led.length <= longestTitle && text.startsWith(led))
    return { title: led, text: text.slice(led.length) }
  const [, title, rest = ''] = BEFORE_TEXT.exec(text) ?? []
  const isStopped = title !== undefined && text.startsWith('。', title.length)
  return title !== undefined && rest !== '' && !(isStopped && isUnderTitle) && isHint(title)
    ? { title, text: rest }
    : { text }
}
