import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Document, isCollection, stringify } from 'yaml'
import { documentsOf } from '../../../bench/documents.ts'
import { storyOfCase } from '../../../bench/timeline.ts'
import { isDocumentName } from '../../../src/core/facts/documents.ts'
import type { Path } from '../../../src/core/facts/locations.ts'
import { readNarrow } from '../../../src/repository/yaml/narrow.ts'
import { generalPositions, positionsIn } from '../../../src/repository/yaml/position.ts'
import { readSlowly } from '../../../src/repository/yaml/slow.ts'
import { schemaStyle } from '../../../src/repository/yaml/style.ts'
import { decodeText } from '../../../src/repository/yaml/text.ts'
import { editYaml } from '../../../src/repository/yaml/write.ts'

const today = '2026-11-24'

/** The documents of a case as ejc writes them. */
const written = [3, 7, 19].flatMap((index) =>
  Object.entries(documentsOf(storyOfCase(index, today))).map(([name, data]) =>
    editYaml(
      undefined,
      Object.entries(data).map(([key, value]) => ({ kind: 'set', path: [key], value })),
      isDocumentName(name) ? schemaStyle(name) : {},
    ),
  ),
)

function yamlFilesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(folder, name))
}

function textsBelow(folder: string): string[] {
  return yamlFilesBelow(folder).flatMap((file) => {
    const decoded = decodeText(readFileSync(file))
    return decoded.ok ? [decoded.text] : []
  })
}

const examples = textsBelow('examples')
const files = [...textsBelow('test/fixtures'), ...examples]

/** Every path of the data, and one that is not there below each. */
function* pathsOf(data: unknown, path: Path = []): Iterable<Path> {
  yield path
  yield [...path, 'notThere', 0]
  if (typeof data !== 'object' || data === null) return
  for (const [key, value] of Object.entries(data)) {
    yield* pathsOf(value, [...path, Array.isArray(data) ? Number(key) : key])
  }
}

/** Whether the narrow reader took the text; if so, it must be right by the library that knows all of YAML. */
function isRead(text: string): boolean {
  const narrow = readNarrow(text)
  if (!narrow) return false
  expect({ text, result: { ok: true, data: narrow.data } }).toEqual({ text, result: readSlowly(text) })
  return true
}

function expectSamePlaces(text: string): void {
  const [own, general] = [positionsIn(text), generalPositions(text)]
  for (const path of pathsOf(readNarrow(text)?.data)) {
    expect({ path, ...own.of(path), key: own.ofKey(path) }).toEqual({
      path,
      ...general.of(path),
      key: general.ofKey(path),
    })
  }
}

