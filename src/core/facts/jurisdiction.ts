import type { Regulation } from '../regulation/regulation.ts'
import type { Jurisdiction } from './documents.ts'

/** Whether this unit handles the case only when the city has authorised it; a branch acts for the city. 第七条 */
export function needsAuthorization(
  { level, handlingUnitKind }: Jurisdiction,
  { pack }: Pick<Regulation, 'pack'>,
): boolean {
  if (handlingUnitKind === 'city-branch') return false
  const levels = (pack.jurisdiction?.authorized ?? []).map((each) => each.level)
  return handlingUnitKind === 'county-department' || levels.includes(level)
}
