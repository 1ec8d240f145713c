import { bindingAgreements, instalmentTerms, isPaidInInstalments } from '../../../facts/agreements.ts'
import type { PerformanceBond } from '../../../facts/documents.ts'
import { fenOf, showYuan } from '../../../facts/money.ts'
import { cite } from '../../../regulation/cite.ts'
import { hasPassed } from '../../../setting.ts'
import { inAgreement, unchanged } from '../../change.ts'
import { at, defineRule, type FindingDraft } from '../../define.ts'
import { hasItems } from '../../support.ts'

export const agreementBond = defineRule({
  id: 'agreement/bond',
  severity: 'error',
  about: 'breach',
  unrecorded: '履约保证金',
  matter: 'performance-bond',
  title: '分期赔付设置履约保证金',
  why: '分期赔付是给有诚意而一时无力的义务人的便利，保证金保证其后各期的履行。',
  mend: '约定履约保证金并办理「记录履约保证金」。',
  reads: ['today'],
  *check(scope) {
    for (const agreement of bindingAgreements(scope.facts)) {
      const { performanceBond, payments = [] } = agreement
      if (performanceBond) yield* contradictions(performanceBond)
      if (!isPaidInInstalments(agreement)) continue
      if (performanceBond) {
        const { paidOn, acceptedOn, dueOn: payBy } = performanceBond
        const isDue =
          payBy === undefined
            ? payments.some(({ dueOn }) => dueOn !== undefined && hasPassed(scope, dueOn))
            : hasPassed(scope, payBy)
        if (isDue && !paidOn && !acceptedOn) {
          yield at(performanceBond, [], notPaid, { code: 'unpaid', severity: 'warning' })
        }
        continue
      }
      const declared = hasItems(instalmentTerms(agreement))
      if (declared) yield at(agreement, 'substitutes', noBond)
      else
        yield at(agreement, [], undeclared, { severity: 'warning', keys: ['substitutes', 'performanceBond'] })
    }
  },
  examples: {
    accept: [
      { title: '一次付清', change: unchanged },
      {
        title: '不分期也约定保证金，由两人提供',
        change: bonded({ amount: '10000.00', obligors: ['o1', 'o2'] }),
      },
      {
        title: '分期并有保证金',
        change: inAgreement((agreement) => {
          agreement.substitutes = [{ mode: 'instalments', amount: '60000.00' }]
          agreement.performanceBond = { amount: '10000.00', paidOn: '2025-07-30' }
        }),
      },
    ],
    reject: [
      {
        title: '保证金金额为零',
        finds: ['error nothing agreements.agreements.0.performanceBond.amount'],
        says: ['0.00 元'],
        change: bonded({ amount: '0.00' }),
      },
      {
        title: '提供保证金的义务人写了两次',
        finds: ['warning twice agreements.agreements.0.performanceBond.obligors'],
        says: ['o2'],
        change: bonded({ amount: '10000.00', obligors: ['o2', 'o1', 'o2'] }),
      },
      {
        title: '首期已到，保证金没有缴纳',
        finds: ['warning unpaid agreements.agreements.0.performanceBond'],
        change: inAgreement((agreement) => {
          agreement.substitutes = [{ mode: 'instalments', amount: '60000.00' }]
          agreement.performanceBond = { amount: '10000.00' }
        }),
      },
      {
        title: '约定的缴纳期限已过，保证金没有缴纳',
        finds: ['warning unpaid agreements.agreements.0.performanceBond'],
        change: inAgreement((agreement) => {
          agreement.substitutes = [{ mode: 'instalments', amount: '60000.00' }]
          for (const payment of agreement.payments ?? []) payment.dueOn = '2027-07-01'
          agreement.performanceBond = { amount: '10000.00', dueOn: '2025-07-30' }
        }),
      },
      {
        title: '分期而没有保证金',
        finds: ['error - agreements.agreements.0.substitutes'],
        change: inAgreement((agreement) => {
          agreement.substitutes = [{ mode: 'instalments', amount: '60000.00' }]
        }),
      },
    ],
  },
})

/** What can't be so, however the compensation is paid. */
function* contradictions(bond: PerformanceBond): Generator<FindingDraft> {
  const { amount, obligors = [] } = bond
  if (amount !== undefined && fenOf(amount) <= 0n)
    yield at(bond, 'amount', nothing(showYuan(fenOf(amount))), { code: 'nothing' })
  const again = obligors.find((id, index) => obligors.indexOf(id) < index)
  if (again !== undefined) yield at(bond, 'obligors', twice(again), { code: 'twice', severity: 'warning' })
}

function bonded(performanceBond: PerformanceBond) {
  return inAgreement((agreement) => {
    agreement.performanceBond = performanceBond
  })
}

const nothing = (amount: string) =>
  `“履约保证金金额”为 ${amount}，等于没有约定。请核对协议原件，改正金额；没有约定保证金的，删去「履约保证金」。`

const twice = (id: string) =>
  `“提供履约保证金的义务人”中 ${id} 写了不止一次。请删去重复的编号，或者改为漏写的义务人。`

const noBond = `约定分期赔付，没有履约保证金。${cite('performance-bond')}：分期赔付应当设置履约保证金；请约定并记录。`

const notPaid = `约定了履约保证金，应当缴纳的日期或者首期付款日已过，没有缴纳或者接受的日期。${cite('performance-bond')}：设置履约保证金；请办理「记录履约保证金」。`

const undeclared = `付款分在几个日期，没有写明是分期赔付，也没有履约保证金。${cite('performance-bond')}；属于分期的，请写入「替代修复与履行方式」并设置保证金。`
