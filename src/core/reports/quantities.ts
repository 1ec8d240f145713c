import { sumOfDecimals } from '../facts/decimals.ts'
import type { Facts } from '../facts/facts.ts'
import { schemaAt } from '../schema/walk.ts'
import { isWithin, type ReportCell, type ReportPeriod } from './report.ts'

/**
 * What the ministry's yearly figures ask for, in the order of its table, by the keys of damage and restoration alike.
 */
const kinds = [
  'soilM3',
  'forestM2',
  'farmlandM2',
  'surfaceWaterM3',
  'groundwaterM3',
  'wetlandM2',
  'wasteT',
] as const

type Kind = (typeof kinds)[number]

/** Quantities of a case, each a decimal text under its kind. */
type OfKinds = readonly (readonly [kind: Kind, quantity: string])[]

/** What was damaged in a case that was initiated in a period, and what was restored by the works completed in it. */
export interface CaseQuantities {
  readonly damaged: OfKinds
  readonly restored: OfKinds
}

/** What a case adds to the quantities of the period. */
export function quantitiesOf(facts: Facts, span: ReportPeriod): CaseQuantities {
  const ofKinds = (quantitiesIn: typeof damagedIn): OfKinds =>
    kinds.flatMap((kind) => quantitiesIn(facts, span, kind).map((quantity) => [kind, quantity] as const))
  return { damaged: ofKinds(damagedIn), restored: ofKinds(restoredIn) }
}

/** What was damaged and what was restored in all cases: a row for each kind, also where there is nothing. */
export function quantityRows(cases: readonly CaseQuantities[]): ReportCell[][] {
  const rows = (group: string, which: keyof CaseQuantities): ReportCell[][] => {
    const found = cases.flatMap((each) => each[which])
    return kinds.map((kind) => {
      const own = found.flatMap(([name, quantity]) => (name === kind ? quantity : []))
      return [group, labelOf(kind), totalOf(own), null]
    })
  }
  return [...rows('受损数量（启动索赔）', 'damaged'), ...rows('修复数量（完成修复）', 'restored')]
}

function damagedIn({ case: { damage }, investigation }: Facts, span: ReportPeriod, kind: Kind): string[] {
  const quantity = damage.quantities?.[kind]
  return quantity !== undefined && isWithin(investigation?.initiation?.initiatedOn, span) ? [quantity] : []
}

function restoredIn({ restoration }: Facts, span: ReportPeriod, kind: Kind): string[] {
  return restoration.projects
    .filter(({ completedOn }) => isWithin(completedOn, span))
    .flatMap(({ restored }) => restored?.[kind] ?? [])
}

/** 土壤（立方米）: as the schema titles what was restored, without the verb. */
function labelOf(kind: Kind): string {
  const title = schemaAt('restoration', ['projects', 0, 'restored', kind])?.title ?? kind
  return title.replace(/^(?:修复|清理)/u, '')
}

/** The sum of decimal texts; null where there is none. */
function totalOf(quantities: readonly string[]): number | null {
  const total = sumOfDecimals(quantities)
  return total === undefined ? null : Number(total)
}
