import { describe, expect, test } from 'vitest'
import type { Agreement, Documents } from '../../src/core/facts/documents.ts'
import { fill, first, lines, only } from './support.ts'

const liability = '生态环境损害责任承担、履行方式和期限'
const treasury = { name: '南宁市财政局', account: '45010121234567890', bank: '某银行南宁某支行' }
const centre = { name: '某鉴定评估中心', account: '20123401040001234' }

/** The terms of the first example's agreement, changed, under a heading of the paper. */
function termsWith(change: (agreement: Agreement) => void, heading = liability): readonly string[] {
  const view = first(({ agreements }: Documents) => change(only(agreements?.agreements)))
  return lines(fill(view, '5', 'G1').fields[heading])
}

/** The lines from one that holds a text to the next numbered clause. */
function clause(terms: readonly string[], title: string): string[] {
  const start = terms.findIndex((line) => line.includes(`）${title}：`))
  const end = terms.findIndex((line, index) => index > start && /^（[一二三四五六七八九十]+）/u.test(line))
  return start < 0 ? [] : terms.slice(start, end < 0 ? undefined : end)
}

describe('赔偿协议', () => {
  test('names the account of each payment beside where it goes', () => {
    const terms = termsWith(({ payments = [] }) => {
      const [one, other] = payments
      if (one) Object.assign(one, { destination: 'treasury', payee: treasury })
      if (other) Object.assign(other, { destination: 'cost-bearer', payee: centre })
    })
    const paid = clause(terms, '付款期限')
    expect(paid[1]).toContain(
      '付至同级国库（户名：南宁市财政局，账号：45010121234567890，开户行：某银行南宁某支行）。',
    )
    expect(paid[2]).toContain('付至费用垫付单位（户名：某鉴定评估中心，账号：20123401040001234）。')
    expect(clause(terms, '收款账户')).toEqual([])
  })

  test('names an account into which all payments go once, after them', () => {
    const terms = termsWith(({ payments = [] }) => {
      for (const payment of payments) payment.payee = treasury
    })
    expect(terms.join()).toMatch(
      /收款账户：户名：南宁市财政局，账号：45010121234567890，开户行：某银行南宁某支行。/,
    )
    expect(terms.join().match(/45010121234567890/g)).toHaveLength(1)
  })

  test('says how and by which day the performance bond is given', () => {
    const terms = termsWith((agreement) => {
      agreement.performanceBond = { amount: '20000.00', form: '银行保函', dueOn: '2026-10-10' }
    })
    expect(clause(terms, '履约保证金').join()).toContain(
      '金额为20,000.00元（大写：人民币贰万元整），于2026年10月10日前（含当日）以银行保函方式提供。',
    )
  })

  test('says who gives the performance bond, to whom, and into which account', () => {
    const terms = termsWith((agreement) => {
      const payee = { name: '南宁市生态环境局', account: '45010121234567890' }
      agreement.performanceBond = { amount: '20000.00', form: '现金', obligors: ['o1', 'o1'], payee }
    })
    expect(clause(terms, '履约保证金').join()).toMatch(
      /，由[^、]+公司向南宁市生态环境局以现金方式提供，户名：南宁市生态环境局，账号：45010121234567890。/,
    )
  })

  test('counts sets of terms and phases in words: no number of ours stands in it', () => {
    const terms = termsWith((agreement) => {
      const phases = [
        { id: '甲', work: '清挖', completeBy: '2026-12-31' },
        { id: '乙', work: '回填', completeBy: '2027-04-30' },
      ]
      agreement.restoration = [
        { id: 'W1', site: '北侧土壤', obligors: ['o1'], startBy: '2026-10-08', phases },
        { id: 'W2', site: '地下水', completeBy: '2027-04-30' },
      ]
      agreement.substitutes = [{ mode: 'off-site', amount: '1000.00', place: '某湿地', project: 'L1' }]
    })
    expect(terms).toContain(
      '第一项修复，地点为北侧土壤，由某化工有限公司承担，应于2026年10月8日前（含当日）启动。',
    )
    expect(terms).toContain('第二期，回填，2027年4月30日前（含当日）完成。')
    expect(terms).toContain('第二项修复，地点为地下水，2027年4月30日前（含当日）完成。')
    expect(terms.join()).not.toMatch(/W1|W2|L1|\bP\d|\bo\d|甲|乙/)
  })

  test('says who signs by an authorisation, and where a co-signatory signs', () => {
    const others = termsWith((agreement) => {
      agreement.coSignatories = [{ name: '某担保有限公司', role: '保证人' }]
      agreement.signatories = [
        { party: 'obligee', name: '莫某', post: '局长' },
        { party: 'o1', name: '卢某', post: '法务经理', authority: '特别授权' },
        { party: 'o2', name: '韦某' },
        { party: '某担保有限公司', name: '梁某' },
      ]
    }, '其他约定')
    expect(clause(others, '签署各方')).toEqual([
      '（六）签署各方：某担保有限公司（梁某）作为保证人共同签署。',
      '南宁市生态环境局由莫某（局长）签署。',
      '某化工有限公司由代理人卢某（法务经理，特别授权）签署。',
      '共同签署方（签章）：某担保有限公司',
    ])
  })

  test('does not say that a party is signed for by its own head', () => {
    const others = termsWith((agreement) => {
      agreement.signatories = [{ party: 'o1', name: '黄某', post: '总经理' }]
    }, '其他约定')
    expect(others.join()).not.toContain('签署各方')
  })
})
