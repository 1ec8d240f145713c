import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { read, type WriteSheet, writeXlsx } from 'hucre'
import { beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { createRepository, dataOf, type TestRepository, temporaryFolder } from '../../../support/cli.ts'

type Said = string | number | null

let repository: TestRepository
let folder: string
const today = ['--today', '2026-11-30']

beforeEach(() => {
  repository = createRepository()
  folder = temporaryFolder()
})

async function ledger(
  rows: readonly (readonly Said[])[],
  name = '台账.xlsx',
  more: Partial<WriteSheet> = {},
): Promise<string> {
  const path = join(folder, name)
  writeFileSync(
    path,
    await writeXlsx({ sheets: [{ name: '案件', rows: rows.map((row) => [...row]), ...more }] }),
  )
  return path
}

const run = (file: string, ...args: string[]) => repository.ejc(['import', file, ...today, ...args])

interface JsonRow {
  readonly sheet: string
  readonly row: number
  readonly case: string | null
  readonly status: string
  readonly faults: readonly { readonly column: string; readonly message: string }[]
}

function rowsOf(file: string, ...args: string[]): readonly JsonRow[] {
  const data = dataOf(run(file, '--json', ...args), 'import')
  return (data as { rows: JsonRow[] }).rows
}

const statuses = (rows: readonly JsonRow[]): string[] =>
  rows.map((row) => `${row.row} ${row.case} ${row.status}`)
const commits = (): string[] => repository.git('log', '--format=%s').trim().split('\n')
const fileOf = (id: string, name: string) => parse(repository.read(`cases/${id}/${name}.yaml`))

const heads = ['编号', '案件名称', '义务人', '启动日期', '签约日期', '赔偿总额', '备注']
const good: Said[] = ['旧1', '某厂倾倒废酸案', '某化工有限公司', '2024-03-05', '2024-06-01', 86000, null]
const bad: Said[] = ['旧2', '某矿案', '某矿业有限公司', '3月初', null, null, null]

describe('the first import', () => {
  test('given --dry-run, every row is listed, and nothing is written', async () => {
    const file = await ledger([heads, good, bad])
    const before = repository.git('rev-parse', 'HEAD')
    const call = run(file, '--dry-run')
    expect(call.exit).toBe(1)
    expect(call.stdout).toContain('某厂倾倒废酸案')
    expect(call.stdout).toMatch(/启动日期：“3月\s*初”\s*不是确切的日期/u)
    expect(call.stderr).toContain('没有写入')
    expect(repository.git('rev-parse', 'HEAD')).toBe(before)
    expect(repository.git('status', '--porcelain')).toBe('')
  })

  test('good rows become cases, one commit each, with the trailers of every action', async () => {
    const file = await ledger([heads, good, bad, ['旧3', '某场案', '韦某', '2025-01-05', null, null, null]])
    expect(statuses(rowsOf(file))).toEqual(['2 NN-2024-0001 new', '3 null refused', '4 NN-2025-0001 new'])
    expect(commits().slice(0, 2)).toEqual([
      'NN-2025-0001 补录（台账.xlsx 第 4 行）',
      'NN-2024-0001 补录（台账.xlsx 第 2 行）',
    ])
    const trailers = repository.git(
      'log',
      '-1',
      '--format=%(trailers:key=Ejc-Action,valueonly)%(trailers:key=Ejc-Case,valueonly)%(trailers:key=Ejc-Tx,valueonly)',
    )
    expect(trailers).toMatch(/^import\nNN-2025-0001\n[0-9a-f-]{36}\n/u)
    expect(repository.git('status', '--porcelain')).toBe('')
    expect(fileOf('NN-2024-0001', 'case')).toMatchObject({
      title: '某厂倾倒废酸案',
      backfilled: { on: '2026-11-30', source: '台账.xlsx', row: 2, number: '旧1' },
    })
    expect(repository.ejc(['show', 'NN-2024-0001', ...today]).exit).toBe(0)
  })

  test('a number that is a case id becomes the id', async () => {
    const file = await ledger([heads, ['NN-2023-0007', ...good.slice(1)]])
    expect(statuses(rowsOf(file))).toEqual(['2 NN-2023-0007 new'])
    expect(fileOf('NN-2023-0007', 'case').backfilled).toEqual({
      on: '2026-11-30',
      source: '台账.xlsx',
      row: 2,
    })
  })

  test('a day that has not come yet is refused, a last day is not', async () => {
    const file = await ledger([
      [...heads, '付款期限'],
      ['1', '甲案', '韦某', '2027-01-05', null, null, null, null],
      ['2', '乙案', '黄某', '2026-01-05', '2026-02-05', 5000, null, '2027-02-01'],
    ])
    expect(statuses(rowsOf(file))).toEqual(['2 null refused', '3 NN-2026-0001 new'])
  })

  test('what else is staged stays staged and uncommitted', async () => {
    repository.write('note.txt', 'mine')
    repository.git('add', 'note.txt')
    run(await ledger([heads, good]))
    expect(repository.git('status', '--porcelain').trim()).toBe('A  note.txt')
  })
})

describe('headings', () => {
  test('what is not recognised stops the import until it is said what it is, which is kept', async () => {
    const file = await ledger([
      [...heads, '领导批示'],
      [...good, '同意'],
    ])
    const call = run(file)
    expect(call.exit).toBe(2)
    expect(call.stderr).toContain('领导批示')
    expect(run(file, '--column', '领导批示=不导入').exit).toBe(0)
    expect(parse(repository.read('ejc.yaml')).ledger).toEqual({
      columns: [{ heading: '领导批示', column: '不导入' }],
    })
    expect(statuses(rowsOf(file))).toEqual(['2 NN-2024-0001 same'])
    expect(repository.ejc(['lint', ...today]).stderr).not.toContain('ejc.yaml')
  })

  test.each([
    ['--column', '领导批示', '应为 标题=栏目'],
    ['--column', '领导批示=没有这一栏', '没有“没有这一栏”这一栏'],
    ['--sheet', '别的', '没有工作表“别的”'],
  ])('%s %s is told to be wrong', async (option, value, why) => {
    const call = run(await ledger([heads, good]), option, value)
    expect(call.exit).toBe(2)
    expect(call.stderr).toContain(why)
  })

  test('a file without a ledger is told so', async () => {
    const call = run(await ledger([['说明'], ['每季度更新']]))
    expect(call.exit).toBe(2)
    expect(call.stderr).toContain('没有认出台账')
  })

  test('a hidden sheet is left out and named, unless asked for', async () => {
    const path = join(folder, '台账.xlsx')
    const sheets = [
      { name: '旧表', rows: [heads, bad].map((row) => [...row]), hidden: true },
      { name: '新表', rows: [heads, good].map((row) => [...row]) },
    ]
    writeFileSync(path, await writeXlsx({ sheets }))
    const call = run(path, '--dry-run')
    expect(call.stderr).toContain('工作表“旧表”是隐藏的，没有读')
    expect(rowsOf(path, '--dry-run', '--sheet', '旧表').map(({ sheet }) => sheet)).toEqual(['旧表'])
  })
})

test('rows that the sheet hides are taken too, and counted', async () => {
  const file = await ledger([heads, good], '台账.xlsx', { rowDefs: new Map([[1, { hidden: true }]]) })
  expect(run(file, '--dry-run').stderr).toContain('其中 1 行在表里是隐藏的')
  expect(statuses(rowsOf(file))).toEqual(['2 NN-2024-0001 new'])
})

describe('the same ledger again', () => {
  test('changes nothing', async () => {
    const file = await ledger([heads, good])
    run(file)
    const head = repository.git('rev-parse', 'HEAD')
    expect(statuses(rowsOf(file))).toEqual(['2 NN-2024-0001 same'])
    expect(repository.git('rev-parse', 'HEAD')).toBe(head)
  })

  test('a changed row shows what changes, is written with --yes alone, and keeps comments', async () => {
    run(await ledger([heads, good]))
    repository.replace('cases/NN-2024-0001/agreements.yaml', 'agreements:', '# 原件在 3 号柜\nagreements:')
    repository.git('commit', '-qam', '注')
    const file = await ledger([heads, good.with(4, '2024-06-03')])
    const shown = run(file)
    expect(shown.stdout.replace(/\s+/gu, '')).toContain('签约日期：2024-06-01→2024-06-03')
    expect(shown.stderr).toContain('有变化的 1 件没有改')
    expect(fileOf('NN-2024-0001', 'agreements').agreements[0].signedOn).toBe('2024-06-01')
    expect(statuses(rowsOf(file, '--yes'))).toEqual(['2 NN-2024-0001 changed'])
    expect(repository.read('cases/NN-2024-0001/agreements.yaml')).toContain('# 原件在 3 号柜')
    expect(fileOf('NN-2024-0001', 'agreements').agreements[0].signedOn).toBe('2024-06-03')
    expect(statuses(rowsOf(file))).toEqual(['2 NN-2024-0001 same'])
  })

  test('what was entered in ejc since wins over the ledger, also after a further import, and is named', async () => {
    run(await ledger([heads, good]))
    repository.replace('cases/NN-2024-0001/agreements.yaml', '2024-06-01', '2024-06-02')
    repository.git('commit', '-qam', '核对签约日期')
    expect(statuses(rowsOf(await ledger([heads, good])))).toEqual(['2 NN-2024-0001 same'])
    const remarked = await ledger([heads, good.with(6, '已电话核实')])
    expect(statuses(rowsOf(remarked, '--yes'))).toEqual(['2 NN-2024-0001 changed'])
    expect(statuses(rowsOf(remarked, '--yes'))).toEqual(['2 NN-2024-0001 same'])
    expect(fileOf('NN-2024-0001', 'agreements').agreements[0].signedOn).toBe('2024-06-02')
    const both = rowsOf(await ledger([heads, good.with(4, '2024-06-09')]), '--yes')
    expect(statuses(both)).toEqual(['2 NN-2024-0001 same'])
    expect(both[0]?.faults).toEqual([
      { column: '签订日期', message: '案件里登记的与台账不同，以案件为准，没有改' },
    ])
  })

  test('an emptied cell removes nothing', async () => {
    run(await ledger([heads, good]))
    expect(statuses(rowsOf(await ledger([heads, good.with(4, null).with(5, null)])))).toEqual([
      '2 NN-2024-0001 same',
    ])
  })

  test('a new obligor gets the next number, whatever the order of the names', async () => {
    run(await ledger([heads, good]))
    const file = await ledger([heads, good.with(2, '韦某；某化工有限公司')])
    expect(statuses(rowsOf(file, '--yes'))).toEqual(['2 NN-2024-0001 changed'])
    const names = fileOf('NN-2024-0001', 'case').obligors.map(
      ({ id, name }: { id: string; name: string }) => `${id} ${name}`,
    )
    expect(names).toEqual(['o1 某化工有限公司', 'o2 韦某'])
  })
})

describe('rows with faults', () => {
  test('are given back under the same headings, and can be imported once they are mended', async () => {
    const file = await ledger([heads, good, bad])
    const call = run(file)
    const path = join(folder, '台账-待改正.xlsx')
    expect(call.stderr).toContain('台账-待改正.xlsx')
    const { sheets } = await read(readFileSync(path))
    expect(sheets[0]?.rows).toEqual([
      [...heads, '问题'],
      [...bad, '启动日期：“3月初”不是确切的日期，请写成 2026-03-02'],
    ])
    const mended = await writeXlsx({
      sheets: [
        {
          name: '案件',
          rows: [
            [...heads, '问题'],
            [...bad.with(3, '2024-03-02'), '…'],
          ],
        },
      ],
    })
    writeFileSync(path, mended)
    expect(statuses(rowsOf(path))).toEqual(['2 NN-2024-0002 new'])
    expect(fileOf('NN-2024-0002', 'case').backfilled).toMatchObject({ source: '台账.xlsx', number: '旧2' })
    run(file)
    expect(readFileSync(path).equals(Buffer.from(mended))).toBe(true)
    expect(existsSync(join(folder, '台账-待改正-2.xlsx'))).toBe(true)
  })

  test('certificates are masked where rows are listed', async () => {
    run(
      await ledger([
        [...heads, '证件号码'],
        [...good.with(2, '韦某'), '450102199001011232'],
      ]),
    )
    const changed = await ledger([
      [...heads, '证件号码'],
      [...good.with(2, '韦某'), '450102199001011240'],
    ])
    const call = run(changed, '--dry-run')
    expect(call.stdout).not.toContain('450102199001011232')
    expect(call.stdout).toContain('450***')
  })
})

describe('a row that contradicts itself', () => {
  const doubtful = good.with(0, '旧4').with(1, '某园案').with(4, '2024-02-01')

  test('is told with its cell, is not written without a word, and is written with --yes', async () => {
    const file = await ledger([heads, good, doubtful])
    expect(run(file, '--dry-run').stderr).toContain('前后矛盾的 1 件不会自己导入')
    const call = run(file)
    expect(call.exit).toBe(1)
    expect(call.stdout.replace(/\s+/gu, '')).toMatch(/新建（存疑）.*签约日期：“签订日期”（2024-02-01）早于/u)
    expect(call.stderr).toContain('前后矛盾的 1 件没有导入')
    expect(commits()[0]).toBe('NN-2024-0001 补录（台账.xlsx 第 2 行）')
    const { sheets } = await read(readFileSync(join(folder, '台账-待改正.xlsx')))
    expect(sheets[0]?.rows[1]).toEqual([...doubtful, expect.stringContaining('签约日期：“签订日期”')])
    expect(run(file, '--yes').exit).toBe(0)
    expect(fileOf('NN-2024-0002', 'agreements').agreements[0].signedOn).toBe('2024-02-01')
    expect(rowsOf(file).map(({ status, faults }) => [status, faults])).toEqual([
      ['same', []],
      ['same', []],
    ])
  })
})

describe('notes on cells', () => {
  const noted = (text: string, address = '1,4') => ({
    cells: new Map([[address, { comment: { text, author: '覃某' } }]]),
  })

  test('are shown with the row, masked, and kept in the remarks', async () => {
    const file = await ledger([heads, good], '台账.xlsx', noted('覃某:\n当日补签，证 450102199001011232'))
    const call = run(file)
    const shown = call.stdout.replace(/\s+/gu, '')
    expect(shown).toContain('签约日期：批注“当日补签，证450***********1232”，记入备注')
    expect(fileOf('NN-2024-0001', 'case').remarks).toBe('批注（签约日期）：当日补签，证 450102199001011232')
    expect(statuses(rowsOf(file))).toEqual(['2 NN-2024-0001 same'])
  })

  test('on an empty cell are told and not kept', async () => {
    const file = await ledger([heads, good], '台账.xlsx', noted('问一下', '1,8'))
    expect(run(file).stderr).toContain('“案件”表 I2：空单元格上的批注“问一下”没有记入')
    expect(fileOf('NN-2024-0001', 'case').remarks).toBeUndefined()
  })

  test('on a column that is left out are told and not kept', async () => {
    const file = await ledger(
      [
        [...heads, '领导批示'],
        [...good, '同意'],
      ],
      '台账.xlsx',
      noted('口头', '1,7'),
    )
    const call = run(file, '--column', '领导批示=不导入')
    expect(call.stdout.replace(/\s+/gu, '')).toContain('批注“口头”，这一栏没有导入，批注也没有记入')
    expect(fileOf('NN-2024-0001', 'case').remarks).toBeUndefined()
  })
})

test('the rows of the other sheets go back with their case', async () => {
  const path = join(folder, '台账.xlsx')
  const rows = (each: readonly (readonly Said[])[]) => each.map((row) => [...row])
  const sheets = [
    { name: '案件', rows: rows([heads, bad]) },
    {
      name: '义务人',
      rows: rows([
        ['编号', '义务人', '类型', '电话'],
        ['旧2', '某矿业有限公司', '单位', '0771-1'],
      ]),
    },
  ]
  writeFileSync(path, await writeXlsx({ sheets }))
  run(path)
  const back = await read(readFileSync(join(folder, '台账-待改正.xlsx')))
  expect(back.sheets.map(({ name, rows: own }) => [name, own.length])).toEqual([
    ['案件', 2],
    ['义务人', 2],
  ])
})

describe('the template', () => {
  test('has the three sheets with notes and drop-down lists, prints on pages side by side, and can be imported', async () => {
    const path = join(folder, '空白.xlsx')
    const call = repository.ejc(['import', '--template', path, ...today])
    expect(call.exit).toBe(0)
    const { sheets } = await read(readFileSync(path), { readStyles: true })
    expect(sheets.map(({ name }) => name)).toEqual(['案件', '义务人', '付款'])
    const [cases] = sheets
    expect(cases?.rows[0]).toContain('付款日期和金额')
    expect(cases?.rows[0]).toContain('清理固体废物（吨）')
    expect([...(cases?.cells?.values() ?? [])].filter(({ comment }) => comment)).toHaveLength(
      cases?.rows[0]?.length ?? 0,
    )
    expect(cases?.dataValidations?.map(({ range }) => range)).toContain('E2:E1001')
    for (const { formula1 = '', values = [] } of cases?.dataValidations ?? [])
      expect(Math.max(formula1.length, values.join().length)).toBeLessThan(256)
    expect(cases?.pageSetup).toMatchObject({
      orientation: 'landscape',
      fitToWidth: 2,
      printTitlesRow: '$1:$1',
    })
    expect(repository.ejc(['import', '--template', path, ...today]).exit).toBe(0)
    writeFileSync(path, 'mine')
    expect(repository.ejc(['import', '--template', path, ...today]).exit).toBe(1)
    expect(readFileSync(path, 'utf8')).toBe('mine')
  })
})

test('what the ledger did not say can be completed later, and the rest corrected though it still lacks it', async () => {
  const columns = [...heads, '告知日期', '送达日期']
  run(await ledger([columns, [...good, '2024-03-10', '2024-03-12']]))
  const amend = (...sets: string[]) =>
    repository.ejc([
      'amend',
      'NN-2024-0001',
      'serve',
      '1/o1',
      '--reason',
      '查到回证',
      ...sets.flatMap((set) => ['--set', set]),
      ...today,
    ])
  expect(amend('servedOn=2024-03-13').exit).toBe(0)
  expect(amend('method=邮寄送达').exit).toBe(0)
  expect(fileOf('NN-2024-0001', 'consultation').rounds[0].services).toEqual([
    { obligor: 'o1', method: 'mail', servedOn: '2024-03-13' },
  ])
})

test('a case that a wrong row brought in goes by undo while nothing was done in it, and can come again', async () => {
  const file = await ledger([heads, good])
  run(file)
  const undo = (...more: string[]) => repository.ejc(['undo', 'NN-2024-0001', ...more, ...today])
  const shown = undo('--dry-run')
  expect(shown.stderr).toContain('案件 NN-2024-0001 整件从库里去掉')
  expect(existsSync(join(repository.root, 'cases/NN-2024-0001/case.yaml'))).toBe(true)
  mkdirSync(join(repository.root, 'cases/NN-2024-0001/documents'))
  repository.write('cases/NN-2024-0001/documents/说明.txt', '后来的')
  expect(undo('--yes').stderr).toContain('还有后来的文件')
  rmSync(join(repository.root, 'cases/NN-2024-0001/documents'), { recursive: true })
  const gone = undo('--yes')
  expect(gone.exit, gone.stderr).toBe(0)
  expect(gone.stderr).toContain('ejc import 再导入一次')
  expect(existsSync(join(repository.root, 'cases/NN-2024-0001/case.yaml'))).toBe(false)
  expect(repository.git('status', '--porcelain')).toBe('')
  const others = (day: string) =>
    ledger([heads, ['旧9', '某山案', '韦某', day, null, null, null]], '另一份.xlsx')
  const other = await others('2024-08-05')
  expect(statuses(rowsOf(other))).toEqual(['2 NN-2024-0001 new'])
  expect(statuses(rowsOf(file))).toEqual(['2 NN-2024-0002 new'])
  expect(statuses(rowsOf(await others('2024-08-06'), '--yes'))).toEqual(['2 NN-2024-0001 changed'])
})

test('what a later import changed can be undone, and the case stays; what was done since is kept', async () => {
  run(await ledger([heads, good]))
  run(await ledger([heads, good.with(4, '2024-06-03')]), '--yes')
  expect(repository.ejc(['undo', 'NN-2024-0001', '--yes', ...today]).exit).toBe(0)
  expect(fileOf('NN-2024-0001', 'agreements').agreements[0].signedOn).toBe('2024-06-01')
})
