import { describe, expect, it } from 'vitest'
import type {
  Agreement,
  CourtDocument,
  Enforcement,
  Obligor,
  PaymentOrder,
  Suit,
} from '../../src/core/facts/documents.ts'
import { actionOf } from '../../src/core/stages/actions/index.ts'
import type { Item } from '../../src/core/stages/define.ts'
import { documentsWith, type Given, type Step, step, upToMeetings } from '../support/step.ts'

const sample = documentsWith({})
const [signed = { id: '', obligors: [] }] = sample.agreements?.agreements ?? []
const confirmations = sample.court?.confirmations ?? []
const [o1, o2] = sample.case.obligors ?? []

/** The sample case, whose restoration is done and whose P1 and P2 of o1 (together 100,000 yuan, o2 jointly liable) were not paid. */
function unpaid(court: CourtDocument = {}, given: Given = {}): Given {
  return { payments: undefined, court, ...given }
}

const confirmed = { confirmations }
const bankrupt = (obligor: Obligor | undefined, openedOn: string): Obligor[] =>
  obligor ? [{ ...obligor, bankruptcy: { openedOn } }] : []
const well = (obligor: Obligor | undefined): Obligor[] => (obligor ? [obligor] : [])
const judgment: Suit = {
  id: 'S1',
  obligors: ['o2'],
  filedOn: '2025-07-01',
  judgedOn: '2025-10-08',
  effectiveOn: '2025-10-24',
  result: 'won',
  performBy: '2025-12-01',
}
const order: PaymentOrder = { id: 'Z1', agreement: 'G1', amount: '100000.00', appliedOn: '2025-09-01' }

describe('申请强制执行: of what', () => {
  const enforcement = { id: 'F1', instrument: 'confirmation', reference: 'G1' }
  const offered = (given: Given) => step('apply-enforcement', given).subjects

  it('of signed agreements, effective judgments and effective payment orders', () => {
    expect(offered({ ...upToMeetings, court: { suits: [judgment] } })).toStrictEqual(['S1'])
    const { effectiveOn: _, ...pending } = judgment
    expect(offered({ ...upToMeetings, court: { suits: [pending] } })).toStrictEqual([])
    const { signedOn: __, ...draft } = signed
    expect(offered(unpaid({}, { agreements: { agreements: [draft] } }))).toStrictEqual([])
    expect(offered(unpaid({ paymentOrders: [order] }))).toStrictEqual(['G1'])
    expect(offered(unpaid({ paymentOrders: [{ ...order, effectiveOn: '2025-09-20' }] }))).toStrictEqual([
      'G1',
      'Z1',
    ])
  })

  it('of what a court confirmed, also after it was amended', () => {
    const amendment: Agreement = { ...signed, id: 'G2', amends: 'G1', signedOn: '2025-10-20' }
    const agreements = { agreements: [signed, amendment] }
    expect(offered(unpaid(confirmed, { agreements }))).toStrictEqual(['G2', 'G1'])
    expect(offered(unpaid({}, { agreements }))).toStrictEqual(['G2'])
  })

  it('until all that is owed is being enforced, of each obligor by himself', () => {
    const against = (...obligors: string[]) =>
      offered(unpaid({ ...confirmed, enforcements: [{ ...enforcement, obligors, appliedOn: '2025-10-09' }] }))
    expect(against('o1')).toStrictEqual(['G1'])
    expect(against('o2')).toStrictEqual(['G1'])
    expect(against('o1', 'o2')).toStrictEqual([])
  })

  it('where nothing is owed, unless an application of it goes on', () => {
    const applied = (reference: string, result: 'ongoing' | 'performed') =>
      offered({ court: { ...confirmed, enforcements: [{ ...enforcement, reference, result }] } })
    expect(offered({})).toStrictEqual(['G1'])
    expect(applied('G1', 'ongoing')).toStrictEqual([])
    expect(applied('G9', 'ongoing')).toStrictEqual(['G1'])
    expect(applied('G1', 'performed')).toStrictEqual(['G1'])
  })
})

