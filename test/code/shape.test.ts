import { parseSync, Visitor } from 'oxc-parser'
import { describe, expect, test } from 'vitest'
import { readSources } from './sources.ts'

const LONGEST_FILE = 300
const LONGEST_FUNCTION = 40

interface Measured {
  readonly name: string
  readonly lines: number
}

/** Every function of a source, arrows and methods too, with its lines from the first of its head to its closing brace. */
function functionsIn(file: string, text: string): Measured[] {
  const found: Measured[] = []
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length
  const measure = ({ start, end }: { start: number; end: number }): void => {
    const first = lineAt(start)
    found.push({ name: `${file}:${first}`, lines: lineAt(end) - first + 1 })
  }
  new Visitor({
    FunctionDeclaration: measure,
    FunctionExpression: measure,
    ArrowFunctionExpression: measure,
  }).visit(parseSync(file, text).program)
  return found
}

const sources = readSources('src')
const ofLines = (count: number): string => 'a()\n'.repeat(count)

describe('the measure', () => {
  test.each([
    ['a function', `function f() {\n${ofLines(39)}}`, 41],
    ['an arrow', `const f = () => {\n${ofLines(39)}}`, 41],
    ['a function of an object', `const a = { f() {\n${ofLines(39)}} }`, 41],
    ['an arrow in an object', `const a = {\n f: () => {\n${ofLines(39)}} }`, 41],
    ['an arrow with an expression', `const f = () => [\n${'  a,\n'.repeat(39)}]`, 41],
    ['comments and empty lines', `function f() {\n${'// a\n\n'.repeat(20)}}`, 42],
  ])('counts every line of %s', (_, text, lines) => {
    expect(functionsIn('x.ts', text).map((each) => each.lines)).toEqual([lines])
  })
})

describe('the sources', () => {
  test(`no file is longer than ${LONGEST_FILE} lines`, () => {
    const files = sources.map(({ file, text }) => ({ name: file, lines: text.trimEnd().split('\n').length }))
    expect(files.length).toBeGreaterThan(LONGEST_FILE)
    expect(files.filter(({ lines }) => lines > LONGEST_FILE)).toEqual([])
  })

  test(`no function is longer than ${LONGEST_FUNCTION} lines`, () => {
    const functions = sources.flatMap(({ file, text }) => functionsIn(file, text))
    expect(functions.filter(({ lines }) => lines > LONGEST_FUNCTION)).toEqual([])
  })
})
