import { describe, expect, test } from 'vitest'
import { type Column, ledgerColumns } from '../../src/core/ledger/columns.ts'
import type { CellContent } from '../../src/core/ledger/intake/book.ts'
import { parseCell } from '../../src/core/ledger/intake/cells/cell.ts'
import { certificateForm, kindOfName } from '../../src/core/ledger/intake/cells/people.ts'
import { documentsOf } from '../../src/core/ledger/intake/documents.ts'
import { noteFaults, noteText, remarksWith } from '../../src/core/ledger/intake/notes.ts'
import { documents, faults, intake, intakeSetting, type Said, sheetOf } from '../support/ledger-sheet.ts'
import { settingOn } from '../support/setting.ts'

const { lists } = settingOn('2026-11-30').regulation

function column(id: string): Column {
  const found = Object.values(ledgerColumns)
    .flat()
    .find((each) => each.id === id)
  if (!found) throw new Error(`no column ${id}`)
  return found
}
const read = (id: string, content: CellContent) =>
  parseCell(content, { column: column(id), noughts: 0, from1904: false, lists })
const text = (said: string): CellContent => ({ kind: 'text', text: said })
const number = (value: number): CellContent => ({ kind: 'number', number: value })

describe('a cell that says nothing, or not yet', () => {
  test.each(['signedOn', 'metOn', 'total', 'damagedSoil', 'obligors', 'certificates', 'payments', 'channel'])(
    '%s is empty',
    (id) => {
      for (const said of ['无', '/', ' — ']) expect(read(id, text(said))).toEqual({ value: undefined })
    },
  )

  test.each([
    ['signedOn', '尚未签订', '按没有日期处理'],
    ['total', '未确定', '按没有金额处理'],
    ['payments', '未付', '按没有付款处理'],
    ['paymentDue', '磋商中', '按没有付款处理'],
  ])('%s, %s: %s', (id, said, remark) => {
    expect(read(id, text(said))).toEqual({ value: undefined, remark: `写的是“${said}”，${remark}` })
  })
})

describe('a cell of another kind than its column', () => {
  test.each<[string, CellContent, unknown]>([
    ['metOn', { kind: 'date', date: '2026-03-02' }, { value: ['2026-03-02'] }],
    ['metOn', number(0), { value: undefined }],
    ['certificates', number(12), { value: ['12'] }],
    ['paymentDue', { kind: 'date', date: '2026-03-02' }, { value: [{ on: '2026-03-02' }] }],
    ['paymentDue', number(0), { value: undefined }],
    ['paymentDue', text('5万元'), { value: [{ amount: '50000.00' }] }],
    ['payments', number(5), { fault: expect.stringContaining('没有写明日期和金额') }],
    ['certificates', { kind: 'date', date: '2026-03-02' }, { fault: '不是证件号码' }],
    ['obligors', number(5), { fault: expect.stringContaining('不是名称或者姓名') }],
    [
      'obligors',
      { kind: 'date', date: '2026-03-02' },
      { fault: expect.stringContaining('不是名称或者姓名') },
    ],
    ['channel', number(5), { fault: expect.stringContaining('请写文字') }],
  ])('%s, %j', (id, content, parsed) => {
    expect(read(id, content)).toEqual(parsed)
  })

  test('a day that stands before any that may be meant is a number', () => {
    const isDay = (date: string) => 'value' in read('signedOn', { kind: 'date', date })
    expect(isDay('1900-03-01')).toBe(false)
    expect(isDay('2024-01-01')).toBe(true)
  })
})

describe('lists in a cell', () => {
  test('are numbered by one or two figures, which are none of the names', () => {
    expect(read('obligors', text('1、某公司\n12、韦某'))).toEqual({ value: ['某公司', '韦某'] })
    expect(read('obligors', text('1.某公司；2）韦某'))).toEqual({ value: ['某公司', '韦某'] })
  })

  test('are not parted within brackets, however deep', () => {
    expect(read('obligors', text('某公司（甲（一）、乙）；韦某'))).toEqual({
      value: ['某公司（甲（一）、乙）', '韦某'],
    })
  })

  test('of certificates end with the last of them', () => {
    expect(read('certificates', text('91A；无；'))).toEqual({ value: ['91A', ''] })
    expect(read('certificates', text('无；无'))).toEqual({ value: undefined })
    expect(read('certificates', text('91a，92b'))).toEqual({ value: ['91A', '92B'] })
  })
})

