import { describe, expect, it } from 'vitest'
import type { Agreement, Substitute } from '../../src/core/facts/documents.ts'
import { paper, says } from './say.ts'
import { agreementOf } from './variants.ts'

const liability = '生态环境损害责任承担、履行方式和期限'

/** The text under a heading of the agreement, after a change of it. */
function under(heading: string, change: (agreement: Agreement) => void): string[] {
  const text = says(
    paper('agreement', 'G1', (documents) => change(agreementOf(documents))),
    heading,
  )
  return Array.isArray(text) ? text.map(String) : []
}

/** The terms in figures under 三: those after the four clauses, one line each. */
const figures = (change: (agreement: Agreement) => void): string[] => {
  const all = under(liability, change)
  return all.slice(all.findIndex((line) => line.includes('赔偿金额及构成')))
}

describe('the amount of an agreement', () => {
  const item = (amount: string) => ({ head: 'service-loss', amount, by: 'payment' }) as const
  const only = (agreement: Agreement, compensation: Agreement['compensation']) => {
    for (const key of ['shares', 'payments', 'substitutes'] as const) delete agreement[key]
    if (compensation) agreement.compensation = compensation
    else delete agreement.compensation
  }

  it('of one head stands in one sentence after the total', () => {
    expect(figures((agreement) => only(agreement, { items: [item('7.00')] }))).toEqual([
      '（五）赔偿金额及构成：赔偿总额为7.00元（大写：人民币柒元整）。',
      '生态环境受到损害至修复完成期间服务功能丧失导致的损失7.00元，以支付赔偿金的方式承担。',
    ])
  })

  it('without a total is the sum of its heads; with one it is the total', () => {
    const total = (compensation: Agreement['compensation']) =>
      figures((agreement) => only(agreement, compensation))[0]
    expect(total({ items: [item('7.00'), item('3.00')] })).toContain('赔偿总额为10.00元')
    expect(total({ items: [item('7.00'), item('3.00')], total: '9.00' })).toContain('赔偿总额为9.00元')
  })

  it('without heads is a line to write on', () => {
    expect(figures((agreement) => only(agreement, { items: [] }))).toEqual([
      '（五）赔偿金额及构成：＿＿＿＿＿＿＿＿',
    ])
    expect(figures((agreement) => only(agreement, undefined))).toEqual([
      '（五）赔偿金额及构成：＿＿＿＿＿＿＿＿',
    ])
  })
})

describe('a substitute of payment (第二十六条)', () => {
  const said = (...substitutes: Substitute[]): string[] => {
    const all = figures((agreement) => {
      for (const key of ['shares', 'payments'] as const) delete agreement[key]
      agreement.substitutes = substitutes
    })
    return all.slice(all.findIndex((line) => /替代修复|履行方式/.test(line)))
  }

  it.each<[more: Omit<Substitute, 'mode'>, text: string]>([
    [{}, ''],
    [{ obligors: ['o1', 'o2'] }, '，由某造纸有限公司、郑某承担'],
    [{ obligors: [] }, ''],
    [{ amount: '5.00' }, '，折抵5.00元（大写：人民币伍元整）'],
    [{ work: '巡河' }, '，劳务内容为巡河'],
    [{ days: 30 }, '，劳务30日'],
    [{ days: 0 }, '，劳务0日'],
    [{ place: '某河' }, '，地点为某河'],
    [{ area: '3 亩' }, '，面积为3 亩'],
    [{ description: '清理河道' }, '，清理河道'],
    [{ investment: '9.00' }, '，投入9.00元（大写：人民币玖元整）'],
    [{ basis: '评估报告' }, '，依据：评估报告'],
    [{ argument: '专家论证' }, '，论证：专家论证'],
    [{ reason: '无力支付' }, '，原因：无力支付'],
    [{ supervisedBy: '某村' }, '，由某村监督'],
    [{ proof: '签到表' }, '，以签到表证明'],
    [{ consentedOn: '2025-07-20' }, '，赔偿权利人于2025年7月20日同意'],
  ])('with %j', (more, text) => {
    expect(said({ mode: 'labor', ...more })).toEqual([`（六）替代修复：劳务代偿${text}。`])
  })

  it.each([
    ['monetary', '支付'],
    ['tech-upgrade', '抵扣'],
    ['instalments', '分期支付'],
    ['labor', '折抵'],
  ])('of the kind %s has an amount by which it %s', (mode, verb) => {
    expect(said({ mode, amount: '5.00' })[0]).toContain(`，${verb}5.00元`)
  })

  it.each(['monetary', 'instalments'])(
    'of the kind %s restores nothing, and does not stand under 替代修复',
    (mode) => {
      const lines = said({ mode: 'labor', days: 3 }, { mode, amount: '5.00' })
      expect(lines[0]).toBe('（六）替代修复：劳务代偿，劳务3日。')
      expect(lines[1]).toMatch(/^（七）履行方式：.+5\.00元/)
    },
  )

  it('beside another one has its number', () => {
    expect(said({ mode: 'labor' }, { mode: 'labor', days: 3 })).toEqual([
      '（六）替代修复：',
      '1．劳务代偿。',
      '2．劳务代偿，劳务3日。',
    ])
  })
})

