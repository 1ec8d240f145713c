import type { Facts } from '../facts/facts.ts'
import type { Matter } from '../regulation/cite.ts'
import { type Blocker, contradictionIf } from './define.ts'

/** What blocks a step of the investigation: the investigation has not begun, or is over. */
export function blockedInvestigation(
  { investigation }: Facts,
  matter: Matter = 'investigation',
): readonly Blocker[] {
  return [
    ...contradictionIf(!investigation?.initiation, '尚未启动索赔', matter, { lacks: 'initiate' }),
    ...contradictionIf(investigation?.conclusion !== undefined, '损害调查已经形成结论', matter),
  ]
}
