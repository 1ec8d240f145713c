import { isFromPolice, standingAppraisals } from '../facts/appraisals.ts'
import type { Appraisal } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import { type Fen, fenOf, showYuan, sum } from '../facts/money.ts'
import { releasedOn } from '../facts/queries.ts'
import { COSTS } from '../facts/treasury.ts'
import type { CaseView } from '../view.ts'

/** One of the three conditions of a simple case, whether it holds, and why or why not, in Chinese. */
export interface SimpleCondition {
  readonly id: 'facts' | 'liability' | 'amount'
  readonly title: string
  readonly doubts: readonly string[]
  readonly holds: boolean
  readonly why: string
}

type View = Pick<CaseView, 'facts' | 'regulation'>

/**
 * The test of a simple case, condition by condition. Two conditions an officer determines; the third is the preliminary
 * estimate without the costs of investigation and appraisal, up to and including the limit. 第十五条第二款
 */
export function simpleCaseTest(view: View): readonly SimpleCondition[] {
  return [factsSimple(view), liabilityUndisputed(view), amountSmall(view)]
}

/** Why a case can't be treated as a simple one, in Chinese; empty when all three conditions are on record. 第十五条第二款 */
export function simpleCaseDoubts(view: View): string[] {
  return simpleCaseTest(view).flatMap(({ doubts }) => doubts)
}

/** The condition that the estimate decides. 第十五条第二款 */
export function amountSmall({ facts, regulation }: View): SimpleCondition {
  const { estimatedLoss } = facts.case.damage
  const limit = showYuan(fenOf(regulation.amount('simple-case')))
  const estimate = showYuan(fenOf(estimatedLoss))
  const above = fenOf(estimatedLoss) > fenOf(regulation.amount('simple-case'))
  const doubts =
    estimatedLoss === undefined
      ? ['未记录初步估算的损害数额']
      : above
        ? [`初步估算 ${estimate}，超过 ${limit}`]
        : []
  const why = `初步估算 ${estimate}（不含调查、鉴定评估费用），不超过 ${limit}`
  return condition('amount', '损害较小', doubts, why)
}

function factsSimple({ facts }: View): SimpleCondition {
  const holds = facts.case.simpleCase?.factsSimple === true
  return condition(
    'facts',
    '损害事实简单',
    holds ? [] : ['未认定损害事实简单'],
    '已认定事实清楚、因果关系明确',
  )
}

/** Undisputed between the obligee and the obligors, and among the obligors: each of them, where they are named. */
function liabilityUndisputed({ facts }: View): SimpleCondition {
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

/** Whether an expert opinion was commissioned by the police alone, in their own case: it may be used in any. 第十五条第三款 */
export function isPoliceOpinion(kind: unknown, commissioners: readonly string[] = []): boolean {
  return kind === 'expert-opinion' && isFromPolice(commissioners)
}

/** The appraisals that only a simple case allows. 第十五条第二款 */
export function simpleAppraisals({ appraisals }: Facts): Appraisal[] {
  return appraisals.filter(
    ({ kind, commissionedBy }) => simpleKinds.has(kind) && !isPoliceOpinion(kind, commissionedBy),
  )
}

/** Whether a case was determined to be a simple one, or appraised as only a simple one may be. 第十五条第二款 */
export function isTreatedAsSimple(facts: Facts): boolean {
  return facts.case.simpleCase?.determinedOn !== undefined || simpleAppraisals(facts).length > 0
}

/** The standing appraisals that put the loss, without the costs of the claim, above the limit; in 分. 第十五条第二款 */
export function appraisalsAboveLimit({ facts, regulation }: View): { appraisal: Appraisal; loss: Fen }[] {
  const limit = fenOf(regulation.amount('simple-case'))
  return standingAppraisals(facts)
    .map((appraisal) => {
      const losses = (appraisal.amounts ?? []).filter(({ head }) => head !== COSTS)
      return { appraisal, loss: sum(losses.map(({ amount }) => amount)) }
    })
    .filter(({ loss }) => loss > limit)
}
