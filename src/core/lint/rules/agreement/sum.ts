import { bindingAgreements } from '../../../facts/agreements.ts'
import { takenOverOn } from '../../../facts/backfilled.ts'
import type { Agreement, Substitute } from '../../../facts/documents.ts'
import type { Facts } from '../../../facts/facts.ts'
import { type Fen, fenOf, showYuan, sum } from '../../../facts/money.ts'
import { obligorName } from '../../../facts/queries.ts'
import { compensationTotal, isInKind, unscheduledMoney } from '../../../facts/shares.ts'
import { cite } from '../../../regulation/cite.ts'
import { all, inAgreement, part, unchanged } from '../../change.ts'
import { at, defineRule, type FindingDraft } from '../../define.ts'
import { hasItems } from '../../support.ts'

export const agreementSum = defineRule({
  id: 'agreement/sum',
  severity: 'error',
  about: 'breach',
  severityStays: 'record',
  matter: 'heads-of-damage',
  contradiction: true,
  title: '协议的各项金额相加相符',
  why: '分项、总额、份额和付款安排对不上，履行和执行时无法确定欠款。',
  mend: '核对协议原件，改正录错的金额。',
  *check({ facts }) {
    for (const agreement of bindingAgreements(facts)) {
      if (isTotalAlone(facts, agreement)) yield* withinTotal(agreement)
      else {
        yield* totals(agreement)
        yield* schedule(agreement)
      }
      yield* offsets(facts, agreement)
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
      {
        title: '协议没有写明赔偿',
        change: inAgreement((agreement) => {
          delete agreement.compensation
        }),
      },
      {
        title: '没有写总额，按分项计算',
        change: inAgreement(({ compensation }) => {
          delete part(compensation).total
        }),
      },
      {
        title: '没有份额',
        change: inAgreement((agreement) => {
          agreement.shares = []
        }),
      },
      {
        title: '没有付款安排，也没有要付的款',
        change: inAgreement((agreement) => {
          delete agreement.payments
          agreement.substitutes = [{ mode: 'labor', amount: '100000.00' }]
        }),
      },
      {
        title: '分期付款不折抵',
        change: inAgreement((agreement) => {
          agreement.substitutes = [{ mode: 'instalments', amount: '100000.00' }]
        }),
      },
      {
        title: '替代方式折抵恰好是赔偿总额',
        change: inAgreement((agreement) => {
          agreement.substitutes = [{ mode: 'labor', amount: '300000.00' }]
          agreement.payments = []
        }),
      },
      {
        title: '货币不是替代方式',
        change: inAgreement((agreement) => {
          agreement.substitutes = [{ mode: 'monetary', amount: '300000.01' }]
        }),
      },
      {
        title: '一人的替代方式折抵恰好是其份额',
        change: inTwoShares(['200000.00', '100000.00'], { obligors: ['o2'], amount: '100000.00' }),
      },
      {
        title: '两人一起的替代方式不计入一人的份额',
        change: inTwoShares(['200000.00', '100000.00'], { obligors: ['o1', 'o2'], amount: '200000.01' }),
      },
      {
        title: '没有写明谁的替代方式，不计入一人的份额',
        change: inTwoShares(['200000.00', '100000.00'], { amount: '200000.01' }),
      },
      {
        title: '连带的份额，不逐份比较',
        change: all(
          inTwoShares(['200000.00', '100000.00'], { obligors: ['o2'], amount: '100000.01' }),
          inAgreement(({ shares }) => {
            for (const share of shares ?? []) share.joint = true
          }),
        ),
      },
    ],
    reject: [
      {
        title: '总额多出一分',
        finds: [
          'error total agreements.agreements.0.compensation.total',
          'error shares agreements.agreements.0.shares',
        ],
        change: inAgreement(({ compensation }) => {
          if (compensation) compensation.total = '300000.01'
        }),
      },
      {
        title: '份额之和少于总额',
        finds: ['error shares agreements.agreements.0.shares'],
        change: inAgreement((agreement) => {
          agreement.shares = [{ obligors: ['o1'], amount: '299999.99' }]
        }),
      },
      {
        title: '替代方式折抵多于赔偿总额',
        finds: ['error substitutes agreements.agreements.0.substitutes'],
        change: inAgreement((agreement) => {
          agreement.substitutes = [{ mode: 'labor', amount: '300000.01' }]
        }),
      },
      {
        title: '一人的替代方式折抵多于其份额',
        finds: ['error substitutes agreements.agreements.0.substitutes'],
        change: inTwoShares(['200000.00', '100000.00'], { obligors: ['o2'], amount: '100000.01' }),
      },
      {
        title: '应付的金额没有付款安排',
        finds: ['warning payments agreements.agreements.0.compensation'],
        change: inAgreement((agreement) => {
          delete agreement.payments
        }),
      },
      {
        title: '货币赔偿没有付款安排',
        finds: ['warning payments agreements.agreements.0.compensation'],
        change: inAgreement((agreement) => {
          delete agreement.payments
          agreement.substitutes = [{ mode: 'monetary', amount: '100000.00' }]
        }),
      },
      {
        title: '付款安排少于应付金额',
        finds: ['error payments agreements.agreements.0.payments'],
        change: inAgreement(({ payments }) => {
          payments?.pop()
        }),
      },
      {
        title: '分期付款不折抵应付的金额',
        finds: ['error payments agreements.agreements.0.payments'],
        change: inAgreement((agreement) => {
          agreement.substitutes = [{ mode: 'instalments', amount: '60000.00' }]
          agreement.payments?.shift()
        }),
      },
      {
        title: '付款安排多于应付金额',
        finds: ['error payments agreements.agreements.0.payments'],
        change: inAgreement(({ payments }) => {
          part(payments?.[0]).amount = '60000.01'
        }),
      },
      {
        title: '折抵以后付款安排仍少一分',
        finds: ['error payments agreements.agreements.0.payments'],
        change: inAgreement((agreement) => {
          agreement.substitutes = [{ mode: 'labor', amount: '59999.99' }]
          agreement.payments?.shift()
        }),
      },
      {
        title: '没有写总额，替代方式折抵多于分项之和',
        finds: ['error substitutes agreements.agreements.0.substitutes'],
        change: inAgreement((agreement) => {
          delete part(agreement.compensation).total
          agreement.substitutes = [{ mode: 'labor', amount: '300000.01' }]
        }),
      },
    ],
  },
})

