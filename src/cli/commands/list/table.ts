import type { IsoDate } from '../../../core/calendar/dates.ts'
import type { ReportColumn } from '../../../core/reports/report.ts'
import type { Outlook } from '../../shared/cases/outlook.ts'
import type { ListTexts } from '../../shared/table-options.ts'
import {
  byOfficer,
  chatByOfficer,
  countedOnce,
  rowsByOfficer,
  sharedText,
} from '../../shared/wording/by-officer.ts'
import { obligorsText } from '../../shared/wording/deadlines.ts'
import { nextDeadline } from '../../shared/wording/listed-case.ts'
import { deadlineStatusText, dueText } from '../../shared/wording/words.ts'

const columns: readonly ReportColumn[] = [
  { key: 'case', title: '案件编号', width: 10.2 },
  { key: 'title', title: '案件名称', width: 14.5 },
  { key: 'obligors', title: '赔偿义务人', width: 11.5 },
  { key: 'stage', title: '阶段', width: 7 },
  { key: 'next', title: '最近期限', width: 8 },
  { key: 'due', title: '到期日', width: 12.4 },
  { key: 'standing', title: '状态', width: 8.2 },
  { key: 'officers', title: '承办人', width: 4.6 },
  { key: 'remark', title: '备注', width: 9 },
]

const TITLE = '案件清单'

/** The cases as a list to print and sign or to paste into a chat: by officer, in the order of the list. */
export function caseList(outlooks: readonly Outlook[], today: IsoDate): ListTexts {
  const parts = byOfficer(outlooks, ({ about }) => about.officers)
  const remark = countedOnce(parts)
  return {
    table: () => ({
      title: TITLE,
      period: today,
      columns,
      ...rowsByOfficer(parts, '件', (each) => rowOf(each, today)),
      totals: [{ title: remark ? `案件（${remark}）` : '案件', value: outlooks.length }],
    }),
    chat: () => chatByOfficer(TITLE, today, parts, '件', (each) => chatLine(each, today)),
  }
}

function nextOf({ deadlines }: Outlook) {
  return nextDeadline({ deadlines: deadlines.map(({ deadline }) => deadline) })
}

function rowOf(outlook: Outlook, today: IsoDate) {
  const { listed, stage, about } = outlook
  const next = nextOf(outlook)
  return [
    listed.case,
    about.title,
    obligorsText(about.obligors),
    stage,
    next?.title ?? '',
    next ? dueText(next) : '',
    next ? deadlineStatusText(next, today) : '',
    about.officers.join('、'),
    null,
  ]
}

/** NN-2026-0001 某案（履行修复）｜某化工有限公司、韦某｜完成修复 2027-04-30 暂定，还剩 157 天 */
function chatLine(outlook: Outlook, today: IsoDate): string {
  const { listed, stage, about } = outlook
  const next = nextOf(outlook)
  const due = next && [next.title, dueText(next)].filter(Boolean).join(' ')
  return [
    `${listed.case} ${about.title}（${stage}）`,
    obligorsText(about.obligors),
    next ? `${due}，${deadlineStatusText(next, today)}` : '',
    sharedText(about.officers),
  ]
    .filter(Boolean)
    .join('｜')
}
