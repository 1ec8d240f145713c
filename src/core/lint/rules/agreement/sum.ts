import { bindingAgreements } from '../../../facts/agreements.ts'
import type { Agreement } from '../../../facts/documents.ts'
import { type Fen, fenOf, showYuan, sum } from '../../../facts/money.ts'
import { cite } from '../../../regulation/cite.ts'
import { inAgreement, unchanged } from '../../change.ts'
import { at, defineRule, type FindingDraft } from '../../define.ts'
import { some } from '../../support.ts'

export const agreementSum = defineRule({
  id: 'agreement/sum',
  severity: 'error',
  about: 'breach',
  matter: 'heads-of-damage',
  contradiction: true,
  title: '协议的各项金额相加相符',
  why: '分项、总额、份额和付款安排对不上，履行和执行时无法确定欠款。',
  mend: '核对协议原件，改正录错的金额。',
  *check({ facts }) {
    for (const agreement of bindingAgreements(facts)) {
      yield* totals(agreement)
      yield* schedule(agreement)
    }
  },
  examples: {
    accept: [
      { title: '各项相符', change: unchanged },
      {
        title: '以劳务折抵的部分不另付款',
        change: inAgreement((agreement) => {
          agreement.substitutes = [{ mode: 'labor', amount: '60000.00' }]
          agreement.payments?.shift()
        }),
      },
    ],
    reject: [
      {
        title: '总额多出一分',
        change: inAgreement(({ compensation }) => {
          if (compensation) compensation.total = '300000.01'
        }),
      },
      {
        title: '份额之和少于总额',
        change: inAgreement((agreement) => {
          agreement.shares = [{ obligors: ['o1'], amount: '299999.99' }]
        }),
      },
      {
        title: '付款安排少于应付金额',
        change: inAgreement(({ payments }) => {
          payments?.pop()
        }),
      },
    ],
  },
})

function* totals({ compensation, shares }: Agreement): Iterable<FindingDraft> {
  if (!compensation) return
  const items = sum(compensation.items.map(({ amount }) => amount))
  const total = compensation.total === undefined ? items : fenOf(compensation.total)
  if (items !== total)
    yield at(compensation, 'total', differ('分项之和', items, '总额', total), { code: 'total' })
  const shared = sum((shares ?? []).map(({ amount }) => amount))
  if (shares && some(shares) && shared !== total) {
    yield at(shares, [], differ('各义务人份额之和', shared, '总额', total), { code: 'shares' })
  }
}

/** What is paid in money: the items by payment, less at most what substitutes other than instalments stand for. */
function* schedule({ compensation, payments, substitutes }: Agreement): Iterable<FindingDraft> {
  if (!compensation || !payments) return
  const owed = sum(compensation.items.filter(({ by }) => by === 'payment').map(({ amount }) => amount))
  const inKind = (substitutes ?? []).filter(({ mode }) => mode !== 'instalments' && mode !== 'monetary')
  const least = owed - sum(inKind.map(({ amount }) => amount))
  const scheduled = sum(payments.map(({ amount }) => amount))
  if (scheduled >= least && scheduled <= owed) return
  yield at(payments, [], differ('付款安排之和', scheduled, '应付金额', owed), { code: 'payments' })
}

const differ = (what: string, amount: Fen, other: string, otherAmount: Fen) =>
  `${what} ${showYuan(amount)} 与${other} ${showYuan(otherAmount)} 不符。请核对协议原件，改正金额（${cite('heads-of-damage')}、${cite('agreement-contents')}）。`
