import type { Matter } from '../regulation/cite.ts'
import type { Regulation } from '../regulation/regulation.ts'
import type { Facts } from './facts.ts'

/** Whether the text applies to the damage at all. */
export function isCovered(facts: Facts, regulation: Pick<Regulation, 'item'>): boolean {
  return regulation.item('damageScopes', facts.case.damage.scope)?.covered !== false
}

/** The matter by which the text does not apply to the damage of a case. */
export function outsideMatter({ case: { damage } }: Pick<Facts, 'case'>): Matter {
  return damage.scope === 'legacy' ? 'legacy-damage' : 'scope'
}
