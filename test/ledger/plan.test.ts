import { describe, expect, test } from 'vitest'
import type { CaseData, Documents } from '../../src/core/facts/documents.ts'
import { type KnownCases, type PlannedRow, planRows } from '../../src/core/ledger/intake/plan.ts'
import { intake, intakeSetting, type Said, sheetOf } from '../support/ledger-sheet.ts'

type Cells = Readonly<Record<string, Said>>

/** A repository with these cases, as the last import wrote them or otherwise. */
function repository(
  cases: Readonly<Record<string, CaseData>> = {},
  imported: Readonly<Record<string, CaseData>> = {},
): KnownCases {
  const documents = cases as Readonly<Record<string, Documents>>
  return {
    cases: Object.entries(documents).map(([id, each]) => ({ id, file: each.case })),
    documents: (id) => documents[id] ?? ({} as Documents),
    imported: (id) => imported[id] ?? {},
    nextId: (year, taken) => `NN-${year}-000${taken.size + 1}`,
  }
}

/** What rows with one heading would become. */
function planned(known: KnownCases, ...rows: readonly Cells[]): PlannedRow[] {
  const heads = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return planRows(
    intake(sheetOf([heads, ...rows.map((row) => heads.map((head) => row[head] ?? null))])),
    known,
    intakeSetting,
  )
}
const one = (known: KnownCases, row: Cells): PlannedRow => {
  const [first] = planned(known, { 编号: '桂1号', 案件名称: '某案', 义务人: '某化工有限公司', ...row })
  if (!first) throw new Error('no row')
  return first
}
const told = ({ faults }: PlannedRow): string[] =>
  faults.map(({ column, message }) => `${column}：${message}`)

describe('a row that no case here answers to', () => {
  test('becomes a case under the next number of the year in which its clue was found', () => {
    const row = one(repository(), { 发现日期: '2024-01-02', 启动日期: '2025-03-02' })
    expect([row.status, row.id, row.changes, told(row)]).toEqual(['new', 'NN-2024-0001', [], []])
    expect(row.documents.case).toMatchObject({
      id: 'NN-2024-0001',
      title: '某案',
      backfilled: { number: '桂1号' },
    })
    expect(row.documents.investigation).toEqual({ initiation: { initiatedOn: '2025-03-02' } })
  })

  test.each<[Cells, number]>([
    [{ 发现日期: '2024-01-02', 接收线索日期: '2023-12-30' }, 2023],
    [{ 接收线索日期: '2024-01-02', 签约日期: '2024-03-01', 核查日期: '2024-02-01' }, 2024],
    [{ 启动日期: '2025-01-02', 核查日期: '2024-12-30' }, 2024],
    [{ 告知日期: '2025-01-02' }, 2025],
    [{ 签约日期: '2025-01-02' }, 2025],
    [{ 启动日期: '2022-01-02', 结案日期: '2023-01-02' }, 2022],
    [{ 案由: '排污' }, 2026],
  ])('%j is a case of %i', (row, year) => {
    expect(one(repository(), row).id).toBe(`NN-${year}-0001`)
  })

  test('keeps a number that is one of ours, which is no number of a ledger then', () => {
    const row = one(repository(), { 编号: 'NN-2024-0007' })
    expect([row.status, row.id]).toEqual(['new', 'NN-2024-0007'])
    expect(row.documents.case).toMatchObject({ id: 'NN-2024-0007' })
    expect(row.documents.case).not.toHaveProperty('backfilled.number')
    expect(row.documents.case).toHaveProperty('backfilled.source', '台账.xlsx')
  })

  test('never gets a number that a row before it has', () => {
    const rows = planned(
      repository(),
      { 编号: '1', 案件名称: '甲案', 义务人: '甲公司', 发现日期: '2024-01-02' },
      { 编号: '2', 案件名称: '乙案', 义务人: '乙公司', 发现日期: '2024-01-03' },
    )
    expect(rows.map(({ id }) => id)).toEqual(['NN-2024-0001', 'NN-2024-0002'])
  })

  test('is refused where a step was taken on a day that has not come; a last day may be ahead', () => {
    const ahead = '2026-12-01 还没有到：请核对日期'
    expect(told(one(repository(), { 启动日期: '2026-12-01' }))).toEqual([`启动日期：${ahead}`])
    expect(told(one(repository(), { 启动日期: '2026-11-30' }))).toEqual([])
    const met = { 告知日期: '2026-11-01', 磋商会议日期: '2026-11-20；2026-12-01' }
    expect(told(one(repository(), met))).toEqual([`磋商会议日期：${ahead}`])
    const agreed = { 签约日期: '2026-11-01', 赔偿总额: 5, 付款期限: '2027-01-01' }
    expect(told(one(repository(), agreed))).toEqual([])
    expect(told(one(repository(), { ...agreed, 修复期限: '2027-01-01', 付款期限: '2027-01-01 5' }))).toEqual(
      [],
    )
    expect(told(one(repository(), { ...agreed, 付款日期和金额: '2026-12-01 5' }))).toEqual([
      `付款日期和金额：${ahead}`,
    ])
    const refused = one(repository(), { 启动日期: '2026-12-01' })
    expect([refused.status, refused.id, refused.documents]).toEqual(['refused', null, {}])
  })

  test('tells a cell that can not be read, and nothing of what the case lacks by that', () => {
    const row = one(repository(), { 启动日期: '2024年3月' })
    expect(row.status).toBe('refused')
    expect(told(row)).toEqual([expect.stringMatching(/^启动日期：.*没有写到日/u)])
  })
})

