import type { IsoDate } from '../../calendar/dates.ts'
import type { Payment, Suit } from '../../facts/documents.ts'
import type { Facts } from '../../facts/facts.ts'
import { reopenedTrialOn } from '../../facts/judgments.ts'
import { obligorsNamed } from '../../facts/queries.ts'
import { setsOf } from '../../facts/restoration-sets.ts'
import { isFruitless, isPendingSuit } from '../../facts/suits.ts'
import type { CaseView } from '../../view.ts'
import { suitIndex, suitOf } from '../addresses.ts'
import { type AnswersSoFar, type Companion, contradictionIf, defineAction } from '../define.ts'
import { droppedInstalments } from '../dropped-instalments.ts'
import { takenInstalments } from '../taken-instalments.ts'

/**
 * 裁判: the judgment or mediation, and the day on which it takes effect; a restoration comes with its cost
 * (`restoration-cost`).
 */
export const judge = defineAction({
  id: 'judge',
  title: '记录裁判',
  matter: 'enforcement',
  moves: true,
  follows: 'sue',
  // While the court deliberates, the office has nothing to do.
  advised: () => false,
  subjects: ({ court }) =>
    court.suits.filter((suit) => isPendingSuit(suit) || isReopened(suit)).map(({ id }) => id),
  blockers: ({ facts }, subject) =>
    contradictionIf(!suitOf(facts, subject)?.filedOn, `诉讼 ${subject} 还没有“起诉日期”`, 'suit'),
  section: 'court.suits[]',
  at: (facts, subject) => [suitIndex(facts, subject)],
  mode: 'upsert',
  ask: [
    'judgedOn',
    'servedOn',
    'result',
    'results',
    'effectiveOn',
    'judgmentNumber',
    'performBy',
    'restoration',
    'restorationCost',
    'payments',
    'signedCopy',
  ],
  required: ['judgedOn'],
  // The section exists already: its identifying keys go with the item, which must be whole by itself.
  defaults: ({ facts }, subject) => {
    const suit = suitOf(facts, subject)
    if (!suit) return {}
    const { id, obligors, judgedOn, servedOn } = suit
    const standing = judgedOn && !isReopened(suit)
    return { id, obligors, ...(standing && { judgedOn, ...(servedOn && { servedOn }) }) }
  },
  companions: ({ facts }, _, subject) => setAside(facts, subject),
  refuse: refuseJudgment,
})

type Judgment = AnswersSoFar<'court.suits[]'>

/** The keys of what the first judgment ordered: nothing of it stays in force once it was set aside. */
const ordered = [
  'servedOn',
  'services',
  'result',
  'judgmentNumber',
  'performBy',
  'restoration',
  'restorationCost',
  'document',
  'appeal',
  'otherAppeals',
  'effectiveOn',
  'retrial',
] as const

/**
 * A judgment after a remand or a retrial replaces the former one, which moves with what set it aside to the earlier
 * judgments. Obligors against whom the claim was withdrawn stay out, and instalments with payments stay.
 */
function setAside(facts: Facts, subject: string): readonly Companion[] {
  const suit = suitOf(facts, subject)
  if (!suit?.judgedOn || !isReopened(suit)) return []
  const { judgedOn, servedOn, services, result, judgmentNumber, document, results } = suit
  const { appeal, otherAppeals, effectiveOn, retrial } = suit
  const at = (key: keyof Suit) => ['suits', suitIndex(facts, subject), key]
  const left = results?.filter((each) => each.result === 'withdrawn')
  const ways = { appeal, otherAppeals, effectiveOn, retrial }
  const trial = { judgedOn, servedOn, services, result, judgmentNumber, ...ways, document }
  return [
    { path: at('remanded'), value: trial, append: true },
    ...ordered.map((key) => ({ path: at(key), value: undefined })),
    ...(results ? [{ path: at('results'), value: left?.length ? left : undefined }] : []),
    ...(paidUnderJudgment(facts, suit).length ? [] : [{ path: at('payments'), value: undefined }]),
  ]
}

