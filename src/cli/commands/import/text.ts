import { maskIdentifier } from '../../../core/facts/identifiers.ts'
import type { LedgerValue } from '../../../core/ledger/columns.ts'
import type { Fault } from '../../../core/ledger/intake/fault.ts'
import { textsOfValue } from '../../../core/ledger/intake/groups.ts'
import {
  type ColumnChange,
  isDoubtful,
  type PlannedRow,
  type RowStatus,
} from '../../../core/ledger/intake/plan.ts'
import type { CommandContext } from '../../shared/context.ts'
import { clean } from '../../shared/output/clean.ts'
import { textTable } from '../../shared/output/table.ts'
import type { Ledger } from './ledger.ts'
import { openHeadings } from './tables.ts'

const words: Readonly<Record<RowStatus, string>> = {
  new: '新建',
  same: '没有变化',
  changed: '有变化',
  refused: '有问题',
}

/** A row as people name it: 第 5 行 GL-2026-0001 某厂排污案. */
export function rowName({ intake: { row, title }, id }: PlannedRow): string {
  return [`第 ${row} 行`, id, title].filter(Boolean).join(' ')
}

/** What a column says before and after; certificates as lists show them. */
export function columnChangeText({ column, from, to }: ColumnChange): string {
  const text = (value: LedgerValue): string => valueText(value, column.kind === 'ids') || '（空）'
  return `${column.heading}：${text(from)} → ${text(to)}`
}

/** What contradicts itself in a row. */
export function doubtText({ faults }: PlannedRow): string {
  return faults.flatMap(({ doubtful, message }) => (doubtful ? message : [])).join('；')
}

function valueText(value: LedgerValue, isPersonal: boolean): string {
  if (value === undefined) return ''
  if (typeof value === 'string') return value
  const payments = value.flatMap((each) =>
    typeof each === 'string' ? [] : [[each.on, each.payer, each.amount].filter(Boolean).join(' ')],
  )
  return [...textsOfValue(value).map((each) => (isPersonal ? maskIdentifier(each) : each)), ...payments].join(
    '；',
  )
}

/** Every row, what it becomes, and what is wrong with it. */
export function printPlan({ out }: CommandContext, ledger: Ledger, faulty: string | undefined): void {
  const { rows, intake, remarks, tables } = ledger
  for (const remark of remarks) out.note(clean(remark))
  for (const layout of tables.layouts)
    for (const { address, message } of layout.sheet.remarks)
      out.note(clean(`“${layout.sheet.name}”表${address === undefined ? '' : ` ${address}`}：${message}。`))
  const paint = (status: RowStatus) =>
    status === 'refused' ? out.style.red : status === 'new' ? out.style.green : String
  const resultOf = (row: PlannedRow) => (isDoubtful(row) ? `${words[row.status]}（存疑）` : words[row.status])
  const lines = rows.map((row) => [
    row.intake.sheet,
    String(row.intake.row),
    row.id ?? '',
    clean(row.intake.title ?? ''),
    { text: resultOf(row), paint: isDoubtful(row) ? out.style.yellow : paint(row.status) },
    clean(saidOf(row)),
  ])
  const heads = [
    { title: '工作表' },
    { title: '行' },
    { title: '编号' },
    { title: '案件名称', flexible: true },
    { title: '结果' },
    { title: '说明', flexible: true },
  ]
  if (lines.length > 0) out.print(textTable(heads, lines, out.width, out.style.dim))
  for (const { sheet, row, column, message } of intake.stray)
    out.note(clean(`“${sheet}”表第 ${row} 行 ${column}：${message}。`))
  for (const { sheet, row, message } of intake.skipped)
    out.note(clean(`“${sheet}”表第 ${row} 行${message}。`))
  if (intake.hiddenRows > 0)
    out.note(`其中 ${intake.hiddenRows} 行在表里是隐藏的（或者被筛选掉了），一并读入。`)
  if (tables.open.length > 0) out.note(clean(openHeadings(tables.open)))
  if (faulty !== undefined)
    out.note(`有问题的行另存为 ${faulty}：按“问题”一列改好，再 ejc import ${faulty}。`)
}

function saidOf({ intake, faults, changes }: PlannedRow): string {
  return [...faults.map((fault) => faultText(intake, fault)), ...changes.map(columnChangeText)].join('；')
}

/** A fault with its heading; with its sheet and row where these are not those of the case. */
function faultText({ sheet, rows }: PlannedRow['intake'], fault: Fault): string {
  const isElsewhere = fault.sheet !== sheet || !rows.includes(fault.row)
  const where = isElsewhere ? `“${fault.sheet}”表第 ${fault.row} 行 ` : ''
  return `${where}${fault.column}：${masked(fault.message)}`
}

/** A text with the identity numbers and phone numbers in it as lists show them. */
function masked(text: string): string {
  return text.replace(/(?<![\d.])(?:\d{17}[\dXx]|\d{15}|1\d{10})(?![\d.])/gu, maskIdentifier)
}

/** How many rows became what. */
export function printOutcome(
  { out }: CommandContext,
  { rows }: Ledger,
  chosen: readonly PlannedRow[],
  written: number,
  isDry: boolean,
): void {
  const counts = Object.entries(words).flatMap(([status, word]) => {
    const count = rows.filter((row) => row.status === status).length
    return count > 0 ? `${word} ${count} 件` : []
  })
  const total = `共 ${rows.length} 件：${counts.join('，')}。`
  const isLeft = (row: PlannedRow): boolean => !chosen.includes(row)
  const doubtful = rows.filter((row) => row.status === 'new' && isDoubtful(row) && isLeft(row)).length
  if (isDry) out.note(`${total}没有写入（--dry-run）。`)
  else {
    const changed = rows.filter((row) => row.status === 'changed' && isLeft(row)).length
    out.note(`${total}已写入 ${written} 件，一件一次提交。`)
    if (changed > 0) out.note(`有变化的 ${changed} 件没有改；要按台账改的，加 --yes。`)
  }
  const how = isDry ? '不会自己导入' : '没有导入'
  if (doubtful > 0) out.note(`前后矛盾的 ${doubtful} 件${how}：改好再导入；原件就是这样的，加 --yes。`)
}

/** The rows for programs. */
export function jsonRows({ rows, intake }: Ledger): unknown[] {
  const faultsOf = (faults: readonly Fault[]) => faults.map(({ column, message }) => ({ column, message }))
  const planned = rows.map(({ intake: { sheet, row }, id, status, faults }) => ({
    sheet,
    row,
    case: id,
    status,
    faults: faultsOf(faults),
  }))
  const stray = intake.stray.map((fault) => ({
    sheet: fault.sheet,
    row: fault.row,
    case: null,
    status: 'refused',
    faults: faultsOf([fault]),
  }))
  return [...planned, ...stray]
}
