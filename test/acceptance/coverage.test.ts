import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type Call, dataOf, type TestRepository } from '../support/cli.ts'
import { openOffice, type Prepared } from './office.ts'
import { wordsOf } from './words.ts'

/** One call of the program, and what the officer must see. */
interface Run {
  readonly run: string
  readonly exit?: number
  /** Texts on the screen, the line breaks and indents of the layout left out. */
  readonly shows?: readonly string[]
  readonly hides?: readonly string[]
  /** With --json: what the data holds, for a list one entry each. */
  readonly data?: readonly object[]
  /** Files that the call has written, by a part of their path. */
  readonly writes?: readonly string[]
}

/** A row of the table: an article, what it asks of the program, and the calls that show it. */
interface Row {
  readonly article: string
  readonly asks: string
  readonly runs: readonly Run[]
}

interface Coverage {
  readonly cases: Readonly<Record<string, Prepared & { readonly title: string }>>
  readonly rows: readonly Row[]
}

// The schema boundary: a file of our own; what is wrong in it fails the row.
const { cases, rows } = parse(readFileSync(join(import.meta.dirname, 'coverage.yaml'), 'utf8')) as Coverage

/** Milliseconds for the calls of one row, on a machine that has much else to do. */
const LIMIT = 300_000
/** So much of what was said goes into a failure. */
const READABLE = 3000

/** What was said, as one line: tables and paragraphs break where the screen ends. */
function said({ stdout, stderr }: Call): string {
  return unbroken(`${stdout}\n${stderr}`)
}

function unbroken(text: string): string {
  return text.replace(/\s+/gu, '')
}

function check(
  office: TestRepository,
  { run, exit = 0, shows = [], hides = [], data, writes = [] }: Run,
): void {
  const [program, ...args] = wordsOf(run)
  if (program !== 'ejc') throw new Error(`${run} does not start with ejc`)
  const call = office.ejc(args)
  const seen = `${run}\n${call.stdout}${call.stderr}`.slice(0, READABLE)
  expect({ exit: call.exit, seen }).toEqual({ exit, seen })
  const lacks = shows.filter((text) => !said(call).includes(unbroken(text)))
  const betrays = hides.filter((text) => said(call).includes(unbroken(text)))
  expect({ lacks, betrays, seen }).toEqual({ lacks: [], betrays: [], seen })
  if (data) expectData(call, args[0] ?? '', data)
  const written = writes.length ? office.git('show', '--name-only', '-z', '--format=') : ''
  for (const path of writes) expect(written).toContain(path)
}

function expectData(call: Call, kind: string, wanted: readonly object[]): void {
  const found = dataOf(call, kind)
  for (const each of wanted) {
    if (Array.isArray(found)) expect(found).toContainEqual(expect.objectContaining(each))
    else expect(found).toMatchObject(each)
  }
}

describe('每一条要求，由真实的命令办到', () => {
  let office: TestRepository

  beforeAll(() => {
    office = openOffice(cases)
  })

  for (const { article, asks, runs } of rows) {
    it(
      `${article}：${asks}`,
      () => {
        for (const run of runs) check(office, run)
      },
      LIMIT,
    )
  }

  it('every row shows something', () => {
    expect(rows.filter(({ runs }) => !runs?.length)).toEqual([])
  })

  it('no article of the table is left out', () => {
    const named = rows.map(({ article }) => article).join('、')
    const asked = ['一', '四', '五', '六', '七', '八', '九', '十', '三十一', '四十二', '四十三']
    const tens = ['十', '二十', '三十'].flatMap((ten) =>
      ['一', '二', '三', '四', '五', '六', '七', '八', '九'].map((one) => ten + one),
    )
    const wanted = [...asked, ...tens, '二十', '三十'].filter(
      (number) => number !== '三十七' && number !== '三十九',
    )
    expect(wanted.filter((number) => !named.includes(`第${number}条`))).toEqual([])
    expect(named).toContain('附件1')
    expect(named).toContain('附件2')
  })
})