function refuseJudgment({ facts }: CaseView, item: Judgment, subject: string) {
  const suit = suitOf(facts, subject)
  const appeal = suit?.appeal
  const effective = item.effectiveOn !== undefined
  return [
    ...contradictionIf(
      effective && appeal !== undefined && appeal.judgedOn === undefined,
      '上诉尚未裁判，一审判决没有生效；先记录二审结果（办“记录上诉”）',
      'court-procedure',
      { key: 'effectiveOn' },
    ),
    ...contradictionIf(
      suit !== undefined && isReopened(suit) && !isAfter(item.judgedOn, reopenedTrialOn(suit)),
      suit?.retrial
        ? '已经裁定再审；应当写明再审的裁判日期，且晚于再审裁定'
        : '二审发回重审，原判决没有生效；应当写明重审的裁判日期，且晚于二审裁判',
      'court-procedure',
      { key: 'judgedOn' },
    ),
    ...contradictionIf(
      effective && item.result === undefined,
      '裁判生效的，应当写明“诉讼结果”',
      'enforcement',
      { key: 'result' },
    ),
    ...(suit ? againstDefendants(facts, suit, item) : []),
    ...takenInstalments(facts, item.payments, suit, 'enforcement'),
    ...(item.payments === undefined || !suit
      ? []
      : droppedInstalments(item.payments, paidUnderJudgment(facts, suit), '裁判', 'enforcement')),
    ...(item.restoration === undefined || isReopened(suit) ? [] : droppedTerms(facts, item, subject)),
  ]
}

/** Work that has begun keeps the terms that it carries out. */
function droppedTerms({ restoration: { projects } }: Facts, { restoration }: Judgment, suit: string) {
  const kept = setsOf(restoration).map(({ id }) => id)
  const dropped = projects.flatMap(({ id, suit: own, terms }) =>
    own === suit && terms !== undefined && !kept.includes(terms) ? [`${id}（${terms}）`] : [],
  )
  return contradictionIf(
    dropped.length > 0,
    `修复项目 ${dropped.join('、')} 已经按裁判的修复约定进行，“判决的修复”应当保留这些约定`,
    'enforcement',
    { key: 'restoration' },
  )
}

function isAfter(day: IsoDate | undefined, other: IsoDate | undefined): boolean {
  return day !== undefined && other !== undefined && day > other
}

/** Whether a new judgment takes the place of the one on record: the case was sent back, or a retrial was ordered. */
function isReopened(suit: Suit | undefined): boolean {
  return suit !== undefined && reopenedTrialOn(suit) !== undefined
}

/** Results and instalments concern defendants; one against whom the claim failed owes nothing. */
function againstDefendants(facts: Facts, suit: Suit, { result, results, payments = [] }: Judgment) {
  const named = results ?? []
  const strangers = named.map(({ obligor }) => obligor).filter((id) => !suit.obligors.includes(id))
  const released = (suit.results ?? []).filter((each) => each.result === 'withdrawn')
  const forgotten = released.filter((each) => {
    return (
      results !== undefined &&
      !named.some(({ obligor, result: own }) => obligor === each.obligor && own === 'withdrawn')
    )
  })
  const bound = suit.obligors.filter((id) => {
    return !isFruitless(named.find(({ obligor }) => obligor === id)?.result ?? result)
  })
  const payers = payments.flatMap(({ obligor }) => obligor ?? [])
  const unbound = [...new Set(payers)].filter((id) => !bound.includes(id))
  return [
    ...contradictionIf(
      strangers.length > 0,
      `${obligorsNamed(facts, strangers)}不是诉讼 ${suit.id} 的被告，不能写入“对各义务人的结果”`,
      'enforcement',
      { key: 'results' },
    ),
    ...contradictionIf(
      forgotten.length > 0,
      `对${obligorsNamed(
        facts,
        forgotten.map(({ obligor }) => obligor),
      )}已经撤诉，“对各义务人的结果”应当保留`,
      'court-procedure',
      { key: 'results' },
    ),
    ...contradictionIf(
      unbound.length > 0,
      `${obligorsNamed(facts, unbound)}不受该裁判约束，却写了由其支付的“判决的款项”`,
      'enforcement',
      { key: 'payments' },
    ),
  ]
}

function paidUnderJudgment({ payments }: Facts, { id, payments: scheduled = [] }: Suit): Payment[] {
  return payments.filter(
    (paid) =>
      paid.suit === id ||
      (paid.suit === undefined &&
        paid.agreement === undefined &&
        scheduled.some((instalment) => instalment.id === paid.id)),
  )
}
