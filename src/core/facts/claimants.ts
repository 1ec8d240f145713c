import type { Agreement, Jurisdiction, OtherObligee } from './documents.ts'
import type { Facts } from './facts.ts'

/** One government that claims, with the unit that handles the case for it. */
export type Claimant = OtherObligee

/** Every government that claims: the one of this office first, then the others. */
export function claimantsOf({ obligee, handlingUnit, obligees = [] }: Jurisdiction): Claimant[] {
  return [{ name: obligee, handlingUnit }, ...obligees]
}

/** The units that sign and apply for the claimants, each once. */
export function claimantUnits({ case: { jurisdiction } }: Pick<Facts, 'case'>): string[] {
  return [...new Set(claimantsOf(jurisdiction).map(({ handlingUnit }) => handlingUnit))]
}

/** The claimants with their units, where there are several: 甲市人民政府（甲市生态环境局）、…; else empty. */
export function claimantsText({ case: { jurisdiction } }: Pick<Facts, 'case'>): string {
  const all = claimantsOf(jurisdiction)
  if (all.length <= 1) return ''
  return all.map(({ name, handlingUnit }) => `${name}（${handlingUnit}）`).join('、')
}

/** A party that signs an agreement: as `signatories` names it, and its name in words. */
export interface SigningParty {
  readonly party: string
  readonly name: string
}

/** Whoever signs an agreement beside the obligors: the units of the claimants, and the co-signatories. */
export function otherSigningParties(
  { case: { jurisdiction } }: Pick<Facts, 'case'>,
  { coSignatories = [] }: Agreement,
): SigningParty[] {
  const [own, ...others] = claimantsOf(jurisdiction)
  return [
    ...(own ? [{ party: 'obligee', name: own.handlingUnit }] : []),
    ...others.map(({ name, handlingUnit }) => ({ party: name, name: handlingUnit })),
    ...coSignatories.map(({ name }) => ({ party: name, name })),
  ]
}
