import { describe, expect, it } from 'vitest'
import { createRepository } from '../../support/cli.ts'
import { hasTmux, openOfficerTerminal } from './officer.ts'

const service = 'amend NN-2026-0001 送达磋商告知书 1/o2 --today 2026-11-24 --reason 看错回执日期'

function committed() {
  const repository = createRepository('example-case')
  repository.git('add', '--all')
  repository.git('commit', '--quiet', '-m', '放入案件')
  return repository
}

describe.skipIf(!hasTmux())('a call that states what to write, in a terminal', () => {
  it('asks for nothing, and says of no answer that it is kept', async () => {
    const office = openOfficerTerminal(committed().root)
    try {
      await office.ejc(`${service} --set servedOn=2026-07-02`)
      await office.chooses('写入并提交吗？', '不写入')
      expect(await office.exits()).toBe(130)
      expect(office.screen()).toContain('没有写入。')
      expect(office.screen()).not.toMatch(/已保留|要改哪几栏|选填栏/)
    } finally {
      office.close()
    }
  })

  it('offers the field that was refused, with what was stated, and takes another answer', async () => {
    const repository = committed()
    const office = openOfficerTerminal(repository.root)
    try {
      await office.ejc(`${service} --set servedOn=2026-05-01`)
      await office.sees('改哪几栏？', /◉ 送达日期：2026-05-01/)
      await office.presses('改哪几栏？', 'Enter')
      await office.answers('送达日期', '2026-07-02')
      await office.sees('送达日期：2026-07-03 → 2026-07-02')
      await office.chooses('写入并提交吗？', '写入')
      expect(await office.exits()).toBe(0)
      expect(repository.git('log', '-1', '--format=%B')).toContain('2026-07-03 → 2026-07-02')
    } finally {
      office.close()
    }
  })

  it('refuses at once where the call has said yes to all', async () => {
    const office = openOfficerTerminal(committed().root)
    try {
      await office.ejc(`${service} --set servedOn=2026-05-01 --yes`)
      expect(await office.exits()).not.toBe(0)
      expect(office.screen()).not.toContain('改哪几栏')
    } finally {
      office.close()
    }
  })
})
