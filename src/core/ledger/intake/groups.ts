import { type Column, type LedgerPayment, type LedgerValue, ledgerColumns } from '../columns.ts'
import { listedParts } from './cells/parsed.ts'
import type { Fault, FaultPlace } from './fault.ts'
import { noteFaults, remarksWith } from './notes.ts'
import { COUNTED, type ReadRow, type RowValue } from './rows.ts'

/** An obligor, as one row or several rows describe it. */
export interface RowObligor {
  readonly name: string
  readonly certificate?: string
  readonly notifiedOn?: string
  readonly servedOn?: string
  /** The cells that are about this obligor only, by the ids of their columns. */
  readonly places?: Readonly<Record<string, FaultPlace>>
}

/** What the sheet of cases says of one case, in one row or several. */
export interface CaseRows {
  readonly sheet: string
  /** Its first row. */
  readonly row: number
  readonly rows: readonly number[]
  readonly hidden: boolean
  /** One value a column, as the rows agree on it. */
  readonly values: ReadonlyMap<string, LedgerValue>
  readonly obligors: readonly RowObligor[]
  /** The headings of the file by the ids of the columns. */
  readonly headings: ReadonlyMap<string, string>
  readonly faults: readonly Fault[]
}

/** The rows of a sheet of cases, those of one case together. */
export function groupRows(sheet: string, rows: readonly ReadRow[]): CaseRows[] {
  const groups: ReadRow[][] = []
  for (const row of rows) {
    const last = groups.at(-1)
    if (last && isOfSameCase(last, row)) last.push(row)
    else groups.push([row])
  }
  return groups.map((group, index) => {
    const { faults, ...one } = caseOf(sheet, group)
    return { ...one, faults: [...faults, ...sameTitle(sheet, group, groups[index - 1])] }
  })
}

/**
 * Whether a row belongs to the case of the row above: its number or name is merged with the cell above, repeats it, or
 * is missing. A row with a running number (序号) of its own is another case, unless the case number is the same or the
 * name is merged.
 */
function isOfSameCase(group: readonly ReadRow[], row: ReadRow): boolean {
  const [first] = group
  const heads = ['number', 'title'].map((id) => [first?.values.get(id), row.values.get(id)] as const)
  const isCountedApart =
    row.serial !== undefined && first?.serial !== undefined && row.serial !== first.serial
  if (heads.every(([, own]) => own === undefined))
    return !isCountedApart && row.row === (group.at(-1)?.row ?? 0) + 1
  if (!heads.every(([before, own]) => own === undefined || isSameHead(before, own))) return false
  const isSure = heads.some(([before, own]) => own && before?.heldIn === own.heldIn)
  return isSure || !isCountedApart || row.values.get('number') !== undefined
}

/** Reports a case that differs from the one above only by its running number. */
function sameTitle(sheet: string, group: readonly ReadRow[], above: readonly ReadRow[] | undefined): Fault[] {
  const [own, before] = [group, above].map((rows) => rows?.[0]?.values.get('title'))
  if (!own || own.value === undefined || own.value !== before?.value) return []
  if ([group, above].some((rows) => rows?.[0]?.values.has('number'))) return []
  const message =
    '与上一件案件名称相同、序号不同，按两件读；是同一件的，请合并案件名称的单元格，或者删去这一行的序号'
  return [{ sheet, row: group[0]?.row ?? 0, column: own.heading, message, refuses: false }]
}

function isSameHead(before: RowValue | undefined, own: RowValue): boolean {
  return before !== undefined && (before.heldIn === own.heldIn || before.value === own.value)
}

