import { appraisedSum } from '../facts/appraisals.ts'
import type { Appraisal, Notice, Round } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import { type Fen, fenOf, showYuan } from '../facts/money.ts'
import { obligorName, obligorOf } from '../facts/queries.ts'
import { foldText } from '../folding.ts'
import type { Regulation } from '../regulation/regulation.ts'
import { moneyIn } from './amounts.ts'
import type { DraftParagraph, WordDraft } from './draft.ts'
import type { FigureNote } from './figures.ts'
import { wrongMeeting } from './notice-meeting.ts'
import { wrongReply } from './notice-reply.ts'
import { isUnfilledText } from './unfilled.ts'
import { compact, matchesWords, sentencesOf, type WordPatterns, wordPatterns } from './words.ts'

/** The notice on record that a text is, and to whom it goes; undefined where the text does not say. */
interface MeantNotice {
  readonly round: Round
  readonly notice: Notice
  readonly obligor: string | undefined
}

/**
 * Where the text of a 磋商告知书 says another addressee, number, day to reply, meeting or sum than the record. Undefined
 * where no notice is on record.
 * @param subject of the paper, as `1/o2`; null where it does not say
 */
export function wrongNotice(
  { accepted }: WordDraft,
  facts: Facts,
  subject: string | null,
  regulation: Regulation,
): FigureNote[] | undefined {
  const addressee = lineAfter(accepted, ADDRESSEE)
  const meant = noticeMeant(accepted, facts, subject, addressee?.text)
  if (!meant) return undefined
  const { notice } = meant
  return [
    ...wrongAddressee(facts, meant, addressee),
    ...wrongNumber(accepted, notice),
    ...wrongReply(accepted, notice),
    ...wrongMeeting(accepted, notice),
    ...wrongSums(accepted, facts, notice, wordPatterns(regulation.pack.drafts?.totals)),
  ].map(({ message, ...note }) => ({ ...note, message: `第 ${note.line} 段${message}，请核对。` }))
}

const ADDRESSEE = /^被告知(?:人|单位|方)(?:\([^)]*\))?:?/u

interface FoundLine {
  readonly text: string
  readonly line: number
}

/** What stands behind a label, or in the next paragraph where nothing does, as in a table. */
function lineAfter(paragraphs: readonly DraftParagraph[], label: RegExp): FoundLine | undefined {
  const at = paragraphs.findIndex(({ text }) => label.test(compact(text)))
  const own = paragraphs[at]
  if (!own) return undefined
  const rest = compact(own.text).replace(label, '')
  const next = paragraphs[at + 1]
  if (rest !== '' || !next?.cell) return { text: rest, line: own.number }
  return { text: compact(next.text), line: next.number }
}

function noticeMeant(
  paragraphs: readonly DraftParagraph[],
  facts: Facts,
  subject: string | null,
  addressee: string | undefined,
): MeantNotice | undefined {
  const issued = facts.rounds.flatMap((round) => (round.notice ? [{ round, notice: round.notice }] : []))
  const [number, obligor] = subject?.split('/') ?? []
  if (number !== undefined) {
    const own = issued.find(({ round }) => String(round.round) === number)
    return own && { ...own, obligor }
  }
  const texts = paragraphs.map(({ text }) => foldText(text).folded)
  const byNumber = issued.find(({ notice }) => {
    const { folded } = foldText(notice.number ?? '')
    return folded !== '' && texts.some((text) => text.includes(folded))
  })
  const chosen = byNumber ?? issued.at(-1)
  const named = facts.obligors.find(({ id }) => addressee && isNamed(addressee, namesOf(facts, id)))
  return chosen && { ...chosen, obligor: named?.id }
}

/** An obligor, and whoever has taken over what it owed, may both be addressed. */
function namesOf(facts: Facts, id: string): string[] {
  const { name, successor } = obligorOf(facts, id) ?? {}
  return [name, successor?.name].filter((each) => each !== undefined)
}

function isNamed(text: string, names: readonly string[]): boolean {
  const { folded } = foldText(text)
  return names.some((name) => folded.includes(foldText(name).folded))
}

