import { type Fen, sumOf } from '../facts/money.ts'
import { type AnnualCase, countedSteps, countedWorks, type NamedAmount, STEPS_BEFORE } from './annual-case.ts'
import type { ReportCell } from './report.ts'

/** What was agreed and what was paid in all cases, in 分. */
export function moneyOfAll(cases: readonly AnnualCase[]): { readonly agreed: Fen; readonly paid: Fen } {
  return {
    agreed: sumOf(cases.flatMap(({ agreements }) => agreements)),
    paid: sumOf(cases.flatMap(({ payments }) => payments)),
  }
}

/** The steps of the procedure that were taken. */
export function stepRows(cases: readonly AnnualCase[]): ReportCell[][] {
  const row = (item: string, count: number, amount: Fen | null = null) => ['本年办理', item, count, amount]
  const rows = countedSteps.map(([item], index) => row(item, totalAt(cases, 'steps', index)))
  const signed = cases.reduce((count, { agreements }) => count + agreements.length, 0)
  return [
    ...rows.slice(0, STEPS_BEFORE),
    row('签订赔偿协议', signed, moneyOfAll(cases).agreed),
    ...rows.slice(STEPS_BEFORE),
  ]
}

function totalAt(cases: readonly AnnualCase[], key: 'steps' | 'works', index: number): number {
  return cases.reduce((count, each) => count + (each[key][index] ?? 0), 0)
}

/** The amounts in the agreements, head by head. */
export function byHead(cases: readonly AnnualCase[]): ReportCell[][] {
  const agreements = cases.flatMap((each) => each.agreements)
  return rowsWithSums(
    '协议赔偿范围',
    agreements.flatMap(({ heads }) => heads),
  )
}

/** The payments by destination, and the money that was spent. */
export function byDestination(cases: readonly AnnualCase[]): ReportCell[][] {
  const paid = cases.flatMap(({ payments }) => payments)
  const used = cases.flatMap(({ uses }) => uses).map((amount) => ({ name: '用于修复等', amount }))
  return [...rowsWithSums('赔偿资金到账', paid), ...rowsWithSums('赔偿资金使用', used)]
}

/** The restorations. */
export function restorationRows(cases: readonly AnnualCase[]): ReportCell[][] {
  return countedWorks.map(([item], index) => ['生态环境修复', item, totalAt(cases, 'works', index), null])
}

/** One row for each name: the number of its items and the sum of their amounts. */
function rowsWithSums(group: string, items: readonly NamedAmount[]): ReportCell[][] {
  const names = [...new Set(items.map(({ name }) => name))]
  return names.map((name) => {
    const members = items.filter((item) => item.name === name)
    return [group, name, members.length, sumOf(members)]
  })
}
