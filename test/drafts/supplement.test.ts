import { describe, expect, it } from 'vitest'
import { wrongSupplement } from '../../src/core/drafts/supplement.ts'
import type { Agreement } from '../../src/core/facts/documents.ts'
import { settingOn } from '../support/setting.ts'
import { paras } from './toy.ts'

const { regulation } = settingOn('2026-11-24')

const agreed: Agreement = {
  id: 'G1',
  obligors: ['o1'],
  compensation: { items: [{ head: 'service-loss', amount: '300.00', by: 'payment' }] },
  substitutes: [{ mode: 'tech-upgrade', amount: '40.00' }],
  payments: [
    { id: 'P1', obligor: 'o1', dueOn: '2026-06-15', amount: '100.00', destination: 'treasury' },
    { id: 'P2', obligor: 'o1', dueOn: '2026-09-15', amount: '160.00', destination: 'treasury' },
  ],
  restoration: { startBy: '2026-06-01', completeBy: '2026-08-31', evaluateBy: '2026-09-30' },
}
const amending = (more: Partial<Agreement> = {}): Agreement => ({
  ...agreed,
  id: 'G2',
  amends: 'G1',
  ...more,
})

/** What is told of a supplement of these paragraphs under its title, where the record amends the agreement so. */
const told = (more: Partial<Agreement>, ...texts: string[]) =>
  wrongSupplement(
    { accepted: paras('补充协议', ...texts), original: null },
    { agreement: amending(more), amended: agreed },
    regulation,
  ).map(({ severity, code, line, message }) => `${severity} ${code} ${line} ${message}`)
const missing = (code: string, what: string) =>
  `warning ${code} 1 协议稿里找不到案卷记录的${what}，请核对协议稿，或者用 ejc amend 更正记录。`

const total = (amount: string): Partial<Agreement> => ({
  compensation: { items: [{ head: 'service-loss', amount, by: 'payment' }] },
})

describe('a supplement that changes nothing in figures', () => {
  it.each([
    ['双方变更联系人。'],
    // What it repeats of the agreement it amends is no contradiction.
    ['原协议约定赔偿总额为300元，于2026年6月15日前支付100元，2026年6月1日启动修复。'],
  ])('need say none: %s', (text) => {
    expect(told({}, text)).toEqual([])
  })

  it('says none that neither agreement has', () => {
    expect(told({}, '赔偿总额为310元。')).toEqual([
      'error total 2 第 2 段写明的总额是 310.00 元，记录的赔偿总额是 300.00 元，请核对。',
    ])
    expect(told({}, '甲方于2026年6月15日前支付110元。')).toEqual([
      'error payment-amount 2 第 2 段写明 2026-06-15 付 110.00 元，记录的是 100.00 元，请核对。',
    ])
    expect(told({}, '甲方于2026年7月15日前支付100元。')).toEqual([
      'error payment-day 2 第 2 段写明 2026-07-15 付 100.00 元，记录的付款日是 2026-06-15，请核对。',
    ])
    expect(told({}, '变更联系人。', '2026年9月30日完成修复。')).toEqual([
      'error completeBy 3 第 3 段写明修复完成的期限是 2026-09-30，记录的是 2026-08-31，请核对。',
    ])
  })

  it('is held to what it says in itself', () => {
    expect(told({}, '支付200元（壹佰元整）。')).toEqual([
      'error capitals 2 第 2 段的金额 200.00 元与大写（100.00 元）不一致，请核对。',
    ])
  })
})

describe('a supplement that changes the total', () => {
  it('says the new one, beside the former or not', () => {
    expect(told(total('250.00'), '赔偿总额变更为250元。')).toEqual([])
    expect(told(total('250.00'), '赔偿总额由300元变更为250元。')).toEqual([])
    expect(told(total('250.00'), '原赔偿总额：300元。', '现赔偿总额：250元。')).toEqual([])
  })

  it('does not say it', () => {
    expect(told(total('250.00'), '变更联系人。')).toEqual([missing('total', '赔偿总额 250.00 元')])
  })

  it('says another one: told once for a paragraph', () => {
    expect(told(total('250.00'), '赔偿总额变更为260元。')).toEqual([
      'error total 2 第 2 段写明 260.00 元，案卷记录的赔偿总额是 250.00 元，请核对。',
    ])
    expect(told(total('250.00'), '赔偿总额变更为260元。', '赔偿总额：270元。')).toEqual([
      'error total 2 第 2 段写明 260.00 元，案卷记录的赔偿总额是 250.00 元，请核对。',
      'error total 3 第 3 段写明的总额是 270.00 元，记录的赔偿总额是 250.00 元，请核对。',
    ])
  })

  it('says the former one alone', () => {
    expect(told(total('250.00'), '赔偿总额为300元。')).toEqual([
      'error total 2 第 2 段写明 300.00 元，案卷记录的赔偿总额是 250.00 元，请核对。',
    ])
  })

  it('does so by other items as little as by none', () => {
    const items = [
      { head: 'service-loss', amount: '200.00', by: 'payment' } as const,
      { head: 'emergency-response', amount: '100.00', by: 'payment' } as const,
    ]
    expect(told({ compensation: { items } }, '变更联系人。')).toEqual([])
  })
})

