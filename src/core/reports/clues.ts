import { firstOfQuarter, lastOfQuarter } from '../calendar/dates.ts'
import type { SubmissionsDocument } from '../facts/documents.ts'
import { clueOn, declinedOn } from '../facts/queries.ts'
import { stageTitle } from '../stages/stage.ts'
import type { CaseView } from '../view.ts'
import {
  claimedObligorNames,
  fromEach,
  isWithin,
  maskedRow,
  type Report,
  type ReportCell,
  type ReportColumn,
  type ReportPeriod,
  type ReportTotal,
} from './report.ts'

const columns: readonly ReportColumn[] = [
  { key: 'case', title: '编号', width: 9 },
  { key: 'channel', title: '线索渠道', width: 14 },
  { key: 'on', title: '线索日期', width: 11 },
  { key: 'matter', title: '线索事项', width: 20 },
  { key: 'place', title: '损害地点', width: 14 },
  { key: 'obligors', title: '赔偿义务人', width: 12 },
  { key: 'status', title: '办理情况', width: 8 },
]

/** A clue of the quarter. */
interface FoundClue {
  readonly on: string
  readonly row: readonly ReportCell[]
  readonly isInitiated: boolean
  readonly isDeclined: boolean
}

/** 季度案件线索清单: every clue found or received in the quarter (`2026Q3`), oldest first. */
export function cluesReport(
  views: Iterable<CaseView>,
  quarter: string,
  submissions: SubmissionsDocument | undefined,
): Report {
  const span = { from: firstOfQuarter(quarter), to: lastOfQuarter(quarter) }
  const found = fromEach(views, (view) => clueWithin(view, span)).toSorted((a, b) => (a.on < b.on ? -1 : 1))
  return {
    report: 'clues',
    title: '生态环境损害赔偿案件线索清单',
    period: quarter,
    matter: 'quarterly-clue-list',
    columns,
    rows: found.map(({ row }) => row),
    totals: [...totals(found), submitted(quarter, submissions)],
  }
}

function clueWithin(view: CaseView, span: ReportPeriod): FoundClue[] {
  const { facts } = view
  const on = clueOn(facts)
  if (on === undefined || !isWithin(on, span)) return []
  const isInitiated = facts.investigation?.initiation !== undefined
  return [{ on, row: rowOf(view), isInitiated, isDeclined: declinedOn(facts) !== undefined }]
}

function rowOf(view: CaseView): ReportCell[] {
  const { facts, regulation, stage } = view
  const { clue, damage, title } = facts.case
  return maskedRow(view, [
    facts.id,
    regulation.label('channels', clue.channel),
    clueOn(facts) ?? null,
    title,
    damage.location ?? null,
    claimedObligorNames(view) || '尚未确定',
    stageTitle(facts, stage.case),
  ])
}

function totals(found: readonly FoundClue[]): ReportTotal[] {
  const initiated = found.filter(({ isInitiated }) => isInitiated).length
  const declined = found.filter(({ isDeclined }) => isDeclined).length
  return [
    { title: '线索', value: found.length },
    { title: '已启动索赔', value: initiated },
    { title: '不启动索赔', value: declined },
    { title: '正在核查', value: found.length - initiated - declined },
  ]
}

/** The total that shows the submission of this list, from submissions.yaml. */
function submitted(quarter: string, submissions: SubmissionsDocument | undefined): ReportTotal {
  const sent = submissions?.submissions.find(
    ({ kind, period }) => kind === 'quarterly-clue-list' && period === quarter,
  )
  const value = sent ? `${sent.submittedOn}${sent.to ? ` ${sent.to}` : ''}` : '没有报送记录'
  return { title: '报送', value }
}
