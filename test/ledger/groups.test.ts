import { describe, expect, test } from 'vitest'
import { caseColumns, type LedgerValue } from '../../src/core/ledger/columns.ts'
import { groupRows, paymentsIn, textsOfValue } from '../../src/core/ledger/intake/groups.ts'
import type { ReadRow, RowValue } from '../../src/core/ledger/intake/rows.ts'

const headingOf = (id: string) => caseColumns.find((column) => column.id === id)?.heading ?? id

interface Held {
  readonly value: LedgerValue
  /** The rows over which its cell is merged. */
  readonly from?: number
  readonly to?: number
}
type Cells = Readonly<Record<string, LedgerValue | Held>>

const isHeld = (said: LedgerValue | Held): said is Held =>
  typeof said === 'object' && !Array.isArray(said) && 'value' in said

/** A row of the sheet as it was read; a cell belongs to its row, where nothing else is said. */
function rowOf(row: number, cells: Cells, more: Partial<ReadRow> = {}): ReadRow {
  const values = Object.entries(cells).map(([id, said]): [string, RowValue] => {
    const { value, from = row, to = row } = isHeld(said) ? said : { value: said }
    return [id, { value, heading: headingOf(id), heldIn: from, until: to }]
  })
  return { row, hidden: false, values: new Map(values), faults: [], notes: [], ...more }
}
const merged = (value: LedgerValue, from: number, to: number): Held => ({ value, from, to })

/** The rows of each case that is found. */
const cases = (...rows: ReadRow[]) => groupRows('台账', rows).map((each) => each.rows)
/** What is said of the only case, or of the last one. */
const told = (...rows: ReadRow[]) =>
  groupRows('台账', rows)
    .flatMap(({ faults }) => faults)
    .map(({ row, column, message, refuses }) => `${row} ${column}${refuses ? '' : ' (kept)'}：${message}`)
const value = (id: string, ...rows: ReadRow[]) => groupRows('台账', rows)[0]?.values.get(id)
const obligors = (...rows: ReadRow[]) => groupRows('台账', rows)[0]?.obligors

describe('rows of one case', () => {
  test.each<[what: string, rows: ReadRow[], expected: number[][]]>([
    ['have one number', [rowOf(2, { number: '1' }), rowOf(3, { number: '1' })], [[2, 3]]],
    ['and not two', [rowOf(2, { number: '1' }), rowOf(3, { number: '2' })], [[2], [3]]],
    ['have one title', [rowOf(2, { title: '甲案' }), rowOf(3, { title: '甲案' })], [[2, 3]]],
    [
      'and not two, though the number is the same',
      [rowOf(2, { number: '1', title: '甲案' }), rowOf(3, { number: '1', title: '乙案' })],
      [[2], [3]],
    ],
    ['say neither in the next row', [rowOf(2, { number: '1' }), rowOf(3, { cause: '排污' })], [[2, 3]]],
    ['but not in a later one', [rowOf(2, { number: '1' }), rowOf(4, { cause: '排污' })], [[2], [4]]],
    [
      'say neither in row after row',
      [rowOf(2, { number: '1' }), rowOf(3, {}), rowOf(4, {}), rowOf(6, {})],
      [[2, 3, 4], [6]],
    ],
    ['may add a number to none', [rowOf(2, { title: '甲案' }), rowOf(3, { number: '1' })], [[2], [3]]],
    [
      'are counted as one',
      [rowOf(2, { title: '甲案' }, { serial: '1' }), rowOf(3, { title: '甲案' }, { serial: '1' })],
      [[2, 3]],
    ],
    [
      'are not counted apart, with the same title',
      [rowOf(2, { title: '甲案' }, { serial: '1' }), rowOf(3, { title: '甲案' }, { serial: '2' })],
      [[2], [3]],
    ],
    [
      'may lack a count',
      [rowOf(2, { title: '甲案' }, { serial: '1' }), rowOf(3, { title: '甲案' })],
      [[2, 3]],
    ],
    [
      'may lack the first count',
      [rowOf(2, { title: '甲案' }), rowOf(3, { title: '甲案' }, { serial: '2' })],
      [[2, 3]],
    ],
    [
      'without a head are counted apart',
      [rowOf(2, {}, { serial: '1' }), rowOf(3, {}, { serial: '2' })],
      [[2], [3]],
    ],
    [
      'are sure by the number, though counted apart',
      [rowOf(2, { number: 'a' }, { serial: '1' }), rowOf(3, { number: 'a' }, { serial: '2' })],
      [[2, 3]],
    ],
    [
      'are sure by a merged title, though counted apart',
      [
        rowOf(2, { title: merged('甲案', 2, 3) }, { serial: '1' }),
        rowOf(3, { title: merged('甲案', 2, 3) }, { serial: '2' }),
      ],
      [[2, 3]],
    ],
  ])('%s', (_, rows, expected) => {
    expect(cases(...rows)).toEqual(expected)
  })

  test('are hidden where all of them are', () => {
    const hidden = (...flags: boolean[]) =>
      groupRows(
        '台账',
        flags.map((flag, index) => rowOf(index + 2, { number: '1' }, { hidden: flag })),
      )[0]?.hidden
    expect([hidden(true, true), hidden(true, false)]).toEqual([true, false])
  })
})

