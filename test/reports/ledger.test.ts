import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { Documents } from '../../src/core/facts/documents.ts'
import { factsOf } from '../../src/core/facts/facts.ts'
import { caseColumns, ledgerColumns, sheetNames } from '../../src/core/ledger/columns.ts'
import { documentsOf as documentsOfRow } from '../../src/core/ledger/intake/documents.ts'
import { layoutOf } from '../../src/core/ledger/intake/headings.ts'
import { intakeOf } from '../../src/core/ledger/intake/intake.ts'
import { sampleDocuments } from '../../src/core/lint/sample.ts'
import { ledgerReport } from '../../src/core/reports/ledger.ts'
import { reportData } from '../../src/core/reports/text.ts'
import { type CaseView, viewOf } from '../../src/core/view.ts'
import { readLedgerBook } from '../../src/documents/ledger-book.ts'
import { plainSheets } from '../../src/documents/plain-sheets.ts'
import { documentsFor, goldenFiles } from '../golden/read.ts'
import { documentsOf, fixtureConfig, settingOn } from '../support/setting.ts'
import { type ReadSheet, readXlsx } from '../support/xlsx.ts'

const today = '2026-11-24'
const setting = settingOn(today)
const viewsOf = (all: readonly Documents[]): CaseView[] => all.map((each) => viewOf(factsOf(each), setting))

/** The cases of the example repository. */
function exampleCases(): Documents[] {
  const folder = join(import.meta.dirname, '../../examples/repository/cases')
  return readdirSync(folder).map((id) => {
    const files = readdirSync(join(folder, id)).filter((file) => file.endsWith('.yaml'))
    const read = files.map((file) => [
      file.slice(0, -'.yaml'.length),
      parse(readFileSync(join(folder, id, file), 'utf8')),
    ])
    return Object.fromEntries(read) as Documents
  })
}

/** Every case that there is: the examples, the fixtures, the sample, and each golden case, numbered anew. */
function everyCase(): Documents[] {
  const golden = goldenFiles().flatMap(({ cases }) => cases.map(documentsFor))
  const all = [
    ...exampleCases(),
    documentsOf('example-case'),
    documentsOf('example-case-2'),
    sampleDocuments(),
    ...golden,
  ]
  return all.map((documents, index) => ({
    ...documents,
    case: { ...documents.case, id: `NN-2020-${String(index + 1).padStart(4, '0')}` },
  }))
}

async function written(views: readonly CaseView[]): Promise<Uint8Array> {
  return plainSheets(ledgerReport(views, today, { unmasked: true }).sheets ?? [])
}

/** What an import makes of a ledger: the cases that are taken, and the numbers of those that are refused. */
async function imported(bytes: Uint8Array): Promise<{ taken: Documents[]; refused: string[] }> {
  const book = await readLedgerBook(bytes, '台账.xlsx')
  const layouts = book.sheets.flatMap((sheet) => layoutOf(sheet, new Map()) ?? [])
  const { cases } = intakeOf(layouts, setting.regulation.lists)
  const how = {
    regulation: setting.regulation,
    calendar: setting.calendar,
    config: fixtureConfig,
    on: today,
    source: '台账.xlsx',
    hasSheets: false,
  }
  const taken: Documents[] = []
  const refused: string[] = []
  for (const each of cases) {
    const { documents, faults } = documentsOfRow(each, how)
    if (faults.some(({ refuses }) => refuses)) refused.push(each.number ?? '')
    // The schema boundary: a row without faults makes documents of their schemas.
    else taken.push({ ...documents, case: { ...documents.case, id: each.number } } as unknown as Documents)
  }
  return { taken, refused }
}

/** The rows of the sheets without those of some cases. */
function without(sheets: readonly ReadSheet[], numbers: readonly string[]): ReadSheet[] {
  return sheets.map(({ name, rows }) => ({
    name,
    rows: rows.filter(([number = '']) => !numbers.includes(number)),
  }))
}

describe('the round trip of the ledger (第三十八条)', () => {
  it('gives an equal ledger after every case was read back from it, as another reader sees the two', async () => {
    const all = everyCase()
    const first = await written(viewsOf(all))
    const { taken, refused } = await imported(first)
    const second = await written(viewsOf(taken))
    expect(without(readXlsx(second), [])).toEqual(without(readXlsx(first), refused))
    // Refused is only what contradicts itself: numbers of no certificate, money of nobody's.
    expect(taken.length).toBeGreaterThan(all.length - 8)
    expect(refused.length).toBe(all.length - taken.length)
  })

  it('keeps every case of the example repository', async () => {
    const bytes = await written(viewsOf(exampleCases()))
    const { taken, refused } = await imported(bytes)
    expect(refused).toEqual([])
    expect(readXlsx(await written(viewsOf(taken)))).toEqual(readXlsx(bytes))
  })

  it('has the headings of the template in three sheets, though every cell below is empty', async () => {
    const sheets = readXlsx(await written([]))
    expect(sheets.map(({ name }) => name)).toEqual(Object.values(sheetNames))
    const headings = Object.values(ledgerColumns).map((columns) => columns.map(({ heading }) => heading))
    expect(sheets.map(({ rows: [head] }) => head)).toEqual(headings)
  })
})

