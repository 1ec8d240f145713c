import { chineseDate, type IsoDate } from '../../../core/calendar/dates.ts'
import type { PrintedTable, ReportCell } from '../../../core/reports/report.ts'

/** What is listed under one officer. */
export interface OfficerPart<T> {
  /** Who it belongs to: 覃某, 未写明承办人, or 全库 for what no case owes. */
  readonly title: string
  readonly members: readonly T[]
}

const OF_NO_CASE = 2

/** By Chinese sound, as in a register of names. */
export const { compare: bySound } = new Intl.Collator('zh-u-co-pinyin', { numeric: true })

/**
 * The members by the first of their officers, in the order of the names; after them those of cases without an officer,
 * last those that belong to no case, whose officers are undefined.
 */
export function byOfficer<T>(
  members: readonly T[],
  officersOf: (member: T) => readonly string[] | undefined,
): OfficerPart<T>[] {
  const parts = new Map<string, { readonly rank: number; readonly title: string; readonly members: T[] }>()
  for (const member of members) {
    const officers = officersOf(member)
    const [first] = officers ?? []
    const title = first ?? (officers ? '未写明承办人' : '全库')
    const rank = officers ? Number(first === undefined) : OF_NO_CASE
    const part = parts.get(`${rank}${title}`) ?? { rank, title, members: [] }
    part.members.push(member)
    parts.set(`${rank}${title}`, part)
  }
  return [...parts.values()].toSorted((a, b) => a.rank - b.rank || bySound(a.title, b.title))
}

/** Who a part belongs to, and how much is in it: 覃某（3 项）. */
function partTitle<T>({ title, members }: OfficerPart<T>, unit: '项' | '件'): string {
  return `${title}（${members.length} ${unit}）`
}

/** The list as text to paste into a chat: a heading with the count, then for each officer the numbered lines. */
export function chatByOfficer<T>(
  title: string,
  today: IsoDate,
  parts: readonly OfficerPart<T>[],
  unit: '项' | '件',
  lineOf: (member: T) => string,
): string {
  const count = parts.reduce((sum, { members }) => sum + members.length, 0)
  const blocks = parts.map((part) => {
    const lines = part.members.map((member, index) => `${index + 1}. ${lineOf(member)}`)
    return [`【${partTitle(part, unit)}】`, ...lines].join('\n')
  })
  return [`${title}（截至${chineseDate(today)}，共 ${count} ${unit}）`, ...blocks].join('\n\n')
}

/** The rows of a table by officer, each part under a line on which the officer signs. */
export function rowsByOfficer<T>(
  parts: readonly OfficerPart<T>[],
  unit: '项' | '件',
  rowOf: (member: T) => readonly ReportCell[],
): Required<Pick<PrintedTable, 'rows' | 'parts'>> {
  const rows: (readonly ReportCell[])[] = []
  const headings = new Map<number, string>()
  for (const part of parts) {
    headings.set(rows.length, `${partTitle(part, unit)}　　签收：＿＿＿＿＿＿＿＿　　日期：＿＿＿＿＿＿＿＿`)
    rows.push(...part.members.map(rowOf))
  }
  return { rows, parts: headings }
}
