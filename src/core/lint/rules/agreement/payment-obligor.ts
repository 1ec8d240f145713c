import { bindingAgreements } from '../../../facts/agreements.ts'
import type { Share } from '../../../facts/documents.ts'
import { shareGroups } from '../../../facts/shares.ts'
import { cite } from '../../../regulation/cite.ts'
import { all, inAgreement, part, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const paymentObligor = defineRule({
  id: 'agreement/payment-obligor',
  severity: 'warning',
  about: 'breach',
  unrecorded: '各款项由谁支付',
  matter: 'performance-terms',
  title: '各自承担份额的，每一笔款项写明由谁支付',
  why: '没有写明付款人的款项，只能算作各签约义务人都欠全额：一人的份额会被算到另一人头上，催告、申请执行的金额都会出错。',
  mend: '核对协议原件，填写每一笔款项的「付款义务人」；几个人各付一部分的，分别列项。',
  *check({ facts }) {
    for (const agreement of bindingAgreements(facts)) {
      const isJoint = (agreement.shares ?? []).some(({ joint }) => joint)
      if (isJoint || shareGroups(agreement, agreement.obligors).length <= 1) continue
      for (const payment of agreement.payments ?? []) {
        if (payment.obligor === undefined)
          yield at(payment, [], unnamed(payment.id), { code: payment.id, keys: ['obligor'] })
      }
    }
  },
  examples: {
    accept: [
      { title: '连带承担', change: unchanged },
      { title: '份额各自独立，写明了付款人', change: shared({ joint: false }, 'o1') },
      { title: '份额连带，没有写明付款人', change: shared({ joint: true }) },
      {
        title: '有一份是连带的',
        change: all(
          shared({}),
          inAgreement(({ shares }) => {
            part(shares?.[0]).joint = true
          }),
        ),
      },
      {
        title: '没有份额',
        change: all(
          shared({}),
          inAgreement((agreement) => {
            delete agreement.shares
          }),
        ),
      },
    ],
    reject: [
      {
        title: '份额各自独立，没有写明付款人',
        finds: [
          'warning P1 agreements.agreements.0.payments.0',
          'warning P2 agreements.agreements.0.payments.1',
        ],
        change: shared({ joint: false }),
      },
    ],
  },
})

function shared(share: Pick<Share, 'joint'>, payer?: string) {
  return inAgreement((agreement) => {
    agreement.shares = ['o1', 'o2'].map((id) => ({
      obligors: [id],
      amount: agreement.compensation?.total ?? '',
      ...share,
    }))
    for (const payment of agreement.payments ?? []) {
      delete payment.obligor
      if (payer) payment.obligor = payer
    }
  })
}

const unnamed = (id: string) =>
  `各义务人的份额各自独立，款项 ${id} 没有写明由谁支付，现在算作各人都欠全额。${cite('performance-terms')}；请填写「付款义务人」，几个人各付一部分的分别列项。`
