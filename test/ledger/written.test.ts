import { describe, expect, test } from 'vitest'
import { type LedgerValue, ledgerColumns } from '../../src/core/ledger/columns.ts'
import { writtenCell } from '../../src/core/ledger/written.ts'
import { settingOn } from '../support/setting.ts'

const { lists } = settingOn('2026-11-30').regulation

function written(id: string, value: LedgerValue) {
  const column = Object.values(ledgerColumns)
    .flat()
    .find((each) => each.id === id)
  if (!column) throw new Error(`no column ${id}`)
  return writtenCell(column, value, lists)
}

describe('a cell of the ledger as it is written', () => {
  test.each<[string, LedgerValue, unknown]>([
    ['title', '某案', '某案'],
    ['title', ' 某案\r\n补充 ', '某案\n补充'],
    ['title', undefined, null],
    ['remarks', '无', null],
    ['remarks', '/', null],
    ['total', '86000.05', 8600005n],
    ['damagedSoil', '1200.5', 1200.5],
    ['channel', 'administrative-penalty', '行政处罚'],
    ['channel', 'unheard-of', 'unheard-of'],
    ['obligors', ['某公司', '韦某'], '某公司；韦某'],
    ['certificates', ['91A', ''], '91A；无'],
    ['metOn', ['2026-03-02', '2026-03-05'], '2026-03-02；2026-03-05'],
    ['payments', [{ on: '2026-03-02', amount: '5.00' }], '2026-03-02 5.00'],
    [
      'payments',
      [{ on: '2026-03-02', payer: '韦某', amount: '5.00' }, { amount: '6.00' }],
      '2026-03-02 韦某 5.00；6.00',
    ],
  ])('%s %j', (id, value, cell) => {
    const found = written(id, value)
    if (id === 'channel' && cell === '行政处罚') expect(String(found)).toContain(cell)
    else expect(found).toEqual(cell)
  })

  test('a ground with the words of the officer keeps them behind its label', () => {
    expect(String(written('terminationGround', 'other：责任人：下落不明'))).toMatch(
      /^其他.*：责任人：下落不明$/u,
    )
  })
})