describe('a row whose case is here', () => {
  const known = (row: Cells, more: (documents: CaseData) => CaseData = (documents) => documents) => {
    const { documents, id } = one(repository(), row)
    const whole = structuredClone(documents)
    return repository({ [id ?? '']: more(whole) }, { [id ?? '']: documents })
  }
  const row = { 发现日期: '2024-01-02', 签约日期: '2024-06-01', 赔偿总额: 86000 }

  test('is the same where it says what the case says', () => {
    const same = one(known(row), row)
    expect([same.status, same.id, same.documents, same.changes, told(same)]).toEqual([
      'same',
      'NN-2024-0001',
      {},
      [],
      [],
    ])
  })

  test('changes what it alone has changed, column by column, and takes nothing away', () => {
    const changed = one(known(row), { ...row, 签约日期: '2024-06-03', 公开日期: '2024-07-01' })
    expect([changed.status, changed.id, told(changed)]).toEqual(['changed', 'NN-2024-0001', []])
    expect(changed.changes.map(({ column, from, to }) => [column.id, from, to])).toEqual([
      ['signedOn', '2024-06-01', '2024-06-03'],
      ['disclosedOn', undefined, '2024-07-01'],
    ])
    expect(Object.keys(changed.documents)).toEqual(['agreements', 'supervision'])
    const silent = one(known(row), { 发现日期: '2024-01-02' })
    expect(silent.status).toBe('same')
  })

  test('leaves what was corrected here, and says so', () => {
    const corrected = known(row, (documents) => {
      const { agreements } = documents as unknown as { agreements: { agreements: { signedOn: string }[] } }
      for (const agreement of agreements.agreements) agreement.signedOn = '2024-06-02'
      return documents
    })
    expect(one(corrected, row).status).toBe('same')
    const other = one(corrected, { ...row, 签约日期: '2024-06-03' })
    expect(other.status).toBe('same')
    expect(told(other)).toEqual(['签订日期：案件里登记的与台账不同，以案件为准，没有改'])
  })

  test('changes nothing that the import adds of its own to a new case', () => {
    const elsewhere = known(row, (documents) => ({
      ...documents,
      case: {
        ...Object(documents.case),
        regulation: 'national-2026',
        jurisdiction: { level: 'county', handlingUnit: '某县生态环境局' },
        damage: { scope: 'marine' },
      },
    }))
    expect(one(elsewhere, row).status).toBe('same')
    const named = one(known(row), { ...row, 承办单位: '某县自然资源局' })
    expect(named.changes.map(({ column, to }) => [column.id, to])).toEqual([
      ['handlingUnit', '某县自然资源局'],
    ])
  })

  test('keeps the ids of its obligors, and gives others the next', () => {
    const numbered = one(known(row), { ...row, 义务人: '韦某；某化工有限公司' })
    expect(numbered.status).toBe('changed')
    const { obligors } = numbered.documents.case as unknown as { obligors: { id: string; name: string }[] }
    expect(obligors.map(({ id, name }) => `${id} ${name}`).toSorted()).toEqual([
      'o1 某化工有限公司',
      'o2 韦某',
    ])
  })

  test('is refused where a row before it is of the same case, or several cases may be meant', () => {
    const here = known({ ...row, 编号: 'NN-2024-0001' })
    const twice = planned(
      here,
      { 编号: 'NN-2024-0001', 案件名称: '某案', 义务人: '某化工有限公司' },
      { 编号: '7', 案件名称: '某案', 义务人: '某化工有限公司' },
    )
    expect(twice.map(({ status, id }) => [status, id])).toEqual([
      ['same', 'NN-2024-0001'],
      ['refused', 'NN-2024-0001'],
    ])
    expect(twice.slice(1).flatMap(told)).toEqual([
      '编号：另一行也对应案件 NN-2024-0001：请合成一行，或者改正编号',
    ])
    const alike = { title: '某案', obligors: [{ id: 'o1', name: '某化工有限公司' }] }
    const both = repository({ 'NN-2024-0001': { case: alike }, 'NN-2024-0002': { case: alike } })
    const [unclear] = planned(both, { 案件名称: '某案', 义务人: '某化工有限公司', 案由: '排污' })
    expect([unclear?.status, unclear?.id]).toEqual(['refused', null])
    expect(unclear && told(unclear)).toEqual([
      '编号：本库有几件都像是它（NN-2024-0001、NN-2024-0002）：请在“编号”里写明是哪一件',
    ])
  })
})

