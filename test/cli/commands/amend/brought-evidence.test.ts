import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createRepository, temporaryFolder } from '../../../support/cli.ts'

const id = 'NN-2026-0001'
const day = ['--today', '2026-11-24']

it('evidence that a step brings is called as the paper, or as its file where the step names none', () => {
  const repository = createRepository('example-case')
  repository.git('add', '--all')
  repository.git('commit', '--quiet', '-m', '放入案件')
  const bring = (step: readonly string[], key: string, name: string) => {
    const file = join(temporaryFolder(), name)
    writeFileSync(file, `%PDF-1.4 ${name}`)
    const set = ['--set', `${key}=@${file}`, '--reason', '补入']
    const call = repository.ejc(['amend', id, ...step, ...set, '--yes', ...day])
    expect(call.exit, call.stderr).toBe(0)
  }
  bring(['receive-appraisal', 'A1'], 'report', '倾倒点损害鉴定意见.pdf')
  bring(['serve', '1/o1'], 'receipt', '扫描0001.pdf')
  const titles = repository.read(`cases/${id}/evidence.yaml`).match(/title: [^,\n]*/g)
  expect(titles).toContain('title: 倾倒点损害鉴定意见')
  expect(titles?.join()).toMatch(/title: 送达回证/)
  expect(titles?.join()).not.toMatch(/报告文件|扫描0001/)
})
