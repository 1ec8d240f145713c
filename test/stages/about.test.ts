import { describe, expect, it } from 'vitest'
import { aboutText } from '../../src/core/stages/about.ts'
import { actionOf } from '../../src/core/stages/actions/index.ts'
import { viewOfFixture } from '../support/setting.ts'

const view = viewOfFixture('example-case', '2026-11-24')

describe('what an action is done for, in a menu', () => {
  it.each([
    ['amend-obligors', 'o2', '更正 韦某（o2）'],
    ['amend-obligors', 'o3', '新增一名（o3）'],
    ['serve', '1/o2', '第1轮 韦某（1/o2）'],
    ['notify', '1', '第1轮'],
    ['object', 'A1', '鉴定评估 A1'],
    ['report-month', '2026-04', '2026年4月'],
    ['record-approval', 'section-head', '机构负责人'],
    ['object', 'A12', 'A12'],
    [
      'record-preservation',
      'property/2025-06-02/o1',
      '财产保全 2025年6月2日 某化工有限公司（property/2025-06-02/o1）',
    ],
    ['record-preservation', 'property/2025-06-02/o1+o2', '财产保全 2025年6月2日 某化工有限公司、韦某'],
    ['screen', null, ''],
  ])('%s %s reads “%s”', (id, subject, text) => {
    expect(aboutText(view, actionOf(id) ?? {}, subject)).toBe(text)
  })
})

describe('the twelfth obligor', () => {
  it('is named with its number as the others are', () => {
    const twelfth = viewOfFixture('example-case', '2026-11-24', ({ case: file }) => {
      file.obligors.push({ id: 'o12', kind: 'organization', name: '某运输公司' })
    })
    expect(aboutText(twelfth, actionOf('amend-obligors') ?? {}, 'o12')).toBe('更正 某运输公司（o12）')
  })
})
