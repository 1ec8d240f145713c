import { distributed } from '../../../facts/bankruptcy.ts'
import type { Payment } from '../../../facts/documents.ts'
import type { Facts } from '../../../facts/facts.ts'
import { instalments, paidFor, paymentsOn } from '../../../facts/instalments.ts'
import { type Fen, showYuan, sum } from '../../../facts/money.ts'
import { cite } from '../../../regulation/cite.ts'
import { all, inCase, inPayment, part, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const distributionUnrecorded = defineRule({
  id: 'payments/distribution-unrecorded',
  severity: 'warning',
  about: 'omission',
  severityStays: 'owed',
  matter: 'performance-terms',
  title: '破产分配记作付款',
  why: '分到的钱不记在应付款项上，欠款就会算多，到账金额的报表也会少。',
  mend: '对分配所偿的款项办理「记录付款」，付款人选其他人，身份为破产管理人，代谁付款填该义务人。',
  *check({ facts }) {
    if (!instalments(facts).length) return
    for (const { id, name, bankruptcy } of facts.obligors) {
      if (!bankruptcy) continue
      const missing = distributed(bankruptcy) - paidByAdministrator(facts, id)
      if (missing > 0n) yield at(bankruptcy, 'distributions', unrecorded(name, missing), { code: id })
    }
  },
  examples: {
    accept: [
      { title: '没有破产', change: unchanged },
      {
        title: '分配记作付款',
        change: all(
          distributing('60000.00'),
          inPayment((payment) => {
            payment.payer = { name: '某律师事务所', relation: 'administrator' }
          }),
        ),
      },
    ],
    reject: [
      {
        title: '分配没有记作付款',
        finds: ['warning o1 case.obligors.0.bankruptcy.distributions'],
        change: distributing('60000.00'),
      },
    ],
  },
})

/** What the administrator paid for an obligor, in 分: the payment says for whom, or else the instalment does. */
function paidByAdministrator(facts: Facts, obligor: string): Fen {
  const paid = instalments(facts).flatMap((instalment) =>
    paymentsOn(facts, instalment)
      .filter(isByAdministrator)
      .filter((payment) => (paidFor(payment) ?? instalment.payment.obligor ?? obligor) === obligor),
  )
  return sum([...new Set(paid)].map(({ amount }) => amount))
}

function isByAdministrator({ payer }: Payment): boolean {
  return typeof payer === 'object' && payer.relation === 'administrator'
}

function distributing(amount: string) {
  return inCase(({ obligors }) => {
    part(obligors[0]).bankruptcy = {
      openedOn: '2025-08-01',
      claimedOn: '2025-08-10',
      distributions: [{ on: '2025-08-15', amount }],
    }
  })
}

const unrecorded = (name: string, missing: Fen) =>
  `${name}的破产分配中有 ${showYuan(missing)} 没有记作付款，计算欠款时没有计入（${cite('performance-terms')}）。请对所偿的款项「记录付款」，付款人填破产管理人。`
