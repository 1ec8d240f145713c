import { describe, expect, it } from 'vitest'
import type { Documents } from '../../src/core/facts/documents.ts'
import { annualReport } from '../../src/core/reports/annual.ts'
import { reportData } from '../../src/core/reports/text.ts'
import { settingOn, viewOfFixture } from '../support/setting.ts'

const today = '2026-11-24'
const setting = settingOn(today)

function view(change: (documents: Documents) => void) {
  return viewOfFixture('example-case', today, (documents) => {
    delete documents.case.damage.quantities
    delete documents.restoration
    change(documents)
  })
}

function quantities(year: string, ...changes: ((documents: Documents) => void)[]) {
  const { rows } = reportData(annualReport(changes.map(view), year), setting.regulation)
  const counts = (group: string) => rows.filter((row) => row.group === group)
  const restored = counts('修复数量（完成修复）')
  return counts('受损数量（启动索赔）').map(({ item, count }, index) => [item, count, restored[index]?.count])
}

const soil =
  (damaged: string, restored: string, completedOn = '2026-10-10') =>
  (documents: Documents): void => {
    documents.case.damage.quantities = { soilM3: damaged, wetlandM2: '7' }
    documents.restoration = { projects: [{ id: 'R1', completedOn, restored: { soilM3: restored } }] }
  }

describe('the quantities of the yearly figures (第三十二条)', () => {
  it('stand in seven rows, those without a figure empty', () => {
    expect(quantities('2026', () => undefined)).toEqual([
      ['土壤（立方米）', null, null],
      ['林地（平方米）', null, null],
      ['耕地（平方米）', null, null],
      ['地表水（立方米）', null, null],
      ['地下水（立方米）', null, null],
      ['湿地（平方米）', null, null],
      ['固体废物（吨）', null, null],
    ])
  })

  it('are summed over the cases to the last place', () => {
    const rows = quantities('2026', soil('1200.1', '0.1'), soil('0.2', '0.2'))
    expect(rows[0]).toEqual(['土壤（立方米）', 1200.3, 0.3])
    expect(rows[5]).toEqual(['湿地（平方米）', 14, null])
  })

  it('are of the cases that were initiated, and of the works that were completed, in the year', () => {
    expect(quantities('2027', soil('1200', '300', '2027-01-05'))[0]).toEqual(['土壤（立方米）', null, 300])
    expect(quantities('2026', soil('1200', '300', '2027-01-05'))[0]).toEqual(['土壤（立方米）', 1200, null])
  })
})
