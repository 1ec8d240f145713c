import { describe, expect, it } from 'vitest'
import { namedActions } from '../../../../src/cli/shared/entry/named-action.ts'

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
