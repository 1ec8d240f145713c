import { isLate } from '../../../core/deadlines/pending.ts'
import { type Stage, stages } from '../../../core/stages/stage.ts'
import type { Outlook } from '../../shared/cases/outlook.ts'
import type { Listed } from '../../shared/output/listed.ts'

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
export function isWanted(outlook: Outlook, wanted: Wanted): boolean {
  const { stage, officer, year, overdue, major, words } = wanted
  const { listed, deadlines } = outlook
  return (
    (stage === undefined || listed.stage === stage) &&
    (officer === undefined || listed.officers.includes(officer)) &&
    (year === undefined || listed.case.split('-').at(-2) === year) &&
    (!overdue || deadlines.some(({ deadline }) => isLate(deadline))) &&
    (!major || listed.major) &&
    words.every((word) => textOf(outlook).includes(word.toLowerCase()))
  )
}

/** The orders in which cases can be listed, the usual one first. */
export const orders = ['id', 'due', 'stage', 'name', 'officer'] as const

export type Order = (typeof orders)[number]

/** What is not there (no deadline, no officer) comes last. */
const LAST = '\uffff'

/** By Chinese sound, as a register of names. */
const { compare: bySound } = new Intl.Collator('zh-u-co-pinyin', { numeric: true })

const keys: Readonly<Record<Order, (listed: Listed) => string>> = {
  id: () => '',
  due: ({ nextDue }) => nextDue?.rolledDue ?? LAST,
  stage: ({ stage }) => String(stageNames.indexOf(stage)).padStart(2, '0'),
  name: ({ title }) => title,
  officer: ({ officers: [first] }) => first ?? LAST,
}

const stageNames: readonly string[] = Object.keys(stages)

/** The cases in an order; those that it does not tell apart by their numbers. */
export function inOrder(outlooks: readonly Outlook[], order: Order): Outlook[] {
  const keyed = outlooks.map((outlook) => ({ outlook, key: keys[order](outlook.listed) }))
  const byKey = (a: string, b: string): number =>
    a === b ? 0 : a === LAST ? 1 : b === LAST ? -1 : bySound(a, b)
  return keyed
    .toSorted((a, b) => byKey(a.key, b.key) || bySound(a.outlook.listed.case, b.outlook.listed.case))
    .map(({ outlook }) => outlook)
}

function textOf({ listed, cause }: Outlook): string {
  const { case: id, title, handlingUnit, officers, obligors } = listed
  return [id, title, cause, handlingUnit, ...officers, ...obligors].join('\n').toLowerCase()
}