describe('the rows of the ledger', () => {
  const rowOf = (documents: Documents, unmasked = true) => {
    const report = ledgerReport(viewsOf([documents]), today, { unmasked })
    const [row] = reportData(report, setting.regulation).rows
    return row
  }

  it('hold every milestone of a case that came to its end', () => {
    expect(rowOf(sampleDocuments())).toMatchObject({
      number: 'NN-2025-0007',
      obligors: '某造纸有限公司；郑某',
      certificates: '91350100M000100Y43；11010519491231002X',
      foundOn: '2025-03-03',
      checkedOn: '2025-03-05',
      initiatedOn: '2025-03-06',
      appraisalKind: '鉴定意见',
      commissionedOn: '2025-03-12',
      opinionOn: '2025-04-10',
      damageAmount: '300000.00',
      concludedOn: '2025-05-20',
      notifiedOn: '2025-05-26',
      metOn: '2025-06-20；2025-07-10',
      outcome: '达成一致',
      signedOn: '2025-07-24',
      total: '300000.00',
      confirmationAppliedOn: '2025-08-05',
      confirmedOn: '2025-09-20',
      paymentDue: '2025-08-20 某造纸有限公司 60000.00；2025-08-20 某造纸有限公司 40000.00',
      restorationMode: '原位修复',
      restorationDueOn: '2026-03-31',
      completedOn: '2026-03-20',
      evaluatedOn: '2026-04-10',
      disclosedOn: '2025-10-10',
      closedOn: null,
      officers: '罗某',
    })
  })

  it('leave the day of the service empty where obligors were served on different days, and say each in their own sheet', () => {
    const report = ledgerReport(viewsOf([sampleDocuments()]), today, { unmasked: true })
    const { rows, sheets = [] } = reportData(report, setting.regulation)
    expect(rows[0]).toMatchObject({ servedOn: null })
    expect(sheets.find(({ sheet }) => sheet === '义务人')?.rows).toMatchObject([
      { name: '某造纸有限公司', servedOn: '2025-05-27' },
      { name: '郑某', servedOn: '2025-05-28' },
    ])
  })

  it('say in the remarks with whom alone an agreement was signed, or who alone was sued', () => {
    const documents = sampleDocuments()
    documents.case.remarks = '材料齐全。'
    for (const agreement of documents.agreements?.agreements ?? []) agreement.obligors = ['o1']
    documents.court = { suits: [{ id: 'S1', obligors: ['o2'], filedOn: '2025-09-01' }] }
    expect(rowOf(documents)).toMatchObject({
      signedOn: '2025-07-24',
      suedOn: '2025-09-01',
      remarks: '材料齐全。\n仅某造纸有限公司签订协议；仅对郑某起诉。',
    })
    expect(rowOf(sampleDocuments())).toMatchObject({ remarks: null })
  })

  it('hold the quantities of the ministry, damaged and restored', () => {
    const documents = sampleDocuments()
    documents.case.damage.quantities = { soilM3: '1200.50', wasteT: '30' }
    for (const project of documents.restoration?.projects ?? [])
      project.restored = { soilM3: '1000', wetlandM2: '0.5' }
    expect(rowOf(documents)).toMatchObject({
      damagedSoil: 1200.5,
      damagedWaste: 30,
      damagedForest: null,
      restoredSoil: 1000,
      restoredWetland: 0.5,
    })
    expect(caseColumns.filter(({ kind }) => kind === 'quantity')).toHaveLength(14)
  })

  it('name no natural person in full unless asked to; officers stand as they are', () => {
    const text = (unmasked: boolean) =>
      JSON.stringify(reportData(ledgerReport(viewsOf([named()]), today, { unmasked }), setting.regulation))
    expect(text(false)).not.toMatch(/郑大明|11010519491231002X|某小区/u)
    expect(text(false)).toContain('罗某')
    expect(text(true)).toMatch(/郑大明/u)
    expect(text(true)).toMatch(/11010519491231002X/u)
  })

  function named(): Documents {
    const documents = sampleDocuments()
    const person = documents.case.obligors.find(({ id }) => id === 'o2')
    Object.assign(person ?? {}, { name: '郑大明', address: '南宁市某区某小区3栋' })
    documents.case.remarks = '郑大明愿意先行修复。'
    return documents
  }

  it('are those of a year, an officer or a department alone where one is asked for', () => {
    const views = viewsOf([sampleDocuments(), documentsOf('example-case')])
    const numbers = (wanted: object) =>
      ledgerReport(views, today, { unmasked: false, ...wanted }).rows.map(([number]) => number)
    expect(numbers({})).toEqual(['NN-2025-0007', 'NN-2026-0001'])
    expect(numbers({ year: '2025' })).toEqual(['NN-2025-0007'])
    expect(numbers({ officer: '罗某' })).toEqual(['NN-2025-0007'])
    expect(numbers({ department: '生态环境主管部门' })).toHaveLength(2)
    expect(numbers({ department: '生态环境' })).toHaveLength(2)
    expect(numbers({ department: '林业主管部门' })).toEqual([])
  })

  it('of a case that was taken over bear the number of the old ledger', () => {
    const documents = sampleDocuments()
    documents.case.backfilled = { on: '2026-09-01', source: '台账.xlsx', number: '2025-7' }
    expect(rowOf(documents)).toMatchObject({ number: '2025-7' })
  })
})
