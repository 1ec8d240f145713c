import type { Calendar } from '../../../calendar/calendar.ts'
import { addPeriod, showPeriod } from '../../../deadlines/period.ts'
import { sayProvisional } from '../../../deadlines/provisional.ts'
import type { Facts } from '../../../facts/facts.ts'
import { cite } from '../../../regulation/cite.ts'
import type { Period } from '../../../regulation/regulation.ts'
import { inConfirmation, unchanged } from '../../change.ts'
import { at, defineRule, type FindingDraft } from '../../define.ts'

export const confirmationLate = defineRule({
  id: 'court/confirmation-late',
  severity: 'warning',
  about: 'breach',
  matter: 'confirmation',
  title: '签约后及时申请司法确认',
  why: `没有条文规定赔偿协议申请确认的期限，${cite('mediation-confirmation')}的期限针对调解协议；久不申请，法院可能不予受理。`,
  mend: '向法院说明情况；尚未申请的，尽快申请。',
  *check({ facts, deadlines, regulation, calendar }) {
    yield* ruledSoon(facts, calendar, regulation.period('confirmation-announcement'))
    for (const late of deadlines) {
      const { deadline, subject, status, due, met } = late
      if (deadline !== 'confirmation-apply' || status !== 'met-late' || !due || !met) continue
      const confirmation = facts.court.confirmations.find(
        ({ agreement, appliedOn }) => agreement === subject && appliedOn === met,
      )
      if (confirmation)
        yield at(
          confirmation,
          'appliedOn',
          appliedLate(confirmation.agreement, met, sayProvisional(due, late)),
        )
    }
  },
  examples: {
    accept: [{ title: '及时申请', change: unchanged }],
    reject: [
      {
        title: '公告不足规定的天数就裁定',
        change: inConfirmation((confirmation) => {
          confirmation.ruledOn = '2025-09-10'
        }),
      },
      {
        title: '签约以后很久才申请',
        change: inConfirmation((confirmation) => {
          confirmation.appliedOn = '2025-08-26'
        }),
      },
    ],
  },
})

/** Confirmations before the court's public announcement of the agreement was over. */
function* ruledSoon(
  { court }: Facts,
  calendar: Calendar,
  announcement: Period | undefined,
): Iterable<FindingDraft> {
  if (!announcement) return
  for (const confirmation of court.confirmations) {
    const { announcedOn, ruledOn } = confirmation
    if (!announcedOn || !ruledOn || ruledOn >= addPeriod(calendar, announcedOn, announcement).date) continue
    const message = tooSoon(announcedOn, ruledOn, showPeriod(announcement), announcement.article)
    yield at(confirmation, 'ruledOn', message, { code: 'announcement', severity: 'notice' })
  }
}

const tooSoon = (announcedOn: string, ruledOn: string, period: string, article: string) =>
  `法院 ${announcedOn} 公告协议，${ruledOn} 即裁定，不足 ${period}。${article}：公告期间不少于 ${period}；请核对日期。`

const appliedLate = (agreement: string, appliedOn: string, due: string) =>
  `协议 ${agreement} 到 ${appliedOn} 才申请司法确认，参考期限为 ${due}（${cite('mediation-confirmation')}，针对调解协议）。请向法院说明情况。`
