import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { documentNames } from '../../../../src/core/facts/documents.ts'
import { bytesOf } from '../../../fixtures/ledgers/build.ts'
import { type MadeRow, officeOf, offices, rowsOf, type ToldRow } from '../../../fixtures/ledgers/office.ts'
import type { Truth } from '../../../fixtures/ledgers/ordinary.ts'
import {
  type Call,
  createRepository,
  dataOf,
  type TestRepository,
  temporaryFolder,
} from '../../../support/cli.ts'
import { factsIn } from '../../../support/ledger-facts.ts'

interface JsonRow {
  readonly sheet: string
  readonly row: number
  readonly case: string | null
  readonly status: string
  readonly faults: readonly { readonly column: string; readonly message: string }[]
}

let repository: TestRepository
const imported = new Map<string, { asking: Call; shown: string; rows: readonly JsonRow[] }>()
const today = ['--today', '2026-11-30']

/** Five ledgers, one after the other into one repository. */
beforeAll(() => {
  repository = createRepository()
  const folder = temporaryFolder()
  for (const name of offices) {
    const office = officeOf(name)
    const file = join(folder, office.file)
    writeFileSync(file, bytesOf(office))
    const answers = office.answers.flatMap((answer) => ['--column', answer])
    const run = (...args: string[]): Call => repository.ejc(['import', file, ...today, ...args])
    const asking = run('--dry-run')
    const { stdout, stderr } = run('--dry-run', ...answers)
    const { rows } = dataOf(run('--json', '--yes', ...answers), 'import') as { rows: JsonRow[] }
    imported.set(name, { asking, shown: stdout + stderr, rows })
  }
}, 300_000)

const importedFrom = (name: string) => {
  const found = imported.get(name)
  if (!found) throw new Error(`${name} was not imported`)
  return found
}

function factsOf(id: string): Truth {
  const documents = documentNames.flatMap((name) => {
    const file = `cases/${id}/${name}.yaml`
    return existsSync(join(repository.root, file)) ? [[name, parse(repository.read(file))]] : []
  })
  return factsIn(Object.fromEntries(documents))
}

const told = (name: (typeof offices)[number], wanted: (row: ToldRow) => boolean) =>
  officeOf(name).sheets.flatMap((sheet) =>
    sheet.told.filter(wanted).map((row) => ({ sheet: sheet.name, row })),
  )

describe.each(offices)('the ledger %s', (name) => {
  const office = officeOf(name)
  const rowOf = (sheet: string, row: number): JsonRow | undefined =>
    importedFrom(name).rows.find((each) => each.sheet === sheet && each.row === row)

  test('as many rows are taken and refused as counted by hand', () => {
    const { rows, shown } = importedFrom(name)
    const count = (status: string): number => rows.filter((row) => row.status === status).length
    expect({
      new: count('new'),
      refused: count('refused'),
      none: shown.replace(/\s/gu, '').match(/，没有读。/gu)?.length,
    }).toEqual(office.counts)
  })

  test('a dozen rows or more are told by hand', () => {
    expect(
      told(name, ({ becomes, refused }) => (becomes ?? refused) !== undefined).length,
    ).toBeGreaterThanOrEqual(12)
  })

  test('every heading that means no column is asked for, and no other', () => {
    const text = importedFrom(name).asking.stderr
    const [, list = ''] = text.split('台账里有认不出的标题：')
    const asked = [...new Set([...list.matchAll(/表：(.*)$/gmu)].map(([, heading]) => heading))]
    expect(asked).toEqual(office.asked)
  })

  test('each row that is refused is named with its columns', () => {
    const refused = told(name, (row) => row.refused !== undefined)
    expect(
      refused.map(({ sheet, row: { row } }) => {
        const { status, faults } = rowOf(sheet, row) ?? {}
        return [sheet, row, status, [...new Set(faults?.map(({ column }) => column))]]
      }),
    ).toEqual(refused.map(({ sheet, row: { row, refused: columns } }) => [sheet, row, 'refused', columns]))
    expect(importedFrom(name).rows.filter(({ status }) => status === 'refused')).toHaveLength(refused.length)
  })

  test('what is told of good rows is what was said by hand', () => {
    const good = told(name, ({ becomes }) => becomes !== undefined)
    expect(
      good.map(({ sheet, row: { row } }) => [
        sheet,
        row,
        [...new Set(rowOf(sheet, row)?.faults.map(({ column }) => column))],
      ]),
    ).toEqual(good.map(({ sheet, row: { row, told: columns = [] } }) => [sheet, row, columns]))
  })

  test('every case says what its row says, and nothing else', () => {
    const wanted = [...rowsOf(office)].flatMap(([sheet, rows]) =>
      rows
        .filter((row): row is MadeRow & { becomes: Truth } => row.becomes !== undefined)
        .map((row) => ({ sheet, row })),
    )
    expect(wanted).toHaveLength(office.counts.new)
    const found = wanted.map(({ sheet, row: { number } }) => {
      const id = rowOf(sheet, number)?.case
      return { sheet, number, ...(id ? factsOf(id) : {}) }
    })
    expect(found).toEqual(
      wanted.map(({ sheet, row: { number, becomes } }) => ({ sheet, number, ...becomes })),
    )
  })
})

