import { describe, expect, it } from 'vitest'
import { ejcCall } from '../../../../src/cli/shared/output/call.ts'

describe('a call to be copied', () => {
  it.each([
    ['linux', undefined, 'ejc advance NN-2026-0001 serve 1/o2'],
    ['linux', '案件库', 'ejc -C 案件库 advance NN-2026-0001 serve 1/o2'],
    ['linux', "my cases' $x", "ejc -C 'my cases'\\'' $x' advance NN-2026-0001 serve 1/o2"],
    ['win32', 'C:\\案件库', 'ejc -C C:\\案件库 advance NN-2026-0001 serve 1/o2'],
    ['win32', 'C:\\My Cases', 'ejc -C "C:\\My Cases" advance NN-2026-0001 serve 1/o2'],
  ] as const)('on %s from %j', (platform, repo, call) => {
    expect(ejcCall(repo, ['advance', 'NN-2026-0001', 'serve', '1/o2', null, ''], platform)).toBe(call)
  })
})
