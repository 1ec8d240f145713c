import { describe, expect, it } from 'vitest'
import type { Agreement, CourtDocument, DebtKind, Payment, Suit } from '../../src/core/facts/documents.ts'
import {
  documentsWith,
  type Given,
  type Step,
  settingWithout,
  step,
  upToAgreement,
  upToConclusion,
} from '../support/step.ts'

const sample = documentsWith({})
const [signed = { id: '', obligors: [] }] = sample.agreements?.agreements ?? []
const confirmations = sample.court?.confirmations ?? []
const judgment: Suit = {
  id: 'S1',
  obligors: ['o2'],
  filedOn: '2025-07-01',
  judgedOn: '2025-10-08',
  effectiveOn: '2025-10-24',
  result: 'won',
  performBy: '2025-12-01',
}

/** The sample case, restored but not paid. */
function unpaid(court: CourtDocument = {}, given: Given = {}): Given {
  return { payments: undefined, court, ...given }
}

describe('申请司法确认', () => {
  const confirm = (given: Given, today?: string): Step => step('apply-confirmation', given, today)
  const suit: Suit = { id: 'S1', obligors: ['o2'], agreement: 'G1', filedOn: '2025-09-01' }
  const [application] = confirmations

  it('is offered for signed agreements, unless one was applied for and not taken back', () => {
    expect(confirm(upToAgreement).subjects).toStrictEqual(['G1'])
    expect(confirm({}).subjects).toStrictEqual([])
    const withdrawn = application ? [{ ...application, result: 'withdrawn' as const }] : []
    expect(confirm({ court: { confirmations: withdrawn } }).subjects).toStrictEqual(['G1'])
    const { signedOn: _, ...draft } = signed
    expect(confirm({ ...upToAgreement, agreements: { agreements: [draft] } }).subjects).toStrictEqual([])
  })

  it('is advised until all that was agreed is done', () => {
    expect(confirm(upToAgreement).advised('G1')).toBe(true)
    // The sample case is restored and paid.
    expect(confirm({ court: {} }).advised('G1')).toBe(false)
    expect(confirm(unpaid()).advised('G1')).toBe(true)
  })

  it('is blocked by a suit on the breach of the agreement that is pending', () => {
    const blocked = (change: Partial<Suit>) =>
      confirm({ court: { suits: [{ ...suit, ...change }] } }).blocked('G1')
    expect(confirm(upToAgreement).blocked('G1')).toStrictEqual([])
    expect(blocked({})).toStrictEqual(['breach-suit'])
    expect(blocked({ agreement: 'G2' })).toStrictEqual([])
    const other: Agreement = { ...signed, id: 'G2', obligors: ['o1'], signedOn: '2025-07-25' }
    const two = confirm({ agreements: { agreements: [signed, other] }, court: { suits: [suit] } })
    expect(['G1', 'G2'].map((id) => two.blocked(id))).toStrictEqual([['breach-suit'], []])
    expect(blocked({ judgedOn: '2025-10-08', effectiveOn: '2025-10-24', result: 'lost' })).toStrictEqual([])
  })

  it('is made to the court of the configuration today, of that agreement', () => {
    const given = confirm(upToAgreement, '2025-08-05')
    expect(given.known('G1')).toStrictEqual({
      agreement: 'G1',
      court: '南宁市中级人民法院',
      appliedOn: '2025-08-05',
    })
    expect(given.refused('G1')).toStrictEqual([])
    expect(given.refused('G1', { agreement: 'G2' })).toStrictEqual(['confirmation agreement'])
    const nowhere = step('apply-confirmation', upToAgreement, '2025-08-05', settingWithout())
    expect(nowhere.known('G1')).toStrictEqual({ agreement: 'G1', appliedOn: '2025-08-05' })
  })
})

