import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import type { ReadResult } from '../../../src/repository/yaml/problem.ts'
import { readFast, readYaml } from '../../../src/repository/yaml/read.ts'
import { readSlowly } from '../../../src/repository/yaml/slow.ts'

const read = (text: string): ReadResult => readYaml(Buffer.from(text))
const dataOf = (text: string): unknown => {
  const result = read(text)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.data
}
const problemOf = (text: string | Uint8Array) => {
  const result = readYaml(typeof text === 'string' ? Buffer.from(text) : text)
  return result.ok ? undefined : result.problems[0]
}

describe('what a case file may hold', () => {
  test.each([
    [
      'dates stay text',
      'on: 2026-02-24\nat: "2026-07-20 09:30"',
      { on: '2026-02-24', at: '2026-07-20 09:30' },
    ],
    ['a date that does not exist stays text', 'on: 2026-13-45', { on: '2026-13-45' }],
    ['yes and no are words', 'a: yes\nb: no\nc: true', { a: 'yes', b: 'no', c: true }],
    ['quoted money is text', 'a: "480000.00"\nb: 480000.00', { a: '480000.00', b: 480000 }],
    ['a BOM and CRLF are accepted', '\ufeffa: 1\r\nb: |\r\n  x\r\n  y\r\n', { a: 1, b: 'x\ny\n' }],
    ['flow and block mixed', 'a: [x, { b: 1 }]\nc:\n- d\n', { a: ['x', { b: 1 }], c: ['d'] }],
    ['a document start is allowed', '---\na: 1\n', { a: 1 }],
    ['a closing bracket in column 1 is allowed', 'a: {\n  x: 1\n}\n', { a: { x: 1 } }],
    ['an empty value is null', 'a:\nb: ~\n', { a: null, b: null }],
    ['a comment may hold anything', '# <<: *x %YAML\na: 1', { a: 1 }],
    ['a line of equals signs inside a sentence is text', 'a: x ======= y', { a: 'x ======= y' }],
  ])('%s', (_title, text, data) => {
    expect(dataOf(text)).toEqual(data)
  })
})

describe('what it may not hold is refused with place and remedy', () => {
  const bomb = [
    'a: &a [x, x]',
    ...Array.from(
      { length: 9 },
      (_, i) => `k${i}: &k${i} [*${i ? `k${i - 1}` : 'a'}, *${i ? `k${i - 1}` : 'a'}]`,
    ),
  ]
  test.each([
    ['an alias bomb', bomb.join('\n'), 1, /锚点/],
    ['an alias', 'a: 1\nb: *x\n', 2, /引用/],
    ['a merge key with an alias', 'x: &x { a: 1 }\nb:\n  <<: *x\n', 1, /锚点/],
    ['a tag', 'a: 1\nb: !!str 1\n', 2, /类型标记/],
    ['an unknown tag', 'b: !js/function x\n', 1, /类型标记/],
    ['a duplicate key', 'a: 1\nb: 2\na: 3\n', 3, /重复/],
    ['a duplicate key in a flow map', 'a: { x: 1, x: 2 }\n', 1, /重复/],
    ['1 beside "1"', 'm:\n  1: a\n  "1": b\n', 2, /引号/],
    ['a number as key', '1: a\n', 1, /引号/],
    ['an empty key', '~: a\n', 1, /引号/],
    ['a list as key', '? [a]\n: b\n', 1, /键应为文字/],
    ['__proto__', 'a: 1\n__proto__: { x: 1 }\n', 2, /__proto__/],
    ['constructor', 'a: { constructor: 1 }\n', 1, /constructor/],
    ['a directive', '%YAML 1.1\n---\na: 0123\n', 1, /指令/],
    ['a tag directive', '%TAG ! tag:x,2000:\n---\na: 1\n', 1, /指令/],
    ['two documents', 'a: 1\n---\nb: 2\n', 2, /---/],
    ['a list at the top', '- a\n', 1, /顶层/],
    ['a sentence', 'hello\n', 1, /顶层/],
    ['nothing', '', 1, /为空/],
    ['only comments', '# x\n', 1, /为空/],
    ['a NUL', 'a: 1\nb: x\0y\n', 2, /空字符/],
    ['an escape character', 'a: 1\nb: \u001b[31m\n', 2, /U\+001B/],
    ['infinity', 'a: .inf\n', 1, /不是可用的数/],
    ['not a number', 'a: { b: .nan }\n', 1, /不是可用的数/],
    ['a number too large', 'a: 1e999\n', 1, /不是可用的数/],
    ['a tab as indent', 'a:\n\tb: 1\n', 2, /制表符/],
    ['an open quote', 'a: 1\nb: "x', 2, /引号|括号/],
    ['a colon inside a value', 'a: 甲: 乙\n', 1, /引号/],
    ['nesting of 65 lists', `a: ${'['.repeat(65)}${']'.repeat(65)}\n`, 1, /嵌套/],
    ['200,000 brackets', `a: ${'['.repeat(200_000)}`, 1, /嵌套/],
    ['200,000 brackets after an error', `a: %\nb: ${'['.repeat(200_000)}`, 2, /嵌套/],
    ['100,000 dashes', `a:\n ${'- '.repeat(100_000)}x`, 2, /嵌套/],
  ])('%s', (_title, text, line, message) => {
    const problem = problemOf(text)
    expect(problem?.code).toBe('yaml')
    expect(problem?.message).toMatch(message)
    expect(problem?.line).toBe(line)
  })

  test('a file beyond 256 KiB', () => {
    expect(problemOf(`a: ${'x'.repeat(256 * 1024)}`)?.message).toMatch(/文件过大（257 KiB，上限 256 KiB）/)
  })

  test('a file that is no UTF-8, with its line', () => {
    const gbk = Buffer.concat([Buffer.from('a: 1\nb: '), Buffer.from([0xc9, 0xcc]), Buffer.from('\n')])
    expect(problemOf(gbk)).toMatchObject({ line: 2, message: expect.stringMatching(/UTF-8/) })
  })

  test('36,000 keys twice over take no quadratic time', { timeout: 120_000 }, () => {
    const keys = Array.from({ length: 36_000 }, (_, index) => `k${index.toString(36)}:\n`)
    const start = performance.now()
    expect(problemOf(`${keys.join('')}k1:\n`)?.message).toMatch(/重复/)
    // Quadratic time would be many minutes; how fast a machine is does not matter.
    expect(performance.now() - start).toBeLessThan(60_000)
  })

  test.each([
    ['in column 1', 'a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> main\n', 2, 1],
    ['indented', 'a:\n  x: |\n    甲\n    <<<<<<< HEAD\n    乙\n', 4, 5],
    ['half cleaned up', 'a: 1\n=======\nb: 2\n', 2, 1],
  ])('conflict markers %s', (_title, text, line, column) => {
    expect(problemOf(text)).toMatchObject({ code: 'merge-conflict', line, column })
  })
})

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '',
    'yes',
    'null',
    '~',
    '010',
    '1e5',
    '2026-02-24',
    ' x',
    'x ',
    'a: b',
    '#x',
    '- x',
    '甲\n乙\n',
    '\n',
    '……',
    '{{甲}}',
  ),
)
const scalar = fc.oneof(
  text,
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
)
const key = fc
  .oneof(fc.stringMatching(/^[a-z][A-Za-z0-9]{0,8}$/), text)
  .filter((name) => !['__proto__', 'constructor', 'prototype'].includes(name))