function caseOf(sheet: string, group: readonly ReadRow[]): CaseRows {
  const [first] = group
  const row = first?.row ?? 0
  const { obligors, faults: inObligors } = obligorsOf(sheet, group)
  const { values: said, faults: inValues } = valuesOf(sheet, group)
  const notes = group.flatMap((each) => each.notes)
  const remarks = remarksWith(said.get('remarks'), notes)
  const values = notes.length ? new Map([...said, ['remarks', remarks] as const]) : said
  const headings = new Map(
    group.flatMap((each) => [...each.values].map(([id, { heading }]) => [id, heading])),
  )
  const faultsOfGroup = group.flatMap(({ faults }) => faults)
  const twofold = severalCases(sheet, row, values, headings)
  return {
    sheet,
    row,
    rows: group.map((each) => each.row),
    hidden: group.every(({ hidden }) => hidden),
    values,
    obligors,
    headings,
    faults: [...onceEach(faultsOfGroup), ...twofold, ...inObligors, ...inValues, ...noteFaults(notes)],
  }
}

/** Each fault of a merged cell once, though several rows share the cell. */
function onceEach(faults: readonly Fault[]): Fault[] {
  return [
    ...new Map(faults.toReversed().map((fault) => [`${fault.column}\n${fault.message}`, fault])).values(),
  ].reverse()
}

/** Reports a row with two case numbers or two case names: only the office can split it. */
function severalCases(
  sheet: string,
  row: number,
  values: ReadonlyMap<string, LedgerValue>,
  headings: ReadonlyMap<string, string>,
): Fault[] {
  return ['number', 'title'].flatMap((id): Fault[] => {
    const text = values.get(id)
    const parts = typeof text === 'string' ? listedParts(text) : []
    const isSeveral = id === 'title' ? parts.filter((part) => /案$/u.test(part)).length > 1 : parts.length > 1
    if (!isSeveral) return []
    const message = `一行里写了 ${parts.length} 件，分不清哪些内容是哪一件的：请拆成几行，一行一件`
    return [{ sheet, row, column: headings.get(id) ?? id, message, refuses: true }]
  })
}

const ofObligors = ['obligors', 'certificates']
const daysOfObligors = ['notifiedOn', 'servedOn']

interface FoundObligors {
  readonly obligors: readonly RowObligor[]
  readonly faults: readonly Fault[]
}

function obligorsOf(sheet: string, group: readonly ReadRow[]): FoundObligors {
  const obligors = new Map<string, RowObligor>()
  const faults: Fault[] = []
  for (const each of group) {
    const names = ownTexts(each, 'obligors')
    const numbers = ownTexts(each, 'certificates')
    // Names that cannot be read are reported elsewhere.
    const isRead = names.length > 0 || !each.faults.some(({ refuses }) => refuses)
    if (numbers.length > 0 && numbers.length !== names.length && isRead)
      faults.push(notAsMany(sheet, each, names.length, numbers.length))
    for (const [index, name] of names.entries()) {
      const known = obligors.get(name)
      const days = daysOf(sheet, isOneRowOfObligors(group), each)
      obligors.set(name, { ...known, name, ...certificateOf(numbers[index]), ...days })
    }
  }
  return { obligors: [...obligors.values()], faults }
}

/** Whether the obligors of a case stand in one row (or in a sheet of their own), so that its days are those of all. */
function isOneRowOfObligors(group: readonly ReadRow[]): boolean {
  return group.filter((each) => ownTexts(each, 'obligors').length > 0).length <= 1
}

/** The texts that a row itself holds in a column; those merged from above belong to the row above. */
function ownTexts({ row, values }: ReadRow, id: string): string[] {
  const found = values.get(id)
  if (!found || found.heldIn !== row || !Array.isArray(found.value)) return []
  return found.value.filter((each) => typeof each === 'string')
}

function certificateOf(number: string | undefined): Pick<RowObligor, 'certificate'> {
  return number === undefined || number === '' ? {} : { certificate: number }
}

/**
 * The days of the obligors that a row names, where each row names other obligors; otherwise the days are those of the
 * case.
 */
