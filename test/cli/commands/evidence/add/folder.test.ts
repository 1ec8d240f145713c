import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeXlsx } from 'hucre'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { createRepository, temporaryFolder } from '../../../../support/cli.ts'

const id = 'NN-2026-0001'

describe('ejc evidence add with a folder', () => {
  const table = '证据材料目录,,,,\n文件名,证据名称,取得日期,来源,证明内容\n'
  const folderWith = (rows: string): string => {
    const folder = join(temporaryFolder(), '证据')
    mkdirSync(folder)
    for (const name of ['1.jpg', '笔录.pdf', '无题.png']) writeFileSync(join(folder, name), name)
    writeFileSync(join(folder, '清单.csv'), table + rows)
    return folder
  }

  it('lists every file as its table says, in one commit', () => {
    const repository = createRepository('example-case')
    repository.git('add', '--all')
    repository.git('commit', '--quiet', '-m', '放入案件')
    const before = repository.git('rev-list', '--count', 'HEAD').trim()
    const folder = folderWith('1.jpg,现场照片,2026.3.2,执法支队,倾倒现场\n笔录,询问笔录,2026年3月3日,,\n')
    const call = repository.ejc([
      'evidence',
      'add',
      id,
      folder,
      '--set',
      'kind=documentary',
      '--today',
      '2026-11-24',
    ])
    expect(call.exit, call.stderr).toBe(0)
    expect(call.stderr).toContain('无题.png')
    const { evidence } = parse(repository.read(`cases/${id}/evidence.yaml`))
    const [photo, record, untitled] = ['现场照片', '询问笔录', '无题'].map((title) =>
      evidence.find((each: { title: string }) => each.title === title),
    )
    expect(photo).toMatchObject({ collectedOn: '2026-03-02', source: '执法支队', proves: '倾倒现场' })
    expect(record).toMatchObject({ collectedOn: '2026-03-03', kind: 'documentary' })
    expect(record.source).toBeUndefined()
    expect(untitled.collectedOn).toBeUndefined()
    expect(Number(repository.git('rev-list', '--count', 'HEAD'))).toBe(Number(before) + 1)
    expect(repository.git('status', '--porcelain')).toBe('')
  })

  it('reads its table from a spreadsheet, with days as spreadsheets keep them', async () => {
    const repository = createRepository('example-case')
    const folder = folderWith('')
    rmSync(join(folder, '清单.csv'))
    const rows = [
      ['证据材料目录', null, null, null, null],
      ['文件名', '证据名称', '取得日期', '来源', '证明内容'],
      ['1.jpg', '现场照片', new Date('2026-03-02T00:00:00Z'), '执法支队', '倾倒现场'],
      ['笔录.pdf', '询问笔录', '2026.3.3', null, null],
    ]
    const bytes = await writeXlsx({ sheets: [{ name: '目录', rows }] })
    writeFileSync(join(folder, '证据清单.xlsx'), bytes)
    const how = ['--set', 'kind=documentary', '--today', '2026-11-24']
    const call = repository.ejc(['evidence', 'add', id, folder, ...how])
    expect(call.exit, call.stderr).toBe(0)
    const { evidence } = parse(repository.read(`cases/${id}/evidence.yaml`))
    const titled = (title: string) => evidence.find((each: { title: string }) => each.title === title)
    expect(titled('现场照片')).toMatchObject({ collectedOn: '2026-03-02', source: '执法支队' })
    expect(titled('询问笔录')).toMatchObject({ collectedOn: '2026-03-03' })
    expect(titled('证据清单')).toBeUndefined()
  })

  it('names every cell that is wrong, and lists nothing', () => {
    const repository = createRepository('example-case')
    const folder = folderWith('1.jpg,照片,3月初,,\n没有.pdf,笔录,2027-01-01,,\n')
    const call = repository.ejc(['evidence', 'add', id, folder, '--today', '2026-11-24'])
    expect(call.exit).toBe(2)
    expect(call.stderr).toMatch(/C3：“3月初”读不成日期/)
    expect(call.stderr).toMatch(/A4：文件夹里没有“没有\.pdf”/)
    expect(call.stderr).toMatch(/C4：2027-01-01 在今天/)
  })
})
