import type { Notice } from '../facts/documents.ts'
import { placedDays } from './dates.ts'
import type { DraftParagraph } from './draft.ts'
import type { FigureNote } from './figures.ts'
import { chineseNumber, NUMERAL_CHARACTERS } from './numerals.ts'
import { compact, sentencesOf } from './words.ts'

/** Words of a sentence about the reply. */
export const REPLY = /答复|回复|书面意见|复函/u
const UNTIL = /^(?:\([^)]{0,10}\))?(?:之?前|以前|止|内|24时)/u
const WITHIN = new RegExp(
  `(?:收到|送达|签收|接到).{0,16}?(?<count>\\d{1,3}|[${NUMERAL_CHARACTERS}]{1,4})个?(?<working>工作)?[日天](?:以?内|之内)`,
  'u',
)

/** The last day to reply, and the days to reply in, where they are others than on record. */
export function wrongReply(
  paragraphs: readonly DraftParagraph[],
  { replyBy, replyWithinDays }: Notice,
): FigureNote[] {
  return paragraphs.flatMap(({ text, number }) =>
    sentencesOf(text)
      .filter((sentence) => REPLY.test(compact(sentence)))
      .flatMap((sentence): FigureNote[] => {
        const day = lastDayIn(sentence)
        const days = daysToReply(sentence)
        const said =
          replyBy !== undefined && day !== undefined && day !== replyBy
            ? `写明的答复期限是 ${day}，记录的是 ${replyBy}`
            : replyWithinDays !== undefined && days !== undefined && days !== `${replyWithinDays} 日`
              ? `写明收到后 ${days}内答复，记录的是 ${replyWithinDays} 日`
              : undefined
        return said === undefined ? [] : [{ code: 'replyBy', line: number, message: said, severity: 'error' }]
      }),
  )
}

/** The day until which something is to be done; where none is said to be one, the last that is named. */
function lastDayIn(sentence: string): string | undefined {
  const { text, days } = placedDays(sentence)
  const until = days.find(({ end }) => UNTIL.test(text.slice(end)))
  const asTerm = /期限|截止|最迟/u.test(text) ? days.at(-1) : undefined
  return (until ?? asTerm)?.day
}

/** 自收到之日起十日内 → 10 日. */
function daysToReply(sentence: string): string | undefined {
  const { count, working } = WITHIN.exec(compact(sentence))?.groups ?? {}
  if (count === undefined) return undefined
  const days = /^\d/u.test(count) ? Number(count) : Number(chineseNumber(count))
  return working === undefined ? `${days} 日` : `${days} 个工作日`
}
