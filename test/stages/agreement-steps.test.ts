import { describe, expect, it } from 'vitest'
import type { Agreement, Payment, Substitute } from '../../src/core/facts/documents.ts'
import { documentsWith, type Given, type Step, step, upToAgreement, upToMeetings } from '../support/step.ts'

const [signed = { id: '', obligors: [] }] = documentsWith({}).agreements?.agreements ?? []

/** The sample case once signed, with these agreements. */
function agreed(...agreements: Agreement[]): Given {
  return { ...upToAgreement, agreements: { agreements } }
}

describe('变更赔偿协议', () => {
  const amend = (given: Given = agreed(signed), today?: string): Step => step('amend-agreement', given, today)
  const alone = { ...signed, id: 'G2', amends: 'G1', obligors: ['o1'], signedOn: '2025-08-20' }

  it.each<[string, string[], Agreement[]]>([
    ['one that was signed', ['G1'], [signed]],
    ['one that was not signed', [], [{ id: 'G1', obligors: ['o1', 'o2'] }]],
    ['one that was rescinded', [], [{ ...signed, rescindedOn: '2025-08-20' }]],
    ['one and what amends it for all', ['G2'], [signed, { ...alone, obligors: ['o1', 'o2'] }]],
    ['one and what amends it for one of two', ['G1', 'G2'], [signed, alone]],
    ['none', [], []],
  ])('given %s, is offered for %j', (_, expected, agreements) => {
    expect(amend(agreed(...agreements)).subjects).toStrictEqual(expected)
  })

  it('is nothing that the facts ask for, and nothing blocks it', () => {
    expect(amend().advised('G1')).toBe(false)
    expect(amend().blocked('G1')).toStrictEqual([])
  })

  it('takes over all terms but the state of the old agreement, its paper and who signed it', () => {
    const signatories = [{ party: 'o1', name: '黄某' }]
    const old: Agreement = { ...signed, status: 'in-force', document: 'E9', signatories }
    const { id: _, ...terms } = signed
    const taken = { ...terms, id: 'G2', amends: 'G1', signedOn: '2025-09-01' }
    expect(amend(agreed(old), '2025-09-01').known('G1')).toStrictEqual(taken)
  })

  it('is with the parties, where some have amended already with those whom it binds alone', () => {
    expect(amend(agreed(signed)).known('G1')).toMatchObject({ id: 'G2', obligors: ['o1', 'o2'] })
    expect(amend(agreed(signed, alone)).known('G1')).toMatchObject({ id: 'G3', obligors: ['o2'] })
    expect(amend(agreed(signed, alone)).known('G2')).toMatchObject({ id: 'G3', obligors: ['o1'] })
  })

  it('is a new agreement that names the old one', () => {
    expect(amend().refused('G1')).toStrictEqual([])
    expect(amend().refused('G1', { amends: undefined })).toStrictEqual(['agreement amends'])
    expect(amend().refused('G1', { id: 'G1' })).toStrictEqual(['agreement id'])
  })

  it('is not made with outsiders, nor with those who have amended already', () => {
    expect(amend().refused('G1', { obligors: ['o1'] })).toStrictEqual([])
    expect(amend().refused('G1', { obligors: undefined })).toStrictEqual([])
    expect(amend().refused('G1', { obligors: ['o1', 'o3', 'o4'] })).toStrictEqual(['agreement obligors'])
    expect(amend().reasons('G1', { obligors: ['o1', 'o3', 'o4'] })).toContain('o3、o4 不是原协议的当事人')
    const partly = amend(agreed(signed, alone))
    expect(partly.refused('G1', { obligors: ['o1', 'o2'] })).toStrictEqual(['agreement obligors'])
    expect(partly.refused('G2', { obligors: ['o1'] })).toStrictEqual([])
    expect(partly.refused('G2', { obligors: ['o2'] })).toStrictEqual(['agreement obligors'])
    expect(partly.reasons('G1', { obligors: ['o1', 'o2'] })).toContain('某造纸有限公司 不是原协议的当事人')
  })

  it('says what an agreement says, with terms for the work', () => {
    expect(amend().refused('G1', { restoration: undefined })).toStrictEqual([
      'restoration-schedule restoration',
    ])
  })

  describe('the instalments', () => {
    const [first, second] = signed.payments ?? []
    const pay = (id: string, more: Partial<Payment>): Payment => ({
      id,
      amount: '60000.00',
      paidOn: '2025-08-15',
      ...more,
    })
    const paid = (agreements: Agreement[], ...payments: Payment[]) =>
      amend({ ...agreed(...agreements), payments: { payments } })
    const onlySecond = { payments: [second] }
    const dropped = ['agreement payments']

    it('that were paid stay, also those paid under what is amended', () => {
      expect(paid([signed], pay('P1', { agreement: 'G1' })).refused('G1', onlySecond)).toStrictEqual(dropped)
      expect(paid([signed]).refused('G1', onlySecond)).toStrictEqual([])
      expect(paid([signed], pay('P2', { agreement: 'G1' })).refused('G1', onlySecond)).toStrictEqual([])
      const all = { ...alone, obligors: ['o1', 'o2'] }
      const before = paid([signed, all], pay('P1', { agreement: 'G1' }))
      expect(before.refused('G2', onlySecond)).toStrictEqual(dropped)
    })

    it('to which an advance was credited stay, once', () => {
      const advance = pay('Y1', { payer: 'o1', creditedTo: 'P1' })
      expect(paid([signed], advance).refused('G1', onlySecond)).toStrictEqual(dropped)
      const both = paid([signed], advance, pay('P1', { agreement: 'G1' }))
      expect(both.refused('G1', onlySecond)).toStrictEqual(dropped)
    })

    it('paid under another agreement, or under none, are no concern of this one', () => {
      const other: Agreement = { id: 'G7', obligors: ['o2'], signedOn: '2025-07-24' }
      const elsewhere = paid([signed, other], pay('P9', { agreement: 'G7' }), pay('P8', { suit: 'S1' }))
      expect(elsewhere.refused('G1')).toStrictEqual([])
    })

    it('have numbers that no other agreement uses', () => {
      const other: Agreement = { id: 'G7', obligors: ['o2'], signedOn: '2025-07-24' }
      const taken = first && { ...first, id: 'P9', obligor: 'o2' }
      const both = paid([signed, { ...other, payments: taken ? [taken] : [] }])
      expect(both.refused('G1')).toStrictEqual([])
      expect(both.refused('G1', { payments: [first, second, taken] })).toStrictEqual(dropped)
    })
  })
})

