import type { Agreement, ScheduledPayment } from '../facts/documents.ts'
import { type Fen, fenOf, percentOf, showYuan, sum } from '../facts/money.ts'
import { compensationTotal } from '../facts/shares.ts'
import type { Severity } from '../lint/define.ts'
import type { Regulation } from '../regulation/regulation.ts'
import { amountsIn, areOneSum, capitalsIn, moneyIn } from './amounts.ts'
import type { DraftNote } from './clauses.ts'
import { draftContradictions } from './contradictions.ts'
import { namesDay } from './dates.ts'
import type { DraftParagraph, WordDraft } from './draft.ts'
import { printedFigures } from './printed-figures.ts'
import { ratiosIn } from './ratios.ts'
import { readAgreement, totalsIn } from './read-agreement.ts'
import { compact, matchesWords, sentencesOf, spansOf, type WordPatterns, wordPatterns } from './words.ts'

/** A figure of a draft that is wrong in itself, against the law, or against the facts of the case. */
export interface FigureNote extends DraftNote {
  readonly severity: Severity
}

/**
 * Finds what is wrong with the figures of a draft, its changes accepted: capitals that say another amount than the
 * figures before them, a technical upgrade that offsets too much, and, where the agreement is recorded, amounts and
 * days that differ from the record.
 */
export function wrongFigures(
  { accepted }: WordDraft,
  agreement: Agreement | undefined,
  regulation: Regulation,
): FigureNote[] {
  const { totals, offsets } = regulation.pack.drafts ?? {}
  return [
    ...accepted.flatMap(wrongCapitals),
    ...excessiveOffsets(accepted, wordPatterns(offsets), regulation, agreement && totalOfDraft(agreement)),
    ...(agreement ? againstFacts(accepted, agreement, wordPatterns(totals)) : []),
    ...(agreement ? wrongSchedule(accepted, agreement, regulation) : []),
  ]
}

/**
 * Different totals in a draft that has no record to be held to: one of them is wrong, and nobody but the officer knows
 * which.
 */
export function severalTotals({ accepted }: WordDraft, { pack }: Regulation): FigureNote[] {
  const [first, ...others] = totalsIn(accepted, pack.drafts?.totals)
  if (!first || !others.length) return []
  const sums = [first, ...others].map(
    ({ number, amounts }) => `第 ${number} 段 ${amounts.map(showYuan).join('、')}`,
  )
  const message = `写明的总额不止一个（${sums.join('；')}），请核对。`
  return [{ code: 'totals', line: first.number, message, severity: 'warning' }]
}

const upgrade = 'tech-upgrade'
/** The clause that says when the restoration begins and ends. */
const SCHEDULE = 'restorationSchedule'

/** The figures and the capitals beside them that are meant as one amount, and say two. */
function wrongCapitals({ text, number }: DraftParagraph): FigureNote[] {
  const written = compact(text)
  const figures = amountsIn(text)
  return capitalsIn(text).flatMap((capital) => {
    const paired =
      figures.findLast((figure) => areOneSum(written, figure, capital)) ??
      figures.find((figure) => areOneSum(written, capital, figure))
    if (!paired || paired.fen === capital.fen) return []
    const message = `第 ${number} 段的金额 ${showYuan(paired.fen)}与大写（${showYuan(capital.fen)}）不一致，请核对。`
    return [{ code: 'capitals', line: number, message, severity: 'error' }]
  })
}

/** 抵扣比例不得超过赔付金额的规定比例 (`tech-upgrade`). */
function excessiveOffsets(
  paragraphs: readonly DraftParagraph[],
  words: WordPatterns,
  { limit }: Regulation,
  total: Fen | undefined,
): FigureNote[] {
  const { percent: most, article } = limit(upgrade, undefined) ?? {}
  if (most === undefined || article === undefined) return []
  const cap = total === undefined ? undefined : percentOf(total, most)
  return paragraphs.flatMap(({ text, number }) =>
    sentencesOf(text).flatMap((sentence): FigureNote[] => {
      const [share, amount] = offsetIn(compact(sentence), words)
      const tooMuch =
        share !== undefined && share > most
          ? `技改抵扣比例 ${share}%`
          : cap !== undefined && amount !== undefined && amount > cap && `技改抵扣 ${showYuan(amount)}`
      if (!tooMuch) return []
      const message = `第 ${number} 段写明${tooMuch}，超过赔付金额的 ${most}%。${article}；请降低抵扣额，或以其他方式承担超出部分。`
      return [{ code: 'offset', line: number, message, severity: 'error', article }]
    }),
  )
}

/** The percentage and the amount after the words about the offset: an amount before those words is the investment. */
function offsetIn(
  sentence: string,
  words: WordPatterns,
): [share: number | undefined, amount: Fen | undefined] {
  const [span] = spansOf(sentence, words)
  if (!span) return [undefined, undefined]
  const rest = sentence.slice(span.end)
  return [ratiosIn(rest)[0]?.percent, moneyIn(rest)[0]?.fen]
}

