import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createRepository, ejcIn, listOf, type TestRepository, temporaryFolder } from '../support/cli.ts'

const day = ['--today', '2026-11-24']
const bin = resolve(process.env.EJC_BIN ?? 'bin/ejc.js')
const attachment = 'cases/NN-2026-0001/attachments/E1-现场勘查笔录.pdf'

/** The example case, whose first piece of evidence has a recorded digest and stands where `place` puts it. */
function withEvidence(place: (path: string) => void): TestRepository {
  const repository = createRepository('example-case', 'example-case-2')
  repository.replace('cases/NN-2026-0001/evidence.yaml', 'sha256: ""', `sha256: "${'a'.repeat(64)}"`)
  mkdirSync(join(repository.root, 'cases/NN-2026-0001/attachments'))
  place(join(repository.root, attachment))
  return repository
}

describe('evidence that can not be opened is a finding, and the other cases are still looked at', () => {
  it.each([
    ['a link out of the repository', (path: string) => symlinkSync('/etc/passwd', path)],
    ['a pipe', (path: string) => void execFileSync('mkfifo', [path])],
  ])('%s', (_, place) => {
    const found = listOf(withEvidence(place).ejc(['lint', '--json', ...day]), 'lint')
    expect(found).toContainEqual(expect.objectContaining({ rule: 'repo/unknown-file', file: attachment }))
    expect(found.some((finding) => finding.case === 'NN-2025-0003')).toBe(true)
  })
})

describe('a date of a year that nobody means', () => {
  const repository = createRepository('example-case', 'example-case-2')
  const file = 'cases/NN-2026-0001/investigation.yaml'
  repository.replace(file, 'initiatedOn: 2026-02-25', 'initiatedOn: 9999-12-20')

  it.each([['due'], ['list']])('%s names the case and its line, lists the others, and exits 2', (command) => {
    const call = repository.ejc([command, ...day])
    expect(call.exit).toBe(2)
    expect(call.stderr).toContain(`案件 NN-2026-0001 无法读取，已跳过：${file}:3:`)
    expect(call.stdout).toContain('NN-2025-0003')
  })

  it('lint reports it at its line and goes on', () => {
    const found = listOf(repository.ejc(['lint', '--json', ...day]), 'lint')
    expect(found).toContainEqual(
      expect.objectContaining({
        rule: 'schema/invalid',
        file,
        line: 3,
        message: expect.stringContaining('年份应在 1900 至 2199 之间'),
      }),
    )
    expect(found.some((finding) => finding.case === 'NN-2025-0003')).toBe(true)
  })
})

describe('where the output can not be written', () => {
  const repository = createRepository('example-case')
  const shell = (line: string) =>
    spawnSync('sh', ['-c', line], { cwd: repository.root, encoding: 'utf8', env: process.env })
  const call = (...args: string[]) => [process.execPath, bin, ...args].map((word) => `'${word}'`).join(' ')

  it.runIf(existsSync('/dev/full'))('a full disk is told in words, exit 2', () => {
    for (const args of [['list'], ['list', '--json'], ['--version']]) {
      const { status, stderr } = shell(`${call(...args)} > /dev/full`)
      expect(status).toBe(2)
      expect(stderr).toMatch(/^结果未能完整输出（ENOSPC）：请检查磁盘空间。\n$/)
    }
  })

  it('a reader that has seen enough is no error, on stderr neither', () => {
    const { stdout, stderr } = shell(`{ ${call('lint')} 2>&1; echo "exit $?" >&2; } | true`)
    expect([stdout, stderr]).toEqual(['', 'exit 1\n'])
  })
})

describe('paths', () => {
  it('a repository reached through a link is checked by that name too', () => {
    const repository = createRepository('example-case')
    const link = join(temporaryFolder(), 'link')
    symlinkSync(repository.root, link)
    const { exit, stdout } = ejcIn(temporaryFolder(), ['-C', link, 'lint', link, ...day])
    expect(exit).toBe(1)
    expect(stdout).toContain('NN-2026-0001')
  })

  it('the call that init proposes can be copied, whatever the folder is called', () => {
    const folder = temporaryFolder()
    const init = (dir: string) => ejcIn(folder, ['init', dir, '--set', 'unit.name=南宁市生态环境局']).stderr
    expect(init('空 格')).toContain('下一步：ejc -C "空 格" new')
    expect(init('案件库')).toContain('下一步：ejc -C 案件库 new')
  })

  it('a folder that can not be written to is told in Chinese, exit 2', () => {
    const repository = createRepository('example-case')
    const file = join(temporaryFolder(), 'file')
    writeFileSync(file, '')
    for (const args of [
      ['render', 'NN-2026-0001', '1', '--out', join(file, 'x')],
      ['due', '--ics', join(file, 'x.ics')],
    ]) {
      const { exit, stderr } = repository.ejc([...args, ...day])
      expect(exit).toBe(2)
      expect(stderr).toMatch(/^(\S+：读写失败|无法写入 \S+)：[^A-Z]+\n$/)
    }
  })
})

it('what is written into a document while its PDF is being made is not overwritten', () => {
  const repository = createRepository('example-case')
  const render = (...more: string[]) => {
    const env = { PATH: `${tools}:${process.env.PATH}` }
    return repository.ejc(['render', 'NN-2026-0001', '1', ...more, ...day], { env })
  }
  const tools = temporaryFolder()
  expect(render().exit).toBe(0)
  const [document = ''] = repository.git('-c', 'core.quotePath=false', 'ls-files', '--', '*.docx').split('\n')
  const soffice = join(tools, 'soffice')
  writeFileSync(soffice, `#!/bin/sh\necho 手写 > '${document}'\ntouch "$6/$(basename "$7" .docx).pdf"\n`)
  chmodSync(soffice, 0o755)
  repository.replace('cases/NN-2026-0001/case.yaml', 'cause: ', 'cause: 改为')
  const { exit, stderr } = render('--pdf')
  expect([exit, stderr]).toEqual([2, expect.stringContaining('在此期间被修改')])
  expect(repository.read(document)).toBe('手写\n')
})