describe('what a name and a number tell', () => {
  test.each([
    ['某化工有限公司', 'organization'],
    ['某公司（南宁分公司）', 'organization'],
    ['某镇人民政府', 'organization'],
    ['韦某某', 'individual'],
    ['韦大明（男）', 'individual'],
    ['买买提·吐尔逊', 'individual'],
    ['3号地块', undefined],
    ['A', undefined],
  ])('%s is %s', (name, kind) => {
    expect(kindOfName(name)).toBe(kind)
  })

  test.each([
    ['11010519491231002X', 'idNumber'],
    ['91350100M000100Y43', 'creditCode'],
    // Wrong check digits: told by their form.
    ['110105194912310021', 'idNumber'],
    ['110105194913310021', 'creditCode'],
    ['91350100M000100Y42', 'creditCode'],
    ['91350100I000100Y42', 'other'],
    ['1101051949123100', 'other'],
  ])('%s is %s', (certificate, form) => {
    expect(certificateForm(certificate)).toBe(form)
  })
})

describe('a note on a cell', () => {
  test.each([
    ['覃某:\n已补正', '已补正'],
    ['覃某：\n已补正\n\n见卷二', '已补正，见卷二'],
    ['已补正', '已补正'],
    ['说明：', '说明：'],
    [
      '这一行的说明写得很长，超过二十个字，不是姓名：\n已补正',
      '这一行的说明写得很长，超过二十个字，不是姓名：，已补正',
    ],
  ])('%j is %s', (note, said) => {
    expect(noteText(note)).toBe(said)
  })

  const note = { sheet: '台账', row: 2, column: '签约日期', text: '已补正', isKept: true }

  test('goes into the remarks, each once, unless its column is left out', () => {
    expect(remarksWith('材料齐全', [note, note])).toBe('材料齐全\n批注（签约日期）：已补正')
    expect(remarksWith(undefined, [note], '义务人 ')).toBe('批注（义务人 签约日期）：已补正')
    expect(remarksWith(undefined, [{ ...note, isKept: false }])).toBeUndefined()
    expect(remarksWith([], [note])).toBe('批注（签约日期）：已补正')
  })

  test('is told, and refuses nothing', () => {
    const told = noteFaults([note, { ...note, isKept: false }])
    expect(told).toEqual([
      { sheet: '台账', row: 2, column: '签约日期', message: '批注“已补正”，记入备注', refuses: false },
      {
        sheet: '台账',
        row: 2,
        column: '签约日期',
        message: expect.stringContaining('没有记入'),
        refuses: false,
      },
    ])
  })
})

