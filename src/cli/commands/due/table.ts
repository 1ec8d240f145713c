import { chineseDate, type IsoDate } from '../../../core/calendar/dates.ts'
import { isLate } from '../../../core/deadlines/pending.ts'
import { shownArticle } from '../../../core/regulation/citation.ts'
import type { PrintedTable, ReportColumn } from '../../../core/reports/report.ts'
import type { ListTexts } from '../../shared/table-options.ts'
import { byOfficer, partTitle, rowsByOfficer } from '../../shared/wording/by-officer.ts'
import { byDue, isPending, type NamedDeadline, obligorsText } from '../../shared/wording/deadlines.ts'
import { deadlineStanding, dueText } from '../../shared/wording/words.ts'

const columns: readonly ReportColumn[] = [
  { key: 'due', title: '到期日', width: 14 },
  { key: 'standing', title: '状态', width: 10 },
  { key: 'title', title: '期限', width: 10 },
  { key: 'subject', title: '对象', width: 12 },
  { key: 'case', title: '案件编号', width: 12 },
  { key: 'caseTitle', title: '案件名称', width: 14 },
  { key: 'obligors', title: '赔偿义务人', width: 12 },
  { key: 'officers', title: '承办人', width: 7 },
  { key: 'article', title: '依据', width: 10 },
  { key: 'remark', title: '办理情况', width: 9 },
]

const TITLE = '期限清单'

/** The deadlines as a list to print and sign or to paste into a chat: by officer, the earliest first. */
export function deadlineList(deadlines: readonly NamedDeadline[], today: IsoDate): ListTexts {
  const sorted = deadlines.toSorted((a, b) => byDue(a.deadline, b.deadline))
  const parts = byOfficer(sorted, ({ about }) => about?.officers)
  return {
    table: () => ({
      title: TITLE,
      period: today,
      columns,
      ...rowsByOfficer(parts, '项', (each) => rowOf(each, today)),
      totals: totalsOf(deadlines),
    }),
    chat() {
      const heading = `${TITLE}（截至${chineseDate(today)}，共 ${deadlines.length} 项）`
      const blocks = parts.map((part) =>
        [
          `【${partTitle(part, '项')}】`,
          ...part.members.map((each, at) => `${at + 1}. ${chatLine(each, today)}`),
        ].join('\n'),
      )
      return [heading, ...blocks].join('\n\n')
    },
  }
}

function totalsOf(deadlines: readonly NamedDeadline[]): PrintedTable['totals'] {
  const pending = deadlines.filter(({ deadline }) => isPending(deadline))
  return [
    { title: '期限', value: deadlines.length },
    { title: '未办结', value: pending.length },
    { title: '已逾期', value: pending.filter(({ deadline }) => isLate(deadline)).length },
  ]
}

function rowOf({ deadline, subject, about }: NamedDeadline, today: IsoDate) {
  return [
    dueText(deadline) || '及时',
    deadlineStanding(deadline, today),
    deadline.title,
    subject,
    deadline.case ?? '全库',
    about?.title ?? '',
    obligorsText(about?.obligors ?? []),
    about?.officers.join('、') ?? '',
    shownArticle(deadline),
    null,
  ]
}

/** 2026-12-15（还剩 21 天）申请再审 诉讼 S1｜NN-2025-0003 某案｜某矿业有限公司 */
function chatLine({ deadline, subject, about }: NamedDeadline, today: IsoDate): string {
  const standing = deadlineStanding(deadline, today)
  const due = dueText(deadline)
  return [
    `${due ? `${due}（${standing}）` : `${standing}：`}${[deadline.title, subject].filter(Boolean).join(' ')}`,
    about ? `${about.case} ${about.title}` : '',
    obligorsText(about?.obligors ?? []),
  ]
    .filter(Boolean)
    .join('｜')
}
