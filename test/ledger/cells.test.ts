import { describe, expect, test } from 'vitest'
import { type Column, caseColumns, ledgerColumns } from '../../src/core/ledger/columns.ts'
import type { CellContent } from '../../src/core/ledger/intake/book.ts'
import type { Noughts } from '../../src/core/ledger/intake/cells/amounts.ts'
import { parseCell } from '../../src/core/ledger/intake/cells/cell.ts'
import { choicesOfColumn } from '../../src/core/ledger/intake/cells/words.ts'
import { settingOn } from '../support/setting.ts'

const { lists } = settingOn('2026-11-30').regulation

function column(id: string): Column {
  const found = [...caseColumns, ...ledgerColumns.obligors].find((each) => each.id === id)
  if (!found) throw new Error(`no column ${id}`)
  return found
}

const text = (said: string): CellContent => ({ kind: 'text', text: said })
const number = (value: number): CellContent => ({ kind: 'number', number: value })

function read(id: string, content: CellContent | string, noughts: Noughts = 0, from1904 = false) {
  const cell = typeof content === 'string' ? text(content) : content
  return parseCell(cell, { column: column(id), noughts, from1904, lists })
}

const value = (...args: Parameters<typeof read>) => {
  const parsed = read(...args)
  return 'fault' in parsed ? parsed.fault : parsed.value
}

describe('days', () => {
  test.each([
    '2026-03-02',
    '2026.3.2',
    '2026/3/2',
    '2026年3月2日',
    '2026 年 3 月 2 号',
    '20260302',
    '２０２６年３月２日',
    '2026-03-02 00:00:00',
    '2026-03-02T00:00:00.000Z',
  ])('%s is a day', (said) => {
    expect(read('signedOn', said)).toEqual({ value: '2026-03-02' })
  })

  test('a number is the day that it counts, from 1900 or 1904, and that is said', () => {
    expect(read('signedOn', number(46083))).toEqual({
      value: '2026-03-02',
      remark: '单元格里是数字 46083，按日期 2026-03-02 读',
    })
    expect(value('signedOn', number(44621), 0, true)).toBe('2026-03-02')
    expect(value('signedOn', number(20260302))).toBe('2026-03-02')
    expect(value('signedOn', number(0))).toBeUndefined()
  })

  test('a number counts a day from 1990 to 2099 only', () => {
    const days = [32873, 32874, 73050, 73051].map((said) => value('signedOn', number(said)))
    expect(days.slice(1, 3)).toEqual(['1990-01-01', '2099-12-31'])
    for (const said of [days[0], days[3]]) expect(said).toContain('不是确切的日期')
    const dates = ['1989-12-31', '1990-01-01', '2099-12-31', '2100-01-01']
    const told = dates.map((date) => value('signedOn', { kind: 'date', date }))
    expect(told.slice(1, 3)).toEqual(dates.slice(1, 3))
    for (const said of [told[0], told[3]]) expect(said).toContain('把数字当成了日期')
  })

  test.each([
    ['2026年3月', '没有写到日'],
    ['2026.3', '没有写到日'],
    ['202603', '没有写到日'],
    ['2026年', '没有写到日'],
    ['3月初', '不是确切的日期'],
    ['2026年3月初', '不是确切的日期'],
    ['26.3.2', '年份不是四位'],
    ['2026-02-30', '不是真实存在的日期'],
    ['2026-03-02；2026-03-05', '只写一个日期'],
    ['2026年3月2日左右', '不是确切的日期'],
  ])('%s is refused: %s', (said, why) => {
    expect(value('signedOn', said)).toContain(why)
  })

  test.each([2026, 202603, 12])('the number %i is no day', (said) => {
    expect(value('signedOn', number(said))).toContain('请写成 2026-03-02')
  })

  test('a small number that has the format of a date is no day', () => {
    expect(value('signedOn', { kind: 'date', date: '1900-02-28' })).toContain('把数字当成了日期')
    expect(value('signedOn', { kind: 'date', date: '2026-03-02' })).toBe('2026-03-02')
  })

  test('words for nothing are nothing, and those for not yet say how they were read', () => {
    for (const said of ['/', '—', '无', '暂无']) expect(read('signedOn', said)).toEqual({ value: undefined })
    expect(read('closedOn', '未结案')).toEqual({ value: undefined, remark: '写的是“未结案”，按没有日期处理' })
  })

  test('several days of meetings, each once', () => {
    expect(value('metOn', '2026.3.2；2026年3月5日\n2026-03-02')).toEqual(['2026-03-02', '2026-03-05'])
    expect(value('metOn', '2026.3.2；3月5日')).toContain('“3月5日”不是确切的日期')
    expect(read('metOn', '2026.3.2；未召开；未定')).toEqual({
      ...{ value: ['2026-03-02'], remark: '写的是“未召开”，按没有日期处理' },
    })
    expect(read('metOn', '无')).toEqual({ value: undefined })
    expect(read('metOn', number(0))).toEqual({ value: undefined })
    expect(read('metOn', number(46083))).toMatchObject({ value: ['2026-03-02'] })
  })

  test('a long text is quoted by its first thirty characters', () => {
    expect(value('signedOn', '日'.repeat(30))).toContain(`“${'日'.repeat(30)}”`)
    expect(value('signedOn', '日'.repeat(31))).toContain(`“${'日'.repeat(30)}…”`)
    expect(value('signedOn', '三月初\n开会')).toContain('“三月初↵开会”')
  })
})

