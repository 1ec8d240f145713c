import { flagsOf } from '../../core/stages/flags.ts'
import { officerNames } from '../../core/stages/officers.ts'
import { type Stage, stages } from '../../core/stages/stage.ts'
import type { CaseView } from '../../core/view.ts'
import { nextDeadline } from '../output/listed.ts'

/** Which cases a list shows; what is undefined or false does not narrow it. */
export interface Wanted {
  readonly stage: Stage | undefined
  readonly officer: string | undefined
  readonly year: string | undefined
  readonly overdue: boolean
  readonly major: boolean
  /** Each must stand somewhere in the number, the names or the cause of the case. */
  readonly words: readonly string[]
}

/** Whether a case is one of those wanted. */
export function isWanted(view: CaseView, wanted: Wanted): boolean {
  const { stage, officer, year, overdue, major, words } = wanted
  return (
    (stage === undefined || view.stage.case === stage) &&
    (officer === undefined || officerNames(view).includes(officer)) &&
    (year === undefined || view.facts.id.split('-').at(-2) === year) &&
    (!overdue || view.deadlines.some(({ status, advisory }) => status === 'overdue' && !advisory)) &&
    (!major || flagsOf(view).major) &&
    words.every((word) => textOf(view).includes(word.toLowerCase()))
  )
}

/** The orders in which cases can be listed, the usual one first. */
export const orders = ['id', 'due', 'stage', 'name', 'officer'] as const

export type Order = (typeof orders)[number]

/** What is not there (no deadline, no officer) comes last. */
const LAST = '\uffff'

/** By Chinese sound, as a register of names. */
const { compare: bySound } = new Intl.Collator('zh-u-co-pinyin', { numeric: true })

const keys: Readonly<Record<Order, (view: CaseView) => string>> = {
  id: () => '',
  due: (view) => nextDeadline(view)?.rolledDue ?? LAST,
  stage: ({ stage }) => String(stageNames.indexOf(stage.case)).padStart(2, '0'),
  name: ({ facts }) => facts.case.title,
  officer: (view) => officerNames(view)[0] ?? LAST,
}

const stageNames: readonly string[] = Object.keys(stages)

/** The cases in an order; those that it does not tell apart by their numbers. */
export function inOrder(views: readonly CaseView[], order: Order): CaseView[] {
  const keyed = views.map((view) => ({ view, key: keys[order](view) }))
  const byKey = (a: string, b: string): number =>
    a === b ? 0 : a === LAST ? 1 : b === LAST ? -1 : bySound(a, b)
  return keyed
    .toSorted((a, b) => byKey(a.key, b.key) || bySound(a.view.facts.id, b.view.facts.id))
    .map(({ view }) => view)
}

function textOf(view: CaseView): string {
  const { id, case: given, obligors } = view.facts
  const names = obligors.map(({ name }) => name)
  const { title, cause = '', jurisdiction } = given
  return [id, title, cause, jurisdiction.handlingUnit, ...officerNames(view), ...names]
    .join('\n')
    .toLowerCase()
}
