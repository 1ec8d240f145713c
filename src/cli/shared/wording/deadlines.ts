import type { IsoDate } from '../../../core/calendar/dates.ts'
import type { Deadline } from '../../../core/deadlines/define.ts'
import { deadlineDescription } from '../../../core/deadlines/index.ts'
import { isForgone, isNear, isPending } from '../../../core/deadlines/pending.ts'
import { shownArticle } from '../../../core/regulation/citation.ts'
import type { Layout } from '../output/output.ts'
import { statusPaint } from '../output/paint.ts'
import { type Cell, textTable } from '../output/table.ts'
import { deadlineStatusText, dueText, OF_OFFICE } from './words.ts'

export { isPending }

/** A case as lists for several people name it: personal data masked, officers as they are. */
export interface AboutCase {
  readonly case: string
  readonly title: string
  readonly obligors: readonly string[]
  readonly officers: readonly string[]
  /** As the officer's own screen names it, like `show` and the papers: persons by their whole names. */
  readonly whole: { readonly title: string; readonly obligors: readonly string[] }
}

/** A deadline with what it is about, in words. */
export interface NamedDeadline {
  readonly deadline: Deadline
  readonly subject: string
  /** The same as the officer's own screen names it; where it names nobody, it is left out. */
  readonly wholeSubject?: string
  /** Its case, where a listing over several cases names it; the office as a whole has none. */
  readonly about?: AboutCase
}

/** The most obligors that are named one by one. */
const NAMED_OBLIGORS = 2

/** The obligors of a case in the room of a cell: 某化工有限公司、韦某; 某矿业有限公司等3个. */
export function obligorsText(names: readonly string[]): string {
  const [first = ''] = names
  return names.length > NAMED_OBLIGORS ? `${first}等${names.length}个` : names.join('、')
}

export interface DeadlinesLayout {
  readonly today: IsoDate
  /** 天 that count as this week: the reminder that the office has set. */
  readonly withinDays: number
  /** Whether each row names its case. */
  readonly showCase: boolean
  /** Where the screen is short: the most rows of a group that can wait. */
  readonly most?: number
}

/** By the last day, the earliest first; those without a day come last. */
export function byDue(a: Deadline, b: Deadline): number {
  const [first, second] = [a.rolledDue ?? '9999', b.rolledDue ?? '9999']
  return first === second ? 0 : first < second ? -1 : 1
}

/** The groups in which deadlines are listed, in the order of `groups`, with their titles. */
const GROUPS = {
  late: '已逾期',
  near: '之内',
  undated: '未定日期（及时办理）',
  later: '以后',
  suspended: '中止计算',
  forgone: '已过（可以行使的权利）',
  advisory: '参考日期已过（条文未规定期限）',
  done: '已办结',
  history: '补录前（没有载明，不计逾期）',
}

type Group = keyof typeof GROUPS
const groups: readonly Group[] = [
  'late',
  'near',
  'undated',
  'later',
  'suspended',
  'forgone',
  'advisory',
  'done',
  'history',
]

function groupOf(
  deadline: Deadline,
  { today, withinDays }: Pick<DeadlinesLayout, 'today' | 'withinDays'>,
): Group {
  const { status, rolledDue } = deadline
  if (status === 'history') return 'history'
  if (!isPending(deadline)) return 'done'
  if (isForgone(deadline)) return 'forgone'
  if (status === 'overdue') return deadline.advisory ? 'advisory' : 'late'
  if (status === 'suspended') return 'suspended'
  if (!rolledDue) return 'undated'
  return isNear(deadline, today, withinDays) ? 'near' : 'later'
}

/** The deadlines of a group with its title, the earliest first. */
export interface DeadlineGroup {
  readonly group: Group
  readonly title: string
  readonly members: readonly NamedDeadline[]
}

