import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { validate } from '../../src/generated/validators-output.js'
import { DATA_FORMAT } from '../../src/repository/format/number.ts'
import { temporaryFolder } from '../support/cli.ts'

interface Output {
  bytes: number
  entryPoint?: string
  inputs: Record<string, unknown>
  imports: { path: string; kind: string; external?: boolean }[]
}

/** What a call may load before it knows which command it is to run, in bytes. */
const mostAtStart = 8_192
const mostForTheParser = 260_000

/** Packages that only some commands need: each costs a good part of node's own start. */
const heavy = ['ajv', 'docx', 'inquirer', 'js-yaml', 'simple-git', 'yaml']

let outputs: Record<string, Output> = {}

/** The chunks that are loaded with the chunk of a source, without those that wait for an `import()`. */
function loadedWith(source: string): string[] {
  const start = Object.keys(outputs).find((name) => outputs[name]?.entryPoint === source)
  if (start === undefined) throw new Error(`no chunk begins with ${source}`)
  const loaded = new Set([start])
  for (const name of loaded) {
    const imports = outputs[name]?.imports ?? []
    for (const { path, kind, external } of imports)
      if (kind === 'import-statement' && !external) loaded.add(path)
  }
  return [...loaded]
}

function bytesOf(chunks: readonly string[]): number {
  return chunks.reduce((sum, chunk) => sum + (outputs[chunk]?.bytes ?? 0), 0)
}

function packagesIn(chunks: readonly string[]): string[] {
  const sources = chunks.flatMap((chunk) => Object.keys(outputs[chunk]?.inputs ?? {}))
  const names = sources.map((source) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1])
  return [...new Set(names.filter((name) => name !== undefined))]
}

function ejc(...args: string[]): string {
  return execFileSync(process.execPath, ['bin/ejc.js', ...args], { encoding: 'utf8' })
}

beforeAll(() => {
  if (!existsSync('dist/meta.json')) {
    execFileSync(process.execPath, ['--import', 'tsx', 'src/build/build.ts'], { stdio: 'inherit' })
  }
  outputs = JSON.parse(readFileSync('dist/meta.json', 'utf8')).outputs
})

describe('the built program', () => {
  test('says the version of package.json', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
    expect(ejc('--version')).toBe(`${version}\n`)
    expect(ejc('-V')).toBe(`${version}\n`)
  })

  test('says to programs what it is, and which formats it reads and writes', () => {
    for (const words of [
      ['--version', '--json'],
      ['--json', '-V'],
    ]) {
      const said: unknown = JSON.parse(ejc(...words))
      expect(validate(said)).toBe(true)
      expect(said).toMatchObject({
        kind: 'version',
        data: { dataFormat: DATA_FORMAT, outputFormat: 1, node: process.versions.node },
      })
    }
  })

  test('prints at once, for --help, what the help of the parser says', () => {
    const help = ejc('help')
    expect(help).toContain('用法')
    expect(ejc('--help')).toBe(help)
    expect(ejc('-h')).toBe(help)
  })

  test('keeps every line of that help within 80 columns, since it is written before a terminal is known', () => {
    const columns = ejc('--help')
      .split('\n')
      .map((line) => [...line].reduce((sum, character) => sum + (character > '\u00ff' ? 2 : 1), 0))
    expect(Math.max(...columns)).toBeLessThanOrEqual(80)
  })

  test('has each chunk that the build tells of in one file, and no other form of the program', () => {
    const told = Object.keys(outputs).map((name) => name.replace('dist/', ''))
    const packed = readFileSync('dist/program.pack', 'utf8')
    const names = Object.keys(JSON.parse(packed.slice(0, packed.indexOf('\n'))))
    expect([...names, 'main.cjs'].sort()).toEqual(told.sort())
    const files = ['help.txt', 'licences.txt', 'main.cjs', 'meta.json', 'program.pack']
    // `npm run package` leaves the same there as a package brings it.
    expect(
      readdirSync('dist')
        .filter((name) => name !== 'program.pack.br')
        .sort(),
    ).toEqual(files)
  })

  test('ends with 13 where it waits for what never comes, as node does for a module', () => {
    const folder = join(temporaryFolder(), 'ejc')
    cpSync('bin', join(folder, 'bin'), { recursive: true })
    mkdirSync(join(folder, 'dist'))
    writeFileSync(join(folder, 'dist/main.cjs'), 'exports.main = () => new Promise(() => undefined)')
    expect(spawnSync(process.execPath, [join(folder, 'bin/ejc.js')]).status).toBe(13)
  })
})

describe('what is loaded at the start', () => {
  test('is the entry and nothing that a package brought', () => {
    const chunks = loadedWith('src/cli/main.ts')
    expect(packagesIn(chunks)).toEqual([])
    expect(bytesOf(chunks)).toBeLessThan(mostAtStart)
  })

  test('holds, for any command, none of the heavy packages before that command is known', () => {
    const chunks = loadedWith('src/cli/program.ts')
    expect(packagesIn(chunks)).toContain('commander')
    expect(packagesIn(chunks).filter((name) => heavy.includes(name))).toEqual([])
    expect(bytesOf(chunks)).toBeLessThan(mostForTheParser)
  })

  test.each(['due', 'lint', 'list', 'show'])(
    'leaves docx, yaml, inquirer and simple-git out of `ejc %s`',
    (name) => {
      const packages = packagesIn(loadedWith(`src/cli/commands/${name}/command.ts`))
      const onlyForWriting = ['docx', 'inquirer', 'simple-git', 'yaml']
      expect(packages.filter((each) => onlyForWriting.includes(each))).toEqual([])
    },
  )

  test.each(['due', 'lint', 'list'])(
    'leaves law, schemas, rules and the reader of foreign YAML out of `ejc %s` until a case is to be read anew',
    (name) => {
      const chunks = loadedWith(`src/cli/commands/${name}/command.ts`)
      const sources = chunks.flatMap((chunk) => Object.keys(outputs[chunk]?.inputs ?? {}))
      // The list of the deadlines is code that counts; what is left out is data, validators and rules.
      const heavy = /^src\/(?:generated\/(?!deadlines)|core\/lint\/rules\/)/u
      expect(sources.filter((source) => heavy.test(source))).toEqual([])
      expect(packagesIn(chunks)).not.toContain('js-yaml')
    },
  )

  test('holds what drafts taught in no chunk but its own, which is loaded when a draft is read', () => {
    const holding = Object.entries(outputs).filter(([, { inputs }]) =>
      Object.hasOwn(inputs, 'src/generated/clause-weights.ts'),
    )
    const importing = Object.values(outputs).filter(({ imports }) =>
      imports.some(({ path }) => path === holding[0]?.[0]),
    )
    expect(holding.map(([name]) => name)).toEqual(['dist/clause-weights.js'])
    expect(importing).toEqual([])
  })
})