/** Whether the case was taken over from a ledger that gives only the total: there are no items to compare it with. */
function isTotalAlone(facts: Facts, { compensation }: Agreement): boolean {
  return takenOverOn(facts) !== undefined && compensation?.total !== undefined && !compensation.items.length
}

/** The payments must not exceed the total; nothing else is known. */
function* withinTotal({ compensation, payments = [] }: Agreement): Iterable<FindingDraft> {
  const total = fenOf(compensation?.total)
  const scheduled = sum(payments.map(({ amount }) => amount))
  if (scheduled > total)
    yield at(payments, [], exceeds('付款安排之和', scheduled, '赔偿总额', total), { code: 'payments' })
}

function* totals({ compensation, shares }: Agreement): Iterable<FindingDraft> {
  if (!compensation) return
  const items = sum(compensation.items.map(({ amount }) => amount))
  const total = compensationTotal(compensation)
  if (items !== total)
    yield at(compensation, 'total', differ('分项之和', items, '总额', total), { code: 'total' })
  const shared = sum((shares ?? []).map(({ amount }) => amount))
  if (shares && hasItems(shares) && shared !== total) {
    yield at(shares, [], differ('各义务人份额之和', shared, '总额', total), { code: 'shares' })
  }
}

/** What is paid in money: the items by payment, less at most the amount of substitutes other than instalments. */
function* schedule({ compensation, payments, substitutes }: Agreement): Iterable<FindingDraft> {
  if (!compensation) return
  if (!payments) {
    const left = unscheduledMoney({ compensation, substitutes })
    if (left > 0n) yield at(compensation, [], unscheduled(left), { code: 'payments', severity: 'warning' })
    return
  }
  const owed = sum(compensation.items.filter(({ by }) => by === 'payment').map(({ amount }) => amount))
  const inKind = (substitutes ?? []).filter(isInKind)
  const least = owed - sum(inKind.map(({ amount }) => amount))
  const scheduled = sum(payments.map(({ amount }) => amount))
  if (scheduled >= least && scheduled <= owed) return
  yield at(payments, [], differ('付款安排之和', scheduled, '应付金额', owed), { code: 'payments' })
}

/** Substitutes stand in the place of what is owed: never of more, in all or of one whose share stands alone. */
function* offsets(
  facts: Facts,
  { compensation, shares = [], substitutes = [] }: Agreement,
): Iterable<FindingDraft> {
  if (!compensation) return
  const inKind = substitutes.filter(isInKind)
  const total = compensationTotal(compensation)
  const offset = sum(inKind.map(({ amount }) => amount))
  if (offset > total) {
    yield at(substitutes, [], exceeds('替代方式折抵之和', offset, '赔偿总额', total), { code: 'substitutes' })
    return
  }
  if (shares.length <= 1) return
  for (const { obligors, amount, joint } of shares) {
    const own = inKind.filter(
      (each) => each.obligors?.length && each.obligors.every((id) => obligors.includes(id)),
    )
    const ownOffset = sum(own.map((each) => each.amount))
    if (joint || ownOffset <= fenOf(amount)) continue
    const names = obligors.map((id) => obligorName(facts, id)).join('、')
    const message = exceeds(`${names}替代方式折抵之和`, ownOffset, '其份额', fenOf(amount))
    yield at(substitutes, [], message, { code: 'substitutes' })
  }
}

const unscheduled = (left: Fen) =>
  `应付的 ${showYuan(left)} 没有付款安排：什么时候到期无从计算，付清以前仍算没有履行。请核对协议原件，填写「付款安排」（${cite('performance-terms')}）。`

const exceeds = (what: string, amount: Fen, other: string, limit: Fen) =>
  `${what} ${showYuan(amount)} 超过${other} ${showYuan(limit)}。替代方式只能折抵应当赔偿的数额（${cite('substitutes')}）；请核对协议原件，改正折抵金额。`

const differ = (what: string, amount: Fen, other: string, otherAmount: Fen) =>
  `${what} ${showYuan(amount)} 与${other} ${showYuan(otherAmount)} 不符。请核对协议原件，改正金额（${cite('heads-of-damage')}、${cite('agreement-contents')}）。`

/** Two shares that stand alone, and what is done in kind. */
function inTwoShares([first, second]: readonly [string, string], substitute: Omit<Substitute, 'mode'>) {
  return inAgreement((agreement) => {
    agreement.shares = [
      { obligors: ['o1'], amount: first },
      { obligors: ['o2'], amount: second },
    ]
    agreement.substitutes = [{ mode: 'labor', ...substitute }]
  })
}
