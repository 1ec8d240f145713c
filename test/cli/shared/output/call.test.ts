import { describe, expect, it } from 'vitest'
import { ejcCall } from '../../../../src/cli/shared/output/call.ts'
import { minttyHint } from '../../../../src/cli/shared/output/mintty.ts'

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

  it.each([
    ['1,3', 'a comma, which makes a list in PowerShell', '"1,3"'],
    ['@协议.md', 'a variable of PowerShell', '"@协议.md"'],
    ['50%', 'a variable of cmd', '"50%"'],
    ['a&b', 'two calls', '"a&b"'],
    ['D:\\我的 案件\\', 'a backslash before the quote', '"D:\\我的 案件\\\\"'],
    ['说"好"', 'a quote', '"说\\"好\\""'],
    ['US$5', 'a variable of PowerShell inside quotes', "'US$5'"],
    ['二〇二六年', 'nothing', '二〇二六年'],
  ])('quotes %s on Windows, which else is %s', (word, _what, quoted) => {
    expect(ejcCall(undefined, [word], 'win32')).toBe(`ejc ${quoted}`)
  })
})

describe('the window of Git Bash', () => {
  it('is told of where it lets nothing be asked, and only there', () => {
    const env = { MSYSTEM: 'MINGW64' }
    expect(minttyHint(env, 'win32', false)).toContain('winpty')
    expect(minttyHint({ TERM_PROGRAM: 'mintty' }, 'win32', false)).toContain('mintty')
    expect(minttyHint(env, 'win32', true)).toBeUndefined()
    expect(minttyHint({}, 'win32', false)).toBeUndefined()
    expect(minttyHint(env, 'linux', false)).toBeUndefined()
  })
})