test('the ledgers are of every format that is read', () => {
  const ends = offices.map((name) => officeOf(name).file.replace(/^.*\./u, ''))
  expect(new Set(ends)).toEqual(new Set(['xlsx', 'xls', 'ods', 'csv']))
})

describe('the 300 cases, three weeks later', () => {
  const later = ['--today', '2026-12-21']
  const titleOf = (id: string): string => parse(repository.read(`cases/${id}/case.yaml`)).title

  /** What is wrong or owed in the ledgers themselves, by hand; nothing else of the 300 cases is. */
  const overdue = [
    '2025-07-14 limitation 石桥废塑料案',
    '2026-06-01 payment 田坝锰渣案',
    '2026-12-09 agreement 江北混凝土站案',
    '2026-12-10 payment 金竹镇制革废水案',
    '2026-12-10 restoration-complete 青岭林场毁林案',
    '2026-12-14 investigation 坡造矿洞水案',
  ]
  const errors = [
    'case/date-order 岸线硬化案',
    'case/date-order 水口电镀废水案',
    'case/date-order 那桐镇印染废水案',
    'case/date-order 长滩河道采砂案',
    'case/obligor-id-checksum 渔港油污案',
    'deadline/overdue 坡造矿洞水案',
    'deadline/overdue 江北混凝土站案',
    'deadline/overdue 田坝锰渣案',
    'deadline/overdue 石桥废塑料案',
    'deadline/overdue 金竹镇制革废水案',
    'deadline/overdue 青岭林场毁林案',
    'payments/unpaid 田坝锰渣案',
    'payments/unpaid 金竹镇制革废水案',
  ]
  const warnings = ['payments/exceeds 南堤绿化带损毁案']
  const notices = [
    'deadline/soon 高田废机油案',
    'disclosure/missing 大榕镇建材厂粉尘案',
    'disclosure/missing 田坝锰渣案',
    'disclosure/missing 金竹镇制革废水案',
    'disclosure/missing 青岭林场毁林案',
  ]

  interface Told {
    readonly rule: string
    readonly severity: string
    readonly case: string | null
    readonly message: string
  }
  interface Due {
    readonly case: string
    readonly deadline: string
    readonly status: string
    readonly rolledDue: string
  }
  interface Board {
    readonly figures: { readonly cases: number; readonly inHand: number; readonly late: number }
    readonly overdue: readonly Due[]
  }

  test('lint finds what is wrong or owed, and names once a case what its ledger does not say', () => {
    const found = dataOf(repository.ejc(['lint', ...later, '--json']), 'lint') as Told[]
    const inCases = found.filter((each) => each.case !== null && each.rule !== 'case/backfilled')
    const told = (severity: string): string[] =>
      inCases
        .filter((each) => each.severity === severity)
        .map((each) => `${each.rule} ${titleOf(each.case ?? '')}`)
        .sort()
    expect(told('error')).toEqual([...errors].sort())
    expect(told('warning')).toEqual(warnings)
    expect(told('notice')).toEqual([...notices].sort())
    expect(found.filter(({ rule }) => rule === 'case/backfilled')).toHaveLength(300)
  }, 60_000)

  test('a case closed with money outstanding says that its payment is not on record', () => {
    const found = dataOf(repository.ejc(['lint', ...later, '--json']), 'lint') as Told[]
    const named = found.find((each) => each.case !== null && titleOf(each.case) === '船厂喷漆案')
    expect(named?.message).toMatch(/结案时的支付赔偿款（款项 P2 .+）/u)
  }, 60_000)

  test('due and board list as overdue what is, and nothing of the past', () => {
    const lines = (all: readonly Due[]): string[] =>
      all
        .filter(({ status }) => status === 'overdue')
        .map((each) => `${each.rolledDue} ${each.deadline} ${titleOf(each.case)}`)
        .sort()
    const due = dataOf(repository.ejc(['due', ...later, '--json']), 'due') as Due[]
    expect(lines(due)).toEqual(overdue)
    const board = dataOf(repository.ejc(['board', ...later, '--json']), 'board') as Board
    expect(lines(board.overdue)).toEqual(overdue)
    // Those that the ledgers leave open: four of the county, two by year, two in the .csv, four from WPS.
    expect(board.figures).toMatchObject({ cases: 300, inHand: 12, late: 6 })
  }, 60_000)
})
