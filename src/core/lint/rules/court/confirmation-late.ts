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
      const { deadline, subject, status, rolledDue, met } = late
      if (deadline !== 'confirmation-apply' || status !== 'met-late' || !rolledDue || !met) continue
      const confirmation = facts.court.confirmations.find(
        ({ agreement, appliedOn }) => agreement === subject && appliedOn === met,
      )
      if (confirmation)
        yield at(
          confirmation,
          'appliedOn',
          appliedLate(confirmation.agreement, met, sayProvisional(rolledDue, late)),
        )
    }
  },
  examples: {
    accept: [
      { title: '及时申请', change: unchanged },
      {
        title: '恰好公告三十日',
        change: inConfirmation((confirmation) => {
          confirmation.ruledOn = '2025-09-11'
        }),
      },
      {
        title: '没有公告',
        change: inConfirmation((confirmation) => {
          delete confirmation.announcedOn
          confirmation.ruledOn = '2025-08-13'
        }),
      },
      {
        title: '公告以后还没有裁定',
        change: inConfirmation((confirmation) => {
          delete confirmation.ruledOn
        }),
      },
      {
        title: '在参考期限的最后一日申请',
        change: inConfirmation((confirmation) => {
          Object.assign(confirmation, {
            appliedOn: '2025-08-25',
            acceptedOn: '2025-08-26',
            announcedOn: '2025-08-27',
            ruledOn: '2025-10-10',
          })
        }),
      },
    ],
    reject: [
      {
        title: '签约以后很久才申请',
        finds: ['warning - court.confirmations.0.appliedOn'],
        change: inConfirmation((confirmation) => {
          confirmation.appliedOn = '2025-08-26'
        }),
      },
      {
        title: '公告二十九日就裁定',
        finds: ['notice announcement court.confirmations.0.ruledOn'],
        change: inConfirmation((confirmation) => {
          confirmation.ruledOn = '2025-09-10'
        }),
      },
      {
        title: '参考期限的次日申请',
        says: ['到 2025-08-26 才申请司法确认，参考期限为 2025-08-25'],
        finds: ['warning - court.confirmations.0.appliedOn'],
        change: inConfirmation((confirmation) => {
          Object.assign(confirmation, {
            appliedOn: '2025-08-26',
            acceptedOn: '2025-08-26',
            announcedOn: '2025-08-27',
            ruledOn: '2025-10-10',
          })
        }),
      },
      {
        title: '撤回以后再次申请，两次都晚',
        finds: ['warning - court.confirmations.1.appliedOn'],
        change: ({ court }) => {
          court?.confirmations?.splice(
            0,
            1,
            { agreement: 'G1', appliedOn: '2025-08-28', result: 'withdrawn' },
            { agreement: 'G1', appliedOn: '2025-09-28', ruledOn: '2025-11-10', result: 'confirmed' },
          )
        },
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
