import { chineseDate, type IsoDate } from '../../../core/calendar/dates.ts'
import type { PrintedTable, ReportCell } from '../../../core/reports/report.ts'
import { NO_OFFICER } from '../../../core/stages/officers.ts'
import { OF_OFFICE } from './words.ts'

/** Who a part of a list belongs to: an officer, nobody yet, or the office, for what no case owes. */
type Owner = 'officer' | 'nobody' | 'office'

/** What is listed under one officer. */
export interface OfficerPart<T> {
  /** Who it belongs to: 覃某, 未指派, or 本单位. */
  readonly title: string
  readonly owner: Owner
  readonly members: readonly T[]
  /** How many of them other officers have too. */
  readonly shared: number
}

/** The parts in this order, with what is filled in by hand beside the title of each. */
const signing: Readonly<Record<Owner, string>> = { officer: '签收', nobody: '分派给', office: '经办人' }

/** By Chinese sound, as in a register of names. */
export const { compare: bySound } = new Intl.Collator('zh-u-co-pinyin', { numeric: true })

/**
 * The members under each of their officers, in the order of the names: who shares a case answers for it too. After them
 * those of cases without an officer, last those that belong to no case, whose officers are undefined.
 */
export function byOfficer<T>(
  members: readonly T[],
  officersOf: (member: T) => readonly string[] | undefined,
): OfficerPart<T>[] {
  const parts = new Map<string, OfficerPart<T> & { readonly members: T[]; shared: number }>()
  const add = (owner: Owner, title: string, member: T, isShared: boolean): void => {
    const part = parts.get(`${owner} ${title}`) ?? { owner, title, members: [], shared: 0 }
    part.members.push(member)
    part.shared += Number(isShared)
    parts.set(`${owner} ${title}`, part)
  }
  for (const member of members) {
    const officers = officersOf(member)
    const names = new Set(officers)
    for (const name of names) add('officer', name, member, names.size > 1)
    if (!officers) add('office', OF_OFFICE, member, false)
    else if (!names.size) add('nobody', NO_OFFICER, member, false)
  }
  const order = Object.keys(signing)
  return [...parts.values()].toSorted(
    (a, b) => order.indexOf(a.owner) - order.indexOf(b.owner) || bySound(a.title, b.title),
  )
}

/** Who a part belongs to, and how much is in it: 覃某（3 项，其中共同承办 1 项）. */
function partTitle<T>({ title, members, shared }: OfficerPart<T>, unit: Unit): string {
  return `${title}（${members.length} ${unit}${shared ? `，其中共同承办 ${shared} ${unit}` : ''}）`
}

type Unit = '项' | '件'

/** What is said of a count where something stands under several officers. */
export function countedOnce(parts: readonly OfficerPart<unknown>[]): string {
  return parts.some(({ shared }) => shared > 0) ? '共同承办的列在各人名下，只计一次' : ''
}

/** The list as text to paste into a chat: a heading with the count, then for each officer the numbered lines. */
export function chatByOfficer<T>(
  title: string,
  today: IsoDate,
  parts: readonly OfficerPart<T>[],
  unit: Unit,
  lineOf: (member: T) => string,
): string {
  const { size } = new Set(parts.flatMap(({ members }) => members))
  const blocks = parts.map((part) => {
    const lines = part.members.map((member, index) => `${index + 1}. ${lineOf(member)}`)
    return [`【${partTitle(part, unit)}】`, ...lines].join('\n')
  })
  const remark = countedOnce(parts)
  const heading = `${title}（截至${chineseDate(today)}，共 ${size} ${unit}${remark && `；${remark}`}）`
  return [heading, ...blocks].join('\n\n')
}

/** Who else handles what stands under an officer, for a line without a column of officers. */
export function sharedText(officers: readonly string[]): string {
  const named = [...new Set(officers)]
  return named.length > 1 ? `共同承办：${named.join('、')}` : ''
}

/**
 * The rows of a table by officer, each part under a line on which the officer signs. What stands in several parts is the
 * same row in each.
 */
export function rowsByOfficer<T>(
  parts: readonly OfficerPart<T>[],
  unit: Unit,
  rowOf: (member: T) => readonly ReportCell[],
): Required<Pick<PrintedTable, 'rows' | 'parts'>> {
  const made = new Map(parts.flatMap(({ members }) => members).map((member) => [member, rowOf(member)]))
  const rows: (readonly ReportCell[])[] = []
  const headings = new Map<number, string>()
  for (const part of parts) {
    const blank = `${signing[part.owner]}：＿＿＿＿＿＿＿＿　　日期：＿＿＿＿＿＿＿＿`
    headings.set(rows.length, `${partTitle(part, unit)}　　${blank}`)
    rows.push(...part.members.flatMap((member) => [made.get(member) ?? []]))
  }
  return { rows, parts: headings }
}
