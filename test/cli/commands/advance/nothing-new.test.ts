import { describe, expect, it } from 'vitest'
import { createRepository } from '../../../support/cli.ts'

const id = 'NN-2025-0003'
const day = ['--today', '2026-11-24']
const call = ['advance', id, '记录强制执行进展', 'F1', '--yes', ...day]

describe('a step in which nothing new was filled in', () => {
  it('says that nothing was written, and makes no commit', () => {
    const repository = createRepository('example-case-2')
    repository.git('add', '--all')
    repository.git('commit', '--quiet', '-m', '放入案件')
    const head = () => repository.git('rev-parse', 'HEAD').toString()
    const before = head()
    for (const sets of [[], ['--set', 'acceptedOn=2026-08-10']]) {
      const { exit, stdout, stderr } = repository.ejc([...call, ...sets])
      expect(exit).toBe(2)
      expect(stderr).toContain('没有填写新的内容，什么也没有写入')
      expect(stdout).not.toContain('已记录')
    }
    expect(head()).toBe(before)
    expect(repository.ejc([...call, '--set', 'caseNumber=（2026）桂01执9号']).stdout).toContain('已记录')
    expect(head()).not.toBe(before)
  })
})