describe('a supplement that changes payments', () => {
  const [first, second] = agreed.payments ?? []
  const payments = (more: object) => ({
    payments: [first, second].flatMap((each) =>
      each ? [each.id === 'P1' ? { ...each, ...more } : each] : [],
    ),
  })

  it.each([
    ['another day', { dueOn: '2026-12-15' }, '付款日 2026-12-15', '付款日改为2026年12月15日，金额100元。'],
    ['another amount', { amount: '90.00' }, '90.00 元', '2026年6月15日前支付90元。'],
    ['another payer', { obligor: 'o2' }, '100.00 元、付款日 2026-06-15', '由乙于2026年6月15日前支付100元。'],
  ])('says %s', (_, change, what, text) => {
    const found = told(payments(change), '变更联系人。')
    expect(found).toHaveLength(1)
    expect(found[0]).toContain('付款 P1 的')
    expect(found[0]).toContain(what)
    expect(told(payments(change), text)).toEqual([])
  })

  it('need not repeat a payment that only has another number', () => {
    expect(told(payments({ id: 'P9' }), '变更联系人。')).toEqual([])
  })

  it('may drop one, or all', () => {
    expect(told({ payments: second ? [second] : [] }, '变更联系人。')).toEqual([])
    const { payments: _, ...without } = amending()
    const draft = { accepted: paras('补充协议', '变更联系人。'), original: null }
    expect(wrongSupplement(draft, { agreement: without, amended: agreed }, regulation)).toEqual([])
  })

  it('adds one to an agreement that had none', () => {
    const { payments: _, ...without } = agreed
    const draft = { accepted: paras('补充协议', '变更联系人。'), original: null }
    const found = wrongSupplement(draft, { agreement: amending(), amended: without }, regulation)
    expect(found.map(({ code }) => code)).toEqual(['payment P1', 'payment P2'])
  })
})

describe('a supplement that changes what a technical upgrade offsets', () => {
  const substitutes = [{ mode: 'tech-upgrade', amount: '50.00' }]
  it('says the new amount', () => {
    expect(told({ substitutes }, '变更联系人。')).toEqual([missing('offset-amount', '技改抵扣额 50.00 元')])
    expect(told({ substitutes }, '技改抵扣50元。')).toEqual([])
  })

  it('has nothing to say where nothing is offset any more', () => {
    expect(told({ substitutes: [] }, '变更联系人。')).toEqual([])
  })
})

describe('a supplement that changes the days of the restoration', () => {
  it.each([
    ['startBy', '2026-07-01', '修复启动的日期 2026-07-01', '2026年7月1日启动修复。'],
    ['completeBy', '2026-10-31', '修复完成的期限 2026-10-31', '2026年10月31日前完成修复。'],
    ['evaluateBy', '2026-11-30', '效果评估的期限 2026-11-30', '2026年11月30日前完成效果评估。'],
  ])('names the new one: %s', (key, day, what, text) => {
    const change = { restoration: { ...agreed.restoration, [key]: day } }
    expect(told(change, '变更联系人。')).toEqual([missing(key, what)])
    expect(told(change, text)).toEqual([])
    expect(told(change, '变更联系人。', text)).toEqual([])
  })

  it('names one that neither has', () => {
    const restoration = { ...agreed.restoration, startBy: '2026-07-01' }
    expect(told({ restoration }, '由2026年6月1日启动改为2026年7月1日启动。')).toEqual([])
    expect(told({ restoration }, '由2026年6月1日启动改为2026年7月2日启动。')).toEqual([
      'error startBy 2 第 2 段写明修复启动的日期是 2026-07-02，记录的是 2026-07-01，请核对。',
      missing('startBy', '修复启动的日期 2026-07-01'),
    ])
  })
})

describe('a supplement without', () => {
  const draft = (text: string) => ({ accepted: paras('补充协议', text), original: null })

  it('an amendment on record is only held to itself', () => {
    const codes = (text: string) =>
      wrongSupplement(draft(text), undefined, regulation).map(({ code }) => code)
    expect(codes('赔偿总额为310元，2026年7月15日前支付。')).toEqual([])
    expect(codes('支付200元（壹佰元整）。')).toEqual(['capitals'])
  })

  it('the agreement that it amends says all that is on record', () => {
    const amendment = { agreement: amending(), amended: undefined }
    const found = wrongSupplement(draft('赔偿总额为310元。'), amendment, regulation)
    expect(found.map(({ code }) => code)).toEqual([
      'total',
      'offset-amount',
      'payment P1',
      'payment P2',
      'startBy',
      'completeBy',
      'evaluateBy',
    ])
    const wrong = wrongSupplement(draft('2026年7月1日启动修复。'), amendment, regulation)
    expect(wrong.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual(['startBy'])
  })
})
