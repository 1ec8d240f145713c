import { childAt, isMapData } from '../facts/data.ts'
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
 * The findings in a case after an action that were not there before. Its rule, its code and its subject identify a
 * finding; of several that are alike, only those beyond the number before, with another message, are new.
 */
export function newlyFound(before: FoundIn, after: FoundIn): readonly PlacedFinding[] {
  const known = before.findings.map(({ message, ...finding }) => ({
    message,
    is: findingIdentity(finding, before),
  }))
  const open = after.findings.map((finding) => ({ finding, is: findingIdentity(finding, after) }))
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

function findingIdentity(finding: Omit<PlacedFinding, 'message'>, { documents }: FoundIn): string {
  const { rule, code, document, subject, place } = finding
  return [rule, code, document, findingAddress(finding, documents), subject, place?.path].join('\n')
}

/** The place of a finding, with list items by their identifying values. */
function findingAddress(
  { document, path }: Pick<PlacedFinding, 'document' | 'path'>,
  documents: Partial<Documents>,
) {
  let value: unknown = documents[document]
  const steps = path.map((step, index) => {
    value = childAt(value, step)
    const item = value
    const key = typeof step === 'number' ? itemKey(document, path.slice(0, index)) : undefined
    return key && isMapData(item) ? key.map((each) => item[each]).join(',') : step
  })
  return steps.join('/')
}

/** Whether an error says that somebody broke the law, and not that something is still to be done, or was done late. */
export function isBreachOfLaw({ severity, article, about }: PlacedFinding): boolean {
  return severity === 'error' && article !== null && about === 'breach'
}

/** Whether a finding says that facts contradict one another, so that they can't be those of one case. */
export function isContradiction({ denies, severity }: PlacedFinding): boolean {
  return severity === 'error' && denies !== undefined && denies !== 'future'
}

/** Whether a finding says that something was left without what it refers to, or rests on. */
export function isLeaning({ denies, severity }: PlacedFinding): boolean {
  return severity === 'error' && (denies === 'reference' || denies === 'ground')
}

/**
 * Whether an error that an item causes keeps it from being written. What has not happened is no fact: such a day is not
 * entered, though a file that holds one can be read.
 */
export function isRefusing(finding: PlacedFinding): boolean {
  return isBreachOfLaw(finding) || finding.denies === 'future'
}

/**
 * Why an item is not written: it causes new errors that rest on the law, or a fact of a later day, in the document into
 * which it goes.
 */
export function refusedByRules(
  findings: readonly PlacedFinding[],
  { document }: Pick<Target, 'document'>,
): readonly Refusal[] {
  return findings
    .filter((finding) => isRefusing(finding) && finding.document === document)
    .map(({ article, message }) => ({
      article: article ?? '',
      citation: article ?? '日期',
      reason: message,
      keys: [],
    }))
}
