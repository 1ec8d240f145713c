import type { IsoDate } from '../../../core/calendar/dates.ts'
import type { Deadline } from '../../../core/deadlines/define.ts'
import { isForgone, isLate } from '../../../core/deadlines/pending.ts'
import { shownArticle } from '../../../core/regulation/citation.ts'
import type { PrintedTable, ReportColumn } from '../../../core/reports/report.ts'
import { shortText } from '../../../core/reports/text.ts'
import type { ListTexts } from '../../shared/table-options.ts'
import {
  byOfficer,
  chatByOfficer,
  countedOnce,
  rowsByOfficer,
  sharedText,
} from '../../shared/wording/by-officer.ts'
import {
  type DeadlinesLayout,
  inGroups,
  isPending,
  type NamedDeadline,
  obligorsText,
} from '../../shared/wording/deadlines.ts'
import { dayText, deadlineStatusText, dueText, OF_OFFICE } from '../../shared/wording/words.ts'

/** The most characters of a case's name and its obligors: its number stands beside them. */
const LONGEST_NAME = 28

const columns: readonly ReportColumn[] = [
  { key: 'due', title: '到期日', width: 12.4 },
  { key: 'standing', title: '状态', width: 8.2 },
  { key: 'title', title: '期限', width: 8 },
  { key: 'subject', title: '对象', width: 8 },
  { key: 'case', title: '案件编号', width: 10.2 },
  { key: 'caseTitle', title: '案件名称', width: 9.8, most: LONGEST_NAME },
  { key: 'obligors', title: '赔偿义务人', width: 8.2, most: LONGEST_NAME },
  { key: 'officers', title: '承办人', width: 4.6 },
  { key: 'article', title: '依据', width: 8.8 },
  { key: 'remark', title: '办理情况', width: 7.6 },
]

const TITLE = '期限清单'

/** The deadlines as a list to print and sign or to paste into a chat: by officer, what is most urgent first. */
export function deadlineList(
  deadlines: readonly NamedDeadline[],
  layout: Pick<DeadlinesLayout, 'today' | 'withinDays'>,
): ListTexts {
  const { today } = layout
  const sorted = inGroups(deadlines, layout).flatMap(({ members }) => members)
  const parts = byOfficer(sorted, ({ about }) => about?.officers)
  return {
    table: () => ({
      title: TITLE,
      period: today,
      columns,
      ...rowsByOfficer(parts, '项', (each) => rowOf(each, today)),
      totals: totalsOf(deadlines, countedOnce(parts)),
    }),
    chat: () => chatByOfficer(TITLE, today, parts, '项', (each) => chatLine(each, today)),
  }
}

function totalsOf(deadlines: readonly NamedDeadline[], remark: string): PrintedTable['totals'] {
  const pending = deadlines.filter(({ deadline }) => isPending(deadline))
  return [
    { title: remark ? `期限（${remark}）` : '期限', value: deadlines.length },
    { title: '未办结', value: pending.length },
    { title: '已逾期', value: pending.filter(({ deadline }) => isLate(deadline)).length },
    ...counted('权利期间已过', pending, isForgone),
    ...counted('参考日期已过', pending, ({ status, advisory }) => status === 'overdue' && advisory),
  ]
}

/** What is past but was no duty: it has a count of its own, so that nobody takes it for late. */
function counted(title: string, of: readonly NamedDeadline[], isOne: (deadline: Deadline) => boolean) {
  const value = of.filter(({ deadline }) => isOne(deadline)).length
  return value ? [{ title, value }] : []
}

function rowOf({ deadline, subject, about }: NamedDeadline, today: IsoDate) {
  return [
    dayText(deadline, '及时'),
    deadlineStatusText(deadline, today),
    deadline.title,
    subject,
    deadline.case ?? OF_OFFICE,
    about?.title ?? '',
    obligorsText(about?.obligors ?? []),
    about?.officers.join('、') ?? '',
    shownArticle(deadline),
    null,
  ]
}

/** 2026-12-15（还剩 21 天）申请再审 诉讼 S1｜NN-2025-0003 某案｜某矿业有限公司 */
function chatLine({ deadline, subject, about }: NamedDeadline, today: IsoDate): string {
  const standing = deadlineStatusText(deadline, today)
  const due = dueText(deadline)
  return [
    `${due ? `${due}（${standing}）` : `${standing}：`}${[deadline.title, subject].filter(Boolean).join(' ')}`,
    about ? `${about.case} ${shortText(about.title, LONGEST_NAME)}` : '',
    shortText(obligorsText(about?.obligors ?? []), LONGEST_NAME),
    sharedText(about?.officers ?? []),
  ]
    .filter(Boolean)
    .join('｜')
}
