import { describe, expect, it } from 'vitest'
import { checksFirst, namedLists } from '../../../../src/cli/shared/law/named-lists.ts'
import { caseRules } from '../../../../src/core/lint/index.ts'
import { settingOn } from '../../../support/setting.ts'

const { regulation } = settingOn('2026-11-24')

describe('the checks that a case may be exempted from', () => {
  it('are named by their titles, beside the lists of the law', () => {
    const lists = namedLists(regulation)
    expect(lists.channels).toBe(regulation.lists.channels)
    const named = new Map(lists.rules?.map(({ code, label }) => [code, label]))
    expect(caseRules.filter(({ id }) => !named.has(id))).toEqual([])
    expect(named.get('agreement/clause-missing')).toBe('协议包含第二十一条要求的全部内容')
  })

  it('are offered with those first that the case fails now, and how often', () => {
    const found = [{ rule: 'payments/unpaid' }, { rule: 'agreement/bond' }, { rule: 'payments/unpaid' }]
    const [first, second, third] = checksFirst(regulation, found)
    expect([first?.code, second?.code].toSorted()).toEqual(['agreement/bond', 'payments/unpaid'])
    expect([first, second].find((each) => each?.code === 'payments/unpaid')?.label).toMatch(
      /（本案现有 2 处）$/u,
    )
    expect(third?.label).not.toContain('本案现有')
  })
})
