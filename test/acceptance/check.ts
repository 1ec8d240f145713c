import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { parse } from 'yaml'
import { type Call, dataOf, type TestRepository } from '../support/cli.ts'
import type { Prepared } from './office.ts'
import { wordsOf } from './words.ts'

/** One call of the program, and what the officer must see. */
export interface Run {
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
export interface Row {
  readonly article: string
  readonly asks: string
  readonly runs: readonly Run[]
}

interface Coverage {
  readonly cases: Readonly<Record<string, Prepared & { readonly title: string }>>
  readonly rows: readonly Row[]
}

/** Milliseconds for the calls of one row, on a machine that has much else to do. */
export const LIMIT = 300_000
/** How many characters of the output a failure shows. */
const READABLE = 3000

/** The table of coverage.yaml. The file is ours: a mistake in it makes its row fail. */
export function readCoverage(): Coverage {
  // The schema boundary.
  return parse(readFileSync(join(import.meta.dirname, 'coverage.yaml'), 'utf8')) as Coverage
}

/** The output as one line: tables and paragraphs break where the screen ends. */
function outputOnOneLine({ stdout, stderr }: Call): string {
  return unbroken(`${stdout}\n${stderr}`)
}

function unbroken(text: string): string {
  return text.replace(/\s+/gu, '')
}

/** Makes one call of the table and checks what the officer must see. */
export function check(
  office: TestRepository,
  { run, exit = 0, shows = [], hides = [], data, writes = [] }: Run,
): Call {
  const [program, ...args] = wordsOf(run)
  if (program !== 'ejc') throw new Error(`${run} does not start with ejc`)
  const call = office.ejc(args)
  const seen = `${run}\n${call.stdout}${call.stderr}`.slice(0, READABLE)
  expect({ exit: call.exit, seen }).toEqual({ exit, seen })
  const lacks = shows.filter((text) => !outputOnOneLine(call).includes(unbroken(text)))
  const betrays = hides.filter((text) => outputOnOneLine(call).includes(unbroken(text)))
  expect({ lacks, betrays, seen }).toEqual({ lacks: [], betrays: [], seen })
  if (data) expectData(call, args[0] ?? '', data)
  const written = writes.length ? office.git('show', '--name-only', '-z', '--format=') : ''
  for (const path of writes) expect(written).toContain(path)
  return call
}

function expectData(call: Call, kind: string, wanted: readonly object[]): void {
  const found = dataOf(call, kind)
  for (const each of wanted) {
    if (Array.isArray(found)) expect(found).toContainEqual(expect.objectContaining(each))
    else expect(found).toMatchObject(each)
  }
}