function wrongAddressee(
  facts: Facts,
  { round, obligor }: MeantNotice,
  addressee: FoundLine | undefined,
): FigureNote[] {
  if (!addressee || isUnfilledText(addressee.text)) return []
  if (obligor !== undefined && isNamed(addressee.text, namesOf(facts, obligor))) return []
  const served = (round.services ?? []).map((each) => each.obligor)
  const recorded = obligor === undefined ? served : [obligor]
  const names = (recorded.length ? recorded : facts.obligors.map(({ id }) => id)).map((id) =>
    obligorName(facts, id),
  )
  return [
    wrong('addressee', addressee.line, `写明的被告知人是「${addressee.text}」，记录的是${names.join('、')}`),
  ]
}

const NUMBER = /[\p{Script=Han}]{1,20}[〔[(【]\d{4}[〕\])】]第?\d{1,6}号/gu

/** The number of the paper itself: before its text, or behind the word for it; others are of laws and reports. */
function wrongNumber(paragraphs: readonly DraftParagraph[], { number }: Notice): FigureNote[] {
  if (number === undefined) return []
  const first = paragraphs.findIndex(
    ({ text, label }) => label !== '' || /^[一二三四五六七八九十]+、/u.test(compact(text)),
  )
  const own = paragraphs.filter(({ text }, index) => index < first || /(?:文号|编号)/u.test(compact(text)))
  const said = own.flatMap(({ text, number: line }) =>
    [...compact(text).matchAll(NUMBER)].map(([written]) => ({
      line,
      written: written.replace(/^.*?[文编]号为?/u, ''),
    })),
  )
  const folded = foldText(number).folded
  if (said.some(({ written }) => foldText(written).folded.endsWith(folded))) return []
  const [other] = said
  return other ? [wrong('number', other.line, `写明的文号是 ${other.written}，记录的是 ${number}`)] : []
}

/** A total that is on record nowhere is wrong; another amount may be right and only not recorded. */
function wrongSums(
  paragraphs: readonly DraftParagraph[],
  facts: Facts,
  notice: Notice,
  totals: WordPatterns,
): FigureNote[] {
  const known = knownSums(facts, notice)
  if (!known.size) return []
  return paragraphs.flatMap(({ text, number }) =>
    sentencesOf(text).flatMap((sentence) => {
      const isTotal = matchesWords(compact(sentence), totals) || /损害数额|损害金额/u.test(compact(sentence))
      return moneyIn(sentence)
        .filter(({ fen }) => !known.has(fen))
        .map(({ fen }): FigureNote => {
          const note = wrong('sum', number, `写明 ${showYuan(fen)}，案卷的鉴定评估、调查结论里没有这个金额`)
          return isTotal ? note : { ...note, severity: 'warning' }
        })
    }),
  )
}

/** The sums on record before a notice: of the appraisals, and those that the record says in words. */
function knownSums(facts: Facts, notice: Notice): ReadonlySet<bigint> {
  const estimatedLoss = facts.case.damage?.estimatedLoss
  return new Set([
    ...appraisedSums(facts.appraisals),
    ...(estimatedLoss === undefined ? [] : [fenOf(estimatedLoss)]),
    ...wordsBefore(facts, notice).flatMap((text) => moneyIn(text ?? '').map(({ fen }) => fen)),
  ])
}

/** The items and fees of appraisals, and what each and all of them come to, with the fees and without. */
function appraisedSums(appraisals: readonly Appraisal[]): Fen[] {
  const items = appraisals.flatMap(({ amounts = [], fee }) => [...amounts.map(({ amount }) => amount), fee])
  const found = appraisals.map((appraisal) => [appraisedSum(appraisal), fenOf(appraisal.fee)] as const)
  const all = found.reduce<readonly [Fen, Fen]>((a, b) => [a[0] + b[0], a[1] + b[1]], [0n, 0n])
  return [
    ...items.map(fenOf),
    ...[...found, all].flatMap(([damage, fees]) => [damage, damage + fees]),
  ].filter((fen) => fen > 0n)
}

function wordsBefore({ appraisals, investigation, case: own }: Facts, notice: Notice) {
  const { facts = [], conclusion } = investigation ?? {}
  return [
    notice.findings,
    notice.matter,
    notice.otherMatters,
    conclusion?.reason,
    conclusion?.proposal,
    own.damage?.description,
    own.summary,
    ...facts.map(({ statement }) => statement),
    ...appraisals.flatMap(({ conclusion: text, scope, degree, causation, measures, restorableArea }) => [
      text,
      scope,
      degree,
      causation,
      measures,
      restorableArea,
    ]),
  ]
}

function wrong(code: string, line: number, message: string): FigureNote {
  return { code, line, message, severity: 'error' }
}
