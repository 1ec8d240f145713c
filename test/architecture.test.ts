import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'
import { describe, expect, test } from 'vitest'
import {
  circlesIn,
  filesNamedIn,
  type Imports,
  importsBelow,
  layerOf,
  throughGenerated,
} from './code/imports.ts'

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

/** What each layer may import beside what is generated. The same stands in CONTRIBUTING.md. */
const layers: Readonly<Record<string, readonly string[]>> = {
  law: [],
  core: ['core'],
  repository: ['core', 'repository', 'schemas'],
  documents: ['core', 'repository', 'documents'],
  office: ['core', 'repository', 'documents', 'office'],
  cli: ['core', 'repository', 'documents', 'office', 'cli', 'schemas'],
  build: ['core', 'repository', 'documents', 'office', 'cli', 'build'],
}

/** Folders of the core that all others rest on. */
const ground = ['facts', 'regulation', 'schema', 'merge']
/** What a folder of the core may import of the core; others may import all of it. */
const coreFolders: Readonly<Record<string, readonly string[]>> = {
  calendar: ['calendar'],
  ...Object.fromEntries(ground.map((folder) => [folder, ['calendar', ...ground]])),
  deadlines: ['calendar', ...ground, 'deadlines'],
}

/** The folder of a file in the core; undefined for one that lies there loose, or elsewhere. */
const coreFolder = (file: string) => /^src\/core\/([^/]+)\//u.exec(file)?.[1]

const imports = importsBelow('src')

/** The imports that lie above the file: in another layer, or in a folder of the core that rests on its own. */
function upwards(imports: Imports): string[] {
  const isAbove = (file: string, name: string): boolean => {
    const [from, to] = [layerOf(file), layerOf(name)]
    if (from === 'generated' || to === 'generated') return false
    if (!layers[from]?.includes(to)) return true
    const [folder, other] = [coreFolder(file), coreFolder(name)]
    return other !== undefined && coreFolders[folder ?? '']?.includes(other) === false
  }
  return [...throughGenerated(imports)].flatMap(([file, names]) =>
    names.filter((name) => isAbove(file, name)).map((name) => `${file} → ${name}`),
  )
}

describe('the layers', () => {
  test.each([
    ["import { x } from './x.ts'", 'src/core/x.ts'],
    ["import type { X } from '../office/x.ts'", 'src/office/x.ts'],
    ["export { x } from '../cli/x.ts'", 'src/cli/x.ts'],
    ["export * from '../cli/x.ts'", 'src/cli/x.ts'],
    ["const load = () => import('../cli/x.ts')", 'src/cli/x.ts'],
    ["type X = typeof import('../cli/x.ts')", 'src/cli/x.ts'],
    ["type X = import('../cli/x.ts').X", 'src/cli/x.ts'],
  ])('are seen in %s', (source, file) => {
    expect(filesNamedIn('src/core/y.ts', source)).toEqual([file])
  })

  test.each([
    ['src/repository/a.ts', 'src/documents/b.ts'],
    ['src/documents/a.ts', 'src/office/b.ts'],
    ['src/office/a.ts', 'src/cli/b.ts'],
    ['src/cli/a.ts', 'src/build/b.ts'],
    ['src/core/facts/a.ts', 'src/core/deadlines/b.ts'],
  ])('forbid that %s imports %s', (file, name) => {
    expect(upwards(new Map([[file, [name]]]))).toEqual([`${file} → ${name}`])
    const list = 'src/generated/list.ts'
    const listed = new Map([
      [file, [list]],
      [list, [name]],
    ])
    expect(upwards(listed)).toEqual([`${file} → ${name}`])
    expect(upwards(new Map([[name, [file]]]))).toEqual([])
  })

  test('are all there are', () => {
    expect(readdirSync('src').sort()).toEqual([...Object.keys(layers), 'generated'].sort())
    expect([...imports.keys()].filter((file) => layerOf(file) === 'law')).toEqual([])
  })

  test('import only what lies below them, a generated list no more than what it lists', () => {
    expect(upwards(imports)).toEqual([])
  })
})

/** The folder of a command that a file lies in. */
const commandOf = (file: string) => /^src\/cli\/commands\/([^/]+)\//u.exec(file)?.[1]

describe('the commands', () => {
  test('have a folder each, which begins with command.ts; beside them lies only the program itself', () => {
    const folders = readdirSync('src/cli/commands').filter((name) => name !== 'index.ts')
    expect(folders.filter((name) => !imports.has(`src/cli/commands/${name}/command.ts`))).toEqual([])
    const loose = readdirSync('src/cli').filter((name) => name.endsWith('.ts'))
    expect(loose.sort()).toEqual(['help.ts', 'main.ts', 'program.ts', 'report-error.ts'])
  })

  test('import nothing of one another, and what they share nothing of them; completion knows the words of all', () => {
    const crossing = [...imports].flatMap(([file, names]) => {
      if (!/^src\/cli\/(?:commands|prompts|shared)\//u.test(file) || commandOf(file) === 'completion')
        return []
      const others = names.filter((name) => ![undefined, commandOf(file)].includes(commandOf(name)))
      return others.map((name) => `${file} → ${name}`)
    })
    expect(crossing).toEqual([])
  })
})

describe('circles of files', () => {
  test('are found, of two and of one', () => {
    const example = { a: ['b', 'e'], b: ['c'], c: ['a', 'd'], d: ['d'], e: ['d'] }
    expect(circlesIn(new Map(Object.entries(example)))).toEqual([['d'], ['a', 'b', 'c']])
  })

  test('are nowhere in the sources, imports of types and `import()` counted', () => {
    expect(circlesIn(imports)).toEqual([])
  })
})

describe('git', () => {
  test('is started in one place', () => {
    const starting = sources('src').filter((file) => {
      const source = readFileSync(file, 'utf8')
      return /\b(?:spawn|spawnSync|execFile|execFileSync|exec|fork)\(\s*['"`]git\b|(?:from|import\()\s*'simple-git'/u.test(
        source,
      )
    })
    expect(starting).toEqual([join('src/repository', 'git.ts')])
  })
})