describe('amounts', () => {
  test.each<[CellContent | string, Noughts, string]>([
    [number(86000.050000000003), 0, '86000.05'],
    [number(86), 4, '860000.00'],
    [number(12.3456), 4, '123456.00'],
    [number(0.1 + 0.2), 0, '0.30'],
    ['86,000.50', 0, '86000.50'],
    ['１２５，０００元', 0, '125000.00'],
    ['10万元', 0, '100000.00'],
    ['10万元', 4, '100000.00'],
    ['12.5', 4, '125000.00'],
    ['86000元', 4, '86000.00'],
    ['人民币￥1.2亿元', 0, '120000000.00'],
    ['125000元整', 0, '125000.00'],
  ])('%j under a heading with %i noughts is %s', (content, noughts, expected) => {
    expect(value('total', content, noughts)).toBe(expected)
  })

  test.each(['约10万元', '10余万元', '1,23', '10万元（含鉴定费）', '8.6-9万', '-5', '1.234'])(
    '%s is refused',
    (said) => {
      expect(value('total', said)).toMatch(/不是确切的金额|不足一分/u)
    },
  )

  test('a date or a negative number is no amount', () => {
    expect(value('total', { kind: 'date', date: '2026-03-02' })).toContain('单元格是日期')
    expect(value('total', number(-5))).toContain('是负数')
  })

  test('a quantity is in the unit of its column', () => {
    expect(value('damagedSoil', number(1200.5))).toBe('1200.5')
    expect(value('damagedSoil', '1,200 m³')).toBe('1200')
    expect(value('damagedForest', '3亩')).toContain('请换算成平方米')
  })
})

describe('obligors and their certificates', () => {
  test('names by ；、 and line breaks; not within brackets', () => {
    expect(value('obligors', '某化工有限公司；韦某、黄某\n李某')).toEqual([
      '某化工有限公司',
      '韦某',
      '黄某',
      '李某',
    ])
    expect(value('obligors', '某公司（甲、乙车间）')).toEqual(['某公司（甲、乙车间）'])
    expect(value('obligors', '1、某公司\n2、韦某')).toEqual(['某公司', '韦某'])
  })

  test.each([
    ['韦某等3人', '没有写全'],
    ['某公司，韦某', '用“；”分开'],
    ['韦某；韦某', '写了两遍'],
  ])('%s is refused: %s', (said, why) => {
    expect(value('obligors', said)).toContain(why)
  })

  test.each([number(Number('450102199001011230')), '4.50102E+17', '4.5E+17', '450102199001011000'])(
    '%j has lost its last figures, and is never guessed',
    (content) => {
      expect(value('certificates', content)).toContain('末几位已经丢失')
    },
  )

  test('certificates keep their places', () => {
    expect(value('certificates', '91450100MA5N000001；无；450102199001011232')).toEqual([
      '91450100MA5N000001',
      '',
      '450102199001011232',
    ])
  })
})

