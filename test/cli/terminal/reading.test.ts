import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { createRepository } from '../../support/cli.ts'
import { hasTmux, openOfficerTerminal, type TerminalOfficer } from './officer.ts'

const CASE = 'NN-2026-0001'
const CASES = 200

describe.skipIf(!hasTmux())('an officer who reads at the terminal', () => {
  const offices: TerminalOfficer[] = []
  afterEach(() => {
    for (const office of offices.splice(0)) office.close()
  })
  const open = (folder: string): TerminalOfficer => {
    const office = openOfficerTerminal(folder)
    offices.push(office)
    return office
  }

  it('reads a long list page by page, and leaves it with q', async () => {
    const repository = createRepository('example-case')
    const known = repository.read(`cases/${CASE}/case.yaml`)
    for (let number = 2; number <= CASES; number++) {
      const id = `NN-2026-${String(number).padStart(4, '0')}`
      mkdirSync(join(repository.root, 'cases', id))
      repository.write(`cases/${id}/case.yaml`, known.replace(`id: ${CASE}`, `id: ${id}`))
    }
    const office = open(repository.root)
    await office.ejc('list --today 2026-11-24')
    const first = await office.sees('编号', 'NN-2026-0001', '空格翻下页')
    expect(first).not.toContain('[')
    expect(first.split('\n').at(-1)).toMatch(/^:$/)
    expect(first).not.toContain('NN-2026-0200')
    office.types(' ')
    await office.sees('NN-2026-0012')
    office.types('/NN-2026-0150')
    office.types('\n')
    await office.sees('NN-2026-0150')
    office.types('q')
    expect(await office.exits()).toBe(0)
    expect(office.tooWide()).toEqual([])
  })

  it('is told what was wrong without a word being parted', async () => {
    const repository = createRepository('example-case')
    const office = open(repository.root)
    await office.ejc(`advance ${CASE} mete`)
    const screen = await office.sees('没有“mete”这个事项', 'exit=2')
    expect(screen).toContain('记录磋商会议')
    await office.ejc('show NN-2026-0009')
    await office.sees('exit=2')
    await office.ejc(`render ${CASE} 送达回执`)
    expect(await office.exits()).toBe(2)
    expect(office.tooWide()).toEqual([])
    expect(office.screen()).not.toMatch(/^[，。、；：！？）]/m)
  })

  it('chooses a case where none was named', async () => {
    const repository = createRepository('example-case', 'example-case-2')
    repository.write('现场照片.jpg', 'photo')
    repository.git('add', '.')
    repository.git('commit', '-qm', '放入案件')
    const office = open(repository.root)
    await office.ejc('show --today 2026-11-24')
    await office.chooses('查看哪个案件？', CASE)
    // Longer than the screen: it is paged.
    await office.sees('空格翻下页')
    office.types(' ')
    await office.sees('赔偿义务人')
    office.types('q')
    expect(await office.exits()).toBe(0)
    await office.ejc('log')
    await office.answers('查看哪个案件的办理记录？', 'NN-2025')
    await office.sees('直接修改：放入案件')
    expect(await office.exits()).toBe(0)
    await office.ejc('evidence add 现场照片.jpg --dry-run --set kind=audiovisual --set source=某局')
    await office.chooses('证据登记到哪个案件？', CASE)
    await office.sees(`写入 cases/${CASE}/evidence.yaml`, '证据名称：现场照片')
    expect(await office.exits()).toBe(0)
  })
})
