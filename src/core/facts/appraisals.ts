import type { Appraisal, Objection, Panel } from './documents.ts'
import type { Facts } from './facts.ts'
import { type Fen, fenOf, sum } from './money.ts'

/** The appraisals that count: received, not withdrawn and not replaced by a re-appraisal. */
export function standingAppraisals({ appraisals }: Facts): Appraisal[] {
  return appraisals.filter(
    ({ id, receivedOn, withdrawnOn }) =>
      receivedOn !== undefined &&
      withdrawnOn === undefined &&
      !appraisals.some(({ reappraises, receivedOn: again }) => reappraises === id && again !== undefined),
  )
}

/** What an appraisal found the damage to be, in 分: the sum of its items; the whole where only that is on record. */
export function appraisedSum({ amounts = [], total }: Appraisal): Fen {
  return amounts.length > 0 ? sum(amounts.map(({ amount }) => amount)) : fenOf(total)
}

/** Whether every standing appraisal that speaks of restorability found that the damage can be restored in full. */
export function isFullyRestorable(facts: Facts): boolean {
  const said = standingAppraisals(facts).flatMap(({ restorability }) => restorability ?? [])
  return said.length > 0 && said.every((restorability) => restorability === 'full')
}

/** Whether an objection to an appraisal can still have an effect: no agreement and no suit is on record. */
export function isOpenToObjection({ agreements, court }: Facts): boolean {
  return agreements.length === 0 && court.suits.length === 0
}

/** Where an appraisal stands in appraisals.yaml; -1 when there is none of that id. */
export function appraisalIndex({ appraisals }: Facts, id: string | null): number {
  return appraisals.findIndex((appraisal) => appraisal.id === id)
}

/** An objection and its appraisal. */
export interface RaisedObjection {
  readonly appraisal: Appraisal
  readonly objection: Objection
}

/** Every objection of a case. */
export function objectionsIn({ appraisals }: Facts): RaisedObjection[] {
  return appraisals.flatMap((appraisal) =>
    (appraisal.objections ?? []).map((objection) => ({ appraisal, objection })),
  )
}

/** Whether both sides commission the panel: the obligee and at least one obligor. */
export function isJointlyCommissioned({ commissionedBy }: Pick<Panel, 'commissionedBy'>): boolean {
  const parties = commissionedBy ?? []
  return parties.includes('obligee') && parties.some((party) => party !== 'obligee')
}

/** Whether the police alone commissioned an appraisal; if the unit commissioned it with them, it is the unit's own. */
export function isFromPolice(commissioners: readonly string[]): boolean {
  return commissioners.length > 0 && commissioners.every((by) => by === 'public-security')
}
