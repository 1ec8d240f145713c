import { describe, expect, test } from 'vitest'
import type { CaseDocument } from '../../src/core/facts/documents.ts'
import type { IntakeCase } from '../../src/core/ledger/intake/intake.ts'
import { caseFinder, type KnownCase } from '../../src/core/ledger/intake/match.ts'
import { overlay } from '../../src/core/ledger/intake/overlay.ts'

const agreement = (signedOn: string, total: string, more: object = {}) => ({
  agreements: [{ id: 'G1', obligors: ['o1'], signedOn, compensation: { items: [], total }, ...more }],
})

describe('a row over a case', () => {
  const base = { agreements: agreement('2024-06-01', '86000.00') }

  test('what only the ledger changed is taken', () => {
    const row = { agreements: agreement('2024-06-03', '86000.00') }
    expect(overlay(base, base, row)).toEqual({
      changed: { agreements: agreement('2024-06-03', '86000.00') },
      kept: [],
    })
  })

  test('what only ejc changed stays, and is no difference', () => {
    const ours = { agreements: agreement('2024-06-02', '86000.00', { place: '某局' }) }
    expect(overlay(base, ours, base)).toEqual({ changed: {}, kept: [] })
  })

  test('what both changed stays as in ejc, and is named; what else the row changed is taken', () => {
    const ours = { agreements: agreement('2024-06-02', '86000.00') }
    const row = { agreements: agreement('2024-06-03', '90000.00') }
    expect(overlay(base, ours, row)).toEqual({
      changed: { agreements: agreement('2024-06-02', '90000.00') },
      kept: ['签订日期'],
    })
  })

  test('a silent row removes nothing, neither a key nor an entry of a list', () => {
    const ours = {
      agreements: agreement('2024-06-01', '86000.00', {
        payments: [
          { id: 'P1', amount: '1.00' },
          { id: 'P2', amount: '2.00' },
        ],
      }),
    }
    const row = { agreements: { agreements: [{ id: 'G1', payments: [{ id: 'P2', amount: '2.00' }] }] } }
    expect(overlay(ours, ours, row)).toEqual({ changed: {}, kept: [] })
  })

  test('a case that no import wrote gets what it lacks, and keeps what it has', () => {
    const ours = { agreements: agreement('2024-06-02', '86000.00') }
    const row = { agreements: agreement('2024-06-03', '86000.00', { place: '某局' }) }
    expect(overlay({}, ours, row)).toEqual({
      changed: { agreements: agreement('2024-06-02', '86000.00', { place: '某局' }) },
      kept: ['签订日期'],
    })
  })

  test('a document that is not there is made', () => {
    expect(overlay({}, {}, { agreements: agreement('2024-06-03', '1.00') }).changed).toEqual({
      agreements: agreement('2024-06-03', '1.00'),
    })
  })
})

describe('the case of a row', () => {
  const known = (id: string, title: string, names: string[], backfilled?: object): KnownCase => ({
    id,
    file: {
      id,
      title,
      obligors: names.map((name) => ({ name })),
      ...(backfilled && { backfilled }),
    } as unknown as CaseDocument,
  })
  const row = (number: string | undefined, title: string, ...names: string[]): IntakeCase =>
    ({ number, title, obligors: names.map((name) => ({ name })) }) as unknown as IntakeCase
  const cases = [
    known('NN-2024-0001', '甲案', ['某公司', '韦某']),
    known('NN-2024-0002', '乙案', ['黄某'], { source: '旧.xlsx', number: '7' }),
    known('NN-2024-0003', '丙案', ['李某'], { source: '旧.xlsx', number: '8' }),
    known('NN-2024-0004', '丁案', ['梁某']),
    known('NN-2024-0005', '丁案', ['梁某']),
  ]
  const find = (each: IntakeCase, source = '旧.xlsx') => caseFinder(cases)(each, source).map(({ id }) => id)

  test.each<[string, IntakeCase, string, string[]]>([
    ['its number, whatever its name', row('NN-2024-0001', '别案'), '新.xlsx', ['NN-2024-0001']],
    ['the number in its ledger, whatever its name', row('7', '乙案（改名）'), '旧.xlsx', ['NN-2024-0002']],
    [
      'the number and the name, where the file has another name',
      row('8', '丙案'),
      '新.xlsx',
      ['NN-2024-0003'],
    ],
    ['name and obligors in any order', row(undefined, '甲案', '韦某', '某公司'), '新.xlsx', ['NN-2024-0001']],
    ['not the same number of another ledger', row('7', '戊案', '陆某'), '新.xlsx', []],
    ['not the same name with other obligors', row(undefined, '甲案', '韦某'), '新.xlsx', []],
    ['not a case with another number in its ledger', row('9', '乙案', '黄某'), '新.xlsx', []],
    [
      'name and obligors, where the number lacks its sheet',
      row('2024年 8', '丙案', '李某'),
      '新.xlsx',
      ['NN-2024-0003'],
    ],
    [
      'two, where they can’t be told apart',
      row(undefined, '丁案', '梁某'),
      '新.xlsx',
      ['NN-2024-0004', 'NN-2024-0005'],
    ],
  ])('by %s', (_, each, source, ids) => {
    expect(find(each, source)).toEqual(ids)
  })
})
