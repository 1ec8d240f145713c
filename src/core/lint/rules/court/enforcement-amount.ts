import type { Enforcement } from '../../../facts/documents.ts'
import type { Facts } from '../../../facts/facts.ts'
import { type Fen, fenOf, showYuan, sum } from '../../../facts/money.ts'
import { moneyOwedOn } from '../../../facts/owed.ts'
import { isOngoing } from '../../../facts/pursuit.ts'
import { titleOf } from '../../../facts/titles.ts'
import { cite } from '../../../regulation/cite.ts'
import { all, inCourt, part, unchanged } from '../../change.ts'
import { at, type CaseScope, defineRule, type FindingDraft } from '../../define.ts'

/** What may be claimed beside the sums agreed. 费用 and 损失 are no such words: the sums agreed themselves are called so. */
const REASONS = /违约金|滞纳金|利息|迟延履行金|代履行费|执行费|诉讼费|受理费|保全费|律师费/u

/** Compares the money that an application for enforcement claims with what was owed on its day. */
export const enforcementAmount = defineRule({
  id: 'court/enforcement-amount',
  severity: 'warning',
  about: 'omission',
  severityStays: 'record',
  matter: 'enforcement',
  title: '申请执行的金额与所欠的一致',
  why: '申请书同时写明已经支付的和请求执行的，两者对不上的，法院会退回补正；多请求的部分没有执行依据。',
  mend: '核对“执行金额”和已收款项：付款没有登记的先登记；请求违约金、利息、执行费等的，在“执行请求”里写明。',
  reads: ['today'],
  *check(scope) {
    const { facts } = scope
    for (const application of facts.court.enforcements) {
      const { amount, obligors, appliedOn } = application
      const reference = titleOf(facts, application)
      if (amount === undefined || reference === undefined || isAboutWork(application)) continue
      const day = appliedOn ?? scope.today
      const owed = moneyOwedOn(facts, reference, obligors, day)
      if (!owed) continue
      const claimed = fenOf(amount)
      const told = { claimed, day, reference }
      const others = othersBeside(facts, application, reference)
      if (claimed > owed.whole) {
        yield saysMore([application])
          ? at(application, 'amount', beyond(told, owed.whole), { code: 'beyond', severity: 'notice' })
          : at(application, 'amount', exceeds(told, owed.whole))
        continue
      }
      const twice = claimedTwice(scope, application, others, reference)
      if (twice) yield twice
      else if (claimed > owed.due)
        yield at(application, 'amount', early(told, owed.due), { code: 'early', severity: 'notice' })
      else if (claimed + sum(others.map(({ amount }) => amount)) < owed.due)
        yield at(application, 'amount', less(told, owed.due), { code: 'less', severity: 'notice' })
    }
  },
  examples: {
    accept: [
      { title: '没有申请执行', change: unchanged },
      { title: '请求的正是尚欠的', change: all(paidAfterwards, claiming('40000.00')) },
      { title: '没有写金额', change: all(paidAfterwards, claiming(undefined)) },
      {
        title: '只请求修复',
        change: all(
          claiming('200000.00'),
          inCourt((court) => {
            part(court.enforcements?.[0]).debts = ['work']
          }),
        ),
      },
      {
        title: '分两次申请，合起来不少于到期的',
        change: all(withoutPayments, claiming('60000.00'), claimingBeside('40000.00')),
      },
      {
        title: '前一次已经终结，再申请全部',
        change: all(
          withoutPayments,
          claiming('100000.00'),
          claimingBeside('100000.00'),
          inCourt((court) => {
            part(court.enforcements?.[0]).result = 'ended'
          }),
        ),
      },
    ],
    reject: [
      {
        title: '两期都已付清，还请求四万元',
        finds: ['warning - court.enforcements.0.amount'],
        says: ['请求执行 40,000.00 元', 'G1', '没有欠款'],
        change: claiming('40000.00'),
      },
      {
        title: '比尚欠的多一分',
        finds: ['warning - court.enforcements.0.amount'],
        says: ['40,000.01 元', '尚欠 40,000.00 元', '多 0.01 元'],
        change: all(paidAfterwards, claiming('40000.01')),
      },
      {
        title: '多出的写明是违约金',
        finds: ['notice beyond court.enforcements.0.amount'],
        change: all(paidAfterwards, claiming('41200.00', '支付40,000元和违约金1,200元')),
      },
      {
        title: '请求的名目里有“费用”，没有写违约金',
        finds: ['warning - court.enforcements.0.amount'],
        says: ['多 1,200.00 元'],
        change: all(paidAfterwards, claiming('41200.00', '支付生态环境修复费用41,200元')),
      },
      {
        title: '两次申请，各请求全部',
        finds: ['warning together court.enforcements.1.amount'],
        says: ['合起来请求执行 200,000.00 元', '多 100,000.00 元'],
        change: all(withoutPayments, claiming('100000.00'), claimingBeside('100000.00')),
      },
      {
        title: '请求了还没有到期的一期',
        finds: ['notice early court.enforcements.0.amount'],
        change: all(withoutPayments, claiming('100000.00'), ({ agreements }) => {
          Object.assign(part(agreements?.agreements[0]?.payments?.[1]), { dueOn: '2026-12-31' })
        }),
      },
      {
        title: '比到期的少',
        finds: ['notice less court.enforcements.0.amount'],
        change: all(withoutPayments, claiming('60000.00')),
      },
    ],
  },
})

