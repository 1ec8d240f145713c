import type { Confirmation } from '../../../facts/documents.ts'
import { cite } from '../../../regulation/cite.ts'
import { inConfirmation, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const rulingUndated = defineRule({
  id: 'court/ruling-undated',
  severity: 'warning',
  about: 'omission',
  unrecorded: '司法确认裁定日期',
  matter: 'confirmation',
  title: '司法确认裁定记有裁定日期',
  why: '裁定日期是执行依据成立的日期，不予确认的从该日起重新磋商；没有日期的，申请执行的期限只能从严推算。',
  mend: '办理「记录司法确认裁定」，按裁定书补录裁定日期和申请日期。',
  *check({ facts }) {
    for (const confirmation of facts.court.confirmations) {
      const { agreement, result, ruledOn } = confirmation
      if (ruledOn !== undefined || (result !== 'confirmed' && result !== 'refused')) continue
      yield at(confirmation, 'result', undated(agreement, result), { code: agreement })
    }
  },
  examples: {
    accept: [
      { title: '记有裁定日期', change: unchanged },
      { title: '还没有裁定', change: undatedRuling('result') },
    ],
    reject: [
      {
        title: '予以确认而没有裁定日期',
        finds: ['warning G1 court.confirmations.0.result'],
        change: undatedRuling(),
      },
    ],
  },
})

function undatedRuling(...without: readonly (keyof Confirmation)[]) {
  return inConfirmation((confirmation) => {
    for (const key of ['ruledOn', ...without] as const) delete confirmation[key]
  })
}

const undated = (agreement: string, result: 'confirmed' | 'refused') =>
  `协议 ${agreement} 已经裁定${result === 'confirmed' ? '予以确认' : '不予确认'}，没有裁定日期，有关期限只能从申请日期或者签约日期推算。${cite('confirmation')}；请按裁定书补录。`
