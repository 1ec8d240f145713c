import type { PlacedFinding } from '../../../core/lint/define.ts'
import type { PathSegment } from '../../../core/schema/node.ts'
import { titleAt } from '../../../core/schema/walk.ts'
import { type Recorded, recordedIn } from '../../../core/stages/recorded.ts'
import type { CaseView } from '../../../core/view.ts'
import { ejcCall } from '../output/call.ts'
import { clean } from '../output/clean.ts'

/**
 * Where something is used that is to go, a line each: the place in the titles of the schema, and how it is changed there.
 * What no reference names is told by the message of its finding.
 */
export function usedPlaces(
  view: CaseView,
  leaning: readonly PlacedFinding[],
  repo: string | undefined,
): string[] {
  const recorded = recordedIn(view)
  const lines = leaning.map((finding) => {
    if (finding.denies !== 'reference') return clean(`  ${finding.message}`)
    const by = recordedAt(recorded, finding)
    const way = by ? `：${ejcCall(repo, ['amend', view.facts.id, by.title, by.subject])}` : ''
    return clean(`  ${placeInWords(finding)}${way}`)
  })
  return [...new Set(lines)]
}

/** The step that recorded what stands at a place: the one whose section is the smallest around it. */
function recordedAt(
  recorded: readonly Recorded[],
  { document, path }: Pick<PlacedFinding, 'document' | 'path'>,
): Recorded | undefined {
  const around = recorded.filter(
    (each) =>
      each.document === document &&
      each.path.every((step, index) => path[index] === step) &&
      (each.whole || each.keys.includes(String(path[each.path.length]))),
  )
  return around.toSorted((a, b) => b.path.length - a.path.length)[0]
}

/** 损害事实 2 › 事实证据 */
function placeInWords({ document, path }: Pick<PlacedFinding, 'document' | 'path'>): string {
  const words: string[] = [titleAt(document, []) ?? document]
  path.forEach((step: PathSegment, index) => {
    if (typeof step === 'string') words.push(titleAt(document, path.slice(0, index + 1)) ?? step)
    else if (index < path.length - 1) words.push(`${words.pop() ?? ''} ${step + 1}`)
  })
  return words.join(' › ')
}