describe('第十二条至第二十二条: until the agreement', () => {
  const of = (row: Readonly<Record<string, Said>>) => {
    const cells = { 编号: '1', 案件名称: '某案', 义务人: '某公司', ...row }
    return intake(sheetOf([Object.keys(cells), Object.values(cells)]))
  }
  const made = (row: Readonly<Record<string, Said>>) => documents(of(row))

  test('a check that found no damage is the decision itself; on another day the decision has its own', () => {
    const checked = { 核查日期: '2024-01-08', 终止日期: '2024-01-08' }
    expect(made(checked).screening).toEqual({ checkedOn: '2024-01-08', decision: 'not-initiate' })
    expect(made({ ...checked, 终止原因: '显著轻微' }).screening).toMatchObject({
      notInitiate: { ground: 'manifestly-minor', decidedOn: '2024-01-08' },
    })
    expect(faults(of({ ...checked, 终止日期: '2024-01-09' })).join()).toContain('没有写终止原因')
    expect(faults(of({ 终止日期: '2024-01-09', 终止原因: '显著轻微' })).join()).toContain('要写明核查日期')
    expect(made({ 核查日期: '2024-01-08', 启动日期: '2024-01-10' }).screening).toEqual({
      checkedOn: '2024-01-08',
      decision: 'initiate',
    })
    expect(made({ 核查日期: '2024-01-08' }).screening).toEqual({ checkedOn: '2024-01-08' })
  })

  test.each<[Readonly<Record<string, Said>>, string | undefined]>([
    [{ 磋商会议日期: '2024-04-01' }, 'consult'],
    [{ 告知日期: '2024-04-01' }, 'consult'],
    [{ 送达日期: '2024-04-01' }, 'consult'],
    [{ 签约日期: '2024-04-01' }, 'consult'],
    [{ 赔偿总额: 5 }, 'consult'],
    [{ 起诉日期: '2024-04-01' }, 'consult'],
    [{ 终止日期: '2024-04-01', 终止原因: '显著轻微' }, 'terminate'],
    [{}, undefined],
  ])('%j: the conclusion recommended %s', (row, recommendation) => {
    const { investigation } = made({ 启动日期: '2024-01-10', 调查结论日期: '2024-03-05', ...row })
    expect(investigation).toEqual({
      initiation: { initiatedOn: '2024-01-10' },
      conclusion: { concludedOn: '2024-03-05', ...(recommendation && { recommendation }) },
    })
  })

  test('the last meeting has the outcome; without a meeting, a signed agreement says it', () => {
    const met = (outcome: string) =>
      made({ 磋商会议日期: '2024-04-20；2024-04-01', 磋商结果: outcome }).consultation
    expect(met('未达成一致')).toEqual({
      rounds: [
        {
          round: 1,
          meetings: [
            { number: 1, heldOn: '2024-04-01' },
            { number: 2, heldOn: '2024-04-20', outcome: 'failed', failedWith: ['o1'] },
          ],
        },
      ],
    })
    expect(met('达成一致')).toMatchObject({
      rounds: [{ meetings: [{}, { outcome: 'agreed', agreedWith: ['o1'] }] }],
    })
    expect(made({ 磋商结果: '达成一致', 签约日期: '2024-05-01' }).consultation).toBeUndefined()
    expect(faults(of({ 磋商结果: '未达成一致', 签约日期: '2024-05-01' })).join()).toContain(
      '不知道是哪一天的结果',
    )
    expect(faults(of({ 磋商结果: '达成一致' })).join()).toContain('不知道是哪一天的结果')
  })

  test('a notice and a service each make a round; neither makes none', () => {
    expect(made({ 告知日期: '2024-04-01' }).consultation).toEqual({
      rounds: [{ round: 1, notice: { issuedOn: '2024-04-01' } }],
    })
    expect(made({ 送达日期: '2024-04-03' }).consultation).toEqual({
      rounds: [{ round: 1, services: [{ obligor: 'o1', servedOn: '2024-04-03' }] }],
    })
    expect(made({}).consultation).toBeUndefined()
  })

  test('an appraisal is told by any of its columns', () => {
    const appraised = (row: Readonly<Record<string, Said>>) => made(row).appraisals
    expect(appraised({ 鉴定机构: '某中心' })).toEqual({
      appraisals: [{ id: 'A1', body: { name: '某中心' } }],
    })
    expect(appraised({ 委托日期: '2024-02-01' })).toEqual({
      appraisals: [{ id: 'A1', commissionedOn: '2024-02-01' }],
    })
    expect(appraised({ 鉴定意见日期: '2024-02-01', 损害数额: 5 })).toEqual({
      appraisals: [{ id: 'A1', receivedOn: '2024-02-01', total: '5.00' }],
    })
    expect(appraised({ 损害数额: 5 })).toBeUndefined()
  })

  test('the unit that handles the case is the office itself, or another', () => {
    const config = { ...intakeSetting.config, unit: { name: '某局', kind: 'department' as const } }
    const unit = (row: Readonly<Record<string, Said>>, own = config) => {
      const [one] = of(row).cases
      return one && documentsOf(one, { ...intakeSetting, config: own }).documents.case?.jurisdiction
    }
    expect(unit({})).toMatchObject({ handlingUnit: '某局', handlingUnitKind: 'department' })
    expect(unit({ 承办单位: '某局' })).toMatchObject({ handlingUnit: '某局', handlingUnitKind: 'department' })
    expect(unit({ 承办单位: '某县自然资源局' })).toMatchObject({ handlingUnit: '某县自然资源局' })
    expect(unit({ 承办单位: '某县自然资源局' })).not.toHaveProperty('handlingUnitKind')
  })
})

describe('what a spreadsheet or a clerk has made of a name', () => {
  test.each(['number', 'title'])('a day in place of the %s is refused, not taken as its text', (id) => {
    expect(read(id, { kind: 'date', date: '2024-03-01' })).toEqual({
      fault: expect.stringContaining('被表格软件当成了日期 2024-03-01'),
    })
  })

  test.each(['甲公司及乙公司', '甲公司 乙公司', '甲厂和乙公司', '甲公司/乙合作社'])('%s is two', (said) => {
    expect(read('obligors', text(said))).toEqual({ fault: expect.stringContaining('像是两个') })
  })

  test.each(['南宁市和平化工有限公司', '某公司与其子公司', '某矿业公司柳州分公司', 'ABC (China) 公司'])(
    '%s is one',
    (said) => {
      expect(read('obligors', text(said))).toEqual({ value: [said] })
    },
  )

  test('a number beyond all numbers is no amount', () => {
    for (const id of ['total', 'damagedSoil'])
      expect(read(id, number(Number.POSITIVE_INFINITY))).toEqual({ fault: expect.stringContaining('不是') })
  })

  test('figures are no name', () => {
    expect(read('officers', text('1000'))).toEqual({ fault: expect.stringContaining('不是名称或者姓名') })
  })
})
