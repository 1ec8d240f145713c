import { compare } from '../calendar/dates.ts'
import { labelAt } from '../schema/choices.ts'
import { type Addressed, addressed } from './addressed.ts'
import type { ProceedingStep, RelatedProceeding } from './documents.ts'
import type { Facts } from './facts.ts'

/**
 * The proceedings beside the claim, each as it stands: what the later steps decided, and the day and the number of
 * that, take the place of what was recorded first.
 */
export function proceedingsOf({ case: file }: Pick<Facts, 'case'>): RelatedProceeding[] {
  return (file.relatedProceedings ?? []).map(asItStands)
}

function asItStands(proceeding: RelatedProceeding): RelatedProceeding {
  const { progress = [], ...first } = proceeding
  if (!progress.length) return proceeding
  const inOrder = progress.toSorted((a, b) => compare(a.on, b.on))
  return inOrder.reduce(afterStep, first)
}

/** A payment says that it was paid; a step that decides something says what, when and by which paper. */
function afterStep(before: RelatedProceeding, step: ProceedingStep): RelatedProceeding {
  const { on, status, reference, amount, result } = step
  if (status === 'paid') return { ...before, paidOn: on }
  if (amount === undefined && result === undefined) return before
  return {
    ...before,
    on,
    ...(reference !== undefined && { reference }),
    ...(amount !== undefined && { amount }),
    ...(result !== undefined && { result }),
  }
}

/**
 * The proceedings as they were recorded, with their addresses: the number, of several alike the kind or the place too.
 */
export function addressedProceedings({ case: file }: Pick<Facts, 'case'>): Addressed<RelatedProceeding>[] {
  return addressed(
    file.relatedProceedings ?? [],
    (proceeding) => proceeding.reference?.trim().replaceAll('/', '-') || kindOf(proceeding),
    kindOf,
  )
}

/** 行政处罚 */
function kindOf({ kind }: RelatedProceeding): string {
  return labelAt('case', ['relatedProceedings', 0, 'kind'], kind)
}

/** A proceeding in words: 行政处罚 南环罚〔2026〕1号. */
export function proceedingName(proceeding: RelatedProceeding): string {
  return [kindOf(proceeding), proceeding.reference].filter(Boolean).join(' ')
}

/**
 * The public-interest suits on record over the same act against any of these obligors; one that names nobody is against
 * all.
 */
export function parallelSuits(facts: Pick<Facts, 'case'>, obligors: readonly string[]): RelatedProceeding[] {
  return proceedingsOf(facts).filter(
    ({ kind, obligors: named = [] }) =>
      kind === 'public-interest' && (!named.length || named.some((id) => obligors.includes(id))),
  )
}

/** Whether nothing is on record of how a proceeding ended. */
export function isPendingProceeding({ result }: RelatedProceeding): boolean {
  return result === undefined || result.trim() === ''
}
