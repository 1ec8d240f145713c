import { describe, expect, it } from 'vitest'
import type { Documents } from '../../src/core/facts/documents.ts'
import { annualReport } from '../../src/core/reports/annual.ts'
import { isHandledIn } from '../../src/core/reports/annual-case.ts'
import { quantitiesOf, quantityRows } from '../../src/core/reports/quantities.ts'
import { barText, cellText } from '../../src/core/reports/text.ts'
import type { CaseView } from '../../src/core/view.ts'
import { justRegistered } from '../forms/bare.ts'
import { only } from '../forms/support.ts'
import { wholeCase } from '../forms/whole.ts'

const today = '2026-12-24'
const whole = (change?: (documents: Documents) => void) => wholeCase(today, change)

/** The rows of a group of the report of a year, each as one line. */
function group(name: string, year: string, ...views: CaseView[]): string[] {
  const { rows } = annualReport(views, year)
  const lines = rows.map((row) => row.map(cellText))
  return lines.filter(([title]) => title === name).map(([, ...cells]) => cells.join(' ').trim())
}

const bars = (title: string, year: string, ...views: CaseView[]) =>
  annualReport(views, year)
    .charts?.find((chart) => chart.title === title)
    ?.bars.filter(({ value }) => value)
    .map((bar) => `${bar.label} ${barText(bar)}`)

describe('the office handled a case in a year', () => {
  const year = { from: '2026-01-01', to: '2026-12-31' }
  const handled = (foundOn: string | undefined, closedOn?: string) => {
    const view = whole((documents) => {
      documents.case.clue = { channel: 'other', ...(foundOn !== undefined && { foundOn }) }
      if (closedOn) documents.closing = { closed: { closedOn } }
    })
    return isHandledIn(view, year)
  }

  it.each([
    ['2026-12-31', undefined, true],
    ['2027-01-01', undefined, false],
    ['2025-03-03', '2026-01-01', true],
    ['2025-03-03', '2025-12-31', false],
    ['2025-03-03', undefined, true],
    [undefined, undefined, false],
  ])('whose clue came on %s and which ended on %s: %s', (foundOn, closedOn, expected) => {
    expect(handled(foundOn, closedOn)).toBe(expected)
  })
})

describe('the steps of a year (第三十二条)', () => {
  const closed = whole((documents) => {
    documents.closing = {
      terminations: [{ obligors: ['o2'], ground: 'other', decidedOn: '2025-12-31', reason: '已故' }],
      closed: { closedOn: '2026-01-01' },
    }
    documents.court = {
      confirmations: [{ agreement: 'G1', appliedOn: '2025-08-05', ruledOn: '2025-12-30', result: 'refused' }],
      suits: [{ id: 'S1', obligors: ['o1'], filedOn: '2025-11-01', effectiveOn: '2025-12-01' }],
    }
  })
  const declined = whole((documents) => {
    delete documents.investigation
    documents.screening = { ...documents.screening, checkedOn: '2025-03-05', decision: 'not-initiate' }
  })

  it('are counted each by its own day', () => {
    expect(group('本年办理', '2025', whole())).toEqual([
      '新收线索 1',
      '启动索赔 1',
      '不启动索赔 0',
      '终止索赔 0',
      '签订赔偿协议 1 300,000.00',
      '司法确认 1',
      '提起诉讼 0',
      '裁判文书生效 0',
      '结案 0',
    ])
    expect(group('本年办理', '2026', whole()).filter((line) => !/ 0(?: 0\.00)?$/u.test(line))).toEqual([])
  })

  it('are those of a suit, an end and a closing too; a refused confirmation is none', () => {
    expect(group('本年办理', '2025', closed)).toEqual(
      expect.arrayContaining(['终止索赔 1', '司法确认 0', '提起诉讼 1', '裁判文书生效 1', '结案 0']),
    )
    expect(group('本年办理', '2026', closed)).toContain('结案 1')
    expect(group('本年办理', '2025', declined)).toEqual(
      expect.arrayContaining(['启动索赔 0', '不启动索赔 1']),
    )
  })

  it('count the cases in hand by stage and department, and the clues by channel, the most frequent first', () => {
    const forest = whole(({ case: about }) => {
      about.jurisdiction.department = 'forestry'
      about.clue.channel = 'other'
    })
    expect(group('本年办理案件主管部门', '2025', forest, whole(), whole())).toEqual([
      '生态环境主管部门 2',
      '林业主管部门 1',
    ])
    expect(group('本年办理案件目前阶段', '2025', whole(), whole())).toEqual(['履行修复 2'])
    expect(group('新收线索渠道', '2025', forest, whole(), whole())).toHaveLength(2)
    expect(group('新收线索渠道', '2026', whole())).toEqual([])
  })

  it('count each deadline that is overdue now', () => {
    const late = annualReport([whole()], '2026')
    expect(group('目前逾期', '2026', whole())).toEqual(['重大案件月度进展报告 20', '鉴定评估解释说明 1'])
    expect(late.totals.map(({ title, value }) => `${title} ${cellText(value)}`)).toEqual([
      '新收线索 0',
      '本年办理案件 1',
      '协议赔偿金额 0.00',
      '到账金额 0.00',
      '目前逾期的期限 21',
    ])
  })
})

