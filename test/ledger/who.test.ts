import { describe, expect, test } from 'vitest'
import { certificateForm, kindOfName } from '../../src/core/ledger/intake/cells/people.ts'
import { caseFile } from '../../src/core/ledger/intake/documents/case-file.ts'
import { recogniseCase } from '../../src/core/ledger/intake/recognise.ts'
import { intakeOf, made, type Values } from '../support/intake-row.ts'
import { intakeSetting } from '../support/ledger-sheet.ts'

describe('the ids of the obligors', () => {
  const names = (...all: string[]) => ({ obligors: all.map((name) => ({ name })) })
  const ids = (known: [string, string][], ...all: string[]) =>
    Object.fromEntries(made((parts) => parts.ids, {}, names(...all), new Map(known)).of)

  test.each<[[string, string][], string[], Record<string, string>]>([
    [[], ['甲', '乙'], { 甲: 'o1', 乙: 'o2' }],
    [[['乙', 'o1']], ['甲', '乙'], { 甲: 'o2', 乙: 'o1' }],
    [
      [
        ['乙', 'o3'],
        ['丙', 'o1'],
      ],
      ['甲', '乙'],
      { 甲: 'o4', 乙: 'o3' },
    ],
    [[['乙', 'o12x']], ['甲'], { 甲: 'o1' }],
    [[['乙', 'x9']], ['甲'], { 甲: 'o1' }],
  ])('given %j, %j are %j', (known, all, expected) => {
    expect(ids(known, ...all)).toEqual(expected)
  })
})

test('what is told stands under the heading of the file, else under that of ejc', () => {
  const told = (headings: [string, string][]) =>
    made(
      (parts) => {
        parts.refuse('signedOn', '甲')
        parts.remark('share', '乙')
        parts.remark('paidOn', '丙')
        parts.remark('unheard-of', '丁')
      },
      {},
      { headings: new Map(headings) },
    ).told
  expect(told([])).toEqual([
    '签约日期：甲',
    '赔偿份额 (kept)：乙',
    '付款日期 (kept)：丙',
    'unheard-of (kept)：丁',
  ])
  expect(told([['signedOn', '签订日']])[0]).toBe('签订日：甲')
})

describe('who an obligor is', () => {
  const obligor = (more: object) => {
    const found = made(
      (parts) => caseFile(parts, intakeSetting),
      {},
      { obligors: [{ name: '韦某', ...more }] },
    )
    const [first] = found.of.obligors as object[]
    return [first, found.told]
  }

  test.each([
    [{ kind: 'individual' }, { kind: 'individual' }],
    [{}, { kind: 'individual' }],
    [{ name: '某公司' }, { kind: 'organization' }],
    [
      { representative: '吴某', address: '某区', phone: '1' },
      { kind: 'individual', representative: { name: '吴某' }, address: '某区', phone: '1' },
    ],
    [{ certificate: '11010519491231002X' }, { kind: 'individual', idNumber: '11010519491231002X' }],
    [
      { name: '某厂', certificate: '91350100M000100Y43' },
      { kind: 'organization', creditCode: '91350100M000100Y43' },
    ],
    [
      { certificate: 'E1', certificateKind: 'passport' },
      { kind: 'individual', identity: { kind: 'passport', number: 'E1' } },
    ],
  ])('%j is %j', (more, expected) => {
    expect(obligor(more)).toEqual([
      {
        id: 'o1',
        name: '韦某',
        ...more,
        ...{ certificate: undefined, certificateKind: undefined },
        ...expected,
      },
      [],
    ])
  })

  test.each([
    [
      { name: '某厂', certificate: '91350100M000100Y44' },
      ['证件号码 (kept)：“某厂”的证件号码校验位不符，照台账登记，请核对'],
    ],
    [
      { name: '某厂', certificate: '11010519491231002X' },
      ['义务人：“某厂”像是单位，证件号码却是公民身份号码：请核对，或者在“义务人”表的“类型”里写明'],
    ],
    [
      { certificate: '91350100M000100Y43' },
      ['义务人：“韦某”像是自然人，证件号码却是统一社会信用代码：请核对，或者在“义务人”表的“类型”里写明'],
    ],
    [
      { kind: 'organization', certificate: '11010519491231002X' },
      ['证件号码：“韦某”是单位，证件号码却像公民身份号码：请核对'],
    ],
    [
      { kind: 'individual', certificate: '91350100M000100Y43' },
      ['证件号码：“韦某”是自然人，证件号码却像统一社会信用代码：请核对'],
    ],
    [
      { certificate: 'E1234' },
      [
        '证件号码：“韦某”的证件号码是 5 位，不是 18 位：请核对；是护照等其他证件的，在“义务人”表写明“证件类型”',
      ],
    ],
    [{ name: 'Q' }, ['义务人：看不出“Q”是单位还是自然人：请在“义务人”表的“类型”里写明，或者填写证件号码']],
  ])('%j is told: %j', (more, told) => {
    expect(obligor(more)[1]).toEqual(told)
  })
})

