import type { Regulation } from '../regulation/regulation.ts'
import type { Facts } from './facts.ts'

/** Whether the damage is one that the text is about at all. 第五条 */
export function isCovered(facts: Facts, regulation: Pick<Regulation, 'item'>): boolean {
  return regulation.item('damageScopes', facts.case.damage.scope)?.covered !== false
}
