import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { widthBy } from '../../src/build/table-widths.ts'

/** The package that the library of tables brings, which is older than ours. */
const exact: (text: string) => number = createRequire(createRequire(import.meta.url).resolve('cli-table3'))(
  'string-width',
)
const quick = widthBy(() => exact)

describe('the widths of a table', () => {
  it('are those of the package for each character of the first plane, alone and before what makes an emoji of it', () => {
    const wrong = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter((each) =>
      [each, `${each}\ufe0f`, `${each}\ufe0f\u20e3`, `${each}\u20e3`, `南${each}1`].some(
        (text) => quick(text) !== exact(text),
      ),
    )
    expect(wrong).toEqual([])
  })

  it('are those of the package for emoji, colours and whole lines of our texts', () => {
    const folders = ['docs', 'examples/repository'].map((folder) =>
      join(import.meta.dirname, '../..', folder),
    )
    const lines = folders.flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => /\.(?:md|yaml)$/u.test(name))
        .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n')),
    )
    const others = [
      '',
      '⚠️ 逾期',
      '✓ 已办理',
      '👨‍👩‍👧',
      '\u001b[31m逾期 3 天\u001b[39m',
      '𠮷',
      'e\u0301',
      '1️⃣',
      '©️',
    ]
    expect(lines.length).toBeGreaterThan(100)
    expect([...lines, ...others].filter((text) => quick(text) !== exact(text))).toEqual([])
  })

  it('need the package only for a text that has other than usual characters', () => {
    const asked: string[] = []
    const counted = widthBy(() => (text) => asked.push(text))
    expect(counted('2026-11-24，还剩 6 天（“逾期”）')).toBe(31)
    expect(asked).toEqual([])
    counted('⚠')
    expect(asked).toEqual(['⚠'])
  })
})
