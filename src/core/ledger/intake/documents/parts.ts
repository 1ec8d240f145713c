import { type LedgerPayment, type LedgerValue, ledgerColumns } from '../../columns.ts'
import type { Fault } from '../fault.ts'
import { paymentsIn, textsOfValue } from '../groups.ts'
import type { IntakeCase } from '../intake.ts'

/** A part of a document before it is checked by its schema. */
export type Part = Readonly<Record<string, unknown>>

/** What the documents of one case are made from. */
export interface CaseParts {
  readonly intake: IntakeCase
  /** `o1`, `o2` … by name. */
  readonly ids: ReadonlyMap<string, string>
  text(id: string): string | undefined
  texts(id: string): readonly string[]
  payments(id: string): readonly LedgerPayment[]
  /** Notes that a column can't be taken as it stands. */
  refuse(column: string, message: string): void
  /** Notes how a column was taken. */
  remark(column: string, message: string): void
}

/** The parts of a case, with a list that collects the faults. */
export function caseParts(
  intake: IntakeCase,
  faults: Fault[],
  known: ReadonlyMap<string, string>,
): CaseParts {
  const { values, headings, sheet, row, obligors } = intake
  const get = (id: string): LedgerValue => values.get(id)
  const note = (refuses: boolean) => (column: string, message: string) => {
    faults.push({ sheet, row, column: headings.get(column) ?? headingOf(column), message, refuses })
  }
  return {
    intake,
    ids: idsOf(obligors, known),
    text: (id) => {
      const value = get(id)
      return typeof value === 'string' ? value : undefined
    },
    texts: (id) => textsOfValue(get(id)),
    payments: (id) => paymentsIn(get(id)),
    refuse: note(true),
    remark: note(false),
  }
}

/** The ids of the obligors: those that the case has for them, else the next ones. */
function idsOf(
  obligors: IntakeCase['obligors'],
  known: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const numbers = [...known.values()].map((id) => Number(/^o(\d+)$/u.exec(id)?.[1] ?? 0))
  let last = Math.max(0, ...numbers)
  const nextOf = (): number => {
    last += 1
    return last
  }
  return new Map(obligors.map(({ name }) => [name, known.get(name) ?? `o${nextOf()}`]))
}

/** A map without the keys that have no value; undefined where none has. */
export function withoutEmptyKeys(part: Part): Part | undefined {
  const entries = Object.entries(part).filter(([, value]) => value !== undefined)
  return entries.length ? Object.fromEntries(entries) : undefined
}

/** A list, undefined where it is empty. */
export function listed<T>(items: readonly T[]): readonly T[] | undefined {
  return items.length ? items : undefined
}

function headingOf(id: string): string {
  const all = [...ledgerColumns.cases, ...ledgerColumns.obligors, ...ledgerColumns.payments]
  return all.find((column) => column.id === id)?.heading ?? id
}
