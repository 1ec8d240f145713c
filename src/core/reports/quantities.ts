import { sumOfDecimals } from '../facts/decimals.ts'
import type { Facts } from '../facts/facts.ts'
import { schemaAt } from '../schema/walk.ts'
import type { CaseView } from '../view.ts'
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

/**
 * What was damaged, in the cases that were initiated in the period, and what was restored, by the works that were
 * completed in it: a row for each kind, also where there is nothing.
 */
export function quantityRows(views: readonly CaseView[], span: ReportPeriod): ReportCell[][] {
  const rows = (group: string, quantitiesIn: typeof damagedIn): ReportCell[][] =>
    kinds.map((kind) => {
      const found = views.flatMap(({ facts }) => quantitiesIn(facts, span, kind))
      return [group, labelOf(kind), totalOf(found), null]
    })
  return [...rows('受损数量（启动索赔）', damagedIn), ...rows('修复数量（完成修复）', restoredIn)]
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