describe('case ids in the numbers of a ledger', () => {
  test('a row above one that brings its case id gets another number', () => {
    const rows = planned(
      repository(),
      { 案件名称: '甲案', 义务人: '甲公司', 案由: '排污', 启动日期: '2025-03-02', 编号: '' },
      { 案件名称: '乙案', 义务人: '乙公司', 案由: '排污', 启动日期: '2025-03-02', 编号: 'NN-2025-0001' },
    )
    expect(rows.map(({ id }) => id)).toEqual(['NN-2025-0002', 'NN-2025-0001'])
  })

  test('a row with the id of a case of which it names neither title nor obligor is refused', () => {
    const file = { id: 'NN-2025-0001', title: '乙案', obligors: [{ id: 'o1', name: '乙公司' }] }
    const known = repository({ 'NN-2025-0001': { case: file } })
    const row = one(known, { 编号: 'NN-2025-0001', 案件名称: '甲案', 义务人: '甲公司' })
    expect([row.status, row.id]).toEqual(['refused', 'NN-2025-0001'])
    expect(told(row)).toEqual([expect.stringContaining('案件名称和义务人都不同')])
    const before = { ...file, backfilled: { on: '2025-01-02', source: '台账.xlsx', row: 2, number: '1' } }
    const next = one(repository({ 'NN-2025-0001': { case: before } }), { 编号: '1', 义务人: '甲公司' })
    expect([next.status, next.id]).toEqual(['refused', 'NN-2025-0001'])
    const renamed = one(known, { 编号: 'NN-2025-0001', 案件名称: '甲案', 义务人: '乙公司' })
    expect(told(renamed).join('')).not.toContain('案件名称和义务人都不同')
  })
})

describe('a changed ledger', () => {
  /** A case that an import wrote, and what was changed in ejc since. */
  const since = (said: Cells, change: (documents: CaseData) => unknown = () => undefined): KnownCases => {
    const { documents, id } = one(repository(), said)
    const ours = structuredClone(documents)
    change(ours)
    return repository({ [id ?? '']: ours }, { [id ?? '']: documents })
  }

  test('given an obligor and a title renamed in ejc, the old names in the ledger are still theirs', () => {
    const known = since({ 启动日期: '2025-03-02' }, ({ case: file }) =>
      Object.assign(file as object, {
        title: '某化工集团案',
        obligors: [{ id: 'o1', kind: 'organization', name: '某化工集团有限公司' }],
      }),
    )
    const row = one(known, { 启动日期: '2025-03-02' })
    expect([row.status, row.changes, told(row)]).toEqual(['same', [], []])
  })

  test('given another name in place of an obligor, nobody is added beside him', () => {
    const row = one(since({ 启动日期: '2025-03-02', 义务人: '某矿业有限公司' }), { 启动日期: '2025-03-02' })
    expect(row.status).toBe('refused')
    expect(told(row)).toEqual([
      expect.stringMatching(/^义务人：台账写的是“某化工有限公司”，案件里是“某矿业有限公司”/u),
    ])
  })

  test('an officer in place of another is the one who has the case', () => {
    const known = since({ 启动日期: '2025-03-02', 承办人: '王五；赵六' })
    const row = one(known, { 启动日期: '2025-03-02', 承办人: '王五；李四' })
    expect(row.documents.case).toMatchObject({ officers: [{ name: '王五' }, { name: '李四' }] })
  })
})
