import { describe, expect, it } from 'vitest'
import { pagerWords } from '../../../../src/cli/shared/output/pager.ts'

describe('the pager of a long list', () => {
  it.each([
    [undefined, 'linux', ['less']],
    [undefined, 'win32', []],
    ['less -S', 'darwin', ['less', '-S']],
    ['more.com', 'win32', ['more.com']],
    ['', 'linux', []],
    ['cat', 'linux', []],
  ] as const)('set to %j on %s is called as %j', (set, platform, words) => {
    expect(pagerWords(set, platform)).toEqual(words)
  })
})
