import type { GeneratedRepository } from './generate.ts'
import type { Spent } from './measure.ts'

/** The limit of a result; none where the result is only shown. */
export type Budget = { readonly atMost: number } | { readonly atLeast: number } | undefined

/** One line of the table. */
export interface Row {
  readonly title: string
  /** What ejc took, and what it is compared with. */
  readonly ours: string
  readonly against: string
  readonly value: number
  readonly unit: '×' | 'MiB' | 'MB' | 'ms' | '/s' | ''
  readonly budget: Budget
}

/** How large a run is. */
export interface Sizes {
  readonly startRounds: number
  readonly rounds: number
  /** Cases for lint without cache. */
  readonly lint: number
  /** Cases of the large repository: second runs, advance. */
  readonly large: number
  /** Cases by which growth is measured, ascending. */
  readonly growth: readonly number[]
}

/** What the works of one run share: repositories are made once for each size. */
export interface Bench {
  readonly sizes: Sizes
  /** A folder for whatever a work writes. */
  readonly scratch: string
  readonly repository: (cases: number) => Promise<GeneratedRepository>
}

/** A work about which design and README promise something. */
export interface Work {
  readonly name: string
  readonly run: (bench: Bench) => Promise<Row[]> | Row[]
}

/** Two medians in milliseconds as a line. */
export function ratio(title: string, ours: number, against: number, budget: Budget, whom: string): Row {
  return {
    title,
    ours: milliseconds(ours),
    against: `${milliseconds(against)} ${whom}`,
    value: ours / against,
    unit: '×',
    budget,
  }
}

/** What two commands spent as a line: the processor is compared, since other work of the machine changes the clock. */
export function spentRatio(title: string, ours: Spent, against: Spent, budget: Budget, whom: string): Row {
  return {
    title,
    ours: spent(ours),
    against: `${spent(against)} ${whom}`,
    value: ours.cpu / against.cpu,
    unit: '×',
    budget,
  }
}

function spent({ cpu, wall }: Spent): string {
  return `CPU ${milliseconds(cpu)}, clock ${milliseconds(wall)}`
}

export function milliseconds(value: number): string {
  return value < 10 ? `${value.toFixed(1)} ms` : `${Math.round(value)} ms`
}

/** Whether the budget holds; undefined when there is none. */
export function keepsBudget({ value, budget }: Row): boolean | undefined {
  if (!budget) return undefined
  return 'atMost' in budget ? value <= budget.atMost : value >= budget.atLeast
}
