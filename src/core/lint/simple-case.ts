import { fenOf, showYuan } from '../facts/money.ts'
import type { CaseView } from '../view.ts'

/** Why a case can't be treated as a simple one, in Chinese; empty when all three conditions are on record. 第十五条第二款 */
export function simpleCaseDoubts({ facts, regulation }: CaseView): string[] {
  const { simpleCase, damage, obligors } = facts.case
  const { estimatedLoss } = damage
  const limit = fenOf(regulation.amount('simple-case'))
  const doubts: string[] = []
  if (simpleCase?.factsSimple !== true) doubts.push('未认定损害事实简单')
  if (simpleCase?.liabilityUndisputed !== true) doubts.push('未认定责任无争议')
  const silent = obligors.filter(
    ({ id }) => simpleCase?.undisputedBy && !simpleCase.undisputedBy.includes(id),
  )
  if (silent.length > 0) doubts.push(`${silent.map(({ name }) => name).join('、')}未确认责任无争议`)
  if (estimatedLoss === undefined) doubts.push('未记录初步估算的损害数额')
  else if (fenOf(estimatedLoss) > limit) {
    doubts.push(`初步估算 ${showYuan(fenOf(estimatedLoss))}，超过 ${showYuan(limit)}`)
  }
  return doubts
}