describe('the money of a year (第三十二条)', () => {
  it('is told by head of damage, by destination, and as it was used', () => {
    const used = whole(({ payments }) => {
      const paid = payments?.payments ?? []
      delete paid[1]?.destination
      Object.assign(payments ?? {}, {
        uses: [
          { on: '2025-12-31', amount: '10.00', purpose: '修复' },
          { on: '2025-12-30', amount: '5.00', purpose: '修复' },
          { on: '2026-01-01', amount: '7.00', purpose: '修复' },
        ],
      })
    })
    expect(group('协议赔偿范围', '2025', whole()).map((line) => line.split(' ').slice(1))).toEqual([
      ['1', '200,000.00'],
      ['1', '60,000.00'],
      ['1', '40,000.00'],
    ])
    expect(group('赔偿资金到账', '2025', used)).toEqual(['同级国库 1 60,000.00', '没有写明去向 1 40,000.00'])
    expect(group('赔偿资金使用', '2025', used)).toEqual(['用于修复等 2 15.00'])
    expect(group('赔偿资金使用', '2026', used)).toEqual(['用于修复等 1 7.00'])
    expect(group('赔偿资金到账', '2026', used)).toEqual([])
  })

  it('of an agreement without amounts is nothing', () => {
    const open = whole(({ agreements }) => {
      delete only(agreements?.agreements).compensation
    })
    expect(group('签订赔偿协议', '2025', open)).toEqual([])
    expect(group('本年办理', '2025', open)).toContain('签订赔偿协议 1 0.00')
    expect(group('协议赔偿范围', '2025', open)).toEqual([])
  })

  it('of an agreement without a total is the sum of its heads', () => {
    const summed = whole(({ agreements }) => {
      delete only(agreements?.agreements).compensation?.total
    })
    expect(group('本年办理', '2025', summed)).toContain('签订赔偿协议 1 300,000.00')
  })
})

describe('the restorations of a year (第三十二条)', () => {
  it('are counted as they begin, are completed and reach their goal', () => {
    expect(group('生态环境修复', '2025', whole())).toEqual(['启动修复 1', '完成修复 0', '修复效果达到目标 0'])
    expect(group('生态环境修复', '2026', whole())).toEqual(['启动修复 0', '完成修复 1', '修复效果达到目标 1'])
  })

  it('are summed by what was damaged and what was restored, with all their places', () => {
    const measured = (soil: string, restored: string) =>
      whole(({ case: about, restoration }) => {
        about.damage.quantities = { soilM3: soil }
        only(restoration?.projects).restored = { soilM3: restored }
      })
    const rows = (year: string, ...views: CaseView[]) =>
      quantityRows(
        views.map(({ facts }) => quantitiesOf(facts, { from: `${year}-01-01`, to: `${year}-12-31` })),
      )
        .filter(([, , count]) => count !== null)
        .map((row) => row.map(cellText).join(' ').trim())
    const views = [measured('0.05', '12'), measured('0.1', '0.125')]
    expect(rows('2025', ...views)).toEqual(['受损数量（启动索赔） 土壤（立方米） 0.15'])
    expect(rows('2026', ...views)).toEqual(['修复数量（完成修复） 土壤（立方米） 12.125'])
    expect(rows('2025', measured('0.001', '1'))).toEqual(['受损数量（启动索赔） 土壤（立方米） 0.001'])
    const registered = justRegistered()
    registered.facts.case.damage.quantities = { soilM3: '5' }
    expect(rows('2025', registered)).toEqual([])
  })
})

describe('the charts of a year', () => {
  const forest = whole((documents) => {
    documents.case.jurisdiction.department = 'forestry'
    documents.case.damage.kind = 'ecological-destruction'
    only(documents.agreements?.agreements).compensation = {
      items: [{ head: 'service-loss', amount: '500000.00', by: 'payment' }],
    }
  })
  const unsigned = whole((documents) => {
    documents.case.jurisdiction.department = 'agriculture'
    delete documents.agreements
  })

  it('count clues and agreements in their months', () => {
    expect(bars('各月新收线索', '2025', whole(), forest)).toEqual(['3月 2'])
    expect(bars('各月签订协议', '2025', whole(), forest)).toEqual(['7月 2'])
    expect(bars('各月协议赔偿金额', '2025', whole(), forest)).toEqual(['7月 80.00'])
    expect(bars('各月到账金额', '2025', whole())).toEqual(['8月 10.00'])
  })

  it('put the largest first, and leave out what has no figure', () => {
    expect(bars('协议赔偿金额的主管部门', '2025', whole(), forest, unsigned)).toEqual([
      '林业主管部门 50.00',
      '生态环境主管部门 30.00',
    ])
    expect(bars('协议赔偿金额的主管部门', '2025', forest, whole())).toEqual([
      '林业主管部门 50.00',
      '生态环境主管部门 30.00',
    ])
    expect(bars('在办案件的主管部门', '2026', forest, whole(), whole())).toEqual([
      '生态环境主管部门 2',
      '林业主管部门 1',
    ])
    expect(
      bars('新收线索的损害类型', '2025', forest, whole(), whole())?.map((bar) => bar.split(' ')[1]),
    ).toEqual(['2', '1'])
    expect(annualReport([whole()], '2026').charts?.map(({ title }) => title)).toEqual(['在办案件的主管部门'])
  })
})
