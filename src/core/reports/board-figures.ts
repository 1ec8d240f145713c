import { addMonths, firstOfMonth, type IsoDate, monthOf } from '../calendar/dates.ts'
import { isLate, isNear } from '../deadlines/pending.ts'
import { type Fen, fenOf, sumFen, yuanOf } from '../facts/money.ts'
import { NO_OFFICER } from '../stages/officers.ts'
import { isStage, type Stage, stages } from '../stages/stage.ts'
import type { BoardCase, BoardDeadline, BoardFindings, RestorationCounts } from './board.ts'
import type { Bar, Chart } from './report.ts'
import { chartData } from './text.ts'

/** What the board shows beside the cases. */
export interface BoardHeading {
  readonly today: IsoDate
  readonly unit: string | null
  /** The title of the regulation on which the conclusions rest. */
  readonly regulation: string
  /** The officer, if the board shows the cases of one officer only. */
  readonly officer: string | null
  /** 天 within which a deadline counts as near. */
  readonly withinDays: number
  /** What the office owes as a whole. */
  readonly office: readonly BoardDeadline[]
  /** What is wrong in files that belong to no case. */
  readonly officeFindings: BoardFindings
  /** Cases that could not be read; no figure counts them. */
  readonly unreadable: readonly string[]
}

/** The board of an office: figures, charts, what is late and near, and every case. */
export interface Board extends BoardHeading {
  readonly figures: BoardFigures
  readonly charts: readonly Chart[]
  readonly overdue: readonly BoardDeadline[]
  readonly near: readonly BoardDeadline[]
  /** The officers of the cases, and the stages that they have, both in their order. */
  readonly filters: BoardFilters
  /** Every case, in their order; whoever goes through them reads one after the other. */
  readonly cases: Iterable<BoardCase>
}

/** By what the cases of the board can be chosen. */
export interface BoardFilters {
  readonly officers: readonly string[]
  readonly stages: readonly Stage[]
}

export interface BoardFigures {
  readonly cases: number
  /** Not ended. */
  readonly inHand: number
  readonly major: number
  /** Cases with a deadline that is overdue. */
  readonly late: number
  readonly stages: readonly { readonly stage: Stage; readonly cases: number }[]
  /** Decimal strings in yuan. */
  readonly claimed: string
  readonly settled: string
  readonly paid: string
  readonly restoration: RestorationCounts
  readonly findings: BoardFindings
}

/** What the board counts of its cases, which come one after the other; none of them is kept. */
export interface BoardTally {
  add(each: BoardCase): void
  /** The board of all cases so far, which `cases` goes through again. */
  board(heading: BoardHeading, cases: Iterable<BoardCase>): Board
}

/** Puts the board together. */
export function boardOf(cases: Iterable<BoardCase>, heading: BoardHeading): Board {
  const tally = boardTally(heading)
  for (const each of cases) tally.add(each)
  return tally.board(heading, cases)
}

/** Begins to count. */
export function boardTally({ today, withinDays }: Pick<BoardHeading, 'today' | 'withinDays'>): BoardTally {
  const counted: CountedCase[] = []
  const overdue: BoardDeadline[] = []
  const near: BoardDeadline[] = []
  return {
    add(each) {
      counted.push(countedCase(each))
      overdue.push(...each.deadlines.filter(isLate))
      near.push(...each.deadlines.filter((deadline) => isNearOnBoard(deadline, today, withinDays)))
    },
    board(heading, cases) {
      const late = overdue.toSorted(byLastDay)
      const figures = figuresOf(counted, late, heading.officeFindings)
      return {
        ...heading,
        figures,
        charts: boardCharts(counted, figures, today),
        overdue: late,
        near: near.toSorted(byLastDay),
        filters: filtersOf(counted),
        cases,
      }
    },
  }
}

/** What is counted of a case. */
interface CountedCase
  extends Pick<
    BoardCase,
    'stage' | 'officers' | 'major' | 'clueOn' | 'endedOn' | 'damage' | 'restoration' | 'findings'
  > {
  readonly isLate: boolean
  readonly claimed: Fen
  readonly settled: Fen
  readonly paid: Fen
}

function countedCase(each: BoardCase): CountedCase {
  const { stage, officers, major, clueOn, endedOn, damage, restoration, findings } = each
  const { claimed, settled, paid, deadlines } = each
  return {
    ...{ stage, officers, major, clueOn, endedOn, damage, restoration, findings },
    isLate: deadlines.some(isLate),
    ...{ claimed: fenOf(claimed), settled: fenOf(settled), paid: fenOf(paid) },
  }
}

function filtersOf(cases: readonly CountedCase[]): BoardFilters {
  return {
    officers: [...new Set(cases.flatMap(({ officers }) => officers))].toSorted(),
    stages: stageIds.filter((id) => cases.some(({ stage }) => stage === id)),
  }
}

