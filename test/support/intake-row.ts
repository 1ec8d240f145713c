import { caseParts } from '../../src/core/ledger/intake/documents/parts.ts'
import type { Fault } from '../../src/core/ledger/intake/fault.ts'
import type { IntakeCase } from '../../src/core/ledger/intake/intake.ts'

export type Values = Readonly<
  Record<string, IntakeCase['values'] extends ReadonlyMap<string, infer V> ? V : never>
>

/** A row of the ledger that says this. */
export const intakeOf = (values: Values, more: Partial<IntakeCase> = {}): IntakeCase => ({
  ...{ sheet: '台账', row: 7, rows: [7], beside: [], number: '1', title: '某案' },
  ...{ values: new Map(Object.entries(values)), obligors: [], payments: [], headings: new Map(), faults: [] },
  ...more,
})

/** What is made of a row that says this, and what is told of it. */
export function made<T>(
  make: (parts: ReturnType<typeof caseParts>) => T,
  values: Values,
  more: Partial<IntakeCase> = {},
  known: ReadonlyMap<string, string> = new Map(),
) {
  const faults: Fault[] = []
  const of = make(caseParts(intakeOf(values, more), faults, known))
  return {
    of,
    told: faults.map(({ column, message, refuses }) => `${column}${refuses ? '' : ' (kept)'}：${message}`),
  }
}
