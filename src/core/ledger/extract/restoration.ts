import { earliest, type IsoDate, latest, latestOfAll } from '../../calendar/dates.ts'
import { sumOfDecimals } from '../../facts/decimals.ts'
import type { RestorationProject } from '../../facts/documents.ts'
import type { Facts } from '../../facts/facts.ts'
import { type RestorationSetTerms, setsOf } from '../../facts/restoration-sets.ts'
import type { CaseColumnId, CaseRow } from '../columns.ts'
import { MONETARY } from '../intake/cells/words.ts'
import { common } from './filled.ts'
import { agreementsInRow } from './round-in-row.ts'

/** The columns of what was damaged and restored, by the keys under which a case holds the quantities. */
const quantityColumns = {
  soilM3: { damaged: 'damagedSoil', restored: 'restoredSoil' },
  forestM2: { damaged: 'damagedForest', restored: 'restoredForest' },
  farmlandM2: { damaged: 'damagedFarmland', restored: 'restoredFarmland' },
  surfaceWaterM3: { damaged: 'damagedSurfaceWater', restored: 'restoredSurfaceWater' },
  groundwaterM3: { damaged: 'damagedGroundwater', restored: 'restoredGroundwater' },
  wetlandM2: { damaged: 'damagedWetland', restored: 'restoredWetland' },
  wasteT: { damaged: 'damagedWaste', restored: 'restoredWaste' },
} as const satisfies Record<string, Record<'damaged' | 'restored', CaseColumnId>>

type Quantity = keyof typeof quantityColumns
type DamagedColumn = (typeof quantityColumns)[Quantity]['damaged']
type RestoredColumn = (typeof quantityColumns)[Quantity]['restored']
type RestorationColumn =
  | 'restorationMode'
  | 'restorationStartedOn'
  | 'restorationDueOn'
  | 'completedOn'
  | 'evaluatedOn'

/** The restoration: of several projects, from the first that began to the last that was completed. */
export function restorationValues(facts: Facts): Pick<CaseRow, RestorationColumn | RestoredColumn> {
  const { projects } = facts.restoration
  const agreed = termsIn(facts)
  return {
    restorationMode: modeOf(facts),
    restorationStartedOn: earliest(...projects.map(({ startedOn }) => startedOn)),
    restorationDueOn: latest(
      ...agreed.flatMap(({ completeBy, phases = [] }) => [
        completeBy,
        ...phases.map((each) => each.completeBy),
      ]),
    ),
    completedOn: latestOfAll(projects.map(({ completedOn }) => completedOn)),
    evaluatedOn: evaluatedOn(projects),
    ...restoredQuantities(projects),
  }
}

/** What the agreements say of the works; where there is none, what the judgments order. */
function termsIn(facts: Facts): RestorationSetTerms[] {
  const agreements = agreementsInRow(facts)
  return (agreements.length ? agreements : facts.court.suits).flatMap(({ restoration }) =>
    setsOf(restoration),
  )
}

/** The mode of the projects, else that which was agreed; money, where that alone was. */
function modeOf(facts: Facts): string | undefined {
  const { projects } = facts.restoration
  const named = (projects.length ? projects : termsIn(facts)).flatMap(({ mode }) => mode ?? [])
  const substitutes = agreementsInRow(facts).flatMap(({ substitutes: agreed = [] }) => agreed)
  const isMoney = !projects.length && substitutes.some(({ mode }) => mode === MONETARY)
  return common(named) ?? (isMoney && !named.length ? MONETARY : undefined)
}

/** The day of the last report, once each project has one. */
function evaluatedOn(projects: readonly RestorationProject[]): IsoDate | undefined {
  const reports = projects.map(({ evaluations = [] }) =>
    latest(...evaluations.map(({ reportedOn }) => reportedOn)),
  )
  return latestOfAll(reports)
}

/** What was damaged, by the columns of the ledger. */
export function damagedQuantities({ case: { damage } }: Facts): Pick<CaseRow, DamagedColumn> {
  return byColumn('damaged', (kind) => damage.quantities?.[kind])
}

function restoredQuantities(projects: readonly RestorationProject[]): Pick<CaseRow, RestoredColumn> {
  return byColumn('restored', (kind) =>
    sumOfDecimals(projects.flatMap(({ restored }) => restored?.[kind] ?? [])),
  )
}

function byColumn<Which extends 'damaged' | 'restored'>(
  which: Which,
  quantityOf: (kind: Quantity) => string | undefined,
): Record<(typeof quantityColumns)[Quantity][Which], string | undefined> {
  const kinds = Object.keys(quantityColumns) as Quantity[]
  const values = kinds.map((kind) => [quantityColumns[kind][which], quantityOf(kind)])
  return Object.fromEntries(values)
}
