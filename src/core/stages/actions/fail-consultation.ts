import type { Outcome, Round } from '../../facts/documents.ts'
import type { Facts } from '../../facts/facts.ts'
import { agreementIn, endedOn, failedOn, outcomeOf, roundOf } from '../../facts/queries.ts'
import { addresseesOf } from '../../facts/rounds.ts'
import type { CaseView } from '../../view.ts'
import { parseRoundAndObligor, roundAndObligor, roundIndex } from '../addresses.ts'
import { contradictionIf, defineAction } from '../define.ts'
import { failureObjection, shownGrounds } from '../failure-ground.ts'
import { firstOfficer } from '../officers.ts'

/**
 * 认定磋商未达成一致: for each obligor, on one of the circumstances of the text; the one that the facts show is proposed, and an
 * officer decides. `consultation/failure-ground` refuses one that they do not show. Suit follows.
 */
export const failConsultation = defineAction({
  id: 'fail-consultation',
  title: '认定磋商未达成一致',
  matter: 'failure-grounds',
  moves: true,
  subjects: (facts) =>
    facts.rounds.flatMap((round) => unsettled(facts, round).map((id) => roundAndObligor(round.round, id))),
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

/** The obligors of a round that has begun with whom nothing was signed and nothing has failed. */
function unsettled(facts: Facts, round: Round): string[] {
  if (!round.notice && !round.earlyRequest) return []
  return addresseesOf(facts, round).filter(
    (id) => !endedOn(facts, id) && !failedOn(round, id) && !agreementIn(facts, round.round, id),
  )
}

function outcomePlace(facts: Facts, subject: string): [number, number] {
  const { round, obligor } = parseRoundAndObligor(subject)
  const outcomes = roundOf(facts, round)?.outcomes ?? []
  const index = outcomes.findIndex((outcome: Outcome) => outcome.obligor === obligor)
  return [roundIndex(facts, round), index < 0 ? outcomes.length : index]
}

/** What the facts show today. */
function groundsOn(view: CaseView, subject: string): string[] {
  const { round, obligor } = parseRoundAndObligor(subject)
  const known = roundOf(view.facts, round)
  // One who has agreed, in a meeting or beforehand, is not proposed for failure: only an officer may find otherwise.
  if (!known || outcomeOf(known, obligor)?.kind === 'agreed') return []
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
