import { isLate } from '../../../core/deadlines/pending.ts'
import { holdsWords, readsAlike } from '../../../core/folding.ts'
import { type Stage, stages } from '../../../core/stages/stage.ts'
import type { Outlook } from '../../shared/cases/outlook.ts'
import { bySound } from '../../shared/wording/by-officer.ts'
import type { ListedCase } from '../../shared/wording/listed-case.ts'

/** Which cases a list shows; a value that is undefined or false filters nothing. */
export interface CaseFilter {
  readonly stage: Stage | undefined
  readonly officer: string | undefined
  readonly year: string | undefined
  readonly overdue: boolean
  readonly major: boolean
  /** Whether cases that were registered twice or went into another are listed too. */
  readonly all: boolean
  /** Each must occur in the number, the names or the cause of the case, however it was typed. */
  readonly words: readonly string[]
}

/** Tells whether a case passes the filter. */
export function passesFilter(wanted: CaseFilter): (outlook: Outlook) => boolean {
  const { stage, officer, year, overdue, major, all } = wanted
  const hasWords = holdsWords(wanted.words)
  return (outlook) => {
    const { listed, deadlines } = outlook
    return (
      (all || stage === 'duplicate' || listed.stage !== 'duplicate') &&
      (stage === undefined || listed.stage === stage) &&
      (officer === undefined || listed.officers.some((name) => readsAlike(name, officer))) &&
      (year === undefined || listed.case.split('-').at(-2) === year) &&
      (!overdue || deadlines.some(({ deadline }) => isLate(deadline))) &&
      (!major || listed.major) &&
      hasWords(searchedText(outlook))
    )
  }
}

/** The orders in which cases can be listed, the usual one first. */
export const orders = ['id', 'due', 'stage', 'name', 'officer'] as const

export type Order = (typeof orders)[number]

/** A missing value (no deadline, no officer) comes last. */
const LAST = '\uffff'

const keys: Readonly<Record<Order, (listed: ListedCase) => string>> = {
  id: () => '',
  due: ({ nextDue }) => nextDue?.rolledDue ?? LAST,
  stage: ({ stage }) => String(stageOrder.indexOf(stage)).padStart(2, '0'),
  name: ({ title }) => title,
  officer: ({ officers: [first] }) => first ?? LAST,
}

const stageOrder: readonly string[] = Object.keys(stages)

/** Sorts the cases; equal ones by their numbers. */
export function sortOutlooks(outlooks: readonly Outlook[], order: Order): Outlook[] {
  const keyed = outlooks.map((outlook) => ({ outlook, key: keys[order](outlook.listed) }))
  const byKey = (a: string, b: string): number =>
    a === b ? 0 : a === LAST ? 1 : b === LAST ? -1 : bySound(a, b)
  return keyed
    .toSorted((a, b) => byKey(a.key, b.key) || bySound(a.outlook.listed.case, b.outlook.listed.case))
    .map(({ outlook }) => outlook)
}

/**
 * The texts that are searched, separated by a character that nobody types, so that no word is found across two of them.
 */
function searchedText({ listed, cause, parties }: Outlook): string {
  const { case: id, title, handlingUnit, officers, obligors } = listed
  return [id, title, cause, handlingUnit, ...officers, ...obligors, ...parties].join('\0')
}
