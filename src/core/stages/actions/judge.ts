import type { IsoDate } from '../../calendar/dates.ts'
import type { Payment, Suit } from '../../facts/documents.ts'
import type { Facts } from '../../facts/facts.ts'
import { isFruitless, isPendingSuit } from '../../facts/suits.ts'
import type { CaseView } from '../../view.ts'
import { suitIndex, suitOf } from '../addresses.ts'
import { type Answers, type Companion, contradictionIf, defineAction } from '../define.ts'
import { droppedInstalments } from '../dropped-instalments.ts'

/** 裁判: the judgment or mediation, and the day on which it takes effect; with a restoration goes its cost (`restoration-cost`). */
export const judge = defineAction({
  id: 'judge',
  title: '记录裁判',
  matter: 'enforcement',
  moves: true,
  // While the court deliberates nothing is asked of the office.
  advised: () => false,
  subjects: ({ court }) => court.suits.filter(isPendingSuit).map(({ id }) => id),
  blockers: ({ facts }, subject) =>
    contradictionIf(!suitOf(facts, subject)?.filedOn, `诉讼 ${subject} 还没有“起诉日期”`, 'suit'),
  section: 'court.suits[]',
  at: (facts, subject) => [suitIndex(facts, subject)],
  mode: 'upsert',
  ask: [
    'judgedOn',
    'result',
    'results',
    'effectiveOn',
    'judgmentNumber',
    'performBy',
    'restoration',
    'restorationCost',
    'payments',
  ],
  required: ['judgedOn'],
  // The section is there already: what identifies it goes with the item, which must be whole by itself.
  defaults: ({ facts }, subject) => {
    const suit = suitOf(facts, subject)
    if (!suit) return {}
    const { id, obligors, judgedOn } = suit
    return { id, obligors, ...(judgedOn && !isRemanded(suit) && { judgedOn }) }
  },
  companions: ({ facts }, _, subject) => setAside(facts, subject),
  refuse: refuseJudgment,
})

type Judgment = Answers<'court.suits[]'>

/** What the first judgment ordered: nothing of it holds once it was set aside. */
const ordered = [
  'result',
  'judgmentNumber',
  'performBy',
  'restoration',
  'restorationCost',
  'document',
] as const

/**
 * A judgment after a remand stands in the place of the first, which goes, with the appeal that set it aside, to those
 * before it. Whom the claim was withdrawn against stays out, and so do instalments on which something was paid.
 */
function setAside(facts: Facts, subject: string): readonly Companion[] {
  const suit = suitOf(facts, subject)
  if (!suit?.judgedOn || !isRemanded(suit)) return []
  const { judgedOn, result, judgmentNumber, document, appeal, results } = suit
  const at = (key: keyof Suit) => ['suits', suitIndex(facts, subject), key]
  const left = results?.filter((each) => each.result === 'withdrawn')
  const trial = { judgedOn, result, judgmentNumber, appeal, document }
  return [
    { path: at('remanded'), value: trial, append: true },
    ...(['appeal', ...ordered] as const).map((key) => ({ path: at(key), value: undefined })),
    ...(results ? [{ path: at('results'), value: left?.length ? left : undefined }] : []),
    ...(paidUnder(facts, suit).length ? [] : [{ path: at('payments'), value: undefined }]),
  ]
}

function refuseJudgment({ facts }: CaseView, item: Judgment, subject: string) {
  const suit = suitOf(facts, subject)
  const appeal = suit?.appeal
  const effective = item.effectiveOn !== undefined
  return [
    ...contradictionIf(
      effective && appeal !== undefined && appeal.judgedOn === undefined,
      '上诉尚未裁判，一审判决没有生效；先记录二审结果（appeal）',
      'court-procedure',
      { key: 'effectiveOn' },
    ),
    ...contradictionIf(
      suit !== undefined && isRemanded(suit) && !isAfter(item.judgedOn, appeal?.judgedOn),
      '二审发回重审，原判决没有生效；应当写明重审的裁判日期，且晚于二审裁判',
      'court-procedure',
      { key: 'judgedOn' },
    ),
    ...contradictionIf(
      effective && item.result === undefined,
      '裁判生效的，应当写明“诉讼结果”',
      'enforcement',
      { key: 'result' },
    ),
    ...(suit ? againstDefendants(suit, item) : []),
    ...(item.payments === undefined || !suit
      ? []
      : droppedInstalments(item.payments, paidUnder(facts, suit), '裁判', 'enforcement')),
  ]
}

function isAfter(day: IsoDate | undefined, other: IsoDate | undefined): boolean {
  return day !== undefined && other !== undefined && day > other
}

/** Whether the higher court sent the case back: the first judgment is gone. */
function isRemanded({ appeal }: Suit): boolean {
  return appeal?.result === 'remanded'
}

/** Results and instalments concern defendants; one against whom the claim failed owes nothing. */
function againstDefendants(suit: Suit, { result, results, payments = [] }: Judgment) {
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
      `${strangers.join('、')} 不是诉讼 ${suit.id} 的被告，不能写入“对各义务人的结果”`,
      'enforcement',
      { key: 'results' },
    ),
    ...contradictionIf(
      forgotten.length > 0,
      `对 ${forgotten.map(({ obligor }) => obligor).join('、')} 已经撤诉，“对各义务人的结果”应当保留`,
      'court-procedure',
      { key: 'results' },
    ),
    ...contradictionIf(
      unbound.length > 0,
      `${unbound.join('、')} 不受该裁判约束，却写了由其支付的“判决的款项”`,
      'enforcement',
      { key: 'payments' },
    ),
  ]
}

function paidUnder({ payments }: Facts, { id, payments: scheduled = [] }: Suit): Payment[] {
  return payments.filter(
    (paid) =>
      paid.suit === id ||
      (paid.suit === undefined &&
        paid.agreement === undefined &&
        scheduled.some((instalment) => instalment.id === paid.id)),
  )
}
