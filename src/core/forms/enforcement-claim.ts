import type { Enforcement } from '../facts/documents.ts'
import { fenOf } from '../facts/money.ts'
import type { CaseView } from '../view.ts'
import { amountInFull } from './amounts.ts'
import { asItems, asWritten, type FieldCollector, labelled, presentParts } from './fields.ts'
import { performedLines } from './performed.ts'

/** The applications for which a title has this form; the list of the pack says so of each instrument. */
export function enforcementsWith(form: string, { facts, regulation }: CaseView): Enforcement[] {
  return facts.court.enforcements.filter(
    ({ instrument }) => regulation.item('enforcementInstruments', instrument)?.form === form,
  )
}

/** The subject of an application's form: its own number, or else that of what it enforces. */
export const enforcementSubject = ({ id, reference }: Enforcement): string | null => id ?? reference ?? null

/** What the court is asked to enforce, and how much of it is money. */
export function enforcementClaim(
  application: Enforcement | undefined,
  path: string,
  { need }: FieldCollector,
): string[] {
  const claim = need('请求事项', application?.claim, `${path}.claim`, 'apply-enforcement')
  const { amount } = application ?? {}
  return presentParts(...asItems(claim), labelled('执行金额', amount && amountInFull(fenOf(amount))))
}

/** What was performed by the day of the application, then what was not. */
export function enforcementPerformed(
  view: CaseView,
  application: Enforcement | undefined,
  reference: string | undefined,
  obligors: readonly string[],
): string[] {
  const { debts, breach, appliedOn: by } = application ?? {}
  return presentParts(
    ...(reference === undefined ? [] : performedLines(view, { reference, obligors, debts, by })),
    ...asWritten(breach).map((line, index) => (index ? line : `不履行情况：${line}`)),
  )
}
