import type { Suit } from '../../../facts/documents.ts'
import { cite } from '../../../regulation/cite.ts'
import { inCourt, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const performBeforeEffect = defineRule({
  id: 'court/perform-before-effect',
  severity: 'warning',
  about: 'omission',
  matter: 'enforcement-period',
  title: '裁判的履行期限不早于生效日期',
  why: '裁判生效以前没有执行依据；履行期限写得早于生效，多半是照抄了一审判决的日期，申请执行的期限会因此算错。',
  mend: '按生效裁判核对「判决履行期限」和各笔款项的期限；判决写明自生效之日起若干日的，按生效日期推算。',
  *check({ facts }) {
    for (const suit of facts.court.suits) {
      const { id, effectiveOn, performBy, payments = [] } = suit
      if (effectiveOn === undefined) continue
      if (performBy !== undefined && performBy < effectiveOn) {
        yield at(suit, 'performBy', early(`诉讼 ${id} 的履行期限`, performBy, effectiveOn), { code: id })
      }
      for (const payment of payments) {
        if (payment.dueOn === undefined || payment.dueOn >= effectiveOn) continue
        const what = `诉讼 ${id} 判决的款项 ${payment.id}`
        yield at(payment, 'dueOn', early(what, payment.dueOn, effectiveOn), { code: payment.id })
      }
    }
  },
  examples: {
    accept: [
      { title: '没有起诉', change: unchanged },
      { title: '生效以后履行', change: judged({ performBy: '2026-10-18' }) },
      { title: '没有写明履行期限', change: judged({}) },
    ],
    reject: [
      {
        title: '履行期限在生效以前',
        finds: ['warning S1 court.suits.0.performBy'],
        change: judged({ performBy: '2026-09-12' }),
      },
      {
        title: '一笔款项的期限在生效以前',
        finds: ['warning J1 court.suits.0.payments.0.dueOn'],
        change: judged({ payments: [{ id: 'J1', obligor: 'o2', dueOn: '2026-09-12', amount: '100.00' }] }),
      },
    ],
  },
})

function judged(more: Partial<Suit>) {
  return inCourt((court) => {
    court.suits = [
      {
        id: 'S1',
        obligors: ['o2'],
        filedOn: '2026-03-02',
        judgedOn: '2026-09-01',
        servedOn: '2026-09-02',
        result: 'won',
        effectiveOn: '2026-09-18',
        ...more,
      },
    ]
  })
}

const early = (what: string, day: string, effectiveOn: string) =>
  `${what}为 ${day}，早于裁判生效的 ${effectiveOn}：生效以前没有执行依据，申请执行的期限自生效之日起算（${cite('enforcement-period')}）。请按生效裁判核对。`
