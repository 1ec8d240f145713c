import { isMapData } from '../facts/data.ts'
import type { Documents } from '../facts/documents.ts'
import type { PlacedFinding } from '../lint/define.ts'
import { itemKey } from '../schema/walk.ts'
import type { Refusal, Target } from './define.ts'

/** What the rules find in the documents of a case. */
export interface FoundIn {
  readonly findings: readonly PlacedFinding[]
  readonly documents: Partial<Documents>
}

/**
 * What the rules find in a case after an action and did not find before: a finding is known by its rule, its code and
 * what it is about. Of several alike only those are new that are more than before, and say something else.
 */
export function newlyFound(before: FoundIn, after: FoundIn): readonly PlacedFinding[] {
  const known = before.findings.map(({ message, ...finding }) => ({
    message,
    is: identityOf(finding, before),
  }))
  const open = after.findings.map((finding) => ({ finding, is: identityOf(finding, after) }))
  const take = (alike: (each: (typeof known)[number]) => boolean): boolean => {
    const index = known.findIndex(alike)
    if (index >= 0) known.splice(index, 1)
    return index >= 0
  }
  const others = open.filter(
    ({ finding, is }) => !take((each) => each.is === is && each.message === finding.message),
  )
  return others.filter(({ is }) => !take((each) => each.is === is)).map(({ finding }) => finding)
}

function identityOf(finding: Omit<PlacedFinding, 'message'>, { documents }: FoundIn): string {
  const { rule, code, document, subject, place } = finding
  return [rule, code, document, addressOf(finding, documents), subject, place?.path].join('\n')
}

/** Where a finding stands, each item of a list called by what tells it apart from the others. */
function addressOf(
  { document, path }: Pick<PlacedFinding, 'document' | 'path'>,
  documents: Partial<Documents>,
) {
  let value: unknown = documents[document]
  const steps = path.map((step, index) => {
    value = childOf(value, step)
    const item = value
    const key = typeof step === 'number' ? itemKey(document, path.slice(0, index)) : undefined
    return key && isMapData(item) ? key.map((each) => item[each]).join(',') : step
  })
  return steps.join('/')
}

function childOf(value: unknown, step: string | number): unknown {
  if (Array.isArray(value)) return value[Number(step)]
  return isMapData(value) ? value[step] : undefined
}

/** Whether an error says that the law was broken, and not that something is still to be done or was done late. */
export function isBreachOfLaw({ severity, article, about }: PlacedFinding): boolean {
  return severity === 'error' && article !== null && about === 'breach'
}

/** Why an item is not written: errors that the law names, new with it, in the very document that it goes into. */
export function refusedByRules(
  findings: readonly PlacedFinding[],
  { document }: Pick<Target, 'document'>,
): readonly Refusal[] {
  return findings
    .filter((finding) => isBreachOfLaw(finding) && finding.document === document)
    .map(({ article, message }) => ({
      article: article ?? '',
      citation: article ?? '',
      reason: message,
      keys: [],
    }))
}
