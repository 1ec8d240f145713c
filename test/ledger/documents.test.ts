import { describe, expect, test } from 'vitest'
import { documents, faults, intake, type Said, sheetOf } from '../support/ledger-sheet.ts'

describe('what a row becomes', () => {
  const one = (row: Readonly<Record<string, Said>>) => intake(sheetOf([Object.keys(row), Object.values(row)]))

  test('a case from the clue to the archive, valid by the schemas though the ledger is silent on much', () => {
    const made = documents(
      one({
        编号: '桂1号',
        案件名称: '某厂倾倒废酸案',
        案由: '倾倒废酸',
        线索来源: '行政处罚',
        发现日期: '2024-01-02',
        义务人: '某化工有限公司；韦某',
        核查日期: '2024-01-08',
        启动日期: '2024-01-10',
        鉴定方式: '鉴定评估报告',
        委托日期: '2024-01-15',
        鉴定意见日期: '2024-03-01',
        损害数额: '8.6万元',
        调查结论日期: '2024-03-05',
        告知日期: '2024-03-10',
        送达日期: '2024-03-12',
        磋商会议日期: '2024-04-01；2024-04-20',
        磋商结果: '达成一致',
        签约日期: '2024-05-01',
        赔偿总额: 86000,
        申请司法确认日期: '2024-05-10',
        司法确认日期: '2024-06-20',
        付款期限: '2024-06-01',
        付款日期和金额: '2024-05-20 50000；2024-05-30 36000',
        公开日期: '2024-07-01',
        结案日期: '2024-08-01',
        归档日期: '2024-09-01',
        承办人: '覃某、李某',
      }),
    )
    expect(made.case).toMatchObject({
      clue: { channel: 'administrative-penalty', foundOn: '2024-01-02' },
      backfilled: { on: '2026-11-30', source: '台账.xlsx', row: 2, number: '桂1号' },
      officers: [{ name: '覃某' }, { name: '李某' }],
    })
    expect(made.appraisals).toEqual({
      appraisals: [
        {
          id: 'A1',
          kind: 'appraisal-report',
          commissionedOn: '2024-01-15',
          receivedOn: '2024-03-01',
          total: '86000.00',
        },
      ],
    })
    expect(made.investigation).toMatchObject({
      conclusion: { concludedOn: '2024-03-05', recommendation: 'consult' },
    })
    expect(made.consultation).toMatchObject({
      rounds: [
        {
          notice: { issuedOn: '2024-03-10' },
          meetings: [{ number: 1 }, { number: 2, outcome: 'agreed', agreedWith: ['o1', 'o2'] }],
        },
      ],
    })
    expect(made.agreements).toMatchObject({
      agreements: [
        {
          id: 'G1',
          round: 1,
          signedOn: '2024-05-01',
          compensation: { total: '86000.00' },
          payments: [{ id: 'P1', dueOn: '2024-06-01', amount: '86000.00' }],
        },
      ],
    })
    expect(made.court).toEqual({
      confirmations: [
        { agreement: 'G1', appliedOn: '2024-05-10', ruledOn: '2024-06-20', result: 'confirmed' },
      ],
    })
    expect(made.payments).toMatchObject({
      payments: [
        { id: 'P1', amount: '50000.00' },
        { id: 'P1', amount: '36000.00' },
      ],
    })
    expect(made.closing).toEqual({ closed: { closedOn: '2024-08-01', archivedOn: '2024-09-01' } })
  })

  test('without an appraisal the amount is an estimate', () => {
    expect(documents(one({ 编号: '1', 案件名称: '某案', 损害数额: 86000 })).case).toMatchObject({
      damage: { estimatedLoss: '86000.00' },
    })
  })

  test('an amount that its heading calls appraised is that of an appraisal', () => {
    const made = documents(one({ 编号: '1', 案件名称: '某案', 鉴定金额: 86000 }))
    expect(made.appraisals).toEqual({ appraisals: [{ id: 'A1', total: '86000.00' }] })
    expect(made.case).not.toHaveProperty('damage.estimatedLoss')
  })

  test('an end without initiation is a decision not to initiate; with one it is a termination', () => {
    const end = {
      编号: '1',
      案件名称: '某案',
      义务人: '韦某',
      核查日期: '2024-01-08',
      终止日期: '2024-01-09',
      终止原因: '显著轻微',
    }
    expect(documents(one(end)).screening).toMatchObject({
      decision: 'not-initiate',
      notInitiate: { ground: 'manifestly-minor', decidedOn: '2024-01-09' },
    })
    const initiated = documents(one({ ...end, 启动日期: '2024-01-08', 终止原因: '其他：下落不明' }))
    expect(initiated.closing).toEqual({
      terminations: [{ obligors: ['o1'], ground: 'other', reason: '下落不明', decidedOn: '2024-01-09' }],
    })
  })

  test('a judgment without agreement bears the sum and the works', () => {
    const made = documents(
      one({
        编号: '1',
        案件名称: '某案',
        义务人: '韦某',
        起诉日期: '2024-01-08',
        判决日期: '2024-05-09',
        赔偿总额: 5000,
        付款日期和金额: '2024-06-01 2000',
      }),
    )
    expect(made.court).toMatchObject({
      suits: [{ id: 'S1', obligors: ['o1'], payments: [{ id: 'P1', amount: '5000.00' }] }],
    })
    expect(made.payments).toMatchObject({ payments: [{ id: 'P1', suit: 'S1', payer: 'o1' }] })
    expect(made.agreements).toBeUndefined()
  })

  test('works that were done, and what was restored', () => {
    const made = documents(
      one({
        编号: '1',
        案件名称: '某案',
        义务人: '韦某',
        签约日期: '2024-01-08',
        修复方式: '异地修复',
        修复期限: '2024-12-31',
        完成日期: '2024-11-01',
        评估日期: '2024-12-01',
        '修复林地（平方米）': 667,
      }),
    )
    expect(made.restoration).toEqual({
      projects: [
        {
          id: 'R1',
          agreement: 'G1',
          mode: 'off-site',
          completedOn: '2024-11-01',
          restored: { forestM2: '667' },
          evaluations: [{ round: 1, reportedOn: '2024-12-01' }],
        },
      ],
    })
    expect(made.agreements).toMatchObject({
      agreements: [{ restoration: { mode: 'off-site', completeBy: '2024-12-31' } }],
    })
  })

  test.each<[string, Readonly<Record<string, Said>>, string]>([
    [
      'a last day without an amount, where works are agreed too',
      { 签约日期: '2024-01-08', 修复方式: '原位修复', 赔偿总额: 5, 付款期限: '2024-02-01' },
      '不知道应付多少',
    ],
    ['an outcome without a day', { 磋商结果: '未达成一致' }, '不知道是哪一天的结果'],
    [
      'a payment by one of several who owe nothing',
      { 义务人: '韦某；黄某', 付款日期和金额: '2024-06-01 2000' },
      '不知道是谁付的',
    ],
    ['the archive before the end', { 归档日期: '2024-09-01' }, '没有写结案日期'],
    ['an end without a ground', { 启动日期: '2024-01-08', 终止日期: '2024-02-01' }, '没有写终止原因'],
    ['a name that is neither a firm nor a person', { 义务人: '3号地块使用者' }, '看不出'],
    ['a certificate of 15 figures', { 义务人: '韦某', 证件号码: '450102900101123' }, '不是 18 位'],
    ['a person with the code of a firm', { 义务人: '韦某', 证件号码: '91450100MA5N000001' }, '像是自然人'],
    [
      'a firm with the number of a person',
      { 义务人: '某养殖场', 证件号码: '450102199001011232' },
      '像是单位',
    ],
  ])('%s is refused', (_, row, why) => {
    expect(faults(one({ 编号: '1', 案件名称: '某案', 义务人: '韦某', ...row })).join()).toContain(why)
  })
})
