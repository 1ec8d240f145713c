import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createRepository, temporaryFolder } from '../support/cli.ts'

const page = readFileSync('docs/reminders.md', 'utf8')
const blocksOf = (language: string): string[] =>
  [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gmu)].flatMap(([, name, text = '']) =>
    name === language ? [text] : [],
  )
const linesOf = (language: string): string[] =>
  blocksOf(language).flatMap((text) => text.split('\n').filter((line) => line.trim() !== ''))

const repository = createRepository('example-case', 'example-case-2')
const programs = temporaryFolder()
// `ejc` as it lies on the PATH of an officer.
writeFileSync(
  join(programs, 'ejc'),
  `#!/bin/sh\nexec "${process.execPath}" "${resolve('bin/ejc.js')}" "$@"\n`,
)
chmodSync(join(programs, 'ejc'), 0o755)

/** Runs a line of the page as the system would: no terminal, few variables, in no folder of ours. */
function run(command: string, cwd: string) {
  return spawnSync('/bin/sh', ['-c', command], {
    cwd,
    encoding: 'utf8',
    env: { PATH: `${programs}:/usr/bin:/bin`, HOME: programs },
  })
}

/** A call of the page with the test repository in place of the folders that it names. */
function placed(line: string): string {
  return ['/srv/cases', 'D:\\案件库']
    .reduce((text, folder) => text.replaceAll(folder, repository.root), line)
    .replaceAll('\\', '/')
}

/** The file that a call writes, which must be new after it. */
function written(line: string): string | undefined {
  const [, file] = /--(?:out|ics) (\S+)/u.exec(line) ?? []
  return file && resolve(repository.root, file)
}

function expectRuns(line: string, cwd = programs): void {
  const command = placed(line)
  const target = written(command)
  if (target) rmSync(target, { force: true })
  const { status, stdout, stderr } = run(command, cwd)
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' })
  if (target) expect(existsSync(target)).toBe(true)
  else expect(stdout).not.toBe('')
}

describe.runIf(process.platform !== 'win32')('the page on reminders', () => {
  it.each(linesOf('sh'))('by hand: %s', (line) => {
    expectRuns(line, repository.root)
  })

  it.each(linesOf('cron').filter((line) => !line.startsWith('PATH=')))('cron: %s', (line) => {
    const [, fields = '', command = ''] = /^((?:\S+ ){5})(.*)$/u.exec(line) ?? []
    expect(fields).toMatch(/^(?:\d+ \d+ \* \* (?:\*|[0-7](?:-[0-7])?)) $/u)
    // cron takes a % for the end of the command.
    expect(command).not.toContain('%')
    expectRuns(command)
  })

  it('launchd: a plist whose arguments run, on Monday at 8:30', () => {
    const [plist = ''] = blocksOf('xml')
    const [, list = ''] = /<key>ProgramArguments<\/key>\s*<array>([\s\S]*?)<\/array>/u.exec(plist) ?? []
    const words = [...list.matchAll(/<string>(.*?)<\/string>/gu)].map(([, word = '']) => word)
    expect(words[0]).toBe('/usr/local/bin/ejc')
    expectRuns(['ejc', ...words.slice(1)].join(' '))
    // Each element is closed; `plist` alone has an attribute.
    const count = (pattern: RegExp): number => plist.match(pattern)?.length ?? 0
    expect(count(/<\w+[ >]/gu)).toBe(count(/<\/\w+>/gu))
    expect(plist).toMatch(/<key>Weekday<\/key>\s*<integer>1<\/integer>\s*<key>Hour<\/key>\s*<integer>8</u)
  })

  it.each(linesOf('powershell').flatMap((line) => /-Command "(.*?)(?:;.*)?"'$/u.exec(line)?.[1] ?? []))(
    'Task Scheduler: %s',
    (call) => {
      expectRuns(call)
    },
  )

  it('holds calls of each kind', () => {
    expect(linesOf('powershell').filter((line) => line.includes('-Command "ejc ')).length).toBe(2)
    expect(linesOf('cron').length).toBe(4)
  })
})