describe('催告履行', () => {
  const demand = (given: Given, today?: string): Step => step('demand-performance', given, today)

  it('is offered for what binds: agreements that no court refused to confirm, effective judgments', () => {
    expect(demand(unpaid()).subjects).toStrictEqual(['G1'])
    expect(demand(unpaid({ confirmations, suits: [judgment] })).subjects).toStrictEqual(['G1', 'S1'])
    const refused = confirmations.map((each) => ({ ...each, result: 'refused' as const }))
    expect(demand(unpaid({ confirmations: refused })).subjects).toStrictEqual([])
    const { effectiveOn: _, ...pending } = judgment
    expect(demand(unpaid({ suits: [pending] })).subjects).toStrictEqual(['G1'])
  })

  it('is of what is due', () => {
    expect(demand(unpaid()).blocked('G1')).toStrictEqual([])
    expect(demand(unpaid(), '2025-08-20').blocked('G1')).toStrictEqual(['enforcement'])
    expect(demand({}).blocked('G1')).toStrictEqual(['enforcement'])
  })

  it('names who is in breach, what of and by what', () => {
    const { content, ...known } = demand(unpaid(), '2026-10-09').known('G1')
    expect(known).toStrictEqual({ reference: 'G1', obligors: ['o1'], debts: ['money'], on: '2026-10-09' })
    expect(String(content)).toMatch(/^支付60,000\.00元.*；支付40,000\.00元/u)
    expect(demand({}, '2026-10-09').known('G1')).toStrictEqual({
      reference: 'G1',
      obligors: [],
      debts: [],
      on: '2026-10-09',
    })
    expect(demand(unpaid()).refused('G1')).toStrictEqual([])
    expect(demand(unpaid()).refused('G1', { reference: 'S1' })).toStrictEqual(['enforcement reference'])
  })

  it('proposes the penalty that the obligor agreed to pay with the money, and leaves it out with work alone', () => {
    const agreed = (breach: string) => ({ agreements: { agreements: [{ ...signed, clauses: { breach } }] } })
    const content = (breach: string, debts: DebtKind[]) => {
      const { action, view } = demand({ ...unpaid({}, agreed(breach)), restoration: undefined }, '2026-10-09')
      return String(action.proposes?.(view, { debts }, 'G1').content)
    }
    expect(content('逾期按日支付违约金。', ['money'])).toMatch(
      /；\n按照协议的约定承担违约责任：逾期按日支付违约金。$/u,
    )
    expect(content('逾期按日支付违约金。', ['work'])).not.toContain('违约')
    expect(content('双方不约定违约金。', ['money'])).not.toContain('违约')
    expect(content('甲方迟延的，向乙方支付违约金。', ['money'])).not.toContain('违约')
  })

  it('says what falls due at once under the agreement, while an instalment is still to come', () => {
    const breach = '任何一期未付的，剩余款项全部到期。'
    const [first, ...later] = signed.payments ?? []
    const payments = [...(first ? [first] : []), ...later.map((each) => ({ ...each, dueOn: '2026-08-31' }))]
    const given = {
      ...unpaid({}, { agreements: { agreements: [{ ...signed, payments, clauses: { breach } }] } }),
      restoration: undefined,
    }
    const contentOn = (today: string) => String(demand(given, today).known('G1').content)
    expect(contentOn('2025-09-01')).toMatch(
      /；\n按照协议的约定承担违约责任：任何一期未付的，剩余款项全部到期。$/u,
    )
    expect(contentOn('2026-10-09')).not.toContain('全部到期')
  })

  it('is suggested until it was done, and again once something else has fallen due', () => {
    const demanded = (on: string) =>
      demand(unpaid({ demands: [{ reference: 'G1', obligors: ['o1'], on }] }), '2026-10-09').advised('G1')
    expect(demand(unpaid(), '2026-10-09').advised('G1')).toBe(true)
    expect(demanded('2026-10-09')).toBe(false)
    expect(demanded('2025-08-01')).toBe(true)
  })

  it('asks first the day, then which debts, of those overdue, and then of whom and by what words', () => {
    const late = demand(unpaid(), '2026-10-09')
    expect(late.action.ask.slice(0, 3)).toStrictEqual(['on', 'debts', 'obligors'])
    expect(late.labels('G1', 'debts')).toStrictEqual(['金钱给付'])
    expect(late.refused('G1', { debts: ['work'] })).toStrictEqual(['enforcement debts'])
    const both = demand({ ...unpaid(), restoration: undefined }, '2026-10-09')
    expect(both.choices('G1', 'debts')).toStrictEqual(['money', 'work'])
    const ofWork = both.action.proposes?.(both.view, { debts: ['work'] }, 'G1')
    expect(String(ofWork?.content)).not.toContain('款项')
    expect(String(both.action.proposes?.(both.view, { debts: ['money'] }, 'G1').content)).toMatch(
      /^支付60,000\.00元/u,
    )
  })

  it('demands what was due on its own day, though it is recorded later', () => {
    const { action, view, refused } = demand({ ...unpaid(), restoration: undefined }, '2026-10-09')
    const early = action.proposes?.(view, { on: '2025-08-25' }, 'G1')
    expect(early?.debts).toStrictEqual(['money'])
    expect(String(early?.content)).not.toContain('修复')
    expect(refused('G1', { on: '2025-08-25', debts: ['work'] })).toStrictEqual(['enforcement debts'])
  })
})

