import { earliest, yearOf } from '../../calendar/dates.ts'
import { type CaseData, type Documents, documentNames } from '../../facts/documents.ts'
import { factsOf } from '../../facts/facts.ts'
import { formats } from '../../schema/formats.ts'
import { validateDocument } from '../../schema/validate.ts'
import { type Column, caseColumns, type LedgerValue } from '../columns.ts'
import { ledgerRow } from '../extract.ts'
import { rowContradictions } from './contradictions.ts'
import type { Part } from './documents/parts.ts'
import { documentsOf, type IntakeSetting } from './documents.ts'
import type { Fault } from './fault.ts'
import type { Intake, IntakeCase } from './intake.ts'
import { type FindCase, caseFinder as finderOf, type KnownCase } from './match.ts'
import { overlay } from './overlay.ts'
import { recogniseCase } from './recognise.ts'

/** What becomes of a row: a new case, nothing, a changed case; or it can't be taken until it is mended. */
export type RowStatus = 'new' | 'same' | 'changed' | 'refused'

/** What a column of a case says before and after. */
export interface ColumnChange {
  readonly column: Column
  readonly from: LedgerValue
  readonly to: LedgerValue
}

/** What a row of the ledger would become. */
export interface PlannedRow {
  readonly intake: IntakeCase
  readonly status: RowStatus
  /** The case; null where it is not known because the row is refused. */
  readonly id: string | null
  readonly faults: readonly Fault[]
  /** The documents to write, whole. */
  readonly documents: CaseData
  readonly changes: readonly ColumnChange[]
}

/** The cases that are there, and how the import wrote them. */
export interface KnownCases {
  readonly cases: readonly KnownCase[]
  /** The documents of a case as they are. */
  documents(id: string): Documents
  /** The documents as the last import wrote them; empty where none did. */
  imported(id: string): CaseData
  /** A case id that nobody has: the next one of the year. */
  nextId(year: number, taken: ReadonlySet<string>): string
}

/** What each row of a ledger would become, in the order of the ledger. */
export function planRows({ cases }: Intake, known: KnownCases, setting: IntakeSetting): PlannedRow[] {
  const find = finderOf(known.cases)
  const matched = new Set<string>()
  // A row below may bring its own case id: no row above gets that number.
  const taken = new Set(cases.flatMap((intake) => ownId(intake) ?? []))
  return cases.map((intake) => {
    const row = planRow(intake, find, { known, setting, taken, matched })
    if (row.id !== null) for (const ids of [matched, taken]) ids.add(row.id)
    return row
  })
}

interface Planning {
  readonly known: KnownCases
  readonly setting: IntakeSetting
  /** The cases to which rows above belong. */
  readonly matched: ReadonlySet<string>
  /** These, and the case ids that rows bring with them. */
  readonly taken: ReadonlySet<string>
}

/** The number of a row where it is a case id. */
function ownId({ number }: IntakeCase): string | undefined {
  return number !== undefined && formats['case-id'](number) ? number : undefined
}

function planRow(intake: IntakeCase, find: FindCase, planning: Planning): PlannedRow {
  const found = find(intake, planning.setting.source)
  const [only, ...others] = found
  if (others.length > 0) return refused(intake, [manyCases(intake, found)])
  if (!only) return planNew(intake, planning)
  if (planning.matched.has(only.id)) return refused(intake, [takenTwice(intake, only.id)], only.id)
  return planKnown(intake, only, planning)
}

function refused(intake: IntakeCase, faults: readonly Fault[], id: string | null = null): PlannedRow {
  return { intake, status: 'refused', id, faults: [...intake.faults, ...faults], documents: {}, changes: [] }
}

function planNew(intake: IntakeCase, { known, setting, taken }: Planning): PlannedRow {
  const own = ownId(intake)
  const { documents, faults } = documentsOf(intake, setting)
  const id = own ?? known.nextId(yearOfRow(intake, setting), taken)
  const file = {
    id,
    ...documents.case,
    backfilled: withoutNumber(documents.case?.backfilled, own !== undefined),
  }
  const whole = { ...documents, case: file }
  const all = [
    ...faults,
    ...unless(faults, () => schemaFaults(intake, whole, setting)),
    ...tooLate(intake, setting.on),
  ]
  const found = unless(all, () =>
    rowContradictions(intake, { after: whole as unknown as Documents }, setting),
  )
  const told = [...all, ...found]
  if (isRefused(told)) return { ...refused(intake, []), faults: told }
  return { intake, status: 'new', id, faults: told, documents: whole, changes: [] }
}

function withoutNumber(backfilled: unknown, isCaseId: boolean): unknown {
  if (!isCaseId || typeof backfilled !== 'object' || backfilled === null) return backfilled
  return Object.fromEntries(Object.entries(backfilled).filter(([key]) => key !== 'number'))
}

