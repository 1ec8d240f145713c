import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'
import { describe, expect, test } from 'vitest'

const conclusions = ['deadlines', 'lint', 'stages', 'forms'].map((folder) => join('src/core', folder))
const allowedNumbers = [0, 1]
const forbiddenGlobals = ['Date', 'setTimeout', 'fetch', 'console']
/** `process` is a section of investigation.yaml too: only what Node's global offers counts. */
const processMembers = [
  'env',
  'cwd',
  'exit',
  'argv',
  'platform',
  'stdin',
  'stdout',
  'stderr',
  'hrtime',
  'on',
  'nextTick',
]
const moneyFigure = /^\d{3,}(?:\.\d{1,2})?$/u

const sources = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name))

/** What a source does that the core must not: figures of the law where `withFigures` is false, and the outside world. */
function offences(file: string, source: string, withFigures: boolean): string[] {
  const found: string[] = []
  const at = (what: string, start: number) =>
    found.push(`${file}:${source.slice(0, start).split('\n').length} ${what}`)
  // The examples of a rule are facts of made-up cases, not figures of the law.
  let insideExamples = 0
  const isExamples = (key: { type: string; name?: unknown }) =>
    key.type === 'Identifier' && key.name === 'examples'
  const literal = (value: unknown, raw: string | null, start: number) => {
    if (withFigures || insideExamples > 0) return
    if (typeof value === 'number' && !allowedNumbers.includes(value)) at(`figure ${raw}`, start)
    if (typeof value === 'bigint' && value > 1n) at(`figure ${raw}`, start)
    if (typeof value === 'string' && moneyFigure.test(value)) at(`amount '${value}'`, start)
  }
  const module = (name: string, start: number) => {
    if (/^(?:node:|fs\b|path\b|os\b|child_process\b)/u.test(name)) at(`import of ${name}`, start)
    if (/\/(?:repository|cli|documents|build)\//u.test(name)) at(`import of ${name}`, start)
  }
  new Visitor({
    Literal: ({ value, raw, start }) => literal(value, raw, start),
    Identifier: ({ name, start }) => {
      if (forbiddenGlobals.includes(name)) at(`use of ${name}`, start)
    },
    Property: ({ key }) => {
      if (isExamples(key)) insideExamples++
    },
    'Property:exit': ({ key }) => {
      if (isExamples(key)) insideExamples--
    },
    MemberExpression: ({ object, property, start }) => {
      if (object.type !== 'Identifier' || object.name !== 'process' || property.type !== 'Identifier') return
      if (processMembers.includes(property.name)) at('use of process', start)
    },
    ImportDeclaration: ({ source: { value }, start }) => module(value, start),
    ExportNamedDeclaration: (node) => node.source && module(node.source.value, node.start),
    ExportAllDeclaration: ({ source: { value }, start }) => module(value, start),
    ImportExpression: ({ source: from, start }) => {
      if (from.type === 'Literal') module(String(from.value), start)
    },
  }).visit(parseSync(file, source).program)
  return found
}

describe('the scan', () => {
  test.each([
    ['const days = 60', 'figure 60'],
    ['const cents = 100n', 'figure 100n'],
    ["const limit = '300000.00'", "amount '300000.00'"],
    ["import { readFileSync } from 'node:fs'", 'import of node:fs'],
    ["export { x } from 'node:fs'", 'import of node:fs'],
    ["const load = () => import('node:fs')", 'import of node:fs'],
    ['const today = new Date()', 'use of Date'],
    ['const now = Date.now()', 'use of Date'],
    ['const where = process.cwd()', 'use of process'],
    ["import { x } from '../../repository/x.ts'", 'import of ../../repository/x.ts'],
  ])('sees %s', (source, offence) => {
    expect(offences('x.ts', source, false)).toEqual([`x.ts:1 ${offence}`])
  })

  test.each([
    'const first = list[0]',
    'const last = list.at(-1)',
    'const next = day + 1',
    "const form = '第七种'",
    "const code = '12'",
  ])('lets %s pass', (source) => {
    expect(offences('x.ts', source, false)).toEqual([])
  })
})

describe('the core', () => {
  test('holds no figure of the law in deadlines, lint, stages and forms: they stand in the regulation packs', () => {
    const found = conclusions
      .flatMap(sources)
      .filter((file) => file !== join('src/core/lint', 'sample.ts'))
      .flatMap((file) => offences(file, readFileSync(file, 'utf8'), false))
    expect(found).toEqual([])
  })

  test('touches neither files nor the clock nor the process', () => {
    const files = sources('src/core')
    expect(files.length).toBeGreaterThan(5)
    expect(files.flatMap((file) => offences(file, readFileSync(file, 'utf8'), true))).toEqual([])
  })
})