test('the headings of a case are those of all its rows', () => {
  const [one] = groupRows('台账', [rowOf(2, { number: '1' }), rowOf(3, { cause: '排污' })])
  expect([...(one?.headings ?? [])]).toEqual([
    ['number', headingOf('number')],
    ['cause', '案由'],
  ])
})

describe('two cases in one row', () => {
  const several = '一行里写了 2 件，分不清哪些内容是哪一件的：请拆成几行，一行一件'
  test.each<[Cells, string[]]>([
    [{ number: '1；2' }, [`2 编号：${several}`]],
    [{ title: '甲厂排污案；乙厂排污案' }, [`2 案件名称：${several}`]],
    [{ title: '甲厂、乙厂排污案' }, []],
    [{ title: '甲厂排污案（甲案、乙案）' }, []],
    [{ number: '桂1号', title: '甲厂排污案' }, []],
  ])('%j: %j', (cells, expected) => {
    expect(told(rowOf(2, cells))).toEqual(expected)
  })
})

describe('two cases of one title', () => {
  const two = (first: Cells, second: Cells) =>
    told(rowOf(2, first, { serial: '1' }), rowOf(3, second, { serial: '2' }))

  test('that only their count sets apart are told', () => {
    expect(two({ title: '甲案' }, { title: '甲案' })).toEqual([
      '3 案件名称 (kept)：与上一件案件名称相同、序号不同，按两件读；是同一件的，请合并案件名称的单元格，或者删去这一行的序号',
    ])
  })

  test.each<[Cells, Cells]>([
    [{ title: '甲案' }, { title: '乙案' }],
    [
      { number: '1', title: '甲案' },
      { number: '2', title: '甲案' },
    ],
    [{ title: '甲案' }, { number: '2', title: '甲案' }],
    [{ cause: '排污' }, { cause: '排污' }],
  ])('%j and %j are told apart otherwise', (first, second) => {
    expect(two(first, second)).toEqual([])
  })
})

describe('a value that several rows say', () => {
  const both = (id: string, first: LedgerValue | Held, second: LedgerValue | Held) => [
    rowOf(2, { number: '1', [id]: first }),
    rowOf(3, { number: '1', [id]: second }),
  ]

  test('is one where they agree, and refused where they do not', () => {
    expect(value('cause', ...both('cause', '排污', '排污'))).toBe('排污')
    expect(told(...both('cause', '排污', '排污'))).toEqual([])
    expect(told(...both('cause', '排污', '倾倒'))).toEqual([
      '2 案由：这一件的几行写得不一样（第 2、3 行）：请改为一致',
    ])
  })

  test('is named by the row that first says it', () => {
    const rows = [rowOf(2, { number: '1' }), rowOf(3, { cause: '排污' }), rowOf(4, { cause: '倾倒' })]
    expect(told(...rows)).toEqual(['3 案由：这一件的几行写得不一样（第 3、4 行）：请改为一致'])
    expect(value('cause', ...rows)).toBe('排污')
  })

  test('of remarks, days, officers and payments is put together, each once', () => {
    expect(value('remarks', ...both('remarks', '甲', '乙'))).toBe('甲\n乙')
    expect(value('remarks', ...both('remarks', '甲', '甲'))).toBe('甲')
    expect(value('metOn', ...both('metOn', ['2024-01-02'], ['2024-01-03', '2024-01-02']))).toEqual([
      '2024-01-02',
      '2024-01-03',
    ])
    expect(value('officers', ...both('officers', ['覃某'], ['李某', '覃某']))).toEqual(['覃某', '李某'])
    const payment = { on: '2024-01-02', amount: '5.00' }
    expect(value('payments', ...both('payments', [payment], [payment]))).toEqual([payment, payment])
    for (const [id, first, second] of [
      ['remarks', '甲', '乙'],
      ['metOn', ['2024-01-02'], ['2024-01-03']],
      ['officers', ['覃某'], ['李某']],
      ['payments', [payment], [payment]],
    ] as const)
      expect(told(...both(id, first, second))).toEqual([])
  })

  test('of money is refused, the same amount too, unless one cell says it', () => {
    const several =
      '2 赔偿总额：这一件的几行都写了，分不清是合计还是各人的份额：请只写在第一行，或者合并单元格'
    expect(told(...both('total', '5.00', '5.00'))).toEqual([several])
    const cell = merged('5.00', 2, 3)
    expect(told(...both('total', cell, cell))).toEqual([])
    expect(value('total', ...both('total', cell, cell))).toBe('5.00')
  })

  test('of money that is merged with another case is refused; of words it is that of both', () => {
    const shared = '与另一件案件合并在一个单元格里，分不清这一件是多少：请拆开单元格，各写各的'
    const rows = (id: string) => [
      rowOf(2, { number: '1', [id]: merged('5.00', 2, 3) }),
      rowOf(3, { number: '2', [id]: merged('5.00', 2, 3) }),
    ]
    expect(told(...rows('total'))).toEqual([`2 赔偿总额：${shared}`, `3 赔偿总额：${shared}`])
    expect(told(...rows('cause'))).toEqual([])
    const within = [
      rowOf(2, { number: '1', total: merged('5.00', 1, 2) }),
      rowOf(3, { number: '1', damageAmount: merged('5.00', 3, 3) }),
    ]
    expect(told(...within)).toEqual([`2 赔偿总额：${shared}`])
  })

  test('that no row says is none', () => {
    expect(groupRows('台账', [rowOf(2, { number: '1', cause: undefined })])[0]?.values.has('cause')).toBe(
      false,
    )
  })
})

