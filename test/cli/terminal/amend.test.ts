import { describe, expect, it } from 'vitest'
import { createRepository } from '../../support/cli.ts'
import { hasTmux, openOfficerTerminal } from './officer.ts'

const id = 'NN-2026-0001'

describe.skipIf(!hasTmux())('amending in a terminal', () => {
  it('given a service three steps back, offers what was recorded, asks why, previews, and says what changed', async () => {
    const repository = createRepository('example-case')
    repository.git('add', '--all')
    repository.git('commit', '--quiet', '-m', '放入案件')
    const office = openOfficerTerminal(repository.root)
    try {
      await office.ejc(`amend ${id} --today 2026-11-24`)
      await office.answers('更正哪一项？', '送达磋商告知书：第1轮 韦某')
      await office.ticks('要改哪几栏？', '送达日期：2026-07-03')
      await office.answers('送达日期', '7月2日')
      await office.answers('为什么更正', '看错回执日期')
      await office.sees('送达日期：2026-07-03 → 2026-07-02')
      await office.chooses('写入并提交吗？', '写入')
      expect(await office.exits()).toBe(0)
      expect(office.tooWide()).toEqual([])
      expect(repository.git('log', '-1', '--format=%s')).toContain('更正：')
    } finally {
      office.close()
    }
  })

  it('given nothing ticked, changes nothing and asks for no reason', async () => {
    const repository = createRepository('example-case')
    repository.git('add', '--all')
    repository.git('commit', '--quiet', '-m', '放入案件')
    const head = repository.git('rev-parse', 'HEAD')
    const office = openOfficerTerminal(repository.root)
    try {
      await office.ejc(`amend ${id} 送达磋商告知书 1/o2 --today 2026-11-24`)
      await office.ticks('要改哪几栏？')
      expect(await office.exits()).toBe(130)
      expect(office.screen()).toContain('没有改动，没有写入。')
      expect(office.screen()).not.toContain('为什么更正')
      expect(repository.git('rev-parse', 'HEAD')).toBe(head)
    } finally {
      office.close()
    }
  })

  it('given a removal that would cause errors, proposes not to remove', async () => {
    const repository = createRepository('example-case')
    repository.git('add', '--all')
    repository.git('commit', '--quiet', '-m', '放入案件')
    const head = repository.git('rev-parse', 'HEAD')
    const office = openOfficerTerminal(repository.root)
    try {
      await office.ejc(`amend ${id} 记录付款 P1/2026-10-14 --remove --reason 记错 --today 2026-11-24`)
      await office.sees('错误：款项 P1 应于')
      await office.presses('去掉“记录付款”吗？', 'Enter')
      expect(await office.exits()).toBe(130)
      expect(office.screen()).toContain('没有写入')
      expect(repository.git('rev-parse', 'HEAD')).toBe(head)
    } finally {
      office.close()
    }
  })

  it('given a paper that lacks what the settings of the office say, offers to complete them, or a draft', async () => {
    const repository = createRepository('example-case')
    repository.write('ejc.yaml', repository.read('ejc.yaml').replace(/^ *creditCode: .*\n/m, ''))
    repository.git('add', '--all')
    repository.git('commit', '--quiet', '-m', '放入案件')
    const office = openOfficerTerminal(repository.root)
    try {
      await office.ejc(`render ${id} 司法确认申请书 --today 2026-11-24`)
      await office.sees('还缺：统一社会信用代码', '现在补填，记入案件库')
      await office.chooses('怎么办？', '先生成草稿，缺的留横线')
      expect(await office.exits()).toBe(0)
      expect(office.tooWide()).toEqual([])
    } finally {
      office.close()
    }
  })

  it('given a paper that lacks two facts of a notice sent long ago, asks for them there and then, and makes the paper', async () => {
    const repository = createRepository('example-case')
    repository.replace(`cases/${id}/consultation.yaml`, 'replyBy: 2026-07-10', '')
    repository.git('add', '--all')
    repository.git('commit', '--quiet', '-m', '放入案件')
    const office = openOfficerTerminal(repository.root)
    try {
      await office.ejc(`render ${id} 4 1/o1 --today 2026-11-24`)
      await office.chooses('还缺：', '现在补填，记入案件')
      await office.answers('答复', '2026-07-10')
      await office.chooses('写入并提交吗？', '写入')
      expect(await office.exits()).toBe(0)
      expect(office.screen()).toContain('已写入')
      expect(repository.git('log', '-2', '--format=%s')).toMatch(/生成文书：.*\n.*补充：发出磋商告知书/)
      expect(repository.git('log', '-2', '--format=%b')).toContain('理由：生成《')
    } finally {
      office.close()
    }
  })
})
