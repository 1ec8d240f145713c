import { describe, expect, it } from 'vitest'
import { exampleOffice } from '../../support/example-office.ts'
import { hasTmux, openOfficerTerminal } from './officer.ts'

describe.skipIf(!hasTmux())('handing a case over in a terminal', () => {
  it('given no words, offers the cases, asks how the new officer is reached, and says from whom to whom', async () => {
    const repository = exampleOffice()
    const office = openOfficerTerminal(repository.root)
    try {
      await office.ejc('assign --today 2026-11-24')
      await office.answers('移交哪个案件？', 'GC-2026-0005')
      await office.answers('移交给谁（姓名）', '新某')
      await office.answers('移交的理由（可不填）', '调岗')
      await office.answers('新某的联系电话', '0771-7654321')
      await office.answers('新某的工作单位')
      await office.sees(/GC-2026-0005 .*：\S+ → 新某/)
      await office.chooses('移交给新某吗？', '是')
      expect(await office.exits()).toBe(0)
      expect(office.screen()).toMatch(/把以上 1 件由\S+移交给新某吗？/)
      expect(office.tooWide()).toEqual([])
      expect(repository.read('cases/GC-2026-0005/case.yaml')).toContain('0771-7654321')
    } finally {
      office.close()
    }
  })
})
