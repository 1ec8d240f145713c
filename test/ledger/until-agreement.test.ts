import { describe, expect, test } from 'vitest'
import { caseFile } from '../../src/core/ledger/intake/documents/case-file.ts'
import {
  appraisals,
  consultation,
  investigation,
  screening,
} from '../../src/core/ledger/intake/documents/until-agreement.ts'
import type { IntakeCase } from '../../src/core/ledger/intake/intake.ts'
import { made, type Values } from '../support/intake-row.ts'
import { intakeSetting } from '../support/ledger-sheet.ts'

describe('an amount of damage', () => {
  const amounts = (values: Values, heading?: string) => {
    const headings = new Map(heading === undefined ? [] : [['damageAmount', heading] as const])
    const found = made((parts) => [caseFile(parts, intakeSetting), appraisals(parts)] as const, values, {
      headings,
    })
    const [{ damage }, appraised] = found.of
    return [(damage as { estimatedLoss?: string }).estimatedLoss, appraised]
  }
  const one = (more: object) => ({ appraisals: [{ id: 'A1', ...more }] })

  test.each<[Values, string | undefined, unknown[]]>([
    [{ damageAmount: '5.00' }, undefined, ['5.00', undefined]],
    [{ damageAmount: '5.00' }, '损害数额', ['5.00', undefined]],
    [{ damageAmount: '5.00' }, '鉴定评估数额', [undefined, one({ total: '5.00' })]],
    [{}, '鉴定评估数额', [undefined, undefined]],
    [
      { damageAmount: '5.00', appraisalKind: 'expert-opinion' },
      undefined,
      [undefined, one({ kind: 'expert-opinion', total: '5.00' })],
    ],
    [{ appraisalBody: '某所' }, undefined, [undefined, one({ body: { name: '某所' } })]],
    [{ commissionedOn: '2024-01-02' }, undefined, [undefined, one({ commissionedOn: '2024-01-02' })]],
    [{ opinionOn: '2024-01-02' }, undefined, [undefined, one({ receivedOn: '2024-01-02' })]],
  ])('%j under the heading %s', (values, heading, expected) => {
    expect(amounts(values, heading)).toEqual(expected)
  })
})

describe('how a case ended before the investigation', () => {
  test.each<[Values, unknown, string[]]>([
    [{}, undefined, []],
    [{ checkedOn: '2024-01-02' }, { checkedOn: '2024-01-02' }, []],
    [
      { checkedOn: '2024-01-02', initiatedOn: '2024-01-05' },
      { checkedOn: '2024-01-02', decision: 'initiate' },
      [],
    ],
    [
      { checkedOn: '2024-01-02', terminatedOn: '2024-01-02' },
      { checkedOn: '2024-01-02', decision: 'not-initiate' },
      ['终止日期 (kept)：没有启动日期，按不启动索赔的决定登记'],
    ],
    [
      { checkedOn: '2024-01-02', terminatedOn: '2024-01-05', terminationGround: 'other：甲：乙' },
      {
        ...{ checkedOn: '2024-01-02', decision: 'not-initiate' },
        notInitiate: { ground: 'other', reason: '甲：乙', decidedOn: '2024-01-05' },
      },
      ['终止日期 (kept)：没有启动日期，按不启动索赔的决定登记'],
    ],
    [
      { checkedOn: '2024-01-02', terminatedOn: '2024-01-05' },
      { checkedOn: '2024-01-02', decision: 'not-initiate', notInitiate: { decidedOn: '2024-01-05' } },
      ['终止日期 (kept)：没有启动日期，按不启动索赔的决定登记', '终止原因：写了终止日期，没有写终止原因'],
    ],
    [
      { terminatedOn: '2024-01-05' },
      undefined,
      ['终止日期：没有启动日期，按不启动索赔登记的，要写明核查日期；已经启动的，请写启动日期'],
    ],
    [{ initiatedOn: '2024-01-05', terminatedOn: '2024-02-05' }, undefined, []],
  ])('%j', (values, expected, told) => {
    expect(made(screening, values)).toEqual({ of: expected, told })
  })
})