/** The board for programs, but for its cases: amounts as decimal strings in yuan. */
export function boardData({ cases: _, filters: __, ...board }: Board) {
  return { ...board, charts: board.charts.map(chartData) }
}

/** Whether a deadline ends so soon that the board names it. */
export function isNearOnBoard(deadline: BoardDeadline, today: IsoDate, withinDays: number): boolean {
  return counts(deadline) && isNear(deadline, today, withinDays)
}

function counts({ status }: BoardDeadline): boolean {
  return status === 'open' || status === 'soon' || status === 'rolled'
}

/** The earliest last day first; on one day by the number of the case. */
export function byLastDay(a: LastDay, b: LastDay): number {
  const [first, second] = [a, b].map(({ rolledDue, case: id }) => `${rolledDue ?? '9999'} ${id ?? ''}`)
  return first === second ? 0 : (first ?? '') < (second ?? '') ? -1 : 1
}

type LastDay = Pick<BoardDeadline, 'rolledDue' | 'case'>

function figuresOf(
  cases: readonly CountedCase[],
  overdue: readonly BoardDeadline[],
  officeFindings: BoardFindings,
): BoardFigures {
  const findings = [officeFindings, ...cases.map((each) => each.findings)]
  const projects = cases.map(({ restoration }) => restoration)
  return {
    cases: cases.length,
    inHand: cases.filter(isInHand).length,
    major: cases.filter(({ major }) => major).length,
    late: new Set(overdue.map((deadline) => deadline.case)).size,
    stages: stageIds.map((stage) => ({ stage, cases: cases.filter((each) => each.stage === stage).length })),
    claimed: yuanOf(sumFen(cases.map(({ claimed }) => claimed))),
    settled: yuanOf(sumFen(cases.map(({ settled }) => settled))),
    paid: yuanOf(sumFen(cases.map(({ paid }) => paid))),
    restoration: {
      notStarted: count(projects, ({ notStarted }) => notStarted),
      underWay: count(projects, ({ underWay }) => underWay),
      awaiting: count(projects, ({ awaiting }) => awaiting),
      done: count(projects, ({ done }) => done),
    },
    findings: {
      error: count(findings, ({ error }) => error),
      warning: count(findings, ({ warning }) => warning),
      notice: count(findings, ({ notice }) => notice),
    },
  }
}

const stageIds = Object.keys(stages).filter(isStage)

/** Whether nothing has ended the case yet. */
function isInHand({ endedOn }: CountedCase): boolean {
  return endedOn === null
}

function count<T>(items: readonly T[], numberOf: (item: T) => number): number {
  return items.reduce((total, item) => total + numberOf(item), 0)
}

function boardCharts(
  cases: readonly CountedCase[],
  { stages: byStage, claimed, settled, paid }: BoardFigures,
  today: IsoDate,
): Chart[] {
  const inHand = cases.filter(isInHand)
  const late = cases.filter((each) => each.isLate)
  return [
    {
      title: '案件所处阶段',
      unit: '件',
      bars: byStage.map(({ stage, cases: value }) => ({ label: stages[stage].title, value })),
    },
    {
      title: '赔偿金额',
      unit: '万元',
      bars: [
        { label: '主张', value: fenOf(claimed) },
        { label: '协议、裁判确定', value: fenOf(settled) },
        { label: '到账', value: fenOf(paid) },
      ],
    },
    { title: '各承办人在办案件', unit: '件', bars: tally(inHand.flatMap(officersOf)) },
    { title: '各承办人有逾期的案件', unit: '件', bars: tally(late.flatMap(officersOf)) },
    { title: '近十二个月新收线索', unit: '件', bars: cluesByMonth(cases, today) },
    { title: '在办案件的损害类型', unit: '件', bars: tally(inHand.map(({ damage }) => damage)) },
  ]
}

function officersOf({ officers }: Pick<BoardCase, 'officers'>): readonly string[] {
  return officers.length ? officers : [NO_OFFICER]
}

/** One bar for each name, the most frequent first. */
function tally(names: readonly string[]): Bar[] {
  const counted = new Map<string, number>()
  for (const name of names) counted.set(name, (counted.get(name) ?? 0) + 1)
  return [...counted].toSorted(([, a], [, b]) => b - a).map(([label, value]) => ({ label, value }))
}

const MONTHS = 12

/** The clues of each of the last twelve months, the current month last. */
function cluesByMonth(cases: readonly CountedCase[], today: IsoDate): Bar[] {
  const first = firstOfMonth(today)
  return Array.from({ length: MONTHS }, (_, index) => {
    const month = monthOf(addMonths(first, index + 1 - MONTHS))
    return { label: month, value: cases.filter(({ clueOn }) => clueOn?.startsWith(month)).length }
  })
}
