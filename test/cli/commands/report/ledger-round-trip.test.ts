import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Call, ejcIn, temporaryFolder } from '../../../support/cli.ts'
import { readXlsx } from '../../../support/xlsx.ts'

const examples = join(import.meta.dirname, '../../../../examples/repository')
const folder = temporaryFolder()
const first = join(folder, 'first')
const second = join(folder, 'second')
// One of the examples holds a payment of 2026-12-31, which is no fact before that day.
const ejc = (root: string, ...args: string[]): Call => ejcIn(root, [...args, '--today', '2027-01-04'])
const exported = (root: string, file: string): Call =>
  ejc(root, 'report', 'ledger', '--format', 'xlsx', '--unmasked', '--out', file)
const sheetsIn = (file: string) => readXlsx(new Uint8Array(readFileSync(file)))
const git = (...args: string[]): string => execFileSync('git', args, { cwd: second, encoding: 'utf8' })

cpSync(examples, first, { recursive: true })
mkdirSync(second)
for (const part of ['ejc.yaml', 'calendar'])
  cpSync(join(examples, part), join(second, part), { recursive: true, force: true })
git('init', '--quiet')
git('config', 'user.name', '覃某')
git('config', 'user.email', 'qin@example.invalid')
git('add', '--all')
git('commit', '--quiet', '-m', '空库')

const [one, two] = [join(folder, '台账.xlsx'), join(folder, '再次.xlsx')]

describe('第三十八条: the ledger, exported, imported into an empty repository and exported again', () => {
  it('is equal, sheet by sheet and cell by cell, as another reader sees it', () => {
    expect(exported(first, one).exit).toBe(0)
    const imported = ejc(second, 'import', one, '--yes')
    expect(imported.stdout + imported.stderr).toContain('新建 9 件')
    expect(exported(second, two).exit).toBe(0)
    expect(sheetsIn(two)).toEqual(sheetsIn(one))
    expect(sheetsIn(one)[0]?.rows).toHaveLength(10)
  })

  it('changes nothing when it is imported again', () => {
    const before = git('rev-parse', 'HEAD')
    const again = ejc(second, 'import', two, '--yes')
    expect(again.stdout + again.stderr).toContain('没有变化 9 件')
    expect(git('rev-parse', 'HEAD')).toBe(before)
  })

  it('makes cases of which nothing from before is late, but for what obligors owe', () => {
    const owed = new Set([
      '支付赔偿款',
      '完成修复',
      '启动修复',
      '申请强制执行',
      '诉讼时效',
      '依协议起诉的诉讼时效',
    ])
    const late = JSON.parse(ejc(second, 'due', '--overdue', '--json').stdout) as { data: { title: string }[] }
    expect(late.data.map(({ title }) => title).filter((title) => !owed.has(title))).toEqual([])
    const lint = ejc(second, 'lint')
    expect(lint.stdout).toContain('补录时未载明')
    expect(lint.stdout).not.toMatch(/deadline\/overdue\s+(?:screening|investigation|consultation)/u)
  })
})
