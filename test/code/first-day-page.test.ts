import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../support/cli.ts'

const page = readFileSync('docs/first-day.md', 'utf8')

/** The calls of the page in its order, each with who makes it. */
const calls = [...page.matchAll(/^```sh (\S+)\n([\s\S]*?)^```$/gmu)].flatMap(([, who = '', text = '']) =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => ({ who, line })),
)

const office = temporaryFolder()
mkdirSync(join(office, 'bin'))
// `ejc` as it lies on the PATH of an officer.
writeFileSync(
  join(office, 'bin/ejc'),
  `#!/bin/sh\nexec "${process.execPath}" "${resolve('bin/ejc.js')}" "$@"\n`,
)
chmodSync(join(office, 'bin/ejc'), 0o755)

/** Runs a call as somebody at a machine of his own; what everybody reaches lies in one folder. */
function runAs(who: string, line: string) {
  const home = join(office, who)
  mkdirSync(home, { recursive: true })
  return spawnSync('/bin/sh', ['-c', line.replaceAll('/mnt/', `${office}/`)], {
    cwd: home,
    encoding: 'utf8',
    env: {
      PATH: `${office}/bin:/usr/bin:/bin`,
      HOME: home,
      GIT_AUTHOR_NAME: who,
      GIT_AUTHOR_EMAIL: 'x@example.invalid',
      GIT_COMMITTER_NAME: who,
      GIT_COMMITTER_EMAIL: 'x@example.invalid',
    },
  })
}

describe.runIf(process.platform !== 'win32')('the page on the first day', { timeout: 60_000 }, () => {
  it('names calls of the administrator and of the officers', () => {
    expect(new Set(calls.map(({ who }) => who))).toEqual(new Set(['管理员', '办案人员']))
  })

  it.each(calls)('$who: $line', ({ who, line }) => {
    const { status, stderr } = runAs(who, line)
    expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' })
  })

  it('ends in one library: what the administrator commits, the officer gets', () => {
    expect(
      runAs('管理员', 'git -C 案件库 commit --quiet --allow-empty -m 一项 && ejc -C 案件库 sync').status,
    ).toBe(0)
    expect(runAs('办案人员', 'ejc -C 案件库 sync').stdout).toContain('已收到 1 项')
  })
})
