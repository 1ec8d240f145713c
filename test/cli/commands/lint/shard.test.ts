import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { generateRepository } from '../../../../bench/generate.ts'
import { git } from '../../../repository/temporary.ts'
import { ejcIn, listOf, temporaryFolder } from '../../../support/cli.ts'

const day = ['--today', '2026-11-24', '--no-cache']
const CASES = 30
const parts = ['1/4', '2/4', '3/4', '4/4']

let root: string
let ids: readonly string[]
/** A library with errors in cases, a number that two folders claim, and what belongs to no case. */
beforeAll(async () => {
  root = join(temporaryFolder(), 'library')
  await generateRepository(root, CASES)
  git(root, 'config', 'user.name', '覃某')
  git(root, 'config', 'user.email', 'qin@example.invalid')
  ids = git(root, 'ls-tree', '--name-only', 'HEAD', 'cases/')
    .split('\n')
    .filter(Boolean)
    .map((path) => path.slice(6))
  for (const id of ids.filter((_, at) => at % 3 === 0))
    appendFileSync(join(root, 'cases', id, 'case.yaml'), 'unknown: 1\n')
  const twin = join(root, 'cases', ids[5] ?? '', 'case.yaml')
  writeFileSync(twin, readFileSync(twin, 'utf8').replace(/^id: .*$/mu, `id: ${ids[6]}`))
  writeFileSync(join(root, 'cases/stray.txt'), 'x')
  mkdirSync(join(root, 'templates'))
  writeFileSync(join(root, 'templates/no-such-form.docx'), 'x')
}, 60_000)

const lint = (...options: string[]) => ejcIn(root, ['lint', ...options, ...day])
const findings = (...options: string[]) =>
  listOf(lint('--json', ...options), 'lint').map((each) => JSON.stringify(each))
const union = (...options: string[]) =>
  [...new Set(parts.flatMap((part) => findings('--shard', part, ...options)))].sort()
const casesIn = (all: readonly string[]) =>
  new Set(all.flatMap((each): string[] => JSON.parse(each).case ?? []))

describe('ejc lint --shard', () => {
  it('finds in all parts together what it finds in the whole', () => {
    const whole = findings().sort()
    expect(whole.length).toBeGreaterThan(10)
    expect(whole.join()).toContain('repo/calendar-coverage')
    expect(union()).toEqual(whole)
    expect(union('--verify-history')).toEqual(findings('--verify-history').sort())
    expect(union('--rule', 'schema/unknown-key')).toEqual(findings('--rule', 'schema/unknown-key').sort())
  })

  it('has each case in one part, as many in each, and what belongs to no case in the first', () => {
    const each = parts.map((part) => findings('--shard', part, '--rule', 'schema/unknown-key'))
    const counts = each.map((all) => casesIn(all).size)
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(10)
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
    const outside = (part: string) =>
      findings('--shard', part).filter(
        (one) => JSON.parse(one).case === null && !one.includes('calendar-coverage'),
      )
    expect(outside('1/4').length).toBeGreaterThan(1)
    for (const part of parts.slice(1)) expect(outside(part)).toEqual([])
  })

  it('divides what has changed, and a commit', () => {
    const changed = findings('--changed=HEAD').sort()
    expect(casesIn(changed).size).toBeGreaterThan(4)
    expect(union('--changed=HEAD')).toEqual(changed)
    git(root, 'add', '-A')
    git(root, 'commit', '-qm', 'x')
    expect(union('--at=HEAD')).toEqual(findings('--at=HEAD').sort())
    expect(union('--at=HEAD', '--changed=HEAD~1')).toEqual(findings('--at=HEAD', '--changed=HEAD~1').sort())
  })

  it('prints a part in every format, and remembers what it finds for the whole', () => {
    const resultsOf = (...options: string[]): string[] =>
      JSON.parse(lint('--format', 'sarif', ...options).stdout).runs[0].results.map(
        (each: { message: unknown }) => JSON.stringify(each.message),
      )
    expect([...new Set(parts.flatMap((part) => resultsOf('--shard', part)))].sort()).toEqual(
      [...new Set(resultsOf())].sort(),
    )
    const cached = (...options: string[]) =>
      ejcIn(root, ['lint', '--json', ...options, '--today', '2026-11-24'])
    for (const part of parts) cached('--shard', part)
    expect(cached().stdout).toBe(lint('--json').stdout)
  })

  it('divides the files of cases too where ejc.yaml can not be used', () => {
    const config = join(root, 'ejc.yaml')
    const text = readFileSync(config, 'utf8')
    writeFileSync(config, text.replace(/^level: .*$/mu, 'level: [x'))
    try {
      expect(union()).toEqual(findings().sort())
    } finally {
      writeFileSync(config, text)
    }
    rmSync(join(root, 'cases/stray.txt'))
  })

  it.each(['0/4', '5/4', '1', '1/4/2', 'a/b', '1/0', '-1/4', '四分之一'])('refuses %s', (part) => {
    expect(lint('--shard', part)).toMatchObject({ exit: 2, stderr: expect.stringContaining('--shard 1/4') })
  })

  it('refuses a path beside it', () => {
    expect(lint('--shard', '1/4', ids[0] ?? '')).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('不能再写路径'),
    })
  })
})
