import type { Outcome, Round } from '../../facts/documents.ts'
import type { Facts } from '../../facts/facts.ts'
import { hasAgreed, meetingsWith, reopenedOn } from '../../facts/meetings.ts'
import { agreementIn, consultationOutcome, endedOn, failedOn, roundOf } from '../../facts/queries.ts'
import { addresseesOf, settlingAgreement } from '../../facts/rounds.ts'
import type { CaseView } from '../../view.ts'
import { parseRoundAndObligor, roundAndObligor, roundIndex } from '../addresses.ts'
import { contradictionIf, defineAction } from '../define.ts'
import { failureObjection, shownGrounds } from '../failure-ground.ts'
import { firstOfficer } from '../officers.ts'

/**
 * 认定磋商未达成一致: for each obligor, on a circumstance of the text. The program proposes the one that the facts
 * show, and an officer decides; `consultation/failure-ground` refuses one that they do not show. A suit follows.
 */
export const failConsultation = defineAction({
  id: 'fail-consultation',
  title: '认定磋商未达成一致',
  matter: 'failure-grounds',
  moves: true,
  follows: 'notify',
  otherKind: ({ kind }) => (kind === 'agreed' ? '认定磋商达成一致' : undefined),
  subjects: (facts) =>
    facts.rounds.flatMap((round) =>
      stillConsulting(facts, round).map((id) => roundAndObligor(round.round, id)),
    ),
  advised: (view, subject) => groundsOn(view, subject).length > 0,
  blockers: () => [],
  section: 'consultation.rounds[].outcomes[]',
  at: outcomePlace,
  mode: 'set',
  ask: ['ground', 'reason', 'decidedOn', 'by'],
  required: ['ground', 'reason'],
  choices: (view, subject) => ({ ground: explained(view, subject) }),
  defaults: (view, subject) => {
    const [ground] = groundsOn(view, subject)
    const { obligor } = parseRoundAndObligor(subject)
    const proposed = ground === undefined ? {} : { ground }
    return { obligor, kind: 'failed' as const, ...proposed, decidedOn: view.today, ...firstOfficer(view) }
  },
  refuse: (_, item, subject) => {
    const { obligor } = parseRoundAndObligor(subject)
    return [
      ...contradictionIf(item.obligor !== obligor, `结果应属于 ${obligor}`, 'failure-grounds', {
        key: 'obligor',
      }),
      ...contradictionIf(item.kind !== 'failed', '这里认定的“结果”是未达成一致', 'failure-grounds', {
        key: 'kind',
      }),
    ]
  },
})

/** The obligors of a round that has begun whom no agreement binds and with whom nothing has failed. */
function stillConsulting(facts: Facts, round: Round): string[] {
  const hasBegun = round.notice !== undefined || round.earlyRequest !== undefined
  return addresseesOf(facts, round)
    .filter((id) => hasBegun || reopenedOn(facts, round, id))
    .filter((id) => !endedOn(facts, id) && !failedOn(round, id))
    .filter((id) => !agreementIn(facts, round.round, id)?.signedOn && !settlingAgreement(facts, id))
}

function outcomePlace(facts: Facts, subject: string): [number, number] {
  const { round, obligor } = parseRoundAndObligor(subject)
  const outcomes = roundOf(facts, round)?.outcomes ?? []
  const index = outcomes.findIndex((outcome: Outcome) => outcome.obligor === obligor)
  return [roundIndex(facts, round), index < 0 ? outcomes.length : index]
}

/** Whether an obligor has agreed by what is on record, and the agreement still stands. */
function isAgreed(facts: Facts, round: Round, obligor: string): boolean {
  if (hasAgreed(facts, round, obligor)) return true
  const outcome = consultationOutcome(round, obligor)
  if (outcome?.kind !== 'agreed' || reopenedOn(facts, round, obligor)) return false
  return !meetingsWith(round, obligor).some(
    (held) => held.outcome === 'failed' && held.heldOn > outcome.decidedOn,
  )
}

/** The circumstance that the facts show today. */
function groundsOn(view: CaseView, subject: string): string[] {
  const { round, obligor } = parseRoundAndObligor(subject)
  const known = roundOf(view.facts, round)
  // For an obligor who has agreed, in a meeting or before, no failure is proposed: only an officer may decide
  // otherwise.
  if (!known || isAgreed(view.facts, known, obligor)) return []
  return shownGrounds(view, known, { obligor, decidedOn: view.today })
}

/** The circumstances, each with what the facts say of it. */
function explained(view: CaseView, subject: string) {
  const { round, obligor } = parseRoundAndObligor(subject)
  const known = roundOf(view.facts, round)
  const failing = { obligor, decidedOn: view.today }
  return view.regulation.list('failureGrounds').map(({ code, label }) => {
    if (!known || code === 'other') return { code, label }
    const objection = failureObjection(view, known, { ...failing, ground: code })
    return { code, label: `${label}（${objection ?? '与已记录的事实相符'}）` }
  })
}
