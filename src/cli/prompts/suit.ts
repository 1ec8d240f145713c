import { appraisedSum, standingAppraisals } from '../../core/facts/appraisals.ts'
import { evidenceOfClaim } from '../../core/facts/claim-evidence.ts'
import type { Facts } from '../../core/facts/facts.ts'
import { type Fen, showYuan, sumFen, yuanOf } from '../../core/facts/money.ts'
import type { Item } from '../../core/stages/define.ts'

/**
 * What a suit on the damage itself can ask for: what was appraised, where nobody has agreed to a part of it. What a suit
 * on the breach of an agreement asks for follows from what is due.
 */
function damages(facts: Facts, { agreement }: Item): Fen | undefined {
  if (agreement !== undefined || facts.agreements.length) return undefined
  const appraised = sumFen(standingAppraisals(facts).map(appraisedSum))
  return appraised > 0n ? appraised : undefined
}

/** 请求金额, in yuan. */
export function damagesClaimed(facts: Facts, suit: Item): string | undefined {
  const claimed = damages(facts, suit)
  return claimed === undefined ? undefined : yuanOf(claimed)
}

/** 诉讼请求: what can be restored is to be restored first. */
export function claimsOnDamage(facts: Facts, suit: Item): string | undefined {
  const claimed = damages(facts, suit)
  if (claimed === undefined) return undefined
  const canBeRestored = standingAppraisals(facts).some(
    ({ restorability }) => restorability === 'full' || restorability === 'partial',
  )
  const sum = showYuan(claimed).replace(' ', '')
  const claims = [
    ...(canBeRestored ? ['判令被告在合理期限内修复受损的生态环境，逾期不修复的，承担修复费用'] : []),
    `判令被告承担生态环境损害赔偿责任，赔偿损失和费用共计${sum}${canBeRestored ? '（含逾期不修复时的修复费用）' : ''}`,
    '本案诉讼费用由被告承担',
  ]
  return `${claims.map((claim, index) => `${index + 1}．${claim}`).join('；\n')}。`
}

/** What the record can prove in court (`suit-proof`); undefined where it proves nothing yet. */
export function provenBy(facts: Facts): string[] | undefined {
  const { facts: found = [], legalBasis = [] } = facts.investigation ?? {}
  const received = standingAppraisals(facts)
  const isFound = evidenceOfClaim(facts).length > 0 && found.length > 0
  const proven = [
    ...(isFound ? ['act'] : []),
    ...(isFound && legalBasis.length ? ['illegality'] : []),
    ...(received.length ? ['damage'] : []),
    ...(received.some(({ amounts = [] }) => amounts.length) ? ['costs'] : []),
  ]
  return proven.length ? proven : undefined
}
