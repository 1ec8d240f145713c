import { expect, it } from 'vitest'
import { findingsOnce } from '../../../../src/cli/shared/wording/findings-once.ts'
import type { PlacedFinding } from '../../../../src/core/lint/define.ts'
import { settingOn } from '../../../support/setting.ts'

const { regulation } = settingOn('2026-03-02')

const found = (rule: string, message: string, more: Partial<PlacedFinding> = {}): PlacedFinding => ({
  ...{ rule, message, code: null, severity: 'warning', article: null },
  ...{ document: 'agreements', path: [], about: 'omission' },
  ...more,
})
const late = (subject: string) =>
  found('deadline/overdue', `${subject} 逾期`, { code: 'payment', subject, severity: 'error' })

const said = (findings: readonly PlacedFinding[], listed: readonly string[] = []) => {
  const deadlines = listed.map((subject) => ({ to: { deadline: 'payment', subject } as never }))
  return findingsOnce(findings, deadlines, regulation).map(
    ({ severity, message }) => `${severity} ${message}`,
  )
}

it('many findings of one kind are one line with their number; two stay as they are', () => {
  const clauses = ['甲', '乙', '丙', '丁'].map((title) =>
    found('agreement/clause-empty', `条款${title}是空的。`),
  )
  expect(said(clauses.slice(0, 2))).toEqual(['warning 条款甲是空的。', 'warning 条款乙是空的。'])
  const [line = '', ...others] = said(clauses)
  expect(others).toEqual([])
  expect(line).toContain('共 4 处')
  expect(line).toContain('条款甲是空的')
})

it('the same words stand once, errors first', () => {
  const twice = [
    found('consultation/service', '没有回执。'),
    found('consultation/service', '没有回执。'),
    found('agreement/sum', '对不上。', { severity: 'error' }),
  ]
  expect(said(twice)).toEqual(['error 对不上。', 'warning 没有回执。'])
})

it('what the list of deadlines in the preview says is not said again', () => {
  expect(said([late('P1'), late('P2')], ['P1'])).toEqual(['error P2 逾期'])
  expect(said([late('P1'), late('P2')], ['P1', 'P2'])).toEqual([])
})
