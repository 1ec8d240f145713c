import { describe, expect, test } from 'vitest'
import { documents, faults, intake, type Said, sheetOf } from '../support/ledger-sheet.ts'

type Cells = Readonly<Record<string, Said>>

const whole = (row: Cells): Cells => ({ 编号: '1', 案件名称: '某案', 义务人: '某公司', ...row })
const read = (row: Cells) => intake(sheetOf([Object.keys(whole(row)), Object.values(whole(row))]))

/** What is owed under the agreement or the judgment of a row: number, amount, last day, obligor. */
function owed(row: Cells): string[] {
  const { agreements, court } = documents(read(row)) as Record<
    string,
    Record<string, Record<string, unknown>[]> | undefined
  >
  const [source] = [...(agreements?.agreements ?? []), ...(court?.suits ?? [])]
  const payments = (source?.payments ?? []) as Record<string, string>[]
  return payments.map(({ id, amount, dueOn, obligor }) =>
    [id, amount, dueOn ?? '-', obligor ?? '-'].join(' '),
  )
}

/** What was paid: on what, how much, on which day, by whom. */
function paid(row: Cells): string[] {
  const { payments } = documents(read(row)) as { payments?: { payments: Record<string, unknown>[] } }
  return (payments?.payments ?? []).map(({ id, agreement, suit, amount, paidOn, payer }) =>
    [
      id,
      agreement ?? suit ?? '-',
      amount,
      paidOn,
      typeof payer === 'object' ? JSON.stringify(payer) : (payer ?? '-'),
    ].join(' '),
  )
}

const agreed: Cells = { 签约日期: '2024-01-08', 赔偿总额: 100 }
const judged: Cells = { 起诉日期: '2024-01-08', 判决日期: '2024-03-08', 赔偿总额: 100 }

describe('第三十五条: what a row says is owed', () => {
  test.each<[string, Cells, string[]]>([
    [
      'by its last days and amounts',
      { ...agreed, 付款期限: '2024-02-01 60；2024-03-01 40' },
      ['P1 60.00 2024-02-01 -', 'P2 40.00 2024-03-01 -'],
    ],
    [
      'by whom it names',
      { ...agreed, 义务人: '某公司；韦某', 付款期限: '2024-02-01 韦某 60；2024-03-01 某公司 40' },
      ['P1 60.00 2024-02-01 o2', 'P2 40.00 2024-03-01 o1'],
    ],
    ['the whole on one last day', { ...agreed, 付款期限: '2024-02-01' }, ['P1 100.00 2024-02-01 -']],
    [
      'the whole on one last day, in money',
      { ...agreed, 修复方式: '货币赔偿', 付款期限: '2024-02-01' },
      ['P1 100.00 2024-02-01 -'],
    ],
    ['nothing, where only a total is agreed', agreed, []],
    [
      'the whole, where a part of it was paid',
      { ...agreed, 付款日期和金额: '2024-02-01 60' },
      ['P1 100.00 - -'],
    ],
    [
      'the whole, where all of it was paid',
      { ...agreed, 付款日期和金额: '2024-02-01 100' },
      ['P1 100.00 - -'],
    ],
    [
      'what was paid, where that is more',
      { ...agreed, 付款日期和金额: '2024-02-01 60；2024-03-01 60' },
      ['P1 120.00 - -'],
    ],
    [
      'what was paid, where works are agreed too',
      { ...agreed, 修复方式: '原位修复', 付款日期和金额: '2024-02-01 60' },
      ['P1 60.00 - -'],
    ],
    [
      'what was paid, where works were done',
      { ...agreed, 完成日期: '2024-05-01', 付款日期和金额: '2024-02-01 60' },
      ['P1 60.00 - -'],
    ],
    [
      'what was paid, where no total is agreed',
      { 签约日期: '2024-01-08', 付款日期和金额: '2024-02-01 60' },
      ['P1 60.00 - -'],
    ],
    ['the whole that a judgment orders', judged, ['P1 100.00 - -']],
    ['nothing, where a suit is not decided', { 起诉日期: '2024-01-08', 赔偿总额: 100 }, []],
  ])('%s', (_, row, expected) => {
    expect(owed(row)).toEqual(expected)
  })

  test('a suit that is not decided claims the whole', () => {
    expect(documents(read({ 起诉日期: '2024-01-08', 赔偿总额: 100 })).court).toEqual({
      suits: [{ id: 'S1', obligors: ['o1'], filedOn: '2024-01-08', claimAmount: '100.00' }],
    })
    expect(documents(read(judged)).court).not.toHaveProperty('suits.0.claimAmount')
  })

  test('beside an agreement, a suit neither claims nor orders anything more', () => {
    const made = documents(read({ ...agreed, ...judged, 修复期限: '2024-12-31', 付款期限: '2024-02-01 100' }))
    expect(made.court).toEqual({
      suits: [{ id: 'S1', obligors: ['o1'], filedOn: '2024-01-08', judgedOn: '2024-03-08' }],
    })
  })

  test.each<[string, Cells, string]>([
    ['two last days without amounts', { ...agreed, 付款期限: '2024-02-01；2024-03-01' }, '不知道应付多少'],
    [
      'a last day beside works that were done',
      { ...agreed, 完成日期: '2024-05-01', 付款期限: '2024-02-01' },
      '不知道应付多少',
    ],
    ['somebody else', { ...agreed, 付款期限: '2024-02-01 黄某 60' }, '义务人里没有“黄某”'],
  ])('it is refused with %s', (_, row, why) => {
    expect(faults(read(row)).join()).toContain(why)
  })
})