describe('申请强制执行', () => {
  const enforce = (given: Given, today?: string): Step => step('apply-enforcement', given, today)
  const separate: Agreement = {
    ...signed,
    shares: [
      { obligors: ['o1'], amount: '150000.00', joint: false },
      { obligors: ['o2'], amount: '150000.00', joint: false },
    ],
    payments: (signed.payments ?? []).map((each, index) => ({ ...each, obligor: `o${index + 1}` })),
  }
  const apart = unpaid(confirmed, { agreements: { agreements: [separate] } })

  it('is of what was due and not performed, under a title', () => {
    expect(enforce(unpaid(confirmed)).blocked('G1')).toStrictEqual([])
    expect(enforce(unpaid(confirmed), '2025-08-20').blocked('G1')).toStrictEqual(['enforcement'])
    expect(enforce(unpaid(confirmed), '2025-08-21').blocked('G1')).toStrictEqual([])
    expect(enforce({}).blocked('G1')).toStrictEqual(['enforcement'])
    expect(enforce(unpaid()).blocked('G1')).toStrictEqual(['enforcement'])
    expect(enforce(unpaid()).blocked('G1', { instrument: 'notarized' })).toStrictEqual([])
    const enforced = [
      {
        id: 'F1',
        instrument: 'confirmation',
        reference: 'G1',
        obligors: ['o1', 'o2'],
        appliedOn: '2025-10-09',
      },
    ]
    expect(enforce(unpaid({ ...confirmed, enforcements: enforced })).blocked('G1')).toStrictEqual([
      'enforcement',
    ])
  })

  it('is not suggested again while one is under way for all that is owed, though others are liable too', () => {
    const application = { id: 'F1', instrument: 'confirmation', reference: 'G1', appliedOn: '2025-10-09' }
    const again = (result?: Enforcement['result'], given = unpaid(confirmed)) =>
      enforce({
        ...given,
        court: {
          ...confirmed,
          enforcements: [{ ...application, obligors: ['o1'], ...(result && { result }) }],
        },
      })
    const joint = again()
    expect(joint.subjects).toStrictEqual(['G1'])
    expect(joint.blocked('G1')).toStrictEqual([])
    expect(joint.advised('G1')).toBe(false)
    expect(again('rejected').advised('G1')).toBe(true)
    // Whoever owes a part of his own still owes it.
    expect(again(undefined, apart).advised('G1')).toBe(true)
    expect(enforce(unpaid(confirmed)).advised('G1')).toBe(true)
  })

  it('is not asked for while all in breach are bankrupt', () => {
    const advised = (obligors: Obligor[], given: Given = apart) =>
      enforce({ ...given, case: { obligors } }).advised('G1')
    const opened = '2026-11-24'
    expect(advised([...well(o1), ...well(o2)])).toBe(true)
    expect(advised([...bankrupt(o1, opened), ...well(o2)])).toBe(true)
    expect(advised([...bankrupt(o1, opened), ...bankrupt(o2, opened)])).toBe(false)
    expect(advised([...bankrupt(o1, opened), ...bankrupt(o2, '2026-11-25')])).toBe(true)
    expect(advised([...bankrupt(o1, opened), ...bankrupt(o2, opened)], {})).toBe(true)
  })

  it('asks for what falls due at once under the agreement, with a blank for the sum', () => {
    const breach = '任何一期未付的，剩余款项全部到期。'
    const [first, ...later] = signed.payments ?? []
    const payments = [...(first ? [first] : []), ...later.map((each) => ({ ...each, dueOn: '2026-08-31' }))]
    const given = unpaid(confirmed, {
      agreements: { agreements: [{ ...signed, payments, clauses: { breach } }] },
    })
    const claimOn = (today: string) => String(enforce(given, today).known('G1').claim).split('；\n')
    expect(claimOn('2025-09-01').at(-1)).toBe('被申请人按照协议的约定提前支付尚未到期的款项××××元')
    expect(claimOn('2026-10-09').join()).not.toContain('提前支付')
  })

  it('names who is in breach, what of, and the money that is owed', () => {
    const { breach, ...known } = enforce(unpaid(confirmed), '2026-10-09').known('G1')
    expect(known).toStrictEqual({
      id: 'F1',
      instrument: 'confirmation',
      reference: 'G1',
      obligors: ['o1'],
      debts: ['money'],
      amount: '100000.00',
      claim:
        '被申请人支付到期未付的款项100,000.00元；\n被申请人按照协议的约定支付违约金（以××××元为基数，自××××年××月××日起，按××××计算至付清之日）',
      court: '南宁市中级人民法院',
      appliedOn: '2026-10-09',
    })
    expect(breach).toMatch(/元尚未支付，至2026年10月9日已逾期\d+天/)
    expect(
      String(breach)
        .split('；')
        .map((each) => each.slice(0, 2)),
    ).toStrictEqual(['应于', '应于'])
  })

  it('says whose failure each is, where several are in breach', () => {
    expect(enforce(apart).known('G1')).toMatchObject({
      obligors: ['o1', 'o2'],
      breach: expect.stringMatching(/^某造纸有限公司：应于.*；郑某：应于/u),
    })
  })

  it('is against who owes what is enforced, and says what those named did not do, and how much they owe', () => {
    const { view } = enforce(apart)
    const proposed = (answers: Item) => actionOf('apply-enforcement')?.proposes?.(view, answers, 'G1')
    const whole = proposed({})
    expect(proposed({ debts: ['money'] })).toStrictEqual(whole)
    const { obligors, breach, amount } = proposed({ debts: ['money'], obligors: ['o1'] }) ?? {}
    expect(obligors).toStrictEqual(['o1', 'o2'])
    expect(breach).toMatch(/^应于[^；]*$/u)
    expect(Number(amount)).toBeLessThan(Number(whole?.amount))
    expect(proposed({ debts: ['work'] })).toMatchObject({ breach: undefined, amount: undefined })
  })

  it('calls those who answer jointly respondents too', () => {
    const { view } = enforce(unpaid(confirmed))
    const { claim } = actionOf('apply-enforcement')?.proposes?.(view, { obligors: ['o1', 'o2'] }, 'G1') ?? {}
    expect(claim).toMatch(/^被申请人.*连带/u)
    expect(claim).not.toContain('被告')
  })

  it('tells what was so on its own day, though it is recorded later', () => {
    const { view } = enforce(unpaid(confirmed), '2026-10-09')
    const proposed = (appliedOn: string) =>
      actionOf('apply-enforcement')?.proposes?.(view, { appliedOn }, 'G1')
    expect(proposed('2025-12-20')?.breach).toMatch(/至2025年12月20日已逾期\d+天$/u)
    expect(proposed('2025-06-27')).toMatchObject({ breach: undefined, claim: undefined })
  })

  it('is against who is solvent, where anybody is', () => {
    const against = (...obligors: Obligor[]) => enforce({ ...apart, case: { obligors } }).known('G1').obligors
    expect(against(...bankrupt(o1, '2026-11-01'), ...well(o2))).toStrictEqual(['o2'])
    expect(against(...bankrupt(o1, '2026-11-01'), ...bankrupt(o2, '2026-11-01'))).toStrictEqual(['o1', 'o2'])
  })

  it('proposes everybody bound and no sum, where nothing is in breach', () => {
    expect(enforce({}, '2026-10-09').known('G1')).toStrictEqual({
      id: 'F1',
      instrument: 'confirmation',
      reference: 'G1',
      obligors: ['o1', 'o2'],
      court: '南宁市中级人民法院',
      appliedOn: '2026-10-09',
    })
  })

  it('gets the next number, and no kind of title where there is none', () => {
    const enforcements = [
      { id: 'F4', instrument: 'judgment', reference: 'S9' },
      { instrument: 'judgment', reference: 'S8' },
    ]
    const known = enforce(unpaid({ enforcements })).known('G1')
    expect(known).toMatchObject({ id: 'F5' })
    expect(known).not.toHaveProperty('instrument')
  })

  it('rests on the title and is against those whom it binds', () => {
    expect(enforce(apart).refused('G1')).toStrictEqual([])
    expect(enforce(apart).refused('G1', { obligors: undefined })).toStrictEqual([])
    expect(enforce(apart).refused('G1', { reference: 'S1' })).toStrictEqual(['enforcement reference'])
    expect(enforce(apart).refused('G1', { obligors: ['o1', 'o8', 'o9'] })).toStrictEqual([
      'enforcement obligors',
    ])
    expect(enforce(apart).reasons('G1', { obligors: ['o8', 'o9'] })).toContain('o8、o9不受 G1 约束')
  })
})

