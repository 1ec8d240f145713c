import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { createRepository, type TestRepository } from '../../support/cli.ts'
import { hasTmux, openOfficerTerminal, type TerminalOfficer } from './officer.ts'

const file = 'cases/NN-2026-0001/case.yaml'

/** So many paragraphs, as Word hands them over. */
const paragraphs = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `第${index + 1}段：养殖废水未经处理排入河道，造成地表水损害。`)

describe.skipIf(!hasTmux())('what is pasted', () => {
  const offices: TerminalOfficer[] = []
  afterEach(() => {
    for (const office of offices.splice(0)) office.close()
  })

  /** At the question for 案情简介, which is the last but one. */
  async function atSummary(repository: TestRepository, editor: string[] = []): Promise<TerminalOfficer> {
    const office = openOfficerTerminal(repository.root, 80, editor)
    offices.push(office)
    await office.ejc('new --today 2026-03-02')
    await office.answers('案件名称', '某厂案')
    await office.answers('案由', '废水直排')
    await office.chooses('线索渠道', '信访投诉')
    await office.answers('收到日期', '今天')
    await office.leaves('损害种类')
    await office.chooses('损害种类', '违法排放污染物')
    await office.leaves('填写“赔偿义务人”吗')
    await office.chooses('填写“赔偿义务人”吗', '否')
    await office.leaves('案情简介')
    return office
  }

  const summaryOf = (repository: TestRepository): unknown => parse(repository.read(file)).summary

  it.each([3, 24])('of %i paragraphs is one answer with its line breaks', async (count) => {
    const repository = createRepository()
    const office = await atSummary(repository)
    await office.pastes('案情简介', paragraphs(count).join('\n'))
    await office.sees(`${count} 段、`)
    await office.answers('案情简介')
    await office.chooses('写入并提交吗', '写入')
    expect(await office.exits()).toBe(0)
    expect(summaryOf(repository)).toBe(paragraphs(count).join('\n'))
  })

  it('without marks of the terminal is refused, with the way out, and answers nothing', async () => {
    const repository = createRepository()
    const office = await atSummary(repository)
    await office.pastes('案情简介', paragraphs(24).join('\n'), false)
    await office.sees('一次输入了好几行，没有采用', 'Ctrl-O', '? 案情简介')
    await office.answers('案情简介', '一行')
    await office.chooses('写入并提交吗', '写入')
    expect(await office.exits()).toBe(0)
    expect(summaryOf(repository)).toBe('一行')
  })

  it('typed at a list that takes no text is not lost for the choice that is marked', async () => {
    const repository = createRepository()
    const office = await atSummary(repository)
    await office.answers('案情简介')
    await office.sees('? 写入并提交吗')
    office.types('再想想')
    await office.presses('写入并提交吗', 'Enter')
    await office.sees('“再想想”不在选项里，没有采用', '? 写入并提交吗')
    expect(repository.git('log', '--format=%s')).not.toContain('登记线索')
    await office.chooses('写入并提交吗', '写入')
    expect(await office.exits()).toBe(0)
  })

  it.each([true, false])('at the last question decides nothing (marked: %s)', async (marked) => {
    const repository = createRepository()
    const office = await atSummary(repository)
    await office.answers('案情简介')
    await office.pastes('写入并提交吗', paragraphs(3).join('\n'), marked)
    await office.sees('粘贴的内容没有采用', '? 写入并提交吗')
    expect(repository.git('log', '--format=%s')).not.toContain('登记线索')
    await office.chooses('写入并提交吗', '写入')
    expect(await office.exits()).toBe(0)
  })

  it('may be written in an editor instead, and what stands there is taken whole', async () => {
    const repository = createRepository()
    const script = join(repository.root, 'editor.sh')
    writeFileSync(script, '#!/bin/sh\ncat >> "$1" <<EOF\n第一段\n第二段\nEOF\n')
    chmodSync(script, 0o755)
    const office = await atSummary(repository, [`EDITOR=${script}`])
    await office.presses('案情简介', 'C-o')
    await office.chooses('写入并提交吗', '写入')
    expect(await office.exits()).toBe(0)
    expect(summaryOf(repository)).toBe('第一段\n第二段')
  })
})
