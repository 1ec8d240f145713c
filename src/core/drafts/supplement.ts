import type { Agreement } from '../facts/documents.ts'
import { sum } from '../facts/money.ts'
import { setsOf } from '../facts/restoration-sets.ts'
import { compensationTotal } from '../facts/shares.ts'
import type { Regulation } from '../regulation/regulation.ts'
import { draftContradictions } from './contradictions.ts'
import { namesDay } from './dates.ts'
import type { DraftParagraph, WordDraft } from './draft.ts'
import { absent, type FigureNote, wrongFigures } from './figures.ts'
import { sentencesOf, type WordPatterns, wordPatterns } from './words.ts'

/** An amending agreement on record, and the agreement that it amends. */
export interface Amendment {
  readonly agreement: Agreement
  readonly amended: Agreement | undefined
}

/**
 * What is wrong with the figures of a supplement, its changes accepted: what is wrong in itself; what the record
 * changes and the text does not say; and sums and days that neither the amending agreement nor the amended one has. A
 * supplement repeats what it changes, so the former figures are no contradiction.
 */
export function wrongSupplement(
  draft: WordDraft,
  amendment: Amendment | undefined,
  regulation: Regulation,
): FigureNote[] {
  if (!amendment) return wrongFigures(draft, undefined, regulation)
  const { accepted } = draft
  const wrong = wrongFigures(draft, changesOf(amendment), regulation)
  const said = contradicting(accepted, amendment, wordPatterns(regulation.pack.drafts?.totals))
  const isTold = ({ code, line }: FigureNote) =>
    wrong.some((each) => each.code === code && each.line === line)
  return [...wrong, ...said.filter((each) => !isTold(each)), ...unsaidDays(accepted, amendment)]
}

/** The agreement with nothing but what it changes in sums and payments. */
function changesOf({ agreement, amended }: Amendment): Agreement {
  const { id, obligors, amends, compensation, payments = [], substitutes = [] } = agreement
  const former = amended?.payments ?? []
  const isNew = payments.filter(
    (each) =>
      !former.some(
        ({ obligor, dueOn, amount }) =>
          obligor === each.obligor && dueOn === each.dueOn && amount === each.amount,
      ),
  )
  const isChanged = totalOf(agreement) !== (amended && totalOf(amended))
  const offset = (each: Agreement | undefined) => sum((each?.substitutes ?? []).map(({ amount }) => amount))
  return {
    id,
    obligors,
    ...(amends === undefined ? {} : { amends }),
    ...(isChanged && compensation ? { compensation } : {}),
    ...(offset(agreement) === offset(amended) ? {} : { substitutes }),
    payments: isNew,
  }
}

function totalOf({ compensation }: Agreement) {
  return compensation && compensationTotal(compensation)
}

function contradicting(
  paragraphs: readonly DraftParagraph[],
  { agreement, amended }: Amendment,
  totals: WordPatterns,
): FigureNote[] {
  return paragraphs.flatMap(({ text, number }) =>
    sentencesOf(text).flatMap((sentence) => {
      const against = (record: Agreement) => [
        ...draftContradictions({ performance: sentence }, record, totals),
        ...draftContradictions({ restorationSchedule: sentence }, record, []),
      ]
      const former = amended ? against(amended) : undefined
      return against(agreement)
        .filter(({ said }) => former?.some((each) => each.said === said) ?? true)
        .map(({ code, message }): FigureNote => {
          const line = number
          return { code, line, message: `第 ${line} 段${message}，请核对。`, severity: 'error' }
        })
    }),
  )
}

const terms = [
  ['startBy', '修复启动的日期'],
  ['completeBy', '修复完成的期限'],
  ['evaluateBy', '效果评估的期限'],
] as const

/** The days of the restoration that the record changes and the text does not name. */
function unsaidDays(paragraphs: readonly DraftParagraph[], { agreement, amended }: Amendment): FigureNote[] {
  return terms.flatMap(([key, title]) => {
    const daysOf = (each: Agreement | undefined) => setsOf(each?.restoration).flatMap((set) => set[key] ?? [])
    const former = daysOf(amended)
    return daysOf(agreement)
      .filter((day) => !former.includes(day) && !paragraphs.some(({ text }) => namesDay(text, day)))
      .map((day) => absent(key, `${title} ${day}`))
  })
}