function planKnown(intake: IntakeCase, { id, file }: KnownCase, { known, setting }: Planning): PlannedRow {
  const { ids, fault } = recogniseCase(intake, { id, file }, () => known.imported(id).case)
  if (fault) return refused(intake, [fault], id)
  const { documents, faults } = documentsOf(intake, setting, ids)
  const ours = known.documents(id)
  const said = { ...documents, ...(documents.case && { case: onlySaid(documents.case, intake) }) }
  const quick = overlay(ours as unknown as CaseData, ours as unknown as CaseData, said)
  const base = Object.keys(quick.changed).length ? known.imported(id) : {}
  const { changed, kept } = Object.keys(quick.changed).length
    ? overlay(base, ours as unknown as CaseData, said)
    : { changed: {}, kept: [] }
  const all = [
    ...faults,
    ...unless(faults, () => schemaFaults(intake, changed, setting)),
    ...tooLate(intake, setting.on),
    ...keptFaults(intake, kept),
  ]
  const isSame = Object.keys(changed).length === 0
  // The schema boundary: what the row changes has been validated above.
  const after = { ...ours, ...changed } as unknown as Documents
  const found = unless(all, () => (isSame ? [] : rowContradictions(intake, { before: ours, after }, setting)))
  const told = [...all, ...found]
  if (isRefused(told)) return { ...refused(intake, [], id), faults: told }
  if (isSame) return { intake, status: 'same', id, faults: told, documents: {}, changes: [] }
  const changes = changesBetween(ours, after)
  return { intake, status: 'changed', id, faults: told, documents: changed, changes }
}

/** What the row itself says of case.yaml: not what the import adds to a new case. */
function onlySaid(file: Part, { values }: IntakeCase): Part {
  const { regulation: _, backfilled: __, jurisdiction, damage, ...rest } = file
  const unit = values.get('handlingUnit')
  const { scope: ___, ...ofDamage } = isPart(damage) ? damage : {}
  return {
    ...rest,
    ...(unit !== undefined && isPart(jurisdiction) && { jurisdiction: { handlingUnit: unit } }),
    damage: ofDamage,
  }
}

function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null
}

function changesBetween(before: Documents, after: Documents): ColumnChange[] {
  const [from, to] = [ledgerRow(factsOf(before)), ledgerRow(factsOf(after))]
  return caseColumns.flatMap((column) => {
    const [old, fresh] = [from[column.id], to[column.id]]
    return JSON.stringify(old) === JSON.stringify(fresh) ? [] : [{ column, from: old, to: fresh }]
  })
}

function isRefused(faults: readonly Fault[]): boolean {
  return faults.some(({ refuses }) => refuses)
}

/** What the documents lack because a cell was refused is told by that cell. */
function unless(faults: readonly Fault[], more: () => readonly Fault[]): readonly Fault[] {
  return isRefused(faults) ? [] : more()
}

/** Whether a row would bring in what contradicts itself: it is written only where the officer says so. */
export function isDoubtful({ status, faults }: PlannedRow): boolean {
  return (status === 'new' || status === 'changed') && faults.some(({ doubtful }) => doubtful)
}

function keptFaults({ sheet, row }: IntakeCase, kept: readonly string[]): Fault[] {
  return kept.map((column) => ({
    sheet,
    row,
    column,
    message: '案件里登记的与台账不同，以案件为准，没有改',
    refuses: false,
  }))
}

/** What the schemas find wrong in the documents, in the words of their titles. */
function schemaFaults(
  { sheet, row }: IntakeCase,
  documents: CaseData,
  { regulation }: IntakeSetting,
): Fault[] {
  return documentNames.flatMap((name) => {
    const data = documents[name]
    if (data === undefined) return []
    return validateDocument(name, data, regulation.lists, 'title', true).map(({ message }) => ({
      sheet,
      row,
      column: '（整行）',
      message,
      refuses: true,
    }))
  })
}

const FUTURE = new Set(['paymentDue', 'restorationDueOn'])

/** A step can't have been taken on a day that has not come yet. */
function tooLate({ sheet, row, values, headings, payments }: IntakeCase, today: string): Fault[] {
  const inCells = caseColumns.flatMap(({ id, kind, heading }) => {
    if ((kind !== 'date' && kind !== 'dates') || FUTURE.has(id)) return []
    const value = values.get(id)
    const days =
      typeof value === 'string' ? [value] : (value ?? []).filter((each) => typeof each === 'string')
    return days.filter((day) => day > today).map((day) => ({ day, column: headings.get(id) ?? heading }))
  })
  const paid = payments.flatMap(({ on }) =>
    on !== undefined && on > today ? [{ day: on, column: headings.get('payments') ?? '付款日期' }] : [],
  )
  return [...inCells, ...paid].map(({ day, column }) => ({
    sheet,
    row,
    column,
    message: `${day} 还没有到：请核对日期`,
    refuses: true,
  }))
}

/** The year of the number: that of the earliest day of the row. */
function yearOfRow({ values }: IntakeCase, { on }: IntakeSetting): number {
  const days = [
    'foundOn',
    'receivedOn',
    'checkedOn',
    'initiatedOn',
    'notifiedOn',
    'signedOn',
    'closedOn',
  ].map((id) => {
    const value = values.get(id)
    return typeof value === 'string' ? value : undefined
  })
  return yearOf(earliest(...days.slice(0, 2)) ?? earliest(...days) ?? on)
}

function manyCases({ sheet, row }: IntakeCase, found: readonly KnownCase[]): Fault {
  const ids = found.map(({ id }) => id).join('、')
  const message = `本库有几件都像是它（${ids}）：请在“编号”里写明是哪一件`
  return { sheet, row, column: '编号', message, refuses: true }
}

function takenTwice({ sheet, row }: IntakeCase, id: string): Fault {
  return {
    sheet,
    row,
    column: '编号',
    message: `另一行也对应案件 ${id}：请合成一行，或者改正编号`,
    refuses: true,
  }
}