const tree = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    scalar,
    fc.array(tie('node'), { maxLength: 4 }),
    fc.dictionary(key, tie('node'), { maxKeys: 4 }),
  ),
})).node
const document = fc.dictionary(key, tree, { minKeys: 1, maxKeys: 6, noNullPrototype: true })
const layout = fc.record({
  lineWidth: fc.constantFrom(0, 20, 80),
  indentSeq: fc.boolean(),
  indent: fc.constantFrom(2, 4),
  collectionStyle: fc.constantFrom('any' as const, 'flow' as const),
  defaultStringType: fc.constantFrom(
    'PLAIN' as const,
    'QUOTE_DOUBLE' as const,
    'QUOTE_SINGLE' as const,
    'BLOCK_LITERAL' as const,
  ),
})

describe('the two tiers', () => {
  test('read any data in any layout alike, and as it was written', () => {
    fc.assert(
      fc.property(document, layout, (data, options) => {
        const written = stringify(data, { ...options, aliasDuplicateObjects: false })
        const slow = readSlowly(written)
        const fast = readFast(written)
        if (fast) expect(fast).toEqual(slow)
        // The writer itself loses blanks in literal blocks of another indentation.
        if (slow.ok && options.indent === 2) expect(JSON.stringify(slow.data)).toBe(JSON.stringify(data))
      }),
      { numRuns: 400 },
    )
  })

  const pieces = [
    'a',
    'b:',
    ': ',
    '\n',
    '\n  ',
    '- ',
    '[',
    ']',
    '{',
    '}',
    ', ',
    '"',
    "'",
    '|\n',
    '>-\n',
    '#',
    ' # c',
    '?',
    '&x ',
    '*x',
    '!t ',
    '1',
    '0.5',
    '~',
    '甲',
    '2026-01-02',
    '\t',
    '%',
    '---\n',
    '\\n',
    '<<: ',
  ]
  test('agree on hostile scraps: what the fast one accepts, the slow one reads the same', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 14 }), (scraps) => {
        const scrap = `a: 1\n${scraps.join('')}`
        const fast = readFast(scrap)
        if (fast?.ok) expect(readSlowly(scrap)).toEqual(fast)
      }),
      { numRuns: 4000 },
    )
  })

  test.skipIf(!existsSync(resolve('../shared/example-case')))('agree on the example cases', () => {
    for (const folder of ['example-case', 'example-case-2'].map((name) => resolve('../shared', name))) {
      for (const name of readdirSync(folder)) {
        const written = readFileSync(join(folder, name), 'utf8')
        expect(readFast(written), name).toEqual(readSlowly(written))
        expect(readFast(written)?.ok, name).toBe(true)
      }
    }
  })
})