describe('a certificate by its form', () => {
  test.each([
    ['11010519491231002X', 'idNumber'],
    ['110105194912310021', 'idNumber'],
    ['91350100M000100Y43', 'creditCode'],
    ['91350100M000100Y44', 'creditCode'],
    ['91350100M000100Y4', 'other'],
    ['91350100I000100Y43', 'other'],
    ['E12345678', 'other'],
  ])('%s is %s', (number, form) => {
    expect(certificateForm(number)).toBe(form)
  })

  test.each([
    ['某公司（南宁）', 'organization'],
    ['某合作社', 'organization'],
    ['韦某', 'individual'],
    ['韦某某', 'individual'],
    ['买买提·吐尔逊', 'individual'],
    ['韦某（已故）', 'individual'],
    ['韦', undefined],
    ['Smith', undefined],
  ])('%s is %s', (name, kind) => {
    expect(kindOfName(name)).toBe(kind)
  })
})

describe('the office of a case', () => {
  const unit = { name: '某市局', kind: 'department' } as const
  const setting = { ...intakeSetting, config: { ...intakeSetting.config, unit } }
  const { level, obligee } = setting.config
  const jurisdiction = (values: Values) => made((parts) => caseFile(parts, setting), values).of.jurisdiction

  test('is our own where the row names none, or us; another has no kind on record', () => {
    const ours = { level, obligee, handlingUnit: '某市局', handlingUnitKind: 'department' }
    expect(jurisdiction({})).toEqual(ours)
    expect(jurisdiction({ handlingUnit: '某市局' })).toEqual(ours)
    expect(jurisdiction({ handlingUnit: '某县局' })).toEqual({ level, obligee, handlingUnit: '某县局' })
    expect(jurisdiction({ damageKind: 'wildlife' })).toEqual({ ...ours, department: 'forestry' })
  })
})

test('a case keeps what the row says of its clue, its officers and where it came from', () => {
  const said = {
    channel: 'other',
    foundOn: '2024-01-02',
    receivedOn: '2024-01-03',
    officers: ['覃某', '李某'],
  }
  const file = (hasSheets: boolean) =>
    made((parts) => caseFile(parts, { ...intakeSetting, hasSheets }), said).of
  expect(file(false)).toMatchObject({
    clue: { channel: 'other', foundOn: '2024-01-02', receivedOn: '2024-01-03' },
    officers: [{ name: '覃某' }, { name: '李某' }],
  })
  const from = { on: '2026-11-30', source: '台账.xlsx', row: 7, number: '1' }
  expect(file(false).backfilled).toEqual(from)
  expect(file(true).backfilled).toEqual({ ...from, sheet: '台账' })
  expect(made((parts) => caseFile(parts, intakeSetting), {}, { title: undefined }).told).toEqual([
    '案件名称：没有写案件名称',
  ])
})