describe('the narrow reader', () => {
  it('reads whatever ejc writes', () => {
    expect(written.filter((text) => !isRead(text))).toEqual([])
  })

  it('agrees with the library, or leaves a file to it, in every fixture and example', () => {
    expect(files.filter(isRead).length).toBeGreaterThan(5)
  })

  it('reads every file of the examples', () => {
    expect(examples.length).toBeGreaterThan(50)
    expect(examples.filter((text) => !isRead(text))).toEqual([])
  })

  it('finds every value and key at the same line and column', () => {
    for (const text of [...written.slice(0, 11), ...files].filter((each) => readNarrow(each))) {
      expectSamePlaces(text)
    }
  })

  it.each([
    ['text over several lines', 'a: one\n  two\n'],
    ['folded text', 'a: >\n  one\n'],
    ['quotes over several lines', 'a: "one\n  two"\n'],
    ['a list in brackets over several lines', 'a: [1,\n  2]\n'],
    ['a comma before a closing bracket', 'a: [1, ]\n'],
    ['a bracket that nothing closes', 'a: [1\n'],
    ['a bracket that another closes', 'a: [1}\n'],
    ['text behind a closing bracket', 'a: [1] b\n'],
    ['a pair in a list in brackets', 'a: [b: 1]\n'],
    ['a key without a value in brackets', 'a: { b, c: 1 }\n'],
    ['a key twice in brackets', 'a: { b: 1, b: 2 }\n'],
    ['a comment in brackets', 'a: [b #c]\n'],
    ['an anchor', 'a: &x 1\n'],
    ['a tag', 'a: !!str 1\n'],
    ['a directive', '%YAML 1.1\n---\na: 1\n'],
    ['several documents', 'a: 1\n---\nb: 1\n'],
    ['a key twice', 'a: 1\na: 2\n'],
    ["a key of JavaScript's own", 'constructor: 1\n'],
    ['a key that is no text', 'true: 1\n'],
    ['a number with more digits than can be kept', 'a: 123456789012345678\n'],
    ['a number with a zero in front', 'a: 010\n'],
    ['an amount that is a number', 'a: 1.10\n'],
    ['an exponent', 'a: 2026E5\n'],
    ['infinity', 'a: .inf\n'],
    ['two values on a line', 'a: b: c\n'],
    ['a value set in without its key', 'a: 1\n  b: 2\n'],
    ['an uneven margin', 'a:\n    b: 1\n  c: 2\n'],
    ['a tab', 'a:\t1\n'],
    ['a control character', 'a: \u0001\n'],
    ['a list at the root', '- a\n'],
    ['no line end at the end', 'a: 1'],
    ['nothing', ''],
  ])('leaves %s to the others', (_, text) => {
    expect(readNarrow(text)).toBeUndefined()
  })

  it.each<[string, string, unknown]>([
    ['a date stays text', 'a: 2026-11-24\n', { a: '2026-11-24' }],
    ['a telephone number with a dash stays text', 'a: 0771-0000000\n', { a: '0771-0000000' }],
    ['nothing after a key is null', 'a:\nb: ~x\n'.replace('~x', 'null'), { a: null, b: null }],
    [
      'a list need not be set in',
      'a:\n- 1\n- b: 2\n  c: [] # none\nd: {}\n',
      { a: [1, { b: 2, c: [] }], d: {} },
    ],
    [
      'a block keeps its lines',
      'a: |\n  甲 # 乙\n\n    丙\n\nb: |-\n  丁\n',
      { a: '甲 # 乙\n\n  丙\n', b: '丁' },
    ],
    [
      'brackets hold lists and maps on one line',
      `a: [ x-y, "1", 'z, ]', 2 ] # 甲\nb: { c: 2026-11-24, "on": [], d: [{}, null] }\n`,
      { a: ['x-y', '1', 'z, ]', 2], b: { c: '2026-11-24', on: [], d: [{}, null] } },
    ],
    ['a key may stand in quotes', '"on": 1\na:\n  - "y": b\n', { on: 1, a: [{ y: 'b' }] }],
    ['quotes keep what they hold', `a: 'it''s # 1' # 2\nb: "\\"\\n#"\n`, { a: "it's # 1", b: '"\n#' }],
  ])('%s', (_, text, data) => {
    expect(readNarrow(text)?.data).toEqual(data)
    expect(isRead(text)).toBe(true)
  })
})

/** A value as the library writes it in brackets, where wanted. */
function flow(value: unknown, inBrackets: boolean): unknown {
  const node = new Document().createNode(value)
  if (inBrackets && isCollection(node)) node.flow = true
  return node
}

const isShort = (text: string): boolean => text.length < 4_000

describe('the narrow reader never reads otherwise than the library', () => {
  it('of any data that is written', () => {
    const key = fc.stringMatching(/^[a-zA-Z][\w-]{0,6}$/)
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.stringMatching(/^[-0-9a-e:#'"|> .~+_\n甲]{0,12}$/),
    )
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null), tie('map'), tie('list')),
      map: fc.dictionary(key, tie('tree'), { maxKeys: 4 }),
      list: fc.array(tie('tree'), { maxLength: 4 }),
    }))
    fc.assert(
      fc.property(fc.dictionary(key, tree, { minKeys: 1, maxKeys: 5 }), fc.boolean(), (data, inBrackets) => {
        const values = Object.entries(data).map(([name, value]) => [name, flow(value, inBrackets)])
        const written = stringify(Object.fromEntries(values), { lineWidth: 0 })
        if (isRead(written)) expectSamePlaces(written)
      }),
      { numRuns: 300 },
    )
  })

  it('of a document in which something was changed', () => {
    const pieces = [
      '\n',
      ' ',
      '  ',
      '- ',
      ': ',
      ':',
      '#',
      ' #',
      '"',
      "'",
      '|',
      '|-',
      '>',
      '[',
      '{',
      ']',
      '}',
      ', ',
      '&',
      '*',
      '!',
      '%',
      '?',
      '~',
      '0',
      '1e3',
      'null',
      '---\n',
      '...\n',
      '\\',
      ',',
      '\u00a0',
      '\u2028',
      '甲',
      '.',
      '<<: ',
    ]
    const texts = [...written, ...files.filter((text) => readNarrow(text))].filter(isShort)
    let read = 0
    const change = fc.record({
      text: fc.constantFrom(...texts),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      remove: fc.integer({ min: 0, max: 4 }),
      insert: fc.constantFrom('', ...pieces),
    })
    fc.assert(
      fc.property(change, fc.boolean(), ({ text, at, remove, insert }, atLine) => {
        const anywhere = Math.floor(at * text.length)
        const place = atLine ? text.indexOf('\n', anywhere) + 1 : anywhere
        if (isRead(text.slice(0, place) + insert + text.slice(place + remove))) read += 1
      }),
      { numRuns: 2_000 },
    )
    expect(read).toBeGreaterThan(100)
  })
})