describe('第三十五条: what a row says was paid', () => {
  const instalments: Cells = { ...agreed, 付款期限: '2024-02-01 60；2024-03-01 40' }

  test.each<[string, Cells, string[]]>([
    [
      'on the instalment of the same amount',
      { ...instalments, 付款日期和金额: '2024-01-20 40' },
      ['P2 G1 40.00 2024-01-20 o1'],
    ],
    [
      'else on what is due first',
      { ...instalments, 付款日期和金额: '2024-01-20 30' },
      ['P1 G1 30.00 2024-01-20 o1'],
    ],
    [
      'in parts, where it covers two',
      { ...instalments, 付款日期和金额: '2024-01-20 70' },
      ['P1 G1 60.00 2024-01-20 o1', 'P2 G1 10.00 2024-01-20 o1'],
    ],
    [
      'one after the other',
      { ...instalments, 付款日期和金额: '2024-01-20 50；2024-01-21 50' },
      ['P1 G1 50.00 2024-01-20 o1', 'P1 G1 10.00 2024-01-21 o1', 'P2 G1 40.00 2024-01-21 o1'],
    ],
    [
      'with what is too much on the last',
      { ...instalments, 付款日期和金额: '2024-01-20 101' },
      ['P1 G1 60.00 2024-01-20 o1', 'P2 G1 41.00 2024-01-20 o1'],
    ],
    [
      'though nothing is left to pay',
      { ...instalments, 付款日期和金额: '2024-01-20 100；2024-01-21 5' },
      ['P1 G1 60.00 2024-01-20 o1', 'P2 G1 40.00 2024-01-20 o1', 'P2 G1 5.00 2024-01-21 o1'],
    ],
    ['under a judgment', { ...judged, 付款日期和金额: '2024-04-20 30' }, ['P1 S1 30.00 2024-04-20 o1']],
    [
      'by nobody’s debt, where nothing is agreed',
      { 付款日期和金额: '2024-04-20 30；2024-04-21 5' },
      ['Y1 - 30.00 2024-04-20 o1', 'Y2 - 5.00 2024-04-21 o1'],
    ],
  ])('%s', (_, row, expected) => {
    expect(paid(row)).toEqual(expected)
  })

  test('on the instalments of its payer, or on those of nobody in particular', () => {
    const two = { ...agreed, 义务人: '某公司；韦某', 付款期限: '2024-02-01 某公司 60；2024-03-01 韦某 40' }
    expect(paid({ ...two, 付款日期和金额: '2024-01-20 韦某 10' })).toEqual(['P2 G1 10.00 2024-01-20 o2'])
    expect(paid({ ...two, 付款日期和金额: '2024-01-20 10' })).toEqual(['P1 G1 10.00 2024-01-20 -'])
    const open = { ...two, 付款期限: '2024-02-01 60；2024-03-01 40' }
    expect(paid({ ...open, 付款日期和金额: '2024-01-20 韦某 10' })).toEqual(['P1 G1 10.00 2024-01-20 o2'])
  })

  test('by another by his name; by nobody where several may have paid', () => {
    const insurer = paid({ ...instalments, 付款日期和金额: '2024-01-20 某保险公司 60' })
    expect(insurer).toEqual(['P1 G1 60.00 2024-01-20 {"name":"某保险公司","relation":"other"}'])
    expect(paid({ ...instalments, 义务人: '某公司；韦某', 付款日期和金额: '2024-01-20 60' })).toEqual([
      'P1 G1 60.00 2024-01-20 -',
    ])
  })

  test('and nothing where nothing was', () => {
    expect(documents(read(agreed)).payments).toBeUndefined()
  })
})

