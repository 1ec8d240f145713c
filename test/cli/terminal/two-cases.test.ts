import { describe, expect, it } from 'vitest'
import { exampleOffice } from '../../support/example-office.ts'
import { hasTmux, openOfficerTerminal } from './officer.ts'

const day = '--today 2026-11-24'

describe.skipIf(!hasTmux())('two cases and one, in a terminal', () => {
  it('given two cases that are one, asks for the other one, what counts and why, previews and says where it went', async () => {
    const repository = exampleOffice()
    const office = openOfficerTerminal(repository.root)
    try {
      await office.ejc(`combine GC-2026-0006 ${day}`)
      await office.answers('GC-2026-0006 并入哪一件', 'GC-2026-0005')
      await office.chooses('两案有 2 项说法不同，怎样取舍？', '逐项看，逐项决定')
      await office.presses('（1/2）两案说法不同，以哪一案为准？', 'Enter')
      await office.sees('> 还没有选')
      office.types('\r\r')
      await office.chooses('（1/2）两案说法不同，以哪一案为准？', 'GC-2026-0005（继续办理的）')
      expect(office.screen()).not.toContain('还没有选')
      await office.chooses('（2/2）两案说法不同，以哪一案为准？', 'GC-2026-0006（被并入的）')
      await office.answers('为什么并案', '同一股红水')
      await office.presses('合并以后的案件名称', 'Enter')
      await office.sees('GC-2026-0006 撤回登记')
      await office.presses('并案吗？', 'Enter')
      expect(await office.exits()).toBe(0)
      expect(office.tooWide()).toEqual([])
      expect(repository.git('log', '-1', '--format=%B')).toMatch(
        /并案：GC-2026-0006 并入本案\n\n理由：同一股红水\n/,
      )
      expect(repository.read('cases/GC-2026-0005/case.yaml')).toContain('桂川市高新区电镀园 B 区')
      expect(repository.read('cases/GC-2026-0005/case.yaml')).toContain('村民反映连续三晚河水发红')
    } finally {
      office.close()
    }
  })

  it('given one case that is two, asks who leaves, why and under what name', async () => {
    const repository = exampleOffice()
    const office = openOfficerTerminal(repository.root)
    try {
      await office.ejc(`分案 GC-2026-0004 ${day}`)
      await office.ticks('分出哪些义务人？', 'o2  闭某')
      await office.answers('为什么分案', '两家互不相干')
      await office.presses('分出案件的名称', 'Enter')
      await office.presses('分案吗？', 'Enter')
      expect(await office.exits()).toBe(0)
      expect(office.tooWide()).toEqual([])
      expect(repository.read('cases/GC-2026-0007/case.yaml')).toContain('（分案：闭某）')
    } finally {
      office.close()
    }
  })

  it('given evidence alone that leaves, asks whether its obligor is yet to be found', async () => {
    const repository = exampleOffice()
    const office = openOfficerTerminal(repository.root)
    try {
      await office.ejc(`分案 GC-2026-0002 --evidence E2 --reason 另一处 --title 另一处 ${day}`)
      await office.presses('分出的案件没有赔偿义务人：是还没有查明吗？', 'Enter')
      expect(await office.exits()).toBe(2)
      await office.sees('ejc new --like GC-2026-0002')
      await office.ejc(`分案 GC-2026-0004 --evidence E6 --reason 另一处 --title 另一处 ${day}`)
      await office.ticks('分出哪些义务人？', 'o2  闭某')
      await office.presses('分案吗？', 'Enter')
      expect(await office.exits()).toBe(0)
      expect(repository.read('cases/GC-2026-0007/case.yaml')).toContain('闭某')
    } finally {
      office.close()
    }
  })

  it('given a case like another, asks whether the obligors are the same, and takes over who they are', async () => {
    const repository = exampleOffice()
    const office = openOfficerTerminal(repository.root)
    const sets = ['title=又一处渗漏', 'clue.channel=routine-supervision', 'clue.foundOn=2026-11-23']
    try {
      await office.ejc(`new --like 2026-5 ${sets.map((set) => `--set ${set}`).join(' ')} ${day}`)
      await office.chooses('义务人也与 GC-2026-0005 相同吗（某电镀有限公司）？', '是')
      await office.leaves('写入并提交吗？')
      await office.chooses('写入并提交吗？', '写入')
      expect(await office.exits()).toBe(0)
      const text = repository.read('cases/GC-2026-0007/case.yaml')
      expect(text).toContain('某电镀有限公司')
      expect(text).toContain('kind: pollutant-discharge')
      expect(text).not.toMatch(/identifiedOn|estimatedLoss|2026-0[1-9]-/)
    } finally {
      office.close()
    }
  })
})
