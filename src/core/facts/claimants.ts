import type { Agreement, ConfigDocument, Jurisdiction, OtherObligee } from './documents.ts'
import type { Facts } from './facts.ts'

/** One government that claims, with the unit that handles the case for it. */
export type Claimant = OtherObligee

/**
 * The unit whose name stands on papers, as a party and under them: a branch acts in the name of the department that it
 * belongs to, unless the claimant has designated the branch itself (`obligee`).
 */
export function unitOnPapers({
  inNameOf,
  handlingUnit,
  handlingUnitKind: kind = BRANCH,
}: Pick<Jurisdiction, 'inNameOf' | 'handlingUnit' | 'handlingUnitKind'>): string {
  return kind === BRANCH && inNameOf !== undefined ? inNameOf : handlingUnit
}

/** Only a branch acts in the name of another unit. */
const BRANCH = 'city-branch'

/** Every government that claims: the one of this office first, then the others; each with the unit that signs for it. */
export function claimantsOf(jurisdiction: Jurisdiction): Claimant[] {
  const { obligee, obligees = [] } = jurisdiction
  return [{ name: obligee, handlingUnit: unitOnPapers(jurisdiction) }, ...obligees]
}

/** What ejc.yaml says of the unit whose name stands on the papers of a case; undefined where that is another unit. */
export function describedUnit(config: ConfigDocument, { case: { jurisdiction } }: Pick<Facts, 'case'>) {
  return unitOfSettings(config) === unitOnPapers(jurisdiction) ? config.unit : undefined
}

/** The unit of ejc.yaml where it is a branch that handles the case, and another unit's name stands on its papers. */
export function actingBranch({ config, facts }: { config: ConfigDocument; facts: Pick<Facts, 'case'> }) {
  const { unit } = config
  const { jurisdiction } = facts.case
  const acts = unit?.name === jurisdiction.handlingUnit && unitOnPapers(jurisdiction) !== unit.name
  return acts ? unit : undefined
}

/** The unit that ejc.yaml puts on papers; undefined where it names none. */
export function unitOfSettings({ unit }: ConfigDocument): string | undefined {
  return unit && unitOnPapers(jurisdictionOfUnit(unit))
}

/** The unit of ejc.yaml as a case names it. */
function jurisdictionOfUnit({ name, kind, inNameOf }: NonNullable<ConfigDocument['unit']>) {
  return {
    handlingUnit: name,
    ...(kind !== undefined && { handlingUnitKind: kind }),
    ...(inNameOf !== undefined && { inNameOf }),
  }
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
