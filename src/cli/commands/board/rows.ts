import type { IsoDate } from '../../../core/calendar/dates.ts'
import { isLate } from '../../../core/deadlines/pending.ts'
import type { BoardCase, BoardDeadline } from '../../../core/reports/board.ts'
import { type Board, byLastDay, isNearOnBoard } from '../../../core/reports/board-figures.ts'
import { NO_OFFICER } from '../../../core/stages/officers.ts'
import { stages } from '../../../core/stages/stage.ts'
import { printableInReport } from '../../../documents/printable.ts'
import { escapedScriptJson } from '../../shared/output/escaped.ts'
import { deadlineTexts, factNames, factTexts, statusSigns, wayTo } from './texts.ts'

/**
 * A text of a row: the number of a word that several cases use, or, below zero, of a text of the case itself: -1 is the
 * first of the texts at the end of its row.
 */
type TextNumber = number

/** Cases in one element of the page: few enough to be read one after the other without a long pause. */
const ROWS_TOGETHER = 1000

/** What the script of the page draws from, as JSON for its data elements. */
export interface BoardRows {
  /** Words, stages, and which deadlines of which cases are late and near: `[case, deadline, case, deadline, …]`. */
  readonly data: string
  /** The rows of the cases, a thousand together. */
  readonly rows: readonly Uint8Array[]
}

/** Every case as a row that needs a fifth of the room of its markup; see `script.ts` for how a row is read. */
export function boardRows(board: Board): BoardRows {
  const { today, withinDays, filters, cases } = board
  const words = createWords()
  const [overdue, near]: Listed[][] = [[], []]
  const rows: Uint8Array[] = []
  let together: string[] = []
  const pack = (): void => {
    if (together.length) rows.push(Buffer.from(`[${together.join(',\n')}]`))
    together = []
  }
  let at = 0
  for (const each of cases) {
    together.push(escapedScriptJson(rowOf(each, at, board, words)))
    for (const [index, deadline] of each.deadlines.entries()) {
      const { rolledDue } = deadline
      const listed = { case: each.case, rolledDue, at: [at, index] } as const
      if (isLate(deadline)) overdue?.push(listed)
      if (isNearOnBoard(deadline, today, withinDays)) near?.push(listed)
    }
    if (together.length === ROWS_TOGETHER) pack()
    at += 1
  }
  pack()
  const data = {
    words: words.all,
    stages: filters.stages.map((stage) => [stage, stages[stage].title, stepsTo(stage)]),
    ...{ overdue: placesOf(overdue ?? []), near: placesOf(near ?? []) },
    ...{ today, factNames, noOfficer: NO_OFFICER, statusSigns },
  }
  return { data: escapedScriptJson(data), rows }
}

/** A deadline of a list of the page: the number of its case, and its own number in it. */
interface Listed extends Pick<BoardDeadline, 'case' | 'rolledDue'> {
  readonly at: readonly [number, number]
}

function placesOf(listed: readonly Listed[]): number[] {
  return listed.toSorted(byLastDay).flatMap(({ at }) => at)
}

function stepsTo(stage: Board['filters']['stages'][number]) {
  const way = wayTo(stage)
  return [way.indexOf(stage), ...way.map((each) => stages[each].title)]
}

/** Words that several cases use stand once in the page. */
interface Words {
  readonly all: readonly string[]
  /** The number of a text in the case of this number, whose own texts are collected in `own`. */
  number(text: string, at: number, own: string[]): TextNumber
}

/** A text that a second case uses becomes a word; until then each case has it for itself. */
function createWords(): Words {
  const all: string[] = ['']
  const numbers = new Map<string, number>([['', 0]])
  const firstIn = new Map<string, number>()
  return {
    all,
    number(text, at, own) {
      const known = numbers.get(text)
      if (known !== undefined) return known
      const first = firstIn.get(text)
      if (first === undefined || first === at) {
        firstIn.set(text, at)
        const printed = printableInReport(text)
        const index = own.indexOf(printed)
        return index >= 0 ? -index - 1 : -own.push(printed)
      }
      firstIn.delete(text)
      numbers.set(text, all.length)
      return all.push(printableInReport(text)) - 1
    },
  }
}

/** [id, title, stage, officers, major, ended on, facts, deadlines, timeline, own texts] */
function rowOf(each: BoardCase, at: number, { today, filters }: Board, words: Words) {
  const own: string[] = []
  const number = (text: string): TextNumber => words.number(text, at, own)
  const { case: id, title, stage, officers, major, endedOn, deadlines, timeline } = each
  return [
    id,
    printableInReport(title),
    filters.stages.indexOf(stage),
    officers.map(number),
    major ? 1 : 0,
    number(endedOn ?? ''),
    factTexts(each).map(number),
    deadlines.map((deadline) => deadlineRow(deadline, today, number)),
    timeline.flatMap(({ date, what, about }) => [date, what, about].map(number)),
    own,
  ]
}

/** [status, standing, due, title, about, article, advisory] */
function deadlineRow(deadline: BoardDeadline, today: IsoDate, number: (text: string) => TextNumber) {
  const { status, standing, due, title, about, article, advisory } = deadlineTexts(deadline, today)
  return [...[status, standing, due, title, about, article].map(number), advisory ? 1 : 0]
}
