import type { IsoDate } from '../calendar/dates.ts'
import { claimantUnits } from '../facts/claimants.ts'
import type { Demand, Suit } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import { fenOf } from '../facts/money.ts'
import { consultationOutcome, involves, obligorName } from '../facts/queries.ts'
import type { CaseView } from '../view.ts'
import { amountInFull, ordinal } from './amounts.ts'
import { collectFields, defineForm } from './define.ts'
import {
  asItems,
  asSentence,
  dateOrBlank,
  type FieldCollector,
  holdsText,
  inClauses,
  inSentences,
  joinedNames,
  labelled,
  obligorNames,
  presentParts,
} from './fields.ts'
import { appraisalText } from './findings.ts'
import { inThirdPerson, partiesOf } from './litigants.ts'
import { type PartyWords, partyWords } from './party-words.ts'
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
    const words = partyWords(view, DEFENDANT, suit?.obligors ?? [], suit?.filedOn)
    const fields = {
      当事人: { paragraphs: parties(view, suit, words, collector) },
      诉讼请求: words.shortened({
        paragraphs: claims(suit, need('诉讼请求', suit?.claims, `${path}.claims`, 'sue')),
      }),
      事实和理由: words.shortened({ paragraphs: suit ? reasons(view, suit, collector) : [] }),
      被告人数: String(suit?.obligors.length ?? ''),
      人民法院: need('人民法院', suit?.court, `${path}.court`, 'sue'),
      起诉人: suit?.plaintiff ?? joinedNames(claimantUnits(facts)),
      起诉日期: dateOrBlank(suit?.filedOn),
    }
    return collector.filled(fields)
  },
})

const DEFENDANT = '被告'

function parties(
  view: CaseView,
  suit: Suit | undefined,
  words: PartyWords,
  collector: FieldCollector,
): string[] {
  const { obligors = [], filedOn, plaintiff } = suit ?? {}
  const sides = { own: '原告', other: DEFENDANT }
  return partiesOf(view, sides, obligors, filedOn, collector, words, plaintiff)
}

/** What the court is asked for, line by line, and the sum. */
function claims(suit: Suit | undefined, text: string): string[] {
  const amount = suit?.claimAmount
  return presentParts(...asItems(text), labelled('请求金额合计', amount && amountInFull(fenOf(amount))))
}

/**
 * What a claimant has to prove (`suit-proof`): the act, that it is against the law, the damage and its costs; before
 * them how the parties came to this suit. A suit on an agreement tells the agreement and its breach in their place.
 */
function reasons(view: CaseView, suit: Suit, collector: FieldCollector): string[] {
  const { facts } = view
  const parts: readonly (readonly [title: string, lines: readonly string[]])[] = [
    ['被告的行为和造成的损害', act(view, suit, collector)],
    ['损害的范围、程度和费用', losses(view, suit.filedOn)],
    suit.agreement === undefined
      ? ['磋商经过', talks(view, suit)]
      : ['赔偿协议及其履行情况', breach(view, suit, suit.agreement)],
    ['起诉的依据', presentParts(asSentence(inClauses(...(facts.investigation?.legalBasis ?? []))))],
  ]
  return parts
    .filter(([, lines]) => lines.length > 0)
    .flatMap(([title, lines], index) => [`${ordinal(index)}、${title}`, ...lines])
}

/** What was found, and where; before it the description of the damage, unless what was found holds it to the letter. */
function act({ facts }: CaseView, suit: Suit, { need }: FieldCollector): string[] {
  const { description = '', location = '' } = facts.case.damage
  const statements = (facts.investigation?.facts ?? []).map(({ statement }) => statement)
  need('事实和理由', statements[0], 'investigation.facts', 'record-facts')
  const side = suit.plaintiff === undefined ? '原告' : joinedNames(claimantUnits(facts))
  const isTold = holdsText(statements.join(''), description)
  const parts = isTold ? statements : [description, ...statements]
  const told = inSentences(...parts.map((part) => part && inThirdPerson(side, part)))
  return presentParts(
    told,
    location === '' || told.includes(location) ? '' : asSentence(`损害发生在${location}`),
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
    const courseOfTalks = facts.rounds
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
    return courseOfTalks.length ? [asSentence(`${name}${inClauses(...courseOfTalks)}`)] : []
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
    ...demands(facts, suit, reference),
  )
}

/** That the office demanded what was due before it sued, of whom, and by when. */
function demands(facts: Facts, { obligors, filedOn }: Suit, reference: string): string[] {
  return (facts.court.demands ?? []).flatMap((demand) => {
    const asked = obligors.filter((id) => demand.obligors.includes(id))
    if (demand.reference !== reference || !asked.length || (filedOn ?? demand.on) < demand.on) return []
    const whom = asked.length < obligors.length ? obligorNames(facts, asked) : '被告'
    const by = demand.performBy ? `于${dateOrBlank(demand.performBy)}前（含当日）` : ''
    return [asSentence(`原告于${dateOrBlank(demand.on)}催告${whom}${by}${demanded(demand)}`)]
  })
}

/** What a demand asked for, in its own words where they are one clause. */
function demanded({ content = '' }: Demand): string {
  const isClause = /^[^。；\n]+[。；]?$/u.test(content.trim())
  return isClause ? inClauses(content) : '履行已到期的义务'
}