describe('the obligors of a case that is there', () => {
  const known = {
    id: 'NN-2024-0001',
    file: {
      title: '甲案',
      obligors: [
        { id: 'o1', name: '甲公司' },
        { id: 'o2', name: '韦某' },
      ],
    },
  } as unknown as Parameters<typeof recogniseCase>[1]
  const written = {
    title: '旧甲案',
    obligors: [{ id: 'o1', name: '旧公司' }, { id: 'o9', name: '已撤' }, '?', { name: '无号' }],
  }
  const look = (title: string | undefined, names: string[], before: unknown = written) => {
    const found = recogniseCase(
      intakeOf({}, { title, obligors: names.map((name) => ({ name })) }),
      known,
      () => before,
    )
    return [
      names.map((name) => found.ids.get(name)),
      found.fault?.column,
      found.fault?.message.split('：')[0],
    ]
  }

  test.each<[string | undefined, string[], unknown[]]>([
    ['乙案', ['甲公司', '韦某'], [['o1', 'o2'], undefined, undefined]],
    ['甲案', ['旧公司', '韦某'], [['o1', 'o2'], undefined, undefined]],
    ['旧甲案', ['旧公司'], [['o1'], undefined, undefined]],
    ['乙案', ['旧公司', '新公司'], [['o1', undefined], '义务人', '台账写的是“新公司”，案件里是“韦某”']],
    ['甲案', ['甲公司', '韦某', '新公司'], [['o1', 'o2', undefined], undefined, undefined]],
    [
      '乙案',
      ['新公司'],
      [[undefined], '编号', '这个编号在本库是 NN-2024-0001“甲案”，案件名称和义务人都不同'],
    ],
    ['乙案', ['已撤'], [[undefined], '编号', '这个编号在本库是 NN-2024-0001“甲案”，案件名称和义务人都不同']],
    ['乙案', ['无号'], [[undefined], '编号', '这个编号在本库是 NN-2024-0001“甲案”，案件名称和义务人都不同']],
    [undefined, ['新公司'], [[undefined], '义务人', '台账写的是“新公司”，案件里是“甲公司”']],
    ['甲案', ['新公司'], [[undefined], '义务人', '台账写的是“新公司”，案件里是“甲公司”']],
    ['旧甲案', ['新公司'], [[undefined], '义务人', '台账写的是“新公司”，案件里是“甲公司”']],
  ])('given the title %s, %j are %j', (title, names, expected) => {
    expect(look(title, names)).toEqual(expected)
  })

  test('are known by their names alone, where the import wrote nothing', () => {
    expect(look('甲案', ['甲公司', '旧公司'], {})[0]).toEqual(['o1', undefined])
    expect(look('甲案', ['甲公司', '旧公司'], null)[0]).toEqual(['o1', undefined])
  })

  test('are not looked for in what the import wrote, where all names are known', () => {
    const ask = (...names: string[]) => {
      let asked = 0
      recogniseCase(intakeOf({}, { obligors: names.map((name) => ({ name })) }), known, () => {
        asked += 1
      })
      return asked
    }
    expect([ask('甲公司', '韦某'), ask('甲公司', '新公司'), ask()]).toEqual([0, 1, 0])
  })

  test('that has none yet may be any, and what is told refuses the row', () => {
    const empty = { ...known, file: { ...known.file, obligors: [] } }
    const row = intakeOf({}, { title: '乙案', obligors: [{ name: '新公司' }] })
    expect(recogniseCase(row, empty, () => undefined).fault).toBeUndefined()
    expect(recogniseCase(row, known, () => undefined).fault?.refuses).toBe(true)
  })

  test('are told under the headings of the file', () => {
    const headings = new Map([
      ['number', '案号'],
      ['obligors', '责任人'],
    ])
    const column = (title: string) =>
      recogniseCase(intakeOf({}, { title, headings, obligors: [{ name: '新公司' }] }), known, () => undefined)
        .fault?.column
    expect([column('乙案'), column('甲案')]).toEqual(['案号', '责任人'])
  })
})
