import { isFromPolice, standingAppraisals } from '../facts/appraisals.ts'
import { CLAIM_COSTS } from '../facts/destinations.ts'
import type { Appraisal } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import { type Fen, fenOf, showYuan, sum } from '../facts/money.ts'
import { releasedOn } from '../facts/queries.ts'
import type { CaseView } from '../view.ts'

/** One of the three conditions of a simple case, whether it holds, and why or why not, in Chinese. */
export interface SimpleCondition {
  readonly id: 'facts' | 'liability' | 'amount'
  readonly title: string
  readonly doubts: readonly string[]
  readonly holds: boolean
  readonly why: string
}

type FactsUnderLaw = Pick<CaseView, 'facts' | 'regulation'>

/**
 * The loss up to which a case is a simple one, in yuan, by the text on the day of the initiation; undefined where it
 * sets none.
 */
export function simpleCeiling({ facts, regulation }: FactsUnderLaw): string | undefined {
  return regulation.amount('simple-case', facts.investigation?.initiation?.initiatedOn)
}

/**
 * The test of a simple case, condition by condition. Two conditions an officer determines; the third is the preliminary
 * estimate without the costs of investigation and appraisal, up to and including the limit.
 */
export function simpleCaseTest(view: FactsUnderLaw): readonly SimpleCondition[] {
  const limited = simpleCeiling(view) !== undefined
  return [factsSimple(view), liabilityUndisputed(view), ...(limited ? [amountSmall(view)] : [])]
}

/** Why a case can't be treated as a simple one, in Chinese; empty when all three conditions are on record. */
export function simpleCaseDoubts(view: FactsUnderLaw): string[] {
  return simpleCaseTest(view).flatMap(({ doubts }) => doubts)
}

/** The condition that the estimate decides; without doubts where the text sets no amount. */
export function amountSmall(view: FactsUnderLaw): SimpleCondition {
  const { estimatedLoss } = view.facts.case.damage
  const ceiling = simpleCeiling(view)
  const estimate = showYuan(fenOf(estimatedLoss))
  const why = `初步估算 ${estimate}（不含调查、鉴定评估费用），不超过 ${showYuan(fenOf(ceiling))}`
  return condition('amount', '损害较小', amountDoubts(estimatedLoss, ceiling), why)
}

function amountDoubts(estimatedLoss: string | undefined, ceiling: string | undefined): string[] {
  if (ceiling === undefined) return []
  if (estimatedLoss === undefined) return ['未记录初步估算的损害数额']
  const [estimate, limit] = [fenOf(estimatedLoss), fenOf(ceiling)]
  return estimate > limit ? [`初步估算 ${showYuan(estimate)}，超过 ${showYuan(limit)}`] : []
}

function factsSimple({ facts }: FactsUnderLaw): SimpleCondition {
  const holds = facts.case.simpleCase?.factsSimple === true
  return condition(
    'facts',
    '损害事实简单',
    holds ? [] : ['未认定损害事实简单'],
    '已认定事实清楚、因果关系明确',
  )
}

/**
 * The condition that nobody disputes the liability: neither obligee nor obligors; where the record names them, each
 * obligor.
 */
function liabilityUndisputed({ facts }: FactsUnderLaw): SimpleCondition {
  const { simpleCase, obligors } = facts.case
  const silent = obligors.filter(
    ({ id }) => simpleCase?.undisputedBy && !simpleCase.undisputedBy.includes(id) && !releasedOn(facts, id),
  )
  const doubts = [
    ...(simpleCase?.liabilityUndisputed === true ? [] : ['未认定责任无争议']),
    ...(silent.length > 0 ? [`${silent.map(({ name }) => name).join('、')}未确认责任无争议`] : []),
  ]
  return condition('liability', '责任认定无争议', doubts, '已认定各方对责任认定和划分无争议')
}

function condition(
  id: SimpleCondition['id'],
  title: string,
  doubts: readonly string[],
  why: string,
): SimpleCondition {
  const holds = doubts.length === 0
  return { id, title, doubts, holds, why: holds ? why : doubts.join('；') }
}

/** The ways of appraisal that the text allows in simple cases only. */
const simpleKinds: ReadonlySet<string> = new Set(['expert-opinion', 'comprehensive-determination'])

/** Whether the police alone commissioned an expert opinion, in their own case: it may be used in any case. */
export function isPoliceOpinion(kind: unknown, commissioners: readonly string[] = []): boolean {
  return kind === 'expert-opinion' && isFromPolice(commissioners)
}

/** The appraisals that only a simple case allows. */
export function simpleAppraisals({ appraisals }: Facts): Appraisal[] {
  return appraisals.filter(
    ({ kind, commissionedBy }) => simpleKinds.has(kind ?? '') && !isPoliceOpinion(kind, commissionedBy),
  )
}

/** Whether a case was determined to be a simple one, or appraised as only a simple one may be. */
export function isTreatedAsSimple(facts: Facts): boolean {
  return facts.case.simpleCase?.determinedOn !== undefined || simpleAppraisals(facts).length > 0
}

/** The standing appraisals that put the loss, without the costs of the claim, above the limit; in 分. */
export function appraisalsAboveLimit(view: FactsUnderLaw): { appraisal: Appraisal; loss: Fen }[] {
  const { facts } = view
  const ceiling = simpleCeiling(view)
  if (ceiling === undefined) return []
  const limit = fenOf(ceiling)
  return standingAppraisals(facts)
    .map((appraisal) => {
      const losses = (appraisal.amounts ?? []).filter(({ head }) => head !== CLAIM_COSTS)
      return { appraisal, loss: sum(losses.map(({ amount }) => amount)) }
    })
    .filter(({ loss }) => loss > limit)
}
