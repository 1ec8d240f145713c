import { claimPendingSince, isBankruptNow } from '../../../facts/bankruptcy.ts'
import { isLeftOpen } from '../../../facts/closing.ts'
import { owersOf } from '../../../facts/debts.ts'
import type { Bankruptcy, Documents } from '../../../facts/documents.ts'
import type { Facts } from '../../../facts/facts.ts'
import { type Instalment, paidOn } from '../../../facts/instalments.ts'
import { type Fen, fenOf, showYuan, yuanOf } from '../../../facts/money.ts'
import { obligationId } from '../../../facts/performance.ts'
import { isUnderEnforcement, recoveriesFor } from '../../../facts/pursuit.ts'
import { releasedOn } from '../../../facts/queries.ts'
import { cite } from '../../../regulation/cite.ts'
import { formWord } from '../../../regulation/forms.ts'
import { hasPassed } from '../../../setting.ts'
import { unpaidInstalments } from '../../../stages/breach.ts'
import { refusedRemedy } from '../../../stages/remedy.ts'
import type { CaseView } from '../../../view.ts'
import { stepCall } from '../../calls.ts'
import { all, inAgreement, inCase, inCourt, inPayment, part, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const paymentsUnpaid = defineRule({
  id: 'payments/unpaid',
  severity: 'error',
  about: 'omission',
  severityStays: 'owed',
  unrecorded: '款项的支付',
  matter: 'enforcement',
  title: '到期的款项付清',
  why: '不履行或者不完全履行的，应当及时催告、申请强制执行或者起诉，逾期会丧失申请执行的机会。',
  mend: '已付的用 ejc advance 案件 记录付款 补录；未付的，用 ejc advance 案件 催告履行、ejc render 案件 催告书 催告，再申请强制执行（经确认的协议、判决）或者起诉（未经确认的协议）。',
  reads: ['today'],
  *check(scope) {
    for (const instalment of unpaidInstalments(scope)) {
      const { dueOn, amount, id } = instalment.payment
      if (dueOn === undefined) continue
      const paid = paidOn(scope.facts, instalment)
      const { date, certain } = scope.calendar.nextWorkingDay(dueOn)
      const mayStillRun = !hasPassed(scope, scope.calendar.atLatest.nextWorkingDay(dueOn).date)
      const when = certain ? `${dueOn} ` : `${dueOn}（最后一日 ${date}，暂定）`
      const message = unpaid(id, when, fenOf(amount), paid, adviceOn(scope, instalment))
      // Only a warning: the office named the debt as left open at the closing, the day may still move when the holidays
      // are published, the court enforces it, or it was claimed in the bankruptcy of all who owe it and waits for the
      // distribution.
      const waits =
        isLeftOpen(scope.facts, id) ||
        mayStillRun ||
        isUnderEnforcement(scope.facts, instalment) ||
        isClaimedInBankruptcy(scope.facts, instalment)
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
      { title: '付款日是休息日，今天是顺延后的最后一日', today: '2026-05-06', change: restDay },
    ],
    reject: [
      {
        title: '少付一分',
        finds: ['error P1 agreements.agreements.0.payments.0.amount'],
        change: inPayment((payment) => {
          payment.amount = '59999.99'
        }),
      },
      {
        title: '付款日已过而没有付款',
        finds: [
          'error P1 agreements.agreements.0.payments.0.amount',
          'error P2 agreements.agreements.0.payments.1.amount',
        ],
        today: '2025-08-21',
        change: (documents) => {
          delete documents.payments
        },
      },
      {
        title: '结案时列为未了的欠款',
        finds: ['warning P1 agreements.agreements.0.payments.0.amount'],
        change: all(shortBy('0.01'), (documents) => {
          documents.closing = { closed: { closedOn: '2026-06-01', openDuties: ['款项 P1'] } }
        }),
      },
      {
        title: '付款日是休息日，顺延后的最后一日已过',
        finds: ['error P3 agreements.agreements.0.payments.2.amount'],
        today: '2026-05-07',
        says: ['应于 2026-05-01 支付 1.00 元，已付 0.00 元，尚欠 1.00 元'],
        change: restDay,
      },
      {
        title: '放假安排还没有公布，最后一日可能更晚',
        finds: ['warning P3 agreements.agreements.0.payments.2.amount'],
        today: '2027-10-08',
        says: ['暂定'],
        change: unpublishedYear,
      },
      {
        title: '尚欠的金额',
        finds: ['error P1 agreements.agreements.0.payments.0.amount'],
        says: [
          '支付 60,000.00 元，已付 50,000.00 元，尚欠 10,000.00 元',
          '请催告（ejc advance ',
          ' 催告履行 G1，文书：ejc render ',
        ],
        change: shortBy('10000.00'),
      },
      {
        title: '执行到位而没有记作付款',
        finds: ['error P1 agreements.agreements.0.payments.0.amount'],
        says: ['强制执行 F1 已有执行到位的记录'],
        change: all(shortBy('10000.00'), enforced({ obligors: ['o1'], recovered: '1000.00' })),
      },
      {
        title: '正在强制执行',
        finds: ['warning P1 agreements.agreements.0.payments.0.amount'],
        says: ['正在强制执行，请向法院了解执行进展', ' 记录付款 P1'],
        change: all(shortBy('10000.00'), enforced({ obligors: ['o1', 'o2'] })),
      },
      {
        title: '付款的义务人破产，没有申报',
        finds: ['error P1 agreements.agreements.0.payments.0.amount'],
        says: ['某造纸有限公司已经进入破产程序，请向管理人申报债权'],
        change: all(shortBy('10000.00'), bankrupt({})),
      },
      {
        title: '付款的义务人破产，已经申报，连带的另一人没有破产',
        says: ['对其他义务人，请催告'],
        finds: ['error P1 agreements.agreements.0.payments.0.amount'],
        change: all(shortBy('10000.00'), bankrupt({ claimedOn: '2026-02-01' })),
      },
      {
        title: '没有写明付款人，一人破产并已申报，另一人没有破产',
        finds: ['error P1 agreements.agreements.0.payments.0.amount'],
        says: ['请催告'],
        change: all(
          shortBy('10000.00'),
          bankrupt({ claimedOn: '2026-02-01' }),
          inAgreement((agreement) => {
            for (const payment of agreement.payments ?? []) delete payment.obligor
          }),
        ),
      },
      {
        title: '各自承担份额，付款的义务人破产，已经申报',
        finds: ['warning P1 agreements.agreements.0.payments.0.amount'],
        says: ['请向管理人申报债权，不单独执行或者受偿'],
        change: all(
          shortBy('10000.00'),
          bankrupt({ claimedOn: '2026-02-01' }),
          inAgreement((agreement) => {
            agreement.shares = [
              { obligors: ['o1'], amount: '200000.00' },
              { obligors: ['o2'], amount: '100000.00' },
            ]
          }),
        ),
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
function adviceOn(view: CaseView, instalment: Instalment): string {
  const { facts } = view
  const { source, payment } = instalment
  const owers = owersOf(facts, instalment).filter((id) => !releasedOn(facts, id))
  const owed = { reference: obligationId(source), kind: 'money', dueOn: payment.dueOn } as const
  const recovered = new Set(owers.flatMap((obligor) => recoveriesFor(facts, { ...owed, obligor })))
  if (recovered.size) {
    const ids = [...recovered].map(({ id }) => id ?? '').join('、')
    return `；强制执行 ${ids} 已有执行到位的记录，请把执行到位的款项逐笔记录为付款，仍有欠款的再行申请。`
  }
  if (isUnderEnforcement(facts, instalment))
    return `；正在强制执行，请向法院了解执行进展；已付的或者执行到位的补录（${stepCall(facts, 'pay', payment.id)}）。`
  const bankrupt = facts.obligors.filter((each) => owers.includes(each.id) && isBankruptNow(each, view))
  const pursue = pursuitOf(view, instalment)
  if (!bankrupt.length) return `；${pursue}`
  const names = bankrupt.map(({ name }) => name).join('、')
  const claim = `；${names}已经进入破产程序，请向管理人申报债权，不单独执行或者受偿（${cite('bankruptcy-claim')}、${cite('bankruptcy-stay')}，未与原文核对）`
  return bankrupt.length < owers.length ? `${claim}；对其他义务人，${pursue}` : `${claim}。`
}

/** How the money is pursued: by a demand first, unless one was made since the money was due; then what the law opens. */
function pursuitOf({ facts, regulation }: CaseView, { source, payment }: Instalment): string {
  const reference = obligationId(source)
  const owers = owersOf(facts, { source, payment })
  const isDemanded = (facts.court.demands ?? []).some(
    ({ reference: of, on, obligors, debts }) =>
      of === reference &&
      on >= (payment.dueOn ?? on) &&
      (!debts?.length || debts.includes('money')) &&
      obligors.some((id) => owers.includes(id)),
  )
  const letter = `ejc render ${facts.id} ${formWord(regulation, 'demand-notice')}`
  const demand = isDemanded
    ? `已经催告（文书：${letter}），仍不支付的，`
    : `请催告（${stepCall(facts, 'demand-performance', reference)}，文书：${letter}），并`
  const isEnforceable = refusedRemedy(facts, reference, 'enforcement').length === 0
  const next = isEnforceable
    ? `依执行依据申请强制执行（${stepCall(facts, 'apply-enforcement')}）`
    : `提起诉讼（${stepCall(facts, 'sue')}）`
  return `${demand}${next}；已付的补录（${stepCall(facts, 'pay', payment.id)}）。`
}

const unpaid = (id: string, when: string, amount: Fen, paid: Fen, advice: string) =>
  `款项 ${id} 应于 ${when}支付 ${showYuan(amount)}，已付 ${showYuan(paid)}，尚欠 ${showYuan(amount - paid)}。${cite('enforcement')}${advice}`

function enforced(against: { readonly obligors: string[]; readonly recovered?: string }) {
  return inCourt((court) => {
    const application = { id: 'F1', instrument: 'confirmation' as const, reference: 'G1' }
    court.enforcements = [{ ...application, appliedOn: '2025-10-01', ...against }]
  })
}

function shortBy(amount: string) {
  return inPayment((payment) => {
    payment.amount = yuanOf(fenOf(payment.amount) - fenOf(amount))
  })
}

/** An instalment that falls due on a public holiday. */
function restDay({ agreements }: Documents): void {
  part(agreements?.agreements[0]).payments?.push({ id: 'P3', dueOn: '2026-05-01', amount: '1.00' })
}

/** An instalment that falls due on a public holiday of a year whose arrangement is not published. */
function unpublishedYear({ agreements }: Documents): void {
  part(agreements?.agreements[0]).payments?.push({ id: 'P3', dueOn: '2027-10-01', amount: '1.00' })
}

/** The first obligor, who pays, is bankrupt. */
function bankrupt(more: Partial<Bankruptcy>) {
  return inCase(({ obligors }) => {
    part(obligors[0]).bankruptcy = { court: '南宁市中级人民法院', openedOn: '2026-01-05', ...more }
  })
}