describe('payments', () => {
  test('days and amounts, with who paid', () => {
    expect(value('payments', '2026-03-02 50000；2026年6月1日付款3万元、2026.7.1 某公司 2,000.50')).toEqual([
      { on: '2026-03-02', amount: '50000.00' },
      { on: '2026-06-01', amount: '30000.00' },
      { on: '2026-07-01', amount: '2000.50', payer: '某公司' },
    ])
  })

  test('a comma may part the day from the amount, a figure with thousands is none', () => {
    for (const said of ['2025.4.1，0.85万元', '2025.4.1, 8500', '2025年4月1日，8500元'])
      expect(value('payments', said)).toEqual([{ on: '2025-04-01', amount: '8500.00' }])
    expect(value('payments', '2025.4.1,500')).toContain('没有写明日期')
  })

  test.each([
    [text('50000'), '没有写明日期'],
    [text('2026-03-02'), '没有写明金额'],
    [text('2026年3月 50000'), '没有写明日期'],
    [text('2026年3月 5万元'), '没有写明日期'],
    [{ kind: 'date', date: '2026-03-02' } as const, '没有金额'],
  ])('%j is refused: %s', (content, why) => {
    expect(value('payments', content)).toContain(why)
  })

  test('a last day may stand alone', () => {
    expect(value('paymentDue', { kind: 'date', date: '2026-05-01' })).toEqual([{ on: '2026-05-01' }])
    expect(value('paymentDue', '2026-05-01前')).toEqual([{ on: '2026-05-01' }])
  })
})

describe('choices', () => {
  test.each([
    ['channel', '行政处罚', 'administrative-penalty'],
    ['channel', '资源与环境行政处罚案件', 'administrative-penalty'],
    ['channel', '中央环保督察', 'inspection'],
    ['channel', '检察院移送', 'judicial-referral'],
    ['appraisalKind', '司法鉴定', 'forensic-opinion'],
    ['outcome', '磋商不成', 'failed'],
    ['restorationMode', '货币赔偿', 'monetary'],
    ['restorationMode', '异地替代修复', 'off-site'],
    ['terminationGround', '显著轻微', 'manifestly-minor'],
    ['terminationGround', '其他：责任人下落不明', 'other：责任人下落不明'],
    ['kind', '个体工商户', 'organization'],
    ['serviceMethod', '邮寄', 'mail'],
  ])('%s: %s is %s', (id, said, code) => {
    expect(value(id, said)).toBe(code)
  })

  test.each([
    ['channel', '移送'],
    ['restorationMode', '替代修复'],
    ['outcome', '再议'],
  ])('%s: %s could mean several things, and is refused with the choices', (id, said) => {
    expect(value(id, said)).toContain('应为：')
  })

  test('every column with a list has choices, and another word for one is no word for another', () => {
    for (const each of Object.values(ledgerColumns).flat()) {
      if (each.kind !== 'choice') continue
      const choices = choicesOfColumn(each, lists)
      expect(choices.length, each.id).toBeGreaterThan(0)
      for (const { code, label } of choices) expect(value(each.id, label), `${each.id} ${label}`).toBe(code)
    }
  })
})

describe('what can be read in no column', () => {
  test.each<[CellContent, string]>([
    [{ kind: 'error', text: '#N/A' }, '错误值 #N/A'],
    [{ kind: 'unsaved-formula' }, '保存一次'],
    [{ kind: 'picture' }, '图片'],
  ])('%j', (content, why) => {
    for (const id of ['title', 'signedOn', 'total', 'obligors', 'certificates', 'channel', 'payments'])
      expect(value(id, content)).toContain(why)
  })

  test('a number too long for a text is told as lost', () => {
    expect(value('number', number(Number('12345678901234567890')))).toContain('末几位已经丢失')
    expect(value('number', number(12))).toBe('12')
  })
})
