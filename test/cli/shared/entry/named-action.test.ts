import { describe, expect, it } from 'vitest'
import { namedActions, namesStep } from '../../../../src/cli/shared/entry/named-action.ts'

const idsOf = (word: string): string[] => namedActions(word).map(({ id }) => id)

describe('a step called by the deadline that it meets', () => {
  it.each([
    ['完成修复', 'complete-restoration'],
    ['支付赔偿款', 'pay'],
  ])('%s is %s', (word, id) => {
    expect(idsOf(word)).toContain(id)
  })

  it('is still refused where no deadline has the name, or no step meets it', () => {
    expect(() => idsOf('完成')).not.toThrow('支付')
    expect(() => idsOf('晒太阳')).toThrow('没有“晒太阳”这个事项')
  })
})

describe('what the office as a whole sends upward', () => {
  it.each([
    ['报送季度案件线索清单', 'ejc report 季度线索清单 --quarter 2026Q3 --sent 今天'],
    ['线索清单', 'ejc report 季度线索清单 --quarter 2026Q3 --sent 今天'],
    ['年度汇报', 'ejc report 年度情况 --year 2026 --sent 今天'],
  ])('%s is no step of a case: the call that records it is named', (word, call) => {
    expect(() => namedActions(word)).toThrow(call)
    expect(namesStep(word)).toBe(true)
  })

  it('leaves the steps of a case as they are', () => {
    expect(idsOf('报告重大案件月度进展')).toEqual(['report-month'])
    expect(idsOf('书面报告重大案件')).toEqual(['report-major'])
  })
})

describe('a word in the place of the case', () => {
  it('is a step where it names one, and else a case', () => {
    expect(['记录初步核查', '完成修复', '初步核查'].map(namesStep)).toEqual([true, true, true])
    expect([undefined, '1', 'NN-2026-0001', '全部', '1,3,5', '晒太阳'].some(namesStep)).toBe(false)
  })
})
