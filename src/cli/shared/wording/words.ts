import { daysBetween, type IsoDate } from '../../../core/calendar/dates.ts'
import type { Deadline, DeadlineStatus } from '../../../core/deadlines/define.ts'
import { isForgone } from '../../../core/deadlines/pending.ts'
import { mayBeInTime, sayProvisional } from '../../../core/deadlines/provisional.ts'
import type { Severity } from '../../../core/lint/define.ts'

/** What stands in the place of a case where the office as a whole owes something. */
export const OF_OFFICE = '本单位'

/** What each state of a deadline is called. */
export const statusWords: Readonly<Record<DeadlineStatus, string>> = {
  closed: '无需办理',
  open: '进行中',
  soon: '临期',
  rolled: '顺延中',
  overdue: '已逾期',
  met: '按期完成',
  'met-late': '逾期完成',
  suspended: '中止计算',
  duty: '及时办理',
  history: '补录前',
}

export const severityWords: Readonly<Record<Severity, string>> = {
  error: '错误',
  warning: '警告',
  notice: '提示',
}

/**
 * How a deadline stands, in a few words: 还剩 5 天, 逾期 12 天, 中止计算. Days are counted to the last day as moved off a rest
 * day.
 */
export function deadlineStatusText(
  deadline: Pick<Deadline, 'status' | 'rolledDue' | 'advisory' | 'deadline' | 'latestDue'>,
  today: IsoDate,
): string {
  const { status, rolledDue, advisory } = deadline
  if (!rolledDue || isWithoutCountdown(status)) return statusWords[status]
  const days = daysBetween(today, rolledDue)
  const rolling = status === 'rolled' ? '顺延中，' : ''
  if (days < 0 && advisory) return `参考日期已过 ${-days} 天`
  if (days < 0) {
    const passed = isForgone(deadline) ? '已过' : '逾期'
    return sayProvisional(`${passed} ${-days} 天`, { certain: !mayBeInTime(deadline, today) })
  }
  return days === 0 ? `${rolling}今日到期` : `${rolling}还剩 ${days} 天`
}

function isWithoutCountdown(status: DeadlineStatus): boolean {
  return ['met', 'met-late', 'closed', 'duty', 'suspended', 'history'].includes(status)
}

/**
 * The last day as a table shows it; 暂定 where it depends on holidays that are not known yet, unless it no longer
 * matters.
 */
export function dueText({
  rolledDue,
  certain,
  daysLeft,
}: Pick<Deadline, 'rolledDue' | 'certain' | 'daysLeft'>): string {
  if (!rolledDue) return ''
  return certain || daysLeft === null ? rolledDue : `${rolledDue} 暂定`
}

/** The last day; of a deadline that does not run, that it does not; of one without a day, what is said otherwise. */
export function dayText(
  deadline: Pick<Deadline, 'rolledDue' | 'certain' | 'daysLeft' | 'status'>,
  otherwise: string,
): string {
  return dueText(deadline) || (deadline.status === 'suspended' ? statusWords.suspended : otherwise)
}