describe('what money and works rest on', () => {
  const restored = (row: Cells) => documents(read({ 完成日期: '2024-05-01', ...row })).restoration

  test.each<[string, Cells, object]>([
    ['an agreement that was signed', { 签约日期: '2024-01-08' }, { agreement: 'G1' }],
    ['an agreement that was confirmed', { 司法确认日期: '2024-02-08' }, { agreement: 'G1' }],
    [
      'an agreement that the court was asked to confirm',
      { 申请司法确认日期: '2024-02-08' },
      { agreement: 'G1' },
    ],
    [
      'an agreement, before any suit',
      { 签约日期: '2024-01-08', 起诉日期: '2024-02-08' },
      { agreement: 'G1' },
    ],
    ['a suit', { 起诉日期: '2024-02-08' }, { suit: 'S1' }],
    ['a judgment', { 判决日期: '2024-02-08' }, { suit: 'S1' }],
    ['an agreement of which only the sum is known', { 赔偿总额: 5 }, { agreement: 'G1' }],
    [
      'an agreement of which only the last day of works is known',
      { 修复期限: '2024-06-01' },
      { agreement: 'G1' },
    ],
    [
      'an agreement of which only the last day of payment is known',
      { 付款期限: '2024-06-01 5' },
      { agreement: 'G1' },
    ],
    ['nothing', {}, {}],
  ])('%s', (_, row, on) => {
    expect(restored(row)).toEqual({ projects: [{ id: 'R1', ...on, completedOn: '2024-05-01' }] })
  })

  test.each<[string, Cells, object | undefined]>([
    ['one that began', { 修复启动日期: '2024-05-01' }, { startedOn: '2024-05-01' }],
    [
      'one that was evaluated',
      { 评估日期: '2024-05-01' },
      { evaluations: [{ round: 1, reportedOn: '2024-05-01' }] },
    ],
    ['one of which a quantity is known', { '修复土壤（立方米）': 5 }, { restored: { soilM3: '5' } }],
    ['one whose mode is known without any agreement', { 修复方式: '异地修复' }, { mode: 'off-site' }],
    ['none, where only its mode is agreed', { 签约日期: '2024-01-08', 修复方式: '异地修复' }, undefined],
    ['none, where money is paid in its place', { 修复方式: '货币赔偿' }, undefined],
  ])('a restoration is %s', (_, row, project) => {
    const { restoration } = documents(read(row))
    expect(restoration).toEqual(project && { projects: [{ id: 'R1', ...project }] })
  })

  test('of money in the place of works, the agreement says so', () => {
    const { agreements } = documents(read({ 签约日期: '2024-01-08', 修复方式: '货币赔偿' }))
    expect(agreements).toEqual({
      agreements: [
        { id: 'G1', obligors: ['o1'], signedOn: '2024-01-08', substitutes: [{ mode: 'monetary' }] },
      ],
    })
  })

  test('what was published is the agreement, else the judgment; of neither it is refused', () => {
    const published = (row: Cells) => documents(read({ 公开日期: '2024-07-01', ...row })).supervision
    expect(published({ 签约日期: '2024-01-08' })).toEqual({
      disclosures: [{ matter: 'agreement', subject: 'G1', publishedOn: '2024-07-01' }],
    })
    expect(published({ 判决日期: '2024-01-08' })).toEqual({
      disclosures: [{ matter: 'judgment', subject: 'S1', publishedOn: '2024-07-01' }],
    })
    expect(faults(read({ 公开日期: '2024-07-01' })).join()).toContain('不知道公开的是什么')
  })

  test.each<[Cells, string]>([
    [{ 义务人: null, 签约日期: '2024-01-08' }, '有协议，没有写义务人'],
    [{ 义务人: null, 起诉日期: '2024-01-08' }, '有诉讼，没有写义务人'],
    [{ 义务人: null, 判决日期: '2024-01-08' }, '有诉讼，没有写义务人'],
  ])('%j is refused: %s', (row, why) => {
    expect(faults(read(row)).join()).toContain(why)
  })
})
