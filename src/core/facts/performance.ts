import { type IsoDate, latestOfAll } from '../calendar/dates.ts'
import { obligedUnder, obligingAgreements } from './agreements.ts'
import type { Agreement, RestorationProject, RestorationTerms, Suit } from './documents.ts'
import type { Facts } from './facts.ts'
import { instalments, paidInFullOn } from './instalments.ts'
import { isExempt, isUnder, passedOn } from './queries.ts'
import { unrecordedSubstitutes } from './restoration.ts'
import { bindingSuits, boundBySuit } from './suits.ts'

/** What binds an obligor to pay or restore: an agreement in force, or an effective judgment that was not lost. */
export type Obligation = { readonly agreement: Agreement } | { readonly suit: Suit }

/** Everything that binds an obligor. */
export function obligations(facts: Facts): Obligation[] {
  return [
    ...obligingAgreements(facts).map((agreement) => ({ agreement })),
    ...bindingSuits(facts).map((suit) => ({ suit })),
  ]
}

/** The number of the agreement or suit that binds: `G1`, `S1`. */
export function obligationId(obligation: Obligation): string {
  return 'agreement' in obligation ? obligation.agreement.id : obligation.suit.id
}

/** Whom an obligation still binds. */
export function obligedBy(facts: Facts, obligation: Obligation): string[] {
  return 'agreement' in obligation ? obligedUnder(facts, obligation.agreement) : boundBySuit(obligation.suit)
}

/** The restoration that an obligation asks for; a judgment may name one day for all that it orders. */
export function restorationTerms(obligation: Obligation): RestorationTerms | undefined {
  if ('agreement' in obligation) return obligation.agreement.restoration
  const { restoration, performBy } = obligation.suit
  return restoration && performBy ? { completeBy: performBy, ...restoration } : restoration
}

/** The projects that carry out an obligation. */
export function projectsUnder(facts: Facts, obligation: Obligation): RestorationProject[] {
  return facts.restoration.projects.filter((project) =>
    'agreement' in obligation
      ? isUnder(facts, project, obligation.agreement)
      : project.suit === obligation.suit.id,
  )
}

/** The day on which all that an obligation asks was done; undefined while anything is left, or nothing is on record. */
export function performedOn(facts: Facts, obligation: Obligation): IsoDate | undefined {
  const id = obligationId(obligation)
  const paid = instalments(facts)
    .filter(({ source }) => ('agreement' in source ? source.agreement.id : source.suit.id) === id)
    .map((instalment) => paidInFullOn(facts, instalment))
  const projects = projectsUnder(facts, obligation)
  const restored = projects.map(doneOn)
  const isMissing =
    (restorationTerms(obligation) && !projects.length) ||
    ('agreement' in obligation && unrecordedSubstitutes(facts, obligation.agreement).length > 0)
  const missing = isMissing ? [undefined] : []
  return latestOfAll([...paid, ...restored, ...missing])
}

/** The day a project reached its goal; where it is exempt from evaluation, the day the work was complete. */
export function doneOn(project: RestorationProject): IsoDate | undefined {
  return passedOn(project) ?? (isExempt(project) ? project.completedOn : undefined)
}
