import { describe, expect, test } from 'vitest'
import type { Values } from '../golden/read.ts'
import { agreed, agreement, consulted, rows, sued, told } from '../support/ledger-rows.ts'

describe('第三十八条: what a row says of the case', () => {
  test('its number, names and certificates as they stand', () => {
    const { case: row, obligors, payments } = rows()
    expect(row).toMatchObject({
      number: 'NN-2026-0100',
      title: '某河段排污案',
      foundOn: '2026-02-24',
      obligors: ['某造纸有限公司', '郑某'],
      certificates: ['91350100M000100Y43', '11010519491231002X'],
      damageAmount: '480000.00',
      handlingUnit: '南宁市生态环境局',
      officers: undefined,
      remarks: undefined,
    })
    expect(obligors.map(({ number, name, certificate }) => [number, name, certificate])).toEqual([
      ['NN-2026-0100', '某造纸有限公司', '91350100M000100Y43'],
      ['NN-2026-0100', '郑某', '11010519491231002X'],
    ])
    expect(payments).toEqual([])
  })

  test('an empty place for an obligor without a certificate; nothing where nobody has one', () => {
    const obligors = [
      { id: 'o1', name: '甲公司' },
      { id: 'o2', name: '韦某', idNumber: '11' },
    ]
    expect(told({ case: { obligors } }, 'certificates')).toEqual([['', '11']])
    expect(told({ case: { obligors: obligors.slice(0, 1) } }, 'certificates', 'obligors')).toEqual([
      undefined,
      ['甲公司'],
    ])
    expect(told({ case: { obligors: [] } }, 'certificates', 'obligors')).toEqual([undefined, undefined])
  })

  test('not whom the claim was taken back from', () => {
    const obligorAmendments = [{ on: '2026-04-01', kind: 'withdrawn', obligors: ['o1'] }]
    const found = rows({ case: { obligorAmendments } })
    expect(found.case.obligors).toEqual(['郑某'])
    expect(found.obligors.map(({ name }) => name)).toEqual(['郑某'])
  })
})

describe('第十五条: the appraisal of a row', () => {
  const first = { id: 'A1', kind: 'expert-opinion', total: '5.00', receivedOn: '2026-03-20' }
  const second = {
    id: 'A2',
    kind: 'appraisal-report',
    total: '6.00',
    receivedOn: '2026-04-20',
    reappraises: 'A1',
  }
  const appraised = (...appraisals: Values[]): Values => ({ appraisals: { appraisals } })

  test('is the last that stands', () => {
    expect(told(appraised(first, second), 'appraisalKind', 'opinionOn', 'damageAmount')).toEqual([
      'appraisal-report',
      '2026-04-20',
      '6.00',
    ])
  })

  test('its amount is its total, else the sum of its heads, else that of an earlier one, else the first estimate', () => {
    const { total: _, ...open } = second
    const amounts = [
      { head: 'service-loss', amount: '1.50' },
      { head: 'clean-up-restoration', amount: '2.00' },
    ]
    expect(told(appraised(first, { ...open, amounts }), 'damageAmount')).toEqual(['3.50'])
    expect(told(appraised(first, open), 'damageAmount')).toEqual(['5.00'])
    expect(told(appraised(open), 'damageAmount')).toEqual(['480000.00'])
    expect(told(appraised({ ...open, amounts: [] }), 'damageAmount')).toEqual(['480000.00'])
  })

  test('was commissioned by the office, alone or with others, or nobody is on record', () => {
    const commissioned = (...commissionedBy: string[]) =>
      told(appraised({ ...first, commissionedOn: '2026-03-10', commissionedBy }), 'commissionedOn')
    expect(commissioned('obligee')).toEqual(['2026-03-10'])
    expect(commissioned('obligee', 'o1')).toEqual(['2026-03-10'])
    expect(commissioned()).toEqual(['2026-03-10'])
    expect(commissioned('o1')).toEqual([undefined])
    expect(commissioned('public-security')).toEqual([undefined])
  })
})