describe('what is paid and restored', () => {
  it('by whom and by which day; a payment of nobody in particular is that of the obligors', () => {
    const said = figures((agreement) => {
      for (const key of ['shares', 'substitutes'] as const) delete agreement[key]
      agreement.payments = [
        { id: 'P1', dueOn: '2025-08-20', amount: '5.00', note: '转账', destination: 'treasury' },
      ]
    })
    expect(said.at(-1)).toBe(
      '（六）付款期限：赔偿义务人于2025年8月20日前（含当日）支付5.00元（大写：人民币伍元整），付至同级国库，转账。',
    )
  })

  it('each bears his part, where it is not joint', () => {
    const said = figures((agreement) => {
      agreement.shares = [{ obligors: ['o2'], amount: '5.00' }]
    })
    expect(said).toContain('（六）费用负担：郑某承担5.00元（大写：人民币伍元整）。')
  })

  it('one alone is not jointly liable', () => {
    const said = figures((agreement) => {
      agreement.shares = [{ obligors: ['o2'], amount: '5.00', joint: true }]
    })
    expect(said).toContain('（六）费用负担：郑某承担5.00元（大写：人民币伍元整）。')
  })

  it('an agreement without any of them has the amount alone', () => {
    const said = figures((agreement) => {
      for (const key of ['shares', 'payments', 'substitutes', 'performanceBond'] as const)
        delete agreement[key]
    })
    expect(said.filter((line) => line.startsWith('（')).map((line) => line.slice(0, 8))).toEqual([
      '（五）赔偿金额及',
    ])
  })

  it('the days of the restoration follow its clause; without any, nothing does', () => {
    const schedule = (restoration: Agreement['restoration']) =>
      under(liability, (agreement) => {
        if (restoration) agreement.restoration = restoration
        else delete agreement.restoration
      })
        .slice(3)
        .slice(1)
        .filter((line) => !/^（|^\d/u.test(line))
    expect(schedule(undefined)).toEqual([])
    expect(schedule({})).toEqual([])
    expect(schedule({ mode: 'labor', startBy: '2025-09-25' })).toEqual([
      '修复方式为劳务代偿，应于2025年9月25日前（含当日）启动。',
    ])
    expect(schedule({ phases: [{ id: '1', work: '清淤', completeBy: '2026-01-31' }, { id: '2' }] })).toEqual([
      '第一期，清淤，2026年1月31日前（含当日）完成。',
      '第二期。',
    ])
  })
})

describe('a clause of an agreement', () => {
  const other = '其他约定'
  const clauses = (change: Record<string, unknown>, heading: string) =>
    under(heading, (agreement) => {
      agreement.clauses = Object.assign({ ...agreement.clauses }, change)
    })

  it('that is not required is left out where nothing is written', () => {
    for (const text of ['', '  ', null, undefined]) expect(clauses({ other: text }, other)).toHaveLength(5)
    expect(clauses({ other: '一式四份' }, other).at(-1)).toBe('（六）其他事项：一式四份。')
    expect(clauses({ other: { notApplicable: '无' } }, other).at(-1)).toBe('（六）其他事项：本案不涉及：无。')
  })

  it('that is required is a line to write on where nothing is written, and is asked for', () => {
    for (const text of ['', '  ', null, undefined])
      expect(clauses({ liability: text }, '生态环境损害责任认定')).toEqual(['＿＿＿＿＿＿＿＿'])
    expect(clauses({ liability: ' 连带 \n\n 另议 ' }, '生态环境损害责任认定')).toEqual(['连带', '另议'])
    expect(clauses({ liability: { notApplicable: '单独责任' } }, '生态环境损害责任认定')).toEqual([
      '本案不涉及：单独责任。',
    ])
  })

  it('alone under its heading has no number, but under 四 it has', () => {
    const alone = under(other, (agreement) => {
      agreement.clauses = {}
    })
    expect(alone[0]).toMatch(/^（一）/u)
    expect(under('事实情况', () => undefined)).toEqual(['2025年2月10日至28日经暗管排放废水。'])
  })

  it('of an agreement without clauses is asked for, each', () => {
    const { missing } = paper('agreement', 'G1', (documents) => {
      delete agreementOf(documents).clauses
    })
    expect(missing).toHaveLength(14)
  })

  it('of one of two agreements is its own', () => {
    const filled = paper('agreement', 'G2', ({ agreements }) => {
      agreements?.agreements?.push({ id: 'G2', obligors: ['o2'], signedOn: '2025-08-01', place: '某地' })
    })
    expect([says(filled, '签订时间'), says(filled, '签订地点'), says(filled, '单位')]).toEqual([
      '2025年8月1日',
      '某地',
      [],
    ])
  })
})