function daysOf(sheet: string, isAlone: boolean, { row, values }: ReadRow): Omit<RowObligor, 'name'> {
  const own = isAlone ? [] : daysOfObligors.map((id) => [id, values.get(id)] as const)
  const days = own.flatMap(([id, found]) => (typeof found?.value === 'string' ? [[id, found.value]] : []))
  const places = own.flatMap(([id, found]) => (found ? [[id, { sheet, row, column: found.heading }]] : []))
  return days.length ? { ...Object.fromEntries(days), places: Object.fromEntries(places) } : {}
}

function notAsMany(sheet: string, { row, values }: ReadRow, names: number, numbers: number): Fault {
  const message = `义务人 ${names} 个，证件号码 ${numbers} 个，分不清是谁的：请按相同的顺序写，没有的写“无”`
  return { sheet, row, column: values.get('certificates')?.heading ?? '证件号码', message, refuses: true }
}

interface FoundValues {
  readonly values: ReadonlyMap<string, LedgerValue>
  readonly faults: readonly Fault[]
}

/** The value of each column on which the rows of a case agree. */
function valuesOf(sheet: string, group: readonly ReadRow[]): FoundValues {
  const values = new Map<string, LedgerValue>()
  const faults: Fault[] = []
  const left = [...ofObligors, ...(isOneRowOfObligors(group) ? [] : daysOfObligors)]
  for (const column of ledgerColumns.cases) {
    if (left.includes(column.id)) continue
    const found = group.flatMap((each) => {
      const value = each.values.get(column.id)
      return value?.value === undefined ? [] : [{ ...value, value: value.value, row: each.row }]
    })
    const held = found.filter(
      ({ heldIn }, index) => found.findIndex((each) => each.heldIn === heldIn) === index,
    )
    const [first] = held
    if (!first) continue
    const fault = disagreement(column, held, group)
    if (fault) faults.push({ sheet, row: first.row, column: first.heading, message: fault, refuses: true })
    values.set(
      column.id,
      joined(
        column,
        held.map(({ value }) => value),
      ),
    )
  }
  return { values, faults }
}

type HeldValue = Pick<RowValue, 'heldIn' | 'until'> & { readonly value: LedgerValue; readonly row: number }

const JOINED: ReadonlySet<Column['kind']> = new Set(['payments', 'dates', 'people'])

/** Why the rows of a case don't say one thing in a column; undefined where they do. */
function disagreement(
  { kind, id }: Column,
  held: readonly HeldValue[],
  group: readonly ReadRow[],
): string | undefined {
  const last = group.at(-1)?.row ?? 0
  const [first] = held
  const isShared = held.some(({ heldIn, until }) => heldIn < (group[0]?.row ?? 0) || until > last)
  if (isShared && COUNTED.has(kind))
    return '与另一件案件合并在一个单元格里，分不清这一件是多少：请拆开单元格，各写各的'
  if (held.length < 2 || JOINED.has(kind) || id === 'remarks') return undefined
  if (COUNTED.has(kind))
    return '这一件的几行都写了，分不清是合计还是各人的份额：请只写在第一行，或者合并单元格'
  return held.every(({ value }) => value === first?.value)
    ? undefined
    : `这一件的几行写得不一样（第 ${held.map(({ row }) => row).join('、')} 行）：请改为一致`
}

function joined({ kind, id }: Column, found: readonly LedgerValue[]): LedgerValue {
  const [first] = found
  if (id === 'remarks') return [...new Set(found.map(String))].join('\n')
  if (kind === 'payments') return found.flatMap((each): LedgerPayment[] => paymentsIn(each))
  if (kind === 'dates' || kind === 'people') return [...new Set(found.flatMap(textsOfValue))]
  return first
}

/** The texts of a value that holds several. */
export function textsOfValue(value: LedgerValue): string[] {
  if (typeof value === 'string') return [value]
  return (value ?? []).filter((each) => typeof each === 'string')
}

/** The payments of a value. */
export function paymentsIn(value: LedgerValue): LedgerPayment[] {
  if (value === undefined || typeof value === 'string') return []
  return value.filter((each) => typeof each !== 'string')
}