describe('what an investigation recommended', () => {
  const base = { initiatedOn: '2024-01-02', concludedOn: '2024-03-02' }
  const recommended = (values: Values, more: Partial<IntakeCase> = {}) => {
    const { of } = made(investigation, values, more)
    return (of?.conclusion as { recommendation?: string } | undefined)?.recommendation
  }

  test.each(
    [
      ...['notifiedOn', 'servedOn', 'outcome', 'signedOn', 'total', 'confirmedOn'],
      ...['confirmationAppliedOn', 'suedOn', 'judgedOn'],
    ].map((key) => [key]),
  )('is a consultation, where the row says %s', (key) => {
    expect(recommended({ ...base, [key]: '2024-04-02' })).toBe('consult')
  })

  test('is one by meetings and by the days of obligors too', () => {
    expect(recommended({ ...base, metOn: ['2024-04-02'] })).toBe('consult')
    for (const key of ['notifiedOn', 'servedOn'])
      expect(recommended(base, { obligors: [{ name: '甲' }, { name: '乙', [key]: '2024-04-02' }] })).toBe(
        'consult',
      )
  })

  test('is the end, where the row only says that; else it is not known', () => {
    expect(recommended({ ...base, terminatedOn: '2024-04-02' })).toBe('terminate')
    expect(recommended({ concludedOn: '2024-03-02', terminatedOn: '2024-04-02' })).toBeUndefined()
    expect(recommended(base)).toBeUndefined()
    expect(made(investigation, { initiatedOn: '2024-01-02' }).of).toEqual({
      initiation: { initiatedOn: '2024-01-02' },
    })
    expect(made(investigation, {}).of).toBeUndefined()
  })
})

describe('a consultation', () => {
  const obligors = [{ name: '甲' }, { name: '乙' }]
  const round = (values: Values, of: IntakeCase['obligors'] = obligors) => {
    const found = made(consultation, values, { obligors: of })
    return [(found.of?.rounds as object[] | undefined)?.[0], found.told]
  }
  const day = '2024-04-02'

  test.each<[Values, unknown]>([
    [{}, undefined],
    [{ notifiedOn: day }, { round: 1, notice: { issuedOn: day } }],
    [
      { servedOn: day },
      {
        round: 1,
        services: [
          { obligor: 'o1', servedOn: day },
          { obligor: 'o2', servedOn: day },
        ],
      },
    ],
    [
      { metOn: ['2024-04-20', day] },
      {
        round: 1,
        meetings: [
          { number: 1, heldOn: day },
          { number: 2, heldOn: '2024-04-20' },
        ],
      },
    ],
    [
      { metOn: [day], outcome: 'failed' },
      { round: 1, meetings: [{ number: 1, heldOn: day, outcome: 'failed', failedWith: ['o1', 'o2'] }] },
    ],
    [
      { metOn: [day], outcome: 'agreed' },
      { round: 1, meetings: [{ number: 1, heldOn: day, outcome: 'agreed', agreedWith: ['o1', 'o2'] }] },
    ],
    [{ outcome: 'agreed', signedOn: day }, undefined],
  ])('%j', (values, expected) => {
    expect(round(values)).toEqual([expected, []])
  })

  test('without a meeting has no day of its end', () => {
    const told = ['磋商结果：写了磋商结果，没有写磋商会议日期，不知道是哪一天的结果：请写上会议日期']
    for (const values of [{ outcome: 'agreed' }, { outcome: 'failed', signedOn: day }])
      expect(round(values)).toEqual([undefined, told])
  })

  test('was notified on the first of several days, and served to each on his own', () => {
    const own = [
      { name: '甲', notifiedOn: '2024-04-05', servedOn: '2024-04-06', serviceMethod: 'mail' },
      { name: '乙', notifiedOn: day },
    ]
    expect(round({ servedOn: '2024-04-08' }, own)).toEqual([
      {
        ...{ round: 1, notice: { issuedOn: day } },
        services: [
          { obligor: 'o1', method: 'mail', servedOn: '2024-04-06' },
          { obligor: 'o2', servedOn: '2024-04-08' },
        ],
      },
      [`告知日期 (kept)：各义务人的告知日期不同，告知书按最早的 ${day} 登记，送达按各自的日期`],
    ])
    const same = own.map((each) => ({ ...each, notifiedOn: day }))
    expect(round({ notifiedOn: day }, same)[1]).toEqual([])
  })
})
