import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/core/lint/define.ts'
import { furtherProblems, MOST_LISTED } from '../../src/core/schema/collector.ts'
import { errorsBeyond } from '../../src/office/lint/new-errors.ts'

const error = (path: string, message = '缺协议附件'): Finding => ({
  rule: 'payment/agreement',
  code: null,
  severity: 'error',
  message,
  article: null,
  case: 'NN-2026-0001',
  file: 'cases/NN-2026-0001/payments.yaml',
  line: 3,
  column: 5,
  path,
})

describe('the errors that a merge brings', () => {
  it('do not hold one that only moved in its list or is worded with other figures', () => {
    const before = [error('payments.0.amount', '第 1 笔付款超过应付 100 元')]
    const after = [error('payments.1.amount', '第 2 笔付款超过应付 90 元')]
    expect(errorsBeyond(before, after)).toEqual([])
  })

  it('hold the second of two at one place, where there was one before', () => {
    const second = error('payments.1.amount')
    expect(errorsBeyond([error('payments.0.amount')], [error('payments.0.amount'), second])).toEqual([second])
  })

  it('hold one at another place', () => {
    const elsewhere = error('payments.0.paidOn')
    expect(errorsBeyond([error('payments.0.amount')], [elsewhere])).toEqual([elsewhere])
  })

  it('hold one that is not told, since there are very many of its kind', () => {
    const keys = Array.from({ length: MOST_LISTED + 50 }, (_, index) => `old-${'x'.repeat(index)}`)
    const many = (paths: readonly string[]): Finding[] => [
      ...paths.slice(0, MOST_LISTED).map((path) => error(path)),
      { ...error('', furtherProblems(paths.length - MOST_LISTED)), others: paths.slice(MOST_LISTED) },
    ]
    expect(errorsBeyond(many(keys), many(keys))).toEqual([])
    // One is mended and one is new: the number is the same.
    const [, ...left] = keys
    expect(errorsBeyond(many(keys), many([...left, 'new']))).toMatchObject([
      { path: 'new', message: furtherProblems(1), others: ['new'] },
    ])
  })
})
