import type { Facts } from '../facts/facts.ts'
import { type Blocker, blockIf } from './define.ts'

/** What stands against a step of the investigation: it has not begun, or is over. 第十三条 */
export function blockedInvestigation({ investigation }: Facts, article = '第十三条'): readonly Blocker[] {
  return [
    ...blockIf(!investigation?.initiation, '尚未启动索赔', article),
    ...blockIf(investigation?.conclusion !== undefined, '损害调查已经形成结论', article),
  ]
}
