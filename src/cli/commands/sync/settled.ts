import { withMaskedNumbers } from '../../../core/facts/personal-numbers.ts'
import type { Decision } from '../../../core/merge/merge.ts'
import type { Lists } from '../../../core/schema/choices.ts'
import { SETTLED } from '../../../repository/commits.ts'
import type { FileConflict } from '../../../repository/sync/merging.ts'
import type { Remote } from '../../../repository/sync/remote.ts'
import { clean } from '../../shared/output/clean.ts'
import { comparedFacts, conflictPlace } from '../../shared/wording/compared.ts'

/** What a merge says of each clash that somebody decided, one line each: which value stands, and which does not. */
export function settledLines(
  conflicts: readonly FileConflict[],
  decided: ReadonlyMap<string, Decision>,
  lists: Lists,
): string[] {
  return conflicts.flatMap((conflict) => {
    const decision = decided.get(conflict.address)
    return decision ? [settledLine(conflict, decision, lists)] : []
  })
}

function settledLine(conflict: FileConflict, decision: Decision, lists: Lists): string {
  const facts = comparedFacts(conflict, lists).map(({ title, ours, theirs }) => {
    const [kept, left] = decision === 'theirs' ? [theirs, ours] : [ours, theirs]
    const what = decision === 'both' ? `“${kept}”和“${left}”都保留` : `用“${kept}”，不用“${left}”`
    return title ? `${title}${what}` : what
  })
  const said = `${conflictPlace(conflict)}：${facts.join('；')}`
  return clean(withMaskedNumbers(`${SETTLED}${conflict.caseId ?? ''} ${said}`.replace(/\s*[\n\r]\s*/g, ' ')))
}

/** What the merge says: how each clash was decided, for `ejc log`. */
export function mergeMessage({ name, branch }: Remote, settled: readonly string[]): string {
  return [
    `合并 ${name}/${branch}`,
    '',
    ...(settled.length ? [...settled, ''] : []),
    'Ejc-Action: sync',
    '',
  ].join('\n')
}
