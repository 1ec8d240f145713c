import type { IsoDate } from '../../../calendar/dates.ts'
import { defineHistoryRule } from '../../define.ts'
import { sampleCommit, sayCommit } from '../../history.ts'

/** To record a fact long after it happened is usual; what is recorded before it happened is no fact. */
export const datedAhead = defineHistoryRule({
  id: 'history/dated-ahead',
  severity: 'warning',
  matter: 'one-case-one-file',
  contradiction: true,
  title: '事实在发生之后记录',
  why: '提交那天还没有到的日期不可能是已经发生的事：不是录错了日期，就是预先填好的。',
  mend: '对照原始材料核对日期；提交时电脑的时间不对的，说明情况。',
  *check(commit) {
    for (const { case: id, document, days } of commit.changes) {
      const ahead = [...new Set(days)].filter((day) => day > commit.day)
      if (!ahead.length) continue
      const message = `${sayCommit(commit)}把当时还没有到的日期记为事实：${ahead.join('、')}。请对照原始材料核对。`
      yield { case: id, document, message }
    }
  },
  examples: {
    accept: [
      { title: '当天记录', commit: recorded(['2026-03-05']) },
      { title: '很久以后才补记', commit: recorded(['2023-01-10']) },
    ],
    reject: [{ title: '送达之前就记录送达', commit: recorded(['2026-03-04', '2026-03-06']) }],
  },
})

function recorded(days: readonly IsoDate[]) {
  return { changes: sampleCommit.changes.map((each) => ({ ...each, days })) }
}
