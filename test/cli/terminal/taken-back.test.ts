import { describe, expect, it } from 'vitest'
import { exampleOffice } from '../../support/example-office.ts'
import { hasTmux, openOfficerTerminal } from './officer.ts'

const day = '--today 2026-11-24'

describe.skipIf(!hasTmux())('an answer that is given again, in a terminal', () => {
  it('stands on the screen once: Escape takes the line of the answer off with all that was said after it', async () => {
    const repository = exampleOffice()
    const office = openOfficerTerminal(repository.root)
    const answers = (screen: string, title: string): number => screen.split(`✔ ${title}`).length - 1
    try {
      await office.ejc(`advance GC-2026-0004 设置提醒 ${day}`)
      await office.answers('提醒事项', '去现场复查')
      await office.answers('提醒日期', '12.20')
      await office.presses('提醒来源', 'Escape')
      await office.presses('提醒日期', 'Escape')
      await office.answers('提醒事项', '电话联系')
      await office.answers('提醒日期', '12.21')
      const screen = await office.sees('✔ 提醒日期：2026-12-21')
      expect([answers(screen, '提醒日期'), answers(screen, '提醒事项')]).toEqual([1, 1])
      expect(screen).toContain('电话联系')
      expect(screen).not.toContain('2026-12-20')
    } finally {
      office.close()
    }
  })

  it('stands on the screen once: answers of a broken call that are not taken up go', async () => {
    const repository = exampleOffice()
    const office = openOfficerTerminal(repository.root)
    try {
      await office.ejc(`advance GC-2026-0004 设置提醒 ${day}`)
      await office.answers('提醒事项', '去现场复查')
      await office.presses('提醒日期', 'C-c')
      expect(await office.exits()).toBe(130)
      await office.ejc(`advance GC-2026-0004 设置提醒 ${day}`)
      await office.sees('✔ 提醒事项：去现场复查')
      await office.chooses('接着填吗？', '否')
      await office.sees('? 提醒事项')
      expect(office.screen()).not.toContain('去现场复查')
    } finally {
      office.close()
    }
  })
})
