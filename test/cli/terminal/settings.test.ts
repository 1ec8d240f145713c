import { afterEach, describe, expect, it } from 'vitest'
import { createRepository } from '../../support/cli.ts'
import { hasTmux, openOfficerTerminal, type TerminalOfficer } from './officer.ts'

/** Longer than a busy machine needs. */
const PATIENCE = 240_000
const BASIS = '《南宁市生态环境损害赔偿制度改革实施方案》'

describe.runIf(hasTmux())('a paper that lacks what init has left out', { timeout: PATIENCE }, () => {
  const offices: TerminalOfficer[] = []
  afterEach(() => {
    for (const office of offices.splice(0)) office.close()
  })

  it('is asked for there and then, saved as init saves it, and the paper is made', async () => {
    const { root, read, write, git } = createRepository('example-case')
    write('ejc.yaml', read('ejc.yaml').replace(/^localBasis:.*\n/m, ''))
    git('add', '--all')
    git('commit', '--quiet', '-m', 'x')
    const office = openOfficerTerminal(root)
    offices.push(office)
    await office.ejc('render 1 司法确认申请书 --today 2026-11-24')
    await office.chooses('还缺：地方依据', '现在补填')
    await office.answers('地方依据', BASIS)
    await office.sees('补填案件库配置（ejc.yaml）', `地方依据：（无） → ${BASIS}`)
    await office.chooses('写入并提交吗', '是')
    await office.sees('已写入 cases/NN-2026-0001/documents/司法确认申请书')
    expect(await office.exits()).toBe(0)
    expect(read('ejc.yaml')).toContain(`localBasis: ${BASIS}`)
    const [paper, settings] = git('log', '--format=%s %(trailers:key=Ejc-Action)').split('\n').filter(Boolean)
    expect(paper).toContain('生成文书：司法确认申请书')
    expect(settings).toMatch(/^更正配置：地方依据/)
    expect(office.tooWide()).toEqual([])
  })

  it('a required choice that nothing proposes begins with none: Enter alone decides nothing', async () => {
    const { root } = createRepository()
    const office = openOfficerTerminal(root)
    offices.push(office)
    await office.ejc('new --today 2026-11-24')
    await office.answers('案件名称', '某厂排污案')
    await office.answers('案由')
    await office.sees('线索渠道', '❯ （请选择）')
    await office.presses('线索渠道', 'Enter')
    await office.sees('还没有选', '❯ （请选择）')
    await office.chooses('线索渠道', '日常监管')
    await office.sees('✔ 线索渠道：日常监管')
    await office.presses('日期', 'C-c')
    expect(await office.exits()).toBe(130)
  })
})
