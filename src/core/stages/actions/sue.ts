import type { Facts } from '../../facts/facts.ts'
import {
  agreementOf,
  confirmationOf,
  endedOn,
  failedOn,
  involves,
  isNewRoundFailed,
  obligorName,
  outcomeOf,
  standingAgreement,
} from '../../facts/queries.ts'
import { isDismissed, judgmentEffectiveOn, pendingSuits } from '../../facts/suits.ts'
import type { CaseView } from '../../view.ts'
import { nextId } from '../addresses.ts'
import { breachOf, isBreached } from '../breach.ts'
import { type Answers, type Blocker, blockIf, contradictionIf, defineAction } from '../define.ts'
import { refusedRemedy, suitAfterRefusal } from '../remedy.ts'

/** 提起诉讼: once consultation has failed, or for breach of an agreement that is not confirmed. */
export const sue = defineAction({
  id: 'sue',
  title: '提起诉讼',
  matter: 'suit',
  moves: true,
  // A suit is the last resort.
  after: 'accept',
  subjects: (facts) => facts.obligors.map(({ id }) => id).filter((id) => canComeToSuit(facts, id)),
  blockers: suitBlockers,
  section: 'court.suits',
  mode: 'append',
  ask: [
    'obligors',
    'reason',
    'court',
    'filedOn',
    'acceptedOn',
    'caseNumber',
    'claims',
    'claimAmount',
    'proof',
  ],
  required: ['court', 'filedOn'],
  defaults: (view, subject) => {
    const { facts, config, today } = view
    const breached = standingAgreement(facts, subject)?.id
    return {
      id: nextId('S', facts.court.suits),
      obligors: [subject],
      reason: breached ? `违反未经司法确认的赔偿协议 ${breached}` : failureReason(view, subject),
      ...(breached && { agreement: breached }),
      ...(config.court && { court: config.court }),
      filedOn: today,
    }
  },
  refuse: refuseSuit,
})

/** Obligors with whom there was a consultation, and neither a suit nor a judgment yet. */
function canComeToSuit(facts: Facts, obligor: string): boolean {
  return (
    facts.rounds.some((round) => involves(round, obligor)) &&
    !endedOn(facts, obligor) &&
    !judgmentEffectiveOn(facts, obligor) &&
    // A claim that was lost for good can't be brought again.
    !isDismissed(facts, obligor) &&
    pendingSuits(facts, obligor).length === 0
  )
}

function suitBlockers(view: CaseView, obligor: string): readonly Blocker[] {
  const { facts } = view
  const agreement = agreementOf(facts, obligor)
  if (!agreement) {
    return [
      ...blockIf(
        !lastFailure(facts, obligor),
        `与${obligorName(facts, obligor)}的磋商尚未认定为未达成一致（fail-consultation）`,
        'suit',
      ),
      // An early request opens the consultation before the conclusion, not the suit.
      ...blockIf(
        facts.investigation?.conclusion === undefined,
        '损害调查还没有形成结论（conclude），不能起诉',
        'investigation-conclusion',
      ),
    ]
  }
  if (confirmationOf(facts, agreement)?.result === 'refused') {
    return suitAfterRefusal(agreement, isNewRoundFailed(facts, agreement, obligor))
  }
  const refused = refusedRemedy(facts, agreement.id, 'suit')
  if (refused.length) return refused
  const breach = breachOf(view, agreement.id)
  return blockIf(!breach || !isBreached(breach), `协议 ${agreement.id} 没有到期而未履行的义务`, 'breach-suit')
}

/** The day on which the last round with this obligor was held to have failed. */
function lastFailure(facts: Facts, obligor: string): string | undefined {
  const last = facts.rounds.filter((round) => involves(round, obligor)).at(-1)
  return last && failedOn(last, obligor)
}

function failureReason({ facts, regulation }: CaseView, obligor: string): string {
  const grounds = facts.rounds.flatMap((round) => outcomeOf(round, obligor)?.ground ?? [])
  const ground = grounds.at(-1)
  return ground === undefined
    ? '磋商未达成一致'
    : `磋商未达成一致：${regulation.label('failureGrounds', ground).replace(/的$/, '')}`
}

function refuseSuit(view: CaseView, item: Answers<'court.suits'>, subject: string) {
  const { facts } = view
  const { obligors = [] } = item
  const others = obligors.filter((id) => id !== subject)
  const strangers = others.filter((id) => !canComeToSuit(facts, id))
  return [
    ...contradictionIf(!obligors.includes(subject), `“被告义务人”应当包括 ${subject}`, 'suit', {
      key: 'obligors',
    }),
    ...contradictionIf(
      strangers.length > 0,
      `${strangers.join('、')} 没有经过磋商，或者已经起诉、终结`,
      'suit',
      { key: 'obligors' },
    ),
    ...others
      .filter((id) => canComeToSuit(facts, id))
      .flatMap((id) => suitBlockers(view, id))
      .filter(({ unless }) => !unless?.(item))
      .map((blocker) => ({ ...blocker, key: 'obligors' as const })),
  ]
}