describe('the obligors of a case', () => {
  test('are those of all its rows, each once, with the certificates beside them', () => {
    const rows = [
      rowOf(2, { number: '1', obligors: ['甲公司', '韦某'], certificates: ['91A', ''] }),
      rowOf(3, { number: '1', obligors: ['甲公司'] }),
    ]
    expect(obligors(...rows)).toEqual([{ name: '甲公司', certificate: '91A' }, { name: '韦某' }])
  })

  test('are not said again by a cell that is merged from above', () => {
    const cell = merged(['甲公司'], 2, 3)
    const rows = [
      rowOf(2, { number: '1', obligors: cell, servedOn: '2024-01-02' }),
      rowOf(3, { number: '1', obligors: cell, certificates: merged(['91A'], 2, 3) }),
    ]
    expect(obligors(...rows)).toEqual([{ name: '甲公司' }])
    expect(value('servedOn', ...rows)).toBe('2024-01-02')
  })

  test('have days of their own, where each row names others', () => {
    const rows = [
      rowOf(2, { number: '1', obligors: ['甲公司'], notifiedOn: '2024-01-01', servedOn: '2024-01-02' }),
      rowOf(3, { number: '1', obligors: ['韦某'], servedOn: '2024-01-03' }),
      rowOf(4, { number: '1', obligors: ['覃某'] }),
    ]
    const place = (row: number, column: string) => ({ sheet: '台账', row, column })
    expect(obligors(...rows)).toEqual([
      {
        ...{ name: '甲公司', notifiedOn: '2024-01-01', servedOn: '2024-01-02' },
        places: { notifiedOn: place(2, '告知日期'), servedOn: place(2, '送达日期') },
      },
      { name: '韦某', servedOn: '2024-01-03', places: { servedOn: place(3, '送达日期') } },
      { name: '覃某' },
    ])
    expect([value('servedOn', ...rows), value('notifiedOn', ...rows)]).toEqual([undefined, undefined])
  })

  test('and certificates of another number are refused, unless the names were not read', () => {
    const row = (more: Cells, faults: ReadRow['faults'] = []) =>
      rowOf(2, { number: '1', ...more }, { faults })
    const names = { obligors: ['甲公司', '韦某'] }
    const message = (many: number, numbers: number) =>
      `2 证件号码：义务人 ${many} 个，证件号码 ${numbers} 个，分不清是谁的：请按相同的顺序写，没有的写“无”`
    expect(told(row({ ...names, certificates: ['91A'] }))).toEqual([message(2, 1)])
    expect(told(row({ ...names, certificates: ['91A', '', '45B'] }))).toEqual([message(2, 3)])
    expect(told(row({ certificates: ['91A'] }))).toEqual([message(0, 1)])
    expect(told(row(names))).toEqual([])
    const fault = { sheet: '台账', row: 2, column: '义务人', message: '没有写全' }
    expect(told(row({ certificates: ['91A'] }, [{ ...fault, refuses: true }]))).toEqual([
      '2 义务人：没有写全',
    ])
    expect(told(row({ certificates: ['91A'] }, [{ ...fault, refuses: false }]))).toEqual([
      '2 义务人 (kept)：没有写全',
      message(0, 1),
    ])
  })
})

test('texts and payments of a value are told apart', () => {
  const payment = { on: '2024-01-02' }
  expect([
    textsOfValue('甲'),
    textsOfValue(['甲', '乙']),
    textsOfValue(undefined),
    textsOfValue([payment]),
  ]).toEqual([['甲'], ['甲', '乙'], [], []])
  expect([paymentsIn([payment]), paymentsIn('甲'), paymentsIn(undefined), paymentsIn(['甲'])]).toEqual([
    [payment],
    [],
    [],
    [],
  ])
})
