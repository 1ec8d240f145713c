import { cachedDataVersionTag } from 'node:v8'
import { describe, expect, it } from 'vitest'
import { needMemory } from '../../../src/cli/shared/memory.ts'
import { writeTable } from '../../../src/cli/shared/table-file.ts'
import { settingOn } from '../../support/setting.ts'

describe('memory', () => {
  // First: what collects garbage is made once.
  it('is made free without leaving flags of V8 behind, under which kept code would be refused', () => {
    const before = cachedDataVersionTag()
    expect(() => needMemory(2 ** 50)).toThrow()
    expect(cachedDataVersionTag()).toBe(before)
  })

  it('is there for what a command needs', () => {
    expect(() => needMemory()).not.toThrow()
    expect(() => needMemory(1000)).not.toThrow()
  })

  it('is refused in Chinese, with the way out, before node would end the program by itself', () => {
    const much = 2 ** 50
    expect(() => needMemory(much)).toThrow(/内存不够，没有做完：node 只能用 \d+ MiB。请只取一部分/)
    expect(() => needMemory(much, '请用 --format csv')).toThrow(
      /请用 --format csv，\n或者放宽限制再试：设环境变量 NODE_OPTIONS=--max-old-space-size=\d+。/,
    )
  })

  it('is looked for before a table becomes a file: one of many rows is refused with the way out', async () => {
    const columns = [{ key: 'case', title: '编号', width: 9 }]
    const table = {
      title: '案件台账',
      period: '2026',
      columns,
      rows: Array(5_000_000).fill(['甲']),
      totals: [],
    }
    const write = writeTable(table, { setting: settingOn('2026-12-05') }, 'docx', {
      out: 'a.docx',
      force: false,
    })
    await expect(write).rejects.toThrow(/这张表有 5000000 行，一次写不成 docx：\n请每次少列一些案件/)
  })
})