function totalOfDraft({ compensation }: Agreement): Fen | undefined {
  return compensation && compensationTotal(compensation)
}

function againstFacts(
  paragraphs: readonly DraftParagraph[],
  agreement: Agreement,
  totals: WordPatterns,
): FigureNote[] {
  const { substitutes = [], payments = [] } = agreement
  const amounts = new Set(paragraphs.flatMap(({ text }) => moneyIn(text).map(({ fen }) => fen)))
  const total = totalOfDraft(agreement)
  const offset = sum(substitutes.filter(({ mode }) => mode === upgrade).map(({ amount }) => amount))
  return [
    ...(total === undefined || amounts.has(total) ? [] : [wrongTotal(paragraphs, totals, total)]),
    ...(total !== undefined && amounts.has(total) ? otherTotals(paragraphs, agreement, totals) : []),
    ...(offset === 0n || amounts.has(offset)
      ? []
      : [absent('offset-amount', `技改抵扣额 ${showYuan(offset)}`)]),
    ...payments.flatMap((payment) => wrongPayment(payment, payments, amounts, paragraphs)),
  ]
}

/** Another total beside the one on record. A supplement repeats the former one, and is held to it by itself. */
function otherTotals(
  paragraphs: readonly DraftParagraph[],
  agreement: Agreement,
  totals: WordPatterns,
): FigureNote[] {
  if (agreement.amends !== undefined) return []
  return paragraphs.flatMap(({ text, number: line }) =>
    draftContradictions({ '': text }, agreement, totals).map(({ code, message }): FigureNote => {
      return { code, line, message: `第 ${line} 段${message}，请核对。`, severity: 'error' }
    }),
  )
}

/** The days of the restoration that a draft names otherwise than the record does. */
function wrongSchedule(
  accepted: readonly DraftParagraph[],
  agreement: Agreement,
  regulation: Regulation,
): FigureNote[] {
  const schedule = readAgreement({ accepted }, regulation).clauses.find(({ code }) => code === SCHEDULE)
  const { isSchedule } = printedFigures(regulation)
  const printed = accepted.filter(({ text }) => isSchedule(text))
  const lines = [...(schedule ? [schedule.text] : []), ...printed.map(({ text }) => text)]
  const numbers = [...(schedule?.numbers ?? []), ...printed.map(({ number }) => number)]
  return draftContradictions({ [SCHEDULE]: lines.join('\n') }, agreement, []).map(({ code, message }) => {
    const line = numbers[0] ?? 1
    return { code, line, message: `第 ${line} 段${message}，请核对。`, severity: 'error' }
  })
}

function wrongTotal(paragraphs: readonly DraftParagraph[], totals: WordPatterns, total: Fen): FigureNote {
  for (const { text, number } of paragraphs) {
    const sentence = sentencesOf(text).find(
      (each) => matchesWords(compact(each), totals) && moneyIn(each).length > 0,
    )
    const [written] = sentence === undefined ? [] : moneyIn(sentence)
    if (!written) continue
    const message = `第 ${number} 段写明 ${showYuan(written.fen)}，案卷记录的赔偿总额是 ${showYuan(total)}，请核对。`
    return { code: 'total', line: number, message, severity: 'error' }
  }
  return absent('total', `赔偿总额 ${showYuan(total)}`)
}

/** What the record says and the draft does not. */
export function absent(code: string, what: string): FigureNote {
  const message = `协议稿里找不到案卷记录的${what}，请核对协议稿，或者用 ejc amend 更正记录。`
  return { code, line: 1, message, severity: 'warning' }
}

/** A draft may write several payments of one day as one sum. */
function wrongPayment(
  { id, amount, dueOn, obligor }: ScheduledPayment,
  payments: readonly ScheduledPayment[],
  amounts: ReadonlySet<Fen>,
  paragraphs: readonly DraftParagraph[],
): FigureNote[] {
  const sameDay = payments.filter((each) => each.dueOn === dueOn)
  const ofOne = sameDay.filter((each) => each.obligor === obligor)
  const known = [fenOf(amount), ...[sameDay, ofOne].map((list) => sum(list.map((each) => each.amount)))]
  const hasAmount = known.some((fen) => amounts.has(fen))
  const hasDay = dueOn === undefined || paragraphs.some(({ text }) => namesDay(text, dueOn))
  const lacks = [...(hasAmount ? [] : [showYuan(fenOf(amount))]), ...(hasDay ? [] : [`付款日 ${dueOn}`])]
  return lacks.length > 0 ? [absent(`payment ${id}`, `付款 ${id} 的${lacks.join('、')}`)] : []
}