describe('同意替代修复方式', () => {
  const labor: Substitute = { mode: 'labor', amount: '30000.00', work: '护林巡护' }
  const consented: Substitute = { mode: 'off-site', consentedOn: '2025-07-24' }
  const other: Agreement = { ...signed, id: 'G2', obligors: ['o2'] }
  const approve = (substitutes: Substitute[] | undefined, today?: string): Step => {
    const { substitutes: _, ...bare } = signed
    const own: Agreement = substitutes ? { ...bare, substitutes } : bare
    return step('approve-substitute', agreed(other, { ...own, id: 'G3' }), today)
  }
  const waiting = [consented, labor, { mode: 'monetary' }]

  it('is offered for each binding agreement, and for each mode without consent but money', () => {
    expect(approve(waiting).subjects).toStrictEqual(['G2', 'G3', 'G3/labor'])
    expect(approve(undefined).subjects).toStrictEqual(['G2', 'G3'])
    expect(
      step('approve-substitute', agreed({ ...signed, rescindedOn: '2025-08-20' })).subjects,
    ).toStrictEqual([])
    expect(step('approve-substitute', upToMeetings).subjects).toStrictEqual([])
  })

  it('is asked for where a mode waits for consent', () => {
    expect(['G3', 'G3/labor', 'G3/off-site', 'G3/monetary'].map(approve(waiting).advised)).toStrictEqual([
      false,
      true,
      false,
      false,
    ])
  })

  it('keeps what a mode says, or adds one at the end', () => {
    const given = approve(waiting, '2025-09-01')
    expect(given.known('G3/labor')).toStrictEqual({ ...labor, consentedOn: '2025-09-01' })
    expect(given.known('G3')).toStrictEqual({ consentedOn: '2025-09-01' })
    expect(given.place('G3/labor')).toBe('agreements.agreements.1.substitutes.1')
    expect(given.place('G3')).toBe('agreements.agreements.1.substitutes.3')
    expect(approve(undefined).place('G3')).toBe('agreements.agreements.1.substitutes.0')
  })

  it.each([
    ['labor', ['substitutes']],
    ['tech-upgrade', ['substitutes']],
    ['other', ['substitutes']],
    [undefined, ['substitutes']],
    ['off-site', []],
    ['instalments', []],
    ['monetary', []],
  ])('where the damage can be restored in full, %s is blocked by %j', (mode, expected) => {
    expect(approve([]).blocked('G3', { mode })).toStrictEqual(expected)
  })

  it('where it can not, nothing is blocked', () => {
    expect(
      step('approve-substitute', { ...agreed(signed), appraisals: undefined }).blocked('G1'),
    ).toStrictEqual([])
  })

  it.each([
    ['labor', ['labor amount', 'labor work', 'labor supervisedBy', 'labor proof']],
    ['off-site', ['off-site amount', 'off-site place', 'off-site argument']],
    ['tech-upgrade', ['tech-upgrade amount', 'tech-upgrade investment', 'tech-upgrade description']],
    ['instalments', ['instalments reason']],
    ['other', ['other-substitute description']],
    ['monetary', []],
    [undefined, []],
  ])('a bare %s lacks %j', (mode, expected) => {
    expect(approve([]).refused('G3', { mode })).toStrictEqual(expected)
  })

  it('names the key by its title in the form, with what it must say of the mode', () => {
    const reasons = approve([]).reasons('G3', { mode: 'labor', amount: '1.00', work: ' ' }).split('\n')
    expect(reasons).toStrictEqual([
      '劳务代偿应当写明“劳务内容”',
      '劳务代偿应当写明“监督单位”（监督的专业人员或者单位）',
      '劳务代偿应当写明“落实证明”（落实的证明方式）',
    ])
  })

  it('consents to the mode that waits, and to no other', () => {
    const given = {
      amount: '1.00',
      work: '护林巡护',
      supervisedBy: '林业站',
      proof: '影像',
      description: '其他',
    }
    expect(approve(waiting).refused('G3/labor', given)).toStrictEqual([])
    const changed = approve(waiting).refused('G3/labor', { ...given, mode: 'other' })
    expect(changed).toStrictEqual(['substitute-consent mode'])
    expect(approve(waiting).refused('G3', { ...given, mode: 'other' })).toStrictEqual([])
  })
})