/** Whether only work is enforced: its amount is what the work is worth. */
function isAboutWork({ debts }: Enforcement): boolean {
  return debts !== undefined && debts.length > 0 && !debts.includes('money')
}

/** The other applications on the same title, under way and for money, against one of the same obligors. */
function othersBeside(facts: Facts, own: Enforcement, reference: string): Enforcement[] {
  const isAgainst = ({ obligors }: Enforcement): boolean =>
    !obligors?.length || !own.obligors?.length || obligors.some((id) => own.obligors?.includes(id))
  return facts.court.enforcements.filter(
    (each) =>
      each !== own &&
      isOngoing(each) &&
      !isAboutWork(each) &&
      isAgainst(each) &&
      titleOf(facts, each) === reference,
  )
}

const saysMore = (applications: readonly Enforcement[]): boolean =>
  applications.some(({ claim }) => REASONS.test(claim ?? ''))

/**
 * Applications under way that together claim more than was owed when the first of them was made: told of the last on
 * record, whatever was paid since.
 */
function claimedTwice(
  { facts, today }: Pick<CaseScope, 'facts' | 'today'>,
  own: Enforcement,
  others: readonly Enforcement[],
  reference: string,
): FindingDraft | undefined {
  const { enforcements } = facts.court
  const earlier = others.filter(
    (each) => each.amount !== undefined && enforcements.indexOf(each) < enforcements.indexOf(own),
  )
  if (!isOngoing(own) || !earlier.length) return undefined
  const all = [...earlier, own]
  const named = all.every(({ obligors }) => obligors?.length)
    ? [...new Set(all.flatMap(({ obligors = [] }) => obligors))]
    : undefined
  const day = all.map(({ appliedOn }) => appliedOn ?? today).toSorted()[0] ?? today
  const owed = moneyOwedOn(facts, reference, named, day)
  const claimed = sum(all.map(({ amount }) => amount))
  if (!owed || claimed <= owed.whole) return undefined
  const message = together({ claimed, day, reference }, owed.whole)
  return at(
    own,
    'amount',
    message,
    saysMore(all) ? { code: 'together', severity: 'notice' } : { code: 'together' },
  )
}

interface Told {
  readonly claimed: Fen
  readonly day: string
  readonly reference: string
}

const asked = ({ claimed, day, reference }: Told) =>
  `强制执行请求执行 ${showYuan(claimed)}，而 ${reference} 到 ${day} `

const exceeds = (told: Told, owed: Fen) =>
  `${asked(told)}${owed > 0n ? `尚欠 ${showYuan(owed)}，多 ${showYuan(told.claimed - owed)}` : '按记录没有欠款'}。${cite('enforcement')}；请改正“执行金额”或者已收款项，多出的是违约金、利息、执行费等的，在“执行请求”里写明。`

const together = ({ claimed, day, reference }: Told, owed: Fen) =>
  `在办的几次强制执行申请合起来请求执行 ${showYuan(claimed)}，而 ${reference} 到 ${day} 尚欠 ${showYuan(owed)}，多 ${showYuan(claimed - owed)}。${cite('enforcement')}；同一笔款项只申请一次，请核对各次的“执行金额”和“执行结果”，多出的是违约金、利息、执行费等的，在“执行请求”里写明。`

const beyond = (told: Told, owed: Fen) =>
  `${asked(told)}尚欠 ${showYuan(owed)}，多出 ${showYuan(told.claimed - owed)}。请核对是否正是“执行请求”写明的违约金、利息、执行费等，并附计算方法（${cite('enforcement')}）。`

const early = (told: Told, due: Fen) =>
  `${asked(told)}已到期的为 ${showYuan(due)}，其余 ${showYuan(told.claimed - due)} 还没有到期。协议没有约定提前到期的，到期以后再申请（${cite('enforcement')}）。`

const less = (told: Told, due: Fen) =>
  `${asked(told)}已到期而未支付的为 ${showYuan(due)}，少 ${showYuan(due - told.claimed)}。请核对；其余另行申请的，注意申请期限（${cite('enforcement')}）。`

/** The second instalment was paid after the application. */
function paidAfterwards({ payments }: Parameters<typeof unchanged>[0]): void {
  part(payments?.payments[1]).paidOn = '2026-10-01'
}

function withoutPayments(documents: Parameters<typeof unchanged>[0]): void {
  delete documents.payments
}

function claiming(amount: string | undefined, claim = '强制被申请人支付尚欠的赔偿款') {
  return inCourt((court) => {
    const own = { id: 'F1', instrument: 'confirmation', reference: 'G1', obligors: ['o1'] }
    court.enforcements = [{ ...own, claim, appliedOn: '2026-09-01', ...(amount && { amount }) }]
  })
}

function claimingBeside(amount: string) {
  return inCourt((court) => {
    court.enforcements?.push({ ...part(court.enforcements[0]), id: 'F2', amount })
  })
}
