import type { Outcome, Round } from '../../facts/documents.ts'
import type { Facts } from '../../facts/facts.ts'
import type { Path } from '../../facts/locations.ts'
import { agreementIn, endedOn, failedOn, outcomeOf, roundOf } from '../../facts/queries.ts'
import { addresseesOf } from '../../facts/rounds.ts'
import type { CaseView } from '../../view.ts'
import { parseRoundAndObligor, roundAndObligor, roundIndex } from '../addresses.ts'
import { before, blockIf, defineAction } from '../define.ts'
import { failureObjection, shownGrounds } from '../failure-ground.ts'
import { firstOfficer } from '../officers.ts'

/**
 * 认定磋商未达成一致: for each obligor, on one of the seven circumstances; the one that the facts show is proposed, and an
 * officer decides. `consultation/failure-ground` refuses one that they do not show. Suit follows. 第二十二条第二款
 */
export const failConsultation = defineAction({
  id: 'fail-consultation',
  title: '认定磋商未达成一致',
  article: '第二十二条',
  moves: true,
  advised: (view, subject) => groundsOn(view, subject).length > 0,
  subjects: (facts) =>
    facts.rounds.flatMap((round) => unsettled(facts, round).map((id) => roundAndObligor(round.round, id))),
  blockers: () => [],
  target: (facts, subject) => ({ document: 'consultation', path: outcomePath(facts, subject), mode: 'set' }),
  ask: ['ground', 'reason', 'decidedOn', 'by'],
  required: ['ground', 'reason'],
  choices: (view, subject) => ({ ground: explained(view, subject) }),
  defaults: (view, subject) => {
    const [ground] = groundsOn(view, subject)
    const { obligor } = parseRoundAndObligor(subject)
    const proposed = ground === undefined ? {} : { ground }
    return { obligor, kind: 'failed', ...proposed, decidedOn: view.today, ...firstOfficer(view) }
  },
  refuse: ({ facts }, item, subject) => {
    const { round, obligor } = parseRoundAndObligor(subject)
    return [
      ...blockIf(item.obligor !== obligor, `结果应属于 ${obligor}`, '第二十二条'),
      ...blockIf(item.kind !== 'failed', '这里认定的“结果”是未达成一致', '第二十二条'),
      ...blockIf(
        before(item.decidedOn, roundOf(facts, round)?.notice?.issuedOn),
        '认定日期早于磋商告知书日期',
        '第二十二条',
      ),
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

function outcomePath(facts: Facts, subject: string | null): Path {
  const { round, obligor } = parseRoundAndObligor(subject)
  const outcomes = roundOf(facts, round)?.outcomes ?? []
  const index = outcomes.findIndex((outcome: Outcome) => outcome.obligor === obligor)
  return ['rounds', roundIndex(facts, round), 'outcomes', index < 0 ? outcomes.length : index]
}

/** What the facts show today. */
function groundsOn(view: CaseView, subject: string | null): string[] {
  const { round, obligor } = parseRoundAndObligor(subject)
  const known = roundOf(view.facts, round)
  // One who has agreed, in a meeting or beforehand, is not proposed for failure: only an officer may find otherwise.
  if (!known || outcomeOf(known, obligor)?.kind === 'agreed') return []
  return shownGrounds(view, known, { obligor, decidedOn: view.today })
}

/** The seven circumstances, each with what the facts say of it. */
function explained(view: CaseView, subject: string | null) {
  const { round, obligor } = parseRoundAndObligor(subject)
  const known = roundOf(view.facts, round)
  const failing = { obligor, decidedOn: view.today }
  return view.regulation.list('failureGrounds').map(({ code, label }) => {
    if (!known || code === 'other') return { code, label }
    const objection = failureObjection(view, known, { ...failing, ground: code })
    return { code, label: `${label}（${objection ?? '与已记录的事实相符'}）` }
  })
}