/** Deadlines in the groups in which they are listed: what is late first, what is only of interest last. */
export function inGroups(
  deadlines: readonly NamedDeadline[],
  layout: Pick<DeadlinesLayout, 'today' | 'withinDays'>,
): DeadlineGroup[] {
  const grouped = deadlines.map((named) => ({ named, group: groupOf(named.deadline, layout) }))
  return groups.flatMap((group) => {
    const members = grouped.flatMap((each) => (each.group === group ? each.named : []))
    const title = group === 'near' ? `${layout.withinDays} 天${GROUPS.near}` : GROUPS[group]
    if (!members.length) return []
    return [{ group, title, members: members.toSorted((a, b) => byDue(a.deadline, b.deadline)) }]
  })
}

/** What waits for nobody: these are listed whole on a screen of any height. */
const PRESSING: ReadonlySet<Group> = new Set(['late', 'near', 'undated', 'suspended'])

/** How many of a group are listed. */
export function listedCount({ group, members }: DeadlineGroup, { most }: DeadlinesLayout): number {
  return most === undefined || PRESSING.has(group) ? members.length : Math.min(most, members.length)
}

/** Deadlines in groups, as tables that fit the terminal. */
export function deadlineTables(
  deadlines: readonly NamedDeadline[],
  layout: DeadlinesLayout,
  out: Layout,
): string {
  return inGroups(deadlines, layout)
    .map((group) => {
      const { title, members } = group
      const shown = listedCount(group, layout)
      const count = shown < members.length ? `${members.length}，先列 ${shown} 项` : members.length
      const table = groupTable(members.slice(0, shown), deadlines.length, layout, out)
      return `${out.style.bold(`${title}（${count}）`)}\n${table}`
    })
    .join('\n\n')
}

/**
 * From this width on (columns), a listing over several cases has room for the subject, the obligors and the article beside
 * the case.
 */
const ROOMY = 120

/** The number of the case, and its name below; the row after one of the same case has only the number. */
function caseText(deadline: Deadline, about: AboutCase | undefined): string {
  return about ? `${about.case}\n${about.whole.title}` : (deadline.case ?? OF_OFFICE)
}

/**
 * The last day; of a debt whose day falls on a day off, below it the day that was agreed or judged, since the paper says
 * that one.
 */
function dueCell(deadline: Deadline): string {
  const { due, rolledDue } = deadline
  const text = dueText(deadline)
  const isMoved = due !== null && rolledDue !== null && due !== rolledDue
  return isMoved && deadlineDescription(deadline)?.debt ? `${text}\n原定 ${due}` : text
}

function groupTable(
  members: readonly NamedDeadline[],
  listed: number,
  layout: DeadlinesLayout,
  { style, width }: Layout,
): string {
  const columns = [
    { title: '案件', flexible: true },
    { title: '到期日' },
    { title: '办结日' },
    { title: '状态', flexible: true },
    { title: '期限', flexible: true },
    { title: '对象', flexible: true },
    { title: '义务人', flexible: true },
    { title: '承办人', flexible: true },
    { title: '依据', flexible: true },
  ]
  const roomy = width >= ROOMY
  const rows = members.map(
    ({ deadline, subject: masked, wholeSubject: subject = masked, about }, index): Cell[] => {
      const several = layout.showCase
      const isNamed = index > 0 && about !== undefined && members[index - 1]?.about?.case === about.case
      return [
        several ? caseText(deadline, isNamed ? undefined : about) : '',
        dueCell(deadline),
        deadline.met ?? '',
        { text: deadlineStatusText(deadline, layout.today), paint: statusPaint(style, deadline) },
        several && !roomy ? [deadline.title, subject].filter(Boolean).join(' ') : deadline.title,
        several && !roomy ? '' : subject,
        several && roomy && about && !isNamed ? obligorsText(about.whole.obligors) : '',
        several && about ? about.officers.join('、') : '',
        several && !roomy ? '' : shownArticle(deadline),
      ]
    },
  )
  return textTable(columns, rows, width, style.dim, listed)
}
