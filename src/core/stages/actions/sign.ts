import { agreementIndex, bindingAgreements } from '../../facts/agreements.ts'
import type { Agreement, Round } from '../../facts/documents.ts'
import type { Facts } from '../../facts/facts.ts'
import { hasAgreed } from '../../facts/meetings.ts'
import { showYuan } from '../../facts/money.ts'
import { agreementIn, obligorsNamed, releasedOn, roundNumber, roundOf } from '../../facts/queries.ts'
import { unscheduledMoney } from '../../facts/shares.ts'
import { lacksTerms } from '../../facts/work-plans.ts'
import type { CaseView } from '../../view.ts'
import { nextIdOfKind } from '../addresses.ts'
import { agreedKeys } from '../asked-keys.ts'
import { type AnswersSoFar, blockIf, contradictionIf, defineAction, saysSomething } from '../define.ts'
import { isFactOfMode } from '../substitute-facts.ts'
import { takenInstalments } from '../taken-instalments.ts'

/**
 * 签订赔偿协议: with those who agreed, holding every matter of the text. Of an agreement that is on record without the
 * day of its signature (`G1`), this is what completes it.
 */
export const sign = defineAction({
  id: 'sign',
  title: '签订赔偿协议',
  matter: 'agreement',
  form: 'agreement',
  moves: true,
  follows: 'meet',
  subjects: (facts) => [
    ...facts.rounds.filter((round) => ready(facts, round).length).map(({ round }) => String(round)),
    ...unsignedAgreements(facts).map(({ id }) => id),
  ],
  blockers: ({ facts }, subject) => {
    const round = roundFor(facts, subject)
    return [
      ...blockIf(!round || !partiesFor(facts, subject).length, '还没有与赔偿义务人达成一致', 'agreement', {
        lacks: 'meet',
      }),
      // An early request opens the consultation before the conclusion, not the agreement.
      ...blockIf(
        facts.investigation?.conclusion === undefined,
        '损害调查还没有形成结论（办“形成调查结论”），不能签订协议',
        'investigation-conclusion',
        { lacks: 'conclude' },
      ),
    ]
  },
  section: 'agreements.agreements[]',
  at: (facts, subject) => {
    const index = agreementIndex(facts, subject)
    return [index < 0 ? facts.agreements.length : index]
  },
  mode: 'set',
  ask: [...agreedKeys, 'coSignatories', 'signatories', 'signedCopy'],
  required: ['signedOn', 'clauses', 'compensation'],
  owed: isFactOfMode,
  defaults: ({ facts, today }, subject) => {
    const draft = unsignedOf(facts, subject)
    if (draft) return { ...draft, signedOn: today }
    return {
      id: nextIdOfKind('G', facts.agreements),
      round: Number(subject),
      obligors: partiesFor(facts, subject),
      signedOn: today,
    }
  },
  refuse: refuseAgreement,
})

/** The agreements on record that nobody has signed yet, but for those given up. */
function unsignedAgreements(facts: Facts): Agreement[] {
  return bindingAgreements(facts).filter(({ signedOn }) => signedOn === undefined)
}

function unsignedOf(facts: Facts, subject: string): Agreement | undefined {
  return unsignedAgreements(facts).find(({ id }) => id === subject)
}

/** The round that a signature is about: that of the agreement on record, else the one named. */
function roundFor(facts: Facts, subject: string): Round | undefined {
  const draft = unsignedOf(facts, subject)
  return roundOf(facts, draft ? roundNumber(draft) : Number(subject))
}

/**
 * Who can sign: those of the round who agreed; an agreement on record, those of its parties who agreed; an amendment,
 * the parties of what it amends.
 */
function partiesFor(facts: Facts, subject: string): string[] {
  const draft = unsignedOf(facts, subject)
  const round = roundFor(facts, subject)
  if (!draft) return round ? ready(facts, round) : []
  const amended = facts.agreements.find(({ id }) => id === draft.amends)
  const open = draft.obligors.filter((id) => !releasedOn(facts, id))
  if (amended?.signedOn) return open.filter((id) => amended.obligors.includes(id))
  return round ? open.filter((id) => hasAgreed(facts, round, id)) : []
}

/** The obligors of a round who agreed, or waived the meeting, and have neither signed nor been let go. */
function ready(facts: Facts, round: Round): string[] {
  return facts.obligors
    .map(({ id }) => id)
    .filter((id) => hasAgreed(facts, round, id))
    .filter((id) => !agreementIn(facts, round.round, id) && !releasedOn(facts, id))
}

function refuseAgreement(
  { facts }: CaseView,
  item: AnswersSoFar<'agreements.agreements[]'>,
  subject: string,
) {
  const draft = unsignedOf(facts, subject)
  const number = roundFor(facts, subject)?.round
  const { obligors = [] } = item
  const allowed = partiesFor(facts, subject)
  const strangers = obligors.filter((id) => !allowed.includes(id))
  return [
    ...contradictionIf(
      draft !== undefined && item.id !== draft.id,
      `签订的应为协议 ${subject}`,
      'agreement',
      { key: 'id' },
    ),
    ...contradictionIf(
      (item.round ?? (draft ? number : undefined)) !== number,
      `“所属轮次”应为第 ${number} 轮磋商`,
      'agreement',
      { key: 'round' },
    ),
    ...contradictionIf(!obligors.length, '应当写明“签约义务人”', 'agreement', { key: 'obligors' }),
    ...contradictionIf(
      strangers.length > 0,
      `${obligorsNamed(facts, strangers)}没有达成一致，或者已经签过协议`,
      'agreement',
      { key: 'obligors' },
    ),
    ...missingTerms(item),
    ...takenInstalments(facts, item.payments, draft, 'agreement'),
  ]
}

/** Work that is agreed upon has terms, or the agreement says why it has none; what was agreed is owed in any case. */
export function missingTerms(item: AnswersSoFar<'agreements.agreements'>) {
  return [...missingWork(item), ...missingSchedule(item), ...missingBond(item)]
}

/** Payment in instalments is secured (`performance-bond`). */
function missingBond({ substitutes = [], performanceBond }: AnswersSoFar<'agreements.agreements'>) {
  return blockIf(
    substitutes.some(({ mode }) => mode === 'instalments') && !performanceBond,
    '约定分期赔付的，应当设置履约保证金，请填写“履约保证金”：金额、形式和缴纳期限',
    'performance-bond',
    { key: 'performanceBond' },
  )
}

function missingWork(item: AnswersSoFar<'agreements.agreements'>) {
  return blockIf(
    lacksTerms(item) && !saysNoSchedule(item),
    '赔偿金额中有以修复工程履行的项目，应当填写“修复约定”：修复方式和启动、完成、评估的期限（有几项修复的写成列表）；确实不定期限的，在修复期限条款写明不适用的理由',
    'restoration-schedule',
    { key: 'restoration' },
  )
}

/** Money that is agreed upon has a day: without one nothing would tell that it is owed. */
function missingSchedule(item: AnswersSoFar<'agreements.agreements'>) {
  const hasNone = !item.payments?.length && unscheduledMoney(item) > 0n
  return blockIf(
    hasNone,
    `赔偿金额中有应当支付的 ${showYuan(unscheduledMoney(item))}，应当填写“付款安排”：每一笔由谁支付、金额和期限`,
    'performance-terms',
    { key: 'payments' },
  )
}

function saysNoSchedule({ clauses }: AnswersSoFar<'agreements.agreements'>): boolean {
  const clause = clauses?.restorationSchedule
  return typeof clause === 'object' && clause !== null && saysSomething(clause.notApplicable)
}
