import type { IsoDate } from '../calendar/dates.ts'
import { claimantUnits } from '../facts/claimants.ts'
import type { Suit } from '../facts/documents.ts'
import { fenOf } from '../facts/money.ts'
import { consultationOutcome, involves, obligorName } from '../facts/queries.ts'
import type { CaseView } from '../view.ts'
import { amountInFull, ordinal } from './amounts.ts'
import { collectFields, defineForm } from './define.ts'
import {
  asSentence,
  asWritten,
  dateOrBlank,
  type FieldCollector,
  inClauses,
  inSentences,
  joinedNames,
  labelled,
  obligorNames,
  presentParts,
} from './fields.ts'
import { appraisalText } from './findings.ts'
import { partiesOf } from './litigants.ts'
import { performedLines } from './performed.ts'

/** 民事起诉状: one for each suit (`S1`), after a consultation that failed or on the breach of an agreement. */
export const complaint = defineForm({
  id: 'complaint',
  phase: 'court',
  signing: /^起诉人（盖章）/,
  datedOn: ({ court }, subject) => court.suits.find(({ id }) => id === subject)?.filedOn,
  byHand: ['起诉日期'],
  subjects: ({ facts }) => facts.court.suits.map(({ id }) => id),
  fill: (view, subject) => {
    const collector = collectFields()
    const { need } = collector
    const { facts } = view
    const suit = facts.court.suits.find(({ id }) => id === subject)
    const path = `court.suits${subject === null ? '' : `[${subject}]`}`
    const fields = {
      当事人: { paragraphs: parties(view, suit, collector) },
      诉讼请求: { paragraphs: claims(suit, need('诉讼请求', suit?.claims, `${path}.claims`, 'sue')) },
      事实和理由: { paragraphs: suit ? reasons(view, suit, collector) : [] },
      被告人数: String(suit?.obligors.length ?? ''),
      人民法院: need('人民法院', suit?.court, `${path}.court`, 'sue'),
      起诉人: suit?.plaintiff ?? joinedNames(claimantUnits(facts)),
      起诉日期: dateOrBlank(suit?.filedOn),
    }
    return collector.filled(fields)
  },
})

function parties(view: CaseView, suit: Suit | undefined, collector: FieldCollector): string[] {
  const { obligors = [], filedOn, plaintiff } = suit ?? {}
  return partiesOf(view, { own: '原告', other: '被告' }, obligors, filedOn, collector, plaintiff)
}

/** What the court is asked for, line by line, and the sum. */
function claims(suit: Suit | undefined, text: string): string[] {
  const amount = suit?.claimAmount
  return presentParts(...asWritten(text), labelled('请求金额合计', amount && amountInFull(fenOf(amount))))
}

/**
 * What a claimant has to prove (`suit-proof`): the act, that it is against the law, the damage and its costs; before
 * them how the parties came to this suit. A suit on an agreement tells the agreement and its breach in their place.
 */
function reasons(view: CaseView, suit: Suit, collector: FieldCollector): string[] {
  const { facts } = view
  const parts: readonly (readonly [title: string, lines: readonly string[]])[] = [
    ['被告的行为和造成的损害', act(view, collector)],
    ['损害的范围、程度和费用', losses(view, suit.filedOn)],
    suit.agreement === undefined
      ? ['磋商经过', talks(view, suit)]
      : ['赔偿协议及其履行情况', breach(view, suit, suit.agreement)],
    ['起诉的依据', presentParts(asSentence((facts.investigation?.legalBasis ?? []).join('，')))],
  ]
  return parts
    .filter(([, lines]) => lines.length > 0)
    .flatMap(([title, lines], index) => [`${ordinal(index)}、${title}`, ...lines])
}

function act({ facts }: CaseView, { need }: FieldCollector): string[] {
  const { damage } = facts.case
  const statements = facts.investigation?.facts ?? []
  need('事实和理由', statements[0]?.statement, 'investigation.facts', 'record-facts')
  return presentParts(
    inSentences(...statements.map(({ statement }) => statement)),
    asSentence(inClauses(damage.location && `损害发生在${damage.location}`, damage.description)),
  )
}

/** The appraisals received by the day of the suit, without those replaced or withdrawn. */
function losses(view: CaseView, on: IsoDate | undefined): string[] {
  const received = view.facts.appraisals.filter(
    ({ receivedOn, withdrawnOn }) => receivedOn && !withdrawnOn && (on === undefined || receivedOn <= on),
  )
  return received
    .filter(({ id }) => !received.some(({ reappraises }) => reappraises === id))
    .map((appraisal) => appraisalText(view, appraisal))
}

/** How the consultation went with each defendant, and why it came to nothing. */
function talks({ facts, regulation }: CaseView, { obligors, filedOn }: Suit): string[] {
  const byThen = (day: IsoDate) => filedOn === undefined || day <= filedOn
  return obligors.flatMap((id) => {
    const name = obligorName(facts, id)
    const told = facts.rounds
      .filter((round) => involves(round, id))
      .flatMap((round) => {
        const served = round.services?.find(({ obligor }) => obligor === id)?.servedOn
        const met = (round.meetings ?? [])
          .filter(({ attended = [], heldOn }) => attended.includes(id) && byThen(heldOn))
          .map(({ heldOn }) => dateOrBlank(heldOn))
        const outcome = consultationOutcome(round, id)
        const ground =
          outcome?.ground && regulation.label('failureGrounds', outcome.ground).replace(/的$/u, '')
        return presentParts(
          served && byThen(served) ? `于${dateOrBlank(served)}收到磋商告知书` : '',
          met.length ? `于${met.join('、')}参加磋商会议` : '',
          outcome?.kind === 'failed' && byThen(outcome.decidedOn)
            ? inClauses(`双方磋商未达成一致`, outcome.ground === 'other' ? outcome.reason : ground)
            : '',
        )
      })
    return told.length ? [asSentence(`${name}${inClauses(...told)}`)] : []
  })
}

/** The agreement that was broken: what was performed by the day of the suit, and why the office sues. */
function breach(view: CaseView, suit: Suit, reference: string): string[] {
  const { facts } = view
  const agreement = facts.agreements.find(({ id }) => id === reference)
  if (!agreement) return []
  const { signedOn, obligors } = agreement
  const held = { reference, obligors: suit.obligors, debts: suit.debts, by: suit.filedOn }
  return presentParts(
    asSentence(
      `${signedOn ? `${dateOrBlank(signedOn)}，` : ''}原告与${obligorNames(facts, obligors)}签订生态环境损害赔偿协议，该协议未经司法确认`,
    ),
    ...performedLines(view, held),
  )
}
