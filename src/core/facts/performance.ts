import type { IsoDate } from '../calendar/dates.ts'
import { obligedUnder, obligingAgreements } from './agreements.ts'
import type { Agreement, RestorationProject, Suit } from './documents.ts'
import type { Facts } from './facts.ts'
import { oncePerCase } from './once.ts'
import { isExempt, isUnder, passedOn } from './restoration.ts'
import { bindingSuits, boundBySuit } from './suits.ts'

/** What binds an obligor to pay or restore: an agreement in force, or an effective judgment that upheld the claim. */
export type Obligation = { readonly agreement: Agreement } | { readonly suit: Suit }

/** Everything that binds an obligor. */
export const obligations = oncePerCase((facts): readonly Obligation[] => [
  ...obligingAgreements(facts).map((agreement) => ({ agreement })),
  ...bindingSuits(facts).map((suit) => ({ suit })),
])

/** The number of the agreement or suit that binds: `G1`, `S1`. */
export function obligationId(obligation: Obligation): string {
  return 'agreement' in obligation ? obligation.agreement.id : obligation.suit.id
}

/** Whom an obligation still binds. */
export function obligedBy(facts: Facts, obligation: Obligation): string[] {
  return 'agreement' in obligation ? obligedUnder(facts, obligation.agreement) : boundBySuit(obligation.suit)
}

/** The projects that carry out an obligation. */
export function projectsUnder(facts: Facts, obligation: Obligation): RestorationProject[] {
  return facts.restoration.projects.filter((project) =>
    'agreement' in obligation
      ? isUnder(facts, project, obligation.agreement)
      : project.suit === obligation.suit.id,
  )
}

/** The day a project reached its goal; where it is exempt from evaluation, the day the work was complete. */
export function doneOn(project: RestorationProject): IsoDate | undefined {
  return passedOn(project) ?? (isExempt(project) ? project.completedOn : undefined)
}
