import { claimPendingSince, isBankruptOn } from '../../../facts/bankruptcy.ts'
import { isLeftOpen } from '../../../facts/closing.ts'
import { owersOf } from '../../../facts/debts.ts'
import type { Facts } from '../../../facts/facts.ts'
import { type Instalment, paidOn } from '../../../facts/instalments.ts'
import { type Fen, fenOf, showYuan } from '../../../facts/money.ts'
import { obligationId } from '../../../facts/performance.ts'
import { recoveriesFor } from '../../../facts/pursuit.ts'
import { releasedOn } from '../../../facts/queries.ts'
import { cite } from '../../../regulation/cite.ts'
import { unpaidInstalments } from '../../../stages/breach.ts'
import type { CaseView } from '../../../view.ts'
import { inPayment, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const paymentsUnpaid = defineRule({
  id: 'payments/unpaid',
  severity: 'error',
  about: 'omission',
  matter: 'enforcement',
  title: '到期的款项付清',
  why: '不履行或者不完全履行的，应当及时催告、申请强制执行或者起诉，逾期会丧失申请执行的机会。',
  mend: '已付的补录付款；未付的，催告后申请强制执行（经确认的协议、判决）或者起诉（未经确认的协议）。',
  reads: ['today'],
  *check(scope) {
    for (const instalment of unpaidInstalments(scope)) {
      const { dueOn, amount, id } = instalment.payment
      const paid = paidOn(scope.facts, instalment)
      const { date, certain } = scope.calendar.nextWorkingDay(dueOn)
      const mayStillRun = scope.calendar.atLatest.nextWorkingDay(dueOn).date >= scope.today
      const when = certain ? `${dueOn} ` : `${dueOn}（最后一日 ${date}，暂定）`
      const message = unpaid(id, when, fenOf(amount), paid, adviceOn(scope, instalment))
      // At the closing, the office named the debt as left open: it still exists, but is no finding. What was claimed in
      // the bankruptcy of all who owe it waits for the distribution.
      const waits =
        isLeftOpen(scope.facts, id) || mayStillRun || isClaimedInBankruptcy(scope.facts, instalment)
      const severity = waits ? 'warning' : 'error'
      yield at(instalment.payment, 'amount', message, { code: id, severity })
    }
  },
  examples: {
    accept: [
      { title: '都已付清', change: unchanged },
      {
        title: '付款日是今天',
        today: '2025-08-20',
        change: (documents) => {
          delete documents.payments
        },
      },
    ],
    reject: [
      {
        title: '少付一分',
        change: inPayment((payment) => {
          payment.amount = '59999.99'
        }),
      },
      {
        title: '付款日已过而没有付款',
        today: '2025-08-21',
        change: (documents) => {
          delete documents.payments
        },
      },
    ],
  },
})

/** Whether each of those who owe an instalment is in bankruptcy, and it was claimed there. */
function isClaimedInBankruptcy(facts: Facts, instalment: Instalment): boolean {
  const owers = owersOf(facts, instalment).filter((id) => !releasedOn(facts, id))
  return owers.length > 0 && owers.every((id) => claimPendingSince(facts, id) !== undefined)
}

/** What to do: record what the court recovered, claim in the bankruptcy, else demand and pursue. */
function adviceOn({ facts, today }: CaseView, instalment: Instalment): string {
  const { source, payment } = instalment
  const owers = owersOf(facts, instalment).filter((id) => !releasedOn(facts, id))
  const owed = { reference: obligationId(source), kind: 'money', dueOn: payment.dueOn } as const
  const recovered = new Set(owers.flatMap((obligor) => recoveriesFor(facts, { ...owed, obligor })))
  if (recovered.size) {
    const ids = [...recovered].map(({ id }) => id ?? '').join('、')
    return `；强制执行 ${ids} 已有执行到位的记录，请把执行到位的款项逐笔记录为付款，仍有欠款的再行申请。`
  }
  const bankrupt = facts.obligors.filter((each) => owers.includes(each.id) && isBankruptOn(each, today))
  const pursue = '请催告，并依执行依据申请强制执行或者起诉。'
  if (!bankrupt.length) return `；${pursue}`
  const names = bankrupt.map(({ name }) => name).join('、')
  const claim = `；${names}已经进入破产程序，请向管理人申报债权，不单独执行或者受偿（${cite('bankruptcy-claim')}、${cite('bankruptcy-stay')}，未与原文核对）`
  return bankrupt.length < owers.length ? `${claim}；对其他义务人，${pursue}` : `${claim}。`
}

const unpaid = (id: string, when: string, amount: Fen, paid: Fen, advice: string) =>
  `款项 ${id} 应于 ${when}支付 ${showYuan(amount)}，已付 ${showYuan(paid)}，尚欠 ${showYuan(amount - paid)}。${cite('enforcement')}${advice}`
