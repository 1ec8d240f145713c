import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plan } from '../../src/build/new/plan.ts'
import { type Skeleton, UNWRITTEN } from '../../src/build/new/skeleton.ts'

/** What each call writes, the unit first. */
const calls = [
  {
    kind: 'rule',
    name: 'agreement/record-x',
    files: ['src/core/lint/rules/agreement/record-x.ts'],
  },
  {
    kind: 'deadline',
    name: 'record-x',
    files: ['src/core/deadlines/record-x.ts', 'test/golden/record-x.yaml'],
  },
  {
    kind: 'action',
    name: 'record-x',
    files: ['src/core/stages/actions/record-x.ts', 'test/stages/record-x.test.ts'],
  },
  {
    kind: 'command',
    name: 'delete',
    files: ['src/cli/commands/delete/command.ts', 'test/cli/commands/delete/command.test.ts'],
  },
  {
    kind: 'form',
    name: 'record-x',
    files: [
      'src/core/forms/record-x.ts',
      'src/build/templates/record-x.ts',
      'test/forms/expected/record-x.ts',
      'test/forms/record-x.test.ts',
    ],
  },
] as const

const copy = mkdtempSync(join(tmpdir(), 'ejc-new-'))
afterAll(() => rmSync(copy, { recursive: true, force: true }))

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8' })
  return { exit: status, stdout, stderr }
}

const read = (file: string) => readFileSync(join(copy, file), 'utf8')

beforeAll(() => {
  for (const name of [
    'src',
    'test',
    'bench',
    'schemas',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
  ])
    cpSync(name, join(copy, name), { recursive: true })
  for (const name of ['.biome.json', '.gitignore']) cpSync(name, join(copy, name))
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'), 'junction')
})

function skeletonOf(...words: string[]): Skeleton {
  const planned = plan(words)
  if (typeof planned === 'string') throw new Error(planned)
  return planned
}

describe('npm run new', () => {
  it.each(calls)('$kind $name writes a unit, each file with a place where a person must write', (call) => {
    const { files } = skeletonOf(call.kind, call.name)
    expect(files.map(({ path }) => path)).toEqual(call.files)
    for (const { path, text } of files) {
      expect(text).toContain(UNWRITTEN)
      expect(existsSync(path)).toBe(false)
    }
  })

  it('what it writes is in the lists, formatted, and compiles', () => {
    const [last, ...others] = calls.toReversed()
    for (const { kind, name } of others)
      for (const { path, text } of skeletonOf(kind, name).files) {
        mkdirSync(dirname(join(copy, path)), { recursive: true })
        writeFileSync(join(copy, path), text)
      }
    // The last by the program itself, which generates the lists for all.
    const { exit, stdout, stderr } = run(
      '--import',
      'tsx',
      'src/build/new.ts',
      last?.kind ?? '',
      last?.name ?? '',
    )
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' })
    for (const file of last?.files ?? [])
      for (const [index, line] of read(file).split('\n').entries())
        if (line.includes(UNWRITTEN)) expect(stdout).toContain(`${file}:${index + 1}  ${line.trim()}`)

    for (const { name } of calls) expect(read('src/generated/ids.ts')).toContain(`'${name}'`)
    expect(read('src/generated/rules.ts')).toContain('agreementRecordX')
    expect(read('src/generated/templates.ts')).toContain('record-x')
    expect(read('src/generated/commands.ts')).toContain('.deleteCommand')
    const code = calls.flatMap(({ files }) => files.filter((file) => file.endsWith('.ts')))
    expect(run('node_modules/@biomejs/biome/bin/biome', 'ci', ...code)).toMatchObject({ exit: 0 })
    writeFileSync(
      join(copy, 'tsconfig.new.json'),
      JSON.stringify({ extends: './tsconfig.json', include: ['src', 'test/setup.ts', ...code] }),
    )
    expect(run('node_modules/typescript/bin/tsc', '--project', 'tsconfig.new.json')).toMatchObject({
      exit: 0,
      stdout: '',
    })
  })

  it('what it writes passes the tests of its kind, and those of all forms', () => {
    const pack = read('src/law/regulations/guangxi-2025-draft.yaml')
    expect(pack).toMatch(new RegExp(`\\n {2}- \\{ id: record-x, title: ${UNWRITTEN}.*\\n\\njurisdiction:`))
    const folders = [
      'forms/record-x',
      'forms/just-registered',
      'forms/occasions',
      'stages/record-x',
      'golden',
      'lint/rules',
    ]
    const config = ['--config', 'test/vitest.core.config.ts']
    const tests = folders.map((name) => `test/${name}`)
    const { exit, stdout, stderr } = run('node_modules/vitest/vitest.mjs', 'run', ...config, ...tests)
    expect(exit, stdout + stderr).toBe(0)
  })

  it('shows names that are free, where it is called without one and in CONTRIBUTING.md', () => {
    const shown = `${plan([])}\n${readFileSync('CONTRIBUTING.md', 'utf8')}`
    const examples = [...shown.matchAll(/npm run new ([a-z]+ [a-z/-]+)/g)].map(([, words = '']) => words)
    const kinds = new Set(examples.map((words) => words.split(' ')[0]))
    expect([...kinds].sort()).toEqual(['action', 'command', 'deadline', 'form', 'rule'])
    for (const words of examples) expect(typeof plan(words.split(' ')), words).toBe('object')
  })

  it.each([
    [['rule', 'agreement/bond'], 'src/core/lint/rules/agreement/bond.ts is there already'],
    [['deadline', 'hearing', 'more'], 'Give one of these kinds'],
    [['deadline', 'payment'], 'There is a deadline payment already'],
    [['rule', 'payment-order'], 'Give one of these kinds'],
    [['action', '../x'], 'Give one of these kinds'],
    [['province', 'x'], 'Give one of these kinds'],
    [[], 'npm run new rule'],
  ])('%j is refused', (words, why) => {
    expect(plan(words)).toContain(why)
  })
})