describe('申请支付令', () => {
  const apply = (given: Given, today?: string): Step => step('apply-payment-order', given, today)
  const ordered = (...paymentOrders: PaymentOrder[]) => apply(unpaid({ paymentOrders }))
  const [first, second] = signed.payments ?? []

  it('is offered for signed agreements with money for which no order was applied for, due or not', () => {
    expect(apply(unpaid()).subjects).toStrictEqual(['G1'])
    expect(apply(unpaid(), '2025-07-25').subjects).toStrictEqual(['G1'])
    expect(apply({ court: {} }).subjects).toStrictEqual([])
    const { signedOn: _, ...draft } = signed
    const { payments: __, ...withoutMoney } = signed
    const offered = (agreement: Agreement) =>
      apply(unpaid({}, { agreements: { agreements: [agreement] } })).subjects
    expect(offered(draft)).toStrictEqual([])
    expect(offered({ ...signed, payments: [] })).toStrictEqual([])
    expect(offered(withoutMoney)).toStrictEqual([])
  })

  it.each<[string, string[], PaymentOrder[]]>([
    ['one obligor', ['G1'], [{ ...order, obligors: ['o1'] }]],
    ['each of two', [], ['o1', 'o2'].map((id) => ({ ...order, id: `Z${id}`, obligors: [id] }))],
    ['all parties', [], [order]],
    ['all, and dismissed', ['G1'], [{ ...order, result: 'dismissed' }]],
    ['all, before it was due', ['G1'], [{ ...order, appliedOn: '2025-08-19' }]],
    ['all, on the day on which it was due', [], [{ ...order, appliedOn: '2025-08-20' }]],
  ])('after an order against %s, another is offered for %j', (_, expected, orders) => {
    expect(ordered(...orders).subjects).toStrictEqual(expected)
  })

  it('waits until something is due, and is refused where the agreement was confirmed', () => {
    expect(apply(unpaid()).blocked('G1')).toStrictEqual([])
    expect(apply(unpaid(), '2025-08-20').blocked('G1')).toStrictEqual(['breach-suit'])
    expect(apply(unpaid(), '2025-08-21').blocked('G1')).toStrictEqual([])
    expect(apply(unpaid(confirmed)).blocked('G1')).toStrictEqual(['enforcement'])
  })

  it('asks for the money that is due, not for the work', () => {
    const own = { id: 'Z1', agreement: 'G1', obligors: ['o1'], amount: '100000.00' }
    expect(apply(unpaid(), '2025-09-01').known('G1')).toStrictEqual({ ...own, appliedOn: '2025-09-01' })
    expect(apply(unpaid({}, { restoration: undefined })).known('G1')).toMatchObject(own)
    const byBoth = { ...signed, payments: [first, second, { ...second, id: 'P3', obligor: 'o2' }] }
    const given = unpaid({}, { agreements: { agreements: [byBoth as Agreement] } })
    expect(apply(given).known('G1')).toMatchObject({ obligors: ['o1', 'o2'], amount: '140000.00' })
  })

  it('asks for it of who is left, and of nobody where nothing is due', () => {
    expect(ordered({ ...order, obligors: ['o1'] }).known('G1')).toMatchObject({ id: 'Z2', obligors: ['o2'] })
    expect(apply(unpaid(), '2025-08-01').known('G1')).toStrictEqual({
      id: 'Z1',
      agreement: 'G1',
      obligors: [],
      appliedOn: '2025-08-01',
    })
  })

  it('rests on its agreement', () => {
    expect(apply(unpaid()).refused('G1')).toStrictEqual([])
    expect(apply(unpaid()).refused('G1', { agreement: 'G2' })).toStrictEqual(['breach-suit agreement'])
  })
})
