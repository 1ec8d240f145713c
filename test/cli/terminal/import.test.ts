import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeXlsx } from 'hucre'
import { describe, expect, it } from 'vitest'
import { createRepository } from '../../support/cli.ts'
import { hasTmux, openOfficerTerminal } from './officer.ts'

const heads = ['编号', '案件名称', '义务人', '启动日期', '领导批示', '签约日期']
const rows = [
  ['旧1', '某厂倾倒废酸案', '某化工有限公司', '2024-03-05', '同意'],
  ['旧2', '某矿案', '某矿业有限公司', '3月初', '同意'],
  ['旧3', '某场排污案', '韦某', '2024-05-06', '同意'],
  ['旧4', '某园案', '黄某', '2024-05-06', '同意', '2024-02-01'],
]

describe.skipIf(!hasTmux())('a ledger imported in a terminal', () => {
  it('asks for the heading it does not know, shows every row first, writes when told to, and asks for each row that differs later', async () => {
    const repository = createRepository()
    const write = async (body: readonly (readonly string[])[]): Promise<void> => {
      const sheets = [{ name: '台账', rows: [heads, ...body].map((row) => [...row]) }]
      writeFileSync(join(repository.root, '..', '台账.xlsx'), await writeXlsx({ sheets }))
    }
    const office = openOfficerTerminal(repository.root)
    try {
      await write(rows)
      await office.ejc('import ../台账.xlsx --today 2026-11-30')
      await office.answers('标题“领导批示”是哪一栏？', '备注')
      await office.sees('某厂倾倒废酸案', '有问题')
      expect(repository.git('log', '-1', '--format=%s')).toContain('新建案件库')
      await office.chooses('导入 2 件新案件？', '是')
      await office.sees('早于“启动')
      await office.chooses('原件就是这样', '先不导入')
      expect(await office.exits()).toBe(1)
      expect(repository.git('log', '-2', '--format=%s')).toContain('NN-2024-0001 补录（台账.xlsx 第 2 行）')
      expect(repository.read('cases/NN-2024-0001/case.yaml')).toContain('remarks: 同意')

      await write(rows.map((row) => row.with(3, '2024-07-08')))
      await office.ejc('import ../台账.xlsx --today 2026-11-30')
      await office.chooses('导入 1 件新案件？', '是')
      await office.chooses('原件就是这样', '照台账导入')
      await office.chooses('启动日期：2024-03-05 → 2024-07-08', '不改')
      await office.chooses('启动日期：2024-05-06 → 2024-07-08', '改')
      expect(await office.exits()).toBe(0)
      expect(repository.read('cases/NN-2024-0001/investigation.yaml')).toContain('2024-03-05')
      expect(repository.read('cases/NN-2024-0002/investigation.yaml')).toContain('2024-07-08')
      expect(office.tooWide()).toEqual([])
      expect(repository.git('status', '--porcelain')).toBe('')
    } finally {
      office.close()
    }
  })
})