describe('时效中断', () => {
  const interrupt = (given: Given, today?: string): Step => step('interrupt-limitation', given, today)

  it('is offered from the day after the limitation began, for each against whom it runs', () => {
    expect(interrupt(upToConclusion, '2025-03-05').subjects).toStrictEqual([])
    expect(interrupt(upToConclusion, '2025-03-06').subjects).toStrictEqual(['o1', 'o2'])
    const terminations = [{ obligors: ['o1'], ground: 'other', decidedOn: '2025-06-02' }]
    expect(interrupt({ ...upToConclusion, closing: { terminations } }).subjects).toStrictEqual(['o2'])
  })

  it('is offered while a debt can be enforced, and no more once it was performed', () => {
    expect(interrupt({}).subjects).toStrictEqual([])
    expect(interrupt(unpaid({ confirmations })).subjects).toStrictEqual(['o1', 'o2'])
  })

  it('concerns its own obligor', () => {
    const given = interrupt(unpaid(), '2026-10-09')
    expect(given.known('o2')).toStrictEqual({ obligor: 'o2', on: '2026-10-09' })
    expect(given.advised('o2')).toBe(false)
    expect(given.blocked('o2')).toStrictEqual([])
    expect(given.refused('o2')).toStrictEqual([])
    expect(given.refused('o2', { obligor: 'o1' })).toStrictEqual(['limitation-interruption obligor'])
  })
})

describe('先付的款抵作应付款项', () => {
  const advance: Payment = { id: 'Y1', amount: '8000.00', paidOn: '2025-03-10', payer: 'o1' }
  const [first, second] = signed.payments ?? []
  const credit = (payments: Payment[], agreements: Agreement[] = [signed]): Step =>
    step('credit-payment', { agreements: { agreements }, payments: { payments } })
  const paid = (id: string): Payment => ({ id, agreement: 'G1', amount: '60000.00', paidOn: '2025-08-15' })

  it('is offered for what was paid before anything was asked, while something is owed', () => {
    expect(credit([paid('P1'), advance]).subjects).toStrictEqual(['Y1'])
    expect(credit([advance, { ...advance, paidOn: '2025-04-10' }]).subjects).toStrictEqual(['Y1'])
    expect(credit([advance, paid('P1'), paid('P2')]).subjects).toStrictEqual([])
    expect(credit([advance], []).subjects).toStrictEqual([])
    expect(credit([{ ...advance, creditedTo: 'P1' }]).subjects).toStrictEqual([])
    expect(credit([]).subjects).toStrictEqual([])
  })

  it('is called by its day and sum, and written where it stands', () => {
    expect(credit([advance]).about('Y1')).toMatch(/^2025-03-10 付的 8.?000/u)
    const later: Payment = { ...advance, id: 'Y2', amount: '9000.00', paidOn: '2025-04-10' }
    expect(credit([advance, later]).known('Y2')).toMatchObject({ id: 'Y2', amount: '9000.00' })
    expect(credit([paid('P1'), advance]).place('Y1')).toBe('payments.payments.1')
    expect(credit([advance]).blocked('Y1')).toStrictEqual([])
  })

  it('is credited to what is still owed; where that is one instalment, it is proposed', () => {
    const own = { id: 'Y1', amount: '8000.00', paidOn: '2025-03-10' }
    const both = credit([advance])
    expect(both.known('Y1')).toStrictEqual(own)
    expect(both.choices('Y1', 'creditedTo')).toStrictEqual(['P1', 'P2'])
    expect(both.labels('Y1', 'creditedTo')).toStrictEqual(['款项 P1', '款项 P2'])
    const one = credit([advance, paid('P1')])
    expect(one.known('Y1')).toStrictEqual({ ...own, creditedTo: 'P2' })
    expect(one.choices('Y1', 'creditedTo')).toStrictEqual(['P2'])
    expect(one.refused('Y1')).toStrictEqual([])
    expect(one.refused('Y1', { creditedTo: 'P1' })).toStrictEqual(['performance-terms creditedTo'])
    expect(both.refused('Y1')).toStrictEqual(['performance-terms creditedTo'])
  })

  it('an instalment owed under two agreements is offered once', () => {
    const payments = first && second ? [first, second] : []
    const other: Agreement = { ...signed, id: 'G2', obligors: ['o2'], payments }
    expect(credit([advance], [signed, other]).choices('Y1', 'creditedTo')).toStrictEqual(['P1', 'P2'])
  })
})
