import type { Fen } from '../facts/money.ts'
import { clueOn } from '../facts/queries.ts'
import type { CaseView } from '../view.ts'
import { agreementsIn, amountOf, paymentsIn } from './annual-figures.ts'
import { type Bar, type Chart, departmentOf, isWithin, type ReportPeriod, totalAmount } from './report.ts'

const MONTHS = 12

/** The charts of a year, month by month, by kind of damage and by department; one without any figure is left out. */
export function annualCharts(
  views: readonly CaseView[],
  handled: readonly CaseView[],
  year: string,
): Chart[] {
  const span = { from: `${year}-01-01`, to: `${year}-12-31` }
  const found = foundIn(views, span)
  const agreed = (view: CaseView): Fen => agreedIn(view, span)
  const charts: readonly Chart[] = [
    { title: '各月新收线索', unit: '件', bars: byMonth(year, (month) => foundIn(views, month).length) },
    { title: '各月签订协议', unit: '件', bars: byMonth(year, (month) => signedIn(views, month)) },
    {
      title: '各月协议赔偿金额',
      unit: '万元',
      bars: byMonth(year, (month) => sumOver(views, (view) => agreedIn(view, month))),
    },
    {
      title: '各月到账金额',
      unit: '万元',
      bars: byMonth(year, (month) => sumOver(views, (view) => paidIn(view, month))),
    },
    { title: '新收线索的损害类型', unit: '件', bars: grouped(found, kindOf, (members) => members.length) },
    {
      title: '协议赔偿金额的损害类型',
      unit: '万元',
      bars: grouped(views, kindOf, (members) => sumOver(members, agreed)),
    },
    {
      title: '在办案件的主管部门',
      unit: '件',
      bars: grouped(handled, departmentOf, (members) => members.length),
    },
    {
      title: '协议赔偿金额的主管部门',
      unit: '万元',
      bars: grouped(views, departmentOf, (members) => sumOver(members, agreed)),
    },
  ]
  return charts.filter(({ bars }) => bars.some(({ value }) => value > 0))
}

function foundIn(views: readonly CaseView[], span: ReportPeriod): CaseView[] {
  return views.filter(({ facts }) => isWithin(clueOn(facts), span))
}

function signedIn(views: readonly CaseView[], span: ReportPeriod): number {
  return views.flatMap(({ facts }) => agreementsIn(facts, span)).length
}

function agreedIn({ facts }: CaseView, span: ReportPeriod): Fen {
  return agreementsIn(facts, span).reduce((total, agreement) => total + amountOf(agreement), 0n)
}

function paidIn({ facts }: CaseView, span: ReportPeriod): Fen {
  return totalAmount(paymentsIn(facts, span))
}

function sumOver(views: readonly CaseView[], amountIn: (view: CaseView) => Fen): Fen {
  return views.reduce((total, view) => total + amountIn(view), 0n)
}

function kindOf({ facts, regulation }: CaseView): string {
  return regulation.label('damageKinds', facts.case.damage.kind)
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
  views: readonly CaseView[],
  nameOf: (view: CaseView) => string,
  figureOf: (members: readonly CaseView[]) => number | Fen,
): Bar[] {
  const names = [...new Set(views.map(nameOf))]
  return names
    .map((label) => ({ label, value: figureOf(views.filter((view) => nameOf(view) === label)) }))
    .filter(({ value }) => value > 0)
    .toSorted((a, b) => (a.value < b.value ? 1 : -1))
}