describe('第十七条至第二十二条: the consultation of a row', () => {
  const service = (obligor: string, servedOn: string) => ({ obligor, method: 'mail', servedOn })
  const noticed = (round: number, issuedOn: string, more: Values = {}) => ({
    round,
    notice: { issuedOn },
    ...more,
  })

  test('is the last round with a notice, or that of the agreement', () => {
    const both = [noticed(1, '2026-04-01'), noticed(2, '2026-06-01'), { round: 3 }]
    expect(told(consulted(...both), 'notifiedOn')).toEqual(['2026-06-01'])
    expect(told({ ...consulted(...both), ...agreed(agreement) }, 'notifiedOn')).toEqual(['2026-04-01'])
    expect(told({ ...consulted(...both), ...agreed({ ...agreement, round: 2 }) }, 'notifiedOn')).toEqual([
      '2026-06-01',
    ])
    expect(told(consulted({ round: 1, meetings: [{ number: 1, heldOn: '2026-05-01' }] }), 'metOn')).toEqual([
      ['2026-05-01'],
    ])
  })

  test('the service has a day where all were served on one; each has his own in the sheet 义务人', () => {
    const served = (...days: string[]) =>
      consulted(
        noticed(1, '2026-04-01', { services: days.map((day, index) => service(`o${index + 1}`, day)) }),
      )
    expect(told(served('2026-04-03', '2026-04-03'), 'servedOn')).toEqual(['2026-04-03'])
    expect(told(served('2026-04-03', '2026-04-04'), 'servedOn')).toEqual([undefined])
    expect(told(served('2026-04-03'), 'servedOn')).toEqual([undefined])
    expect(rows(served('2026-04-03')).obligors).toMatchObject([
      { notifiedOn: '2026-04-01', servedOn: '2026-04-03', serviceMethod: 'mail' },
      { notifiedOn: '2026-04-01', servedOn: undefined, serviceMethod: undefined },
    ])
  })

  test('its meetings are in order, each day once', () => {
    const meetings = ['2026-05-09', '2026-05-01', '2026-05-09'].map((heldOn, index) => ({
      number: index + 1,
      heldOn,
    }))
    expect(told(consulted({ round: 1, meetings }), 'metOn')).toEqual([['2026-05-01', '2026-05-09']])
    expect(told(consulted({ round: 1 }), 'metOn')).toEqual([undefined])
  })

  test('its outcome is what came of it with everyone alike', () => {
    const meeting = { number: 1, heldOn: '2026-05-01' }
    const met = (more: Values, outcomes: Values[] = []) =>
      told(consulted({ round: 1, meetings: [{ ...meeting, ...more }], outcomes }), 'outcome')
    const failed = (obligor: string) => ({ obligor, kind: 'failed', decidedOn: '2026-05-02' })
    expect(met({ outcome: 'agreed', agreedWith: ['o1', 'o2'] })).toEqual(['agreed'])
    expect(met({ outcome: 'agreed', agreedWith: ['o1'] })).toEqual([undefined])
    expect(met({ outcome: 'failed', failedWith: ['o1', 'o2'] })).toEqual(['failed'])
    expect(met({ outcome: 'failed', failedWith: ['o1'] })).toEqual([undefined])
    expect(met({}, [failed('o1'), failed('o2')])).toEqual(['failed'])
    expect(met({ outcome: 'failed', failedWith: ['o1'] }, [failed('o2')])).toEqual(['failed'])
    expect(met({})).toEqual([undefined])
    const without = consulted({ round: 1, outcomes: [failed('o1'), failed('o2')] })
    expect(told(without, 'outcome')).toEqual([undefined])
    expect(told({ ...without, ...agreed(agreement) }, 'outcome')).toEqual(['agreed'])
    expect(told({ ...without, ...agreed({ ...agreement, signedOn: undefined }) }, 'outcome')).toEqual([
      undefined,
    ])
  })
})

describe('第十四条: the end of a row', () => {
  const end = (facts: Values) => told(facts, 'terminatedOn', 'terminationGround')
  const given = (...obligors: string[]) => ({ obligors, ground: 'no-assets', decidedOn: '2026-07-01' })

  test('is a termination against everyone, or the decision not to initiate', () => {
    expect(end({ closing: { terminations: [given('o1', 'o2')] } })).toEqual(['2026-07-01', 'no-assets'])
    expect(end({ closing: { terminations: [given('o1')] } })).toEqual([undefined, undefined])
    expect(
      end({ closing: { terminations: [given('o1'), { ...given('o2'), decidedOn: '2026-08-01' }] } }),
    ).toEqual(['2026-07-01', 'no-assets'])
    const notInitiate = { ground: 'manifestly-minor', decidedOn: '2026-03-05' }
    expect(end({ screening: { checkedOn: '2026-03-02', decision: 'not-initiate', notInitiate } })).toEqual([
      '2026-03-05',
      'manifestly-minor',
    ])
    expect(end({ screening: { checkedOn: '2026-03-02', decision: 'not-initiate' } })).toEqual([
      '2026-03-02',
      undefined,
    ])
    expect(end({})).toEqual([undefined, undefined])
  })

  test('on another ground than those of the text, with the words of the officer', () => {
    const other = (reason?: string) =>
      end({ closing: { terminations: [{ ...given('o1', 'o2'), ground: 'other', reason }] } })
    expect(other('责任人下落不明')).toEqual(['2026-07-01', 'other：责任人下落不明'])
    expect(other()).toEqual(['2026-07-01', 'other'])
    const known = { ...given('o1', 'o2'), reason: '无财产' }
    expect(end({ closing: { terminations: [known] } })).toEqual(['2026-07-01', 'no-assets'])
  })

  test('and of the file', () => {
    const closed = { closedOn: '2026-09-01', archivedOn: '2026-10-01' }
    expect(told({ closing: { closed } }, 'closedOn', 'archivedOn')).toEqual(['2026-09-01', '2026-10-01'])
  })
})

describe('what one day for all would hide is said in the remarks', () => {
  test.each<[Values, string | undefined]>([
    [agreed({ ...agreement, obligors: ['o1'] }), '仅某造纸有限公司签订协议。'],
    [agreed(agreement), undefined],
    [agreed({ ...agreement, obligors: ['o1'], signedOn: undefined }), undefined],
    [sued({ id: 'S1', obligors: ['o2'], filedOn: '2026-07-01' }), '仅对郑某起诉。'],
    [sued({ id: 'S1', obligors: ['o2'] }), undefined],
    [{ closing: { terminations: [{ obligors: ['o2'], decidedOn: '2026-07-01' }] } }, '仅对郑某终止索赔。'],
    [{ case: { remarks: '材料齐全。' } }, '材料齐全。'],
    [{ case: { remarks: '' } }, undefined],
  ])('%j: %s', (facts, remarks) => {
    expect(told(facts, 'remarks')).toEqual([remarks])
  })
})
