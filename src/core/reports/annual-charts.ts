import { type Fen, sumOf } from '../facts/money.ts'
import type { AnnualCase } from './annual-case.ts'
import { type Bar, type Chart, isWithin, type ReportPeriod } from './report.ts'

const MONTHS = 12

/** The charts of a year, month by month, by kind of damage and by department; one without any figure is left out. */
export function annualCharts(cases: readonly AnnualCase[], year: string): Chart[] {
  const found = cases.filter((each) => each.found)
  const handled = cases.filter((each) => each.handled)
  const agreed = (members: readonly AnnualCase[]): Fen =>
    sumOf(members.flatMap(({ agreements }) => agreements))
  const charts: readonly Chart[] = [
    { title: '各月新收线索', unit: '件', bars: byMonth(year, (month) => foundIn(found, month)) },
    { title: '各月签订协议', unit: '件', bars: byMonth(year, (month) => agreedIn(cases, month).length) },
    {
      title: '各月协议赔偿金额',
      unit: '万元',
      bars: byMonth(year, (month) => sumOf(agreedIn(cases, month))),
    },
    {
      title: '各月到账金额',
      unit: '万元',
      bars: byMonth(year, (month) => sumOf(paidIn(cases, month))),
    },
    { title: '新收线索的损害类型', unit: '件', bars: grouped(found, kindOf, (members) => members.length) },
    {
      title: '协议赔偿金额的损害类型',
      unit: '万元',
      bars: grouped(cases, kindOf, agreed),
    },
    {
      title: '在办案件的主管部门',
      unit: '件',
      bars: grouped(handled, departmentOf, (members) => members.length),
    },
    {
      title: '协议赔偿金额的主管部门',
      unit: '万元',
      bars: grouped(cases, departmentOf, agreed),
    },
  ]
  return charts.filter(({ bars }) => bars.some(({ value }) => value > 0))
}

function foundIn(found: readonly AnnualCase[], month: ReportPeriod): number {
  return found.filter((each) => isWithin(each.found?.on, month)).length
}

function agreedIn(cases: readonly AnnualCase[], month: ReportPeriod) {
  return cases.flatMap(({ agreements }) => agreements.filter(({ on }) => isWithin(on, month)))
}

function paidIn(cases: readonly AnnualCase[], month: ReportPeriod) {
  return cases.flatMap(({ payments }) => payments.filter(({ on }) => isWithin(on, month)))
}

function kindOf({ kind }: AnnualCase): string {
  return kind
}

function departmentOf({ department }: AnnualCase): string {
  return department
}

/** One bar for each month of the year, empty ones too. */
function byMonth(year: string, valueIn: (month: ReportPeriod) => number | Fen): Bar[] {
  return Array.from({ length: MONTHS }, (_, index) => {
    const month = `${year}-${String(index + 1).padStart(2, '0')}`
    // Days are compared as texts: no month has a day after the 31st.
    return { label: `${index + 1}月`, value: valueIn({ from: `${month}-01`, to: `${month}-31` }) }
  })
}

/** One bar for each name that has a figure, the largest first. */
function grouped(
  cases: readonly AnnualCase[],
  nameOf: (each: AnnualCase) => string,
  figureOf: (members: readonly AnnualCase[]) => number | Fen,
): Bar[] {
  const names = [...new Set(cases.map(nameOf))]
  return names
    .map((label) => ({ label, value: figureOf(cases.filter((each) => nameOf(each) === label)) }))
    .filter(({ value }) => value > 0)
    .toSorted((a, b) => (a.value < b.value ? 1 : -1))
}
