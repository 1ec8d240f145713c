import { distributed, unpaidRest } from '../../../core/facts/bankruptcy.ts'
import type { Obligor } from '../../../core/facts/documents.ts'
import { fenOf, showYuan } from '../../../core/facts/money.ts'

/**
 * The bankruptcy of an obligor on one line: opened, administrator, claim, distributions, what was left unpaid; none
 * without one.
 */
export function bankruptcyText({ name, bankruptcy }: Obligor): string[] {
  if (!bankruptcy) return []
  const { openedOn, administrator, claimedOn, claimed, admitted, claimBy, endedOn } = bankruptcy
  const paid = distributed(bankruptcy)
  const rest = unpaidRest(bankruptcy)
  const amount = claimed === undefined ? '' : ` ${showYuan(fenOf(claimed))}`
  const parts = [
    `${openedOn} 受理破产`,
    administrator && `管理人${administrator.name}`,
    claimedOn ? `${claimedOn} 申报债权${amount}` : `没有申报债权${claimBy ? `，${claimBy} 期满` : ''}`,
    admitted && `确认 ${showYuan(fenOf(admitted))}`,
    paid > 0n && `已分配 ${showYuan(paid)}`,
    endedOn && `${endedOn} 程序终结`,
    rest !== undefined && rest > 0n && `未受清偿 ${showYuan(rest)}`,
  ]
  return [`${name}：${parts.filter(Boolean).join('，')}。`]
}
