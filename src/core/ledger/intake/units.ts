import { NOUGHTS } from '../../drafts/numerals.ts'
import { type LedgerSheetData, type SheetRow, shownText } from './book.ts'
import type { Noughts } from './cells/amounts.ts'
import { plainText } from './cells/parsed.ts'

const noughtsOf: Readonly<Record<string, Noughts>> = NOUGHTS
const MULTIPLES = '十万|百万|千万|亿|万|千|百'
/** A unit of money: 万元; 万 alone where nothing but a bracket follows. */
const UNIT = String.raw`(?:(${MULTIPLES})\s*[元圆]|([元圆])|(亿|万)(?=\s*(?:[)）]|$)))`
const FOREIGN = /(?:美|港|欧|日|英|澳|加)元|美金|英镑|USD|HKD|EUR/u

// Whose unit it is: 填报单位：… names an office.
const SAID = new RegExp(
  String.raw`(?<![报制表办送计管责任])单位\s*(?:均?为|是|以)?[\s:：(（]*(?:人民币)?[\s:：(（]*${UNIT}`,
  'u',
)
const COUNTED_IN = new RegExp(`(?:以|均为|按)(?:人民币)?${UNIT}(?:为单位|计)?`, 'u')
const IN_BRACKETS = new RegExp(`[(（](?:人民币)?${UNIT}[)）]`, 'u')
const IN_HEADING = new RegExp(UNIT, 'gu')

/** How many noughts the unit adds that a heading names: 损害数额（万元）; undefined where it names none. */
export function noughtsIn(heading: string): Noughts | undefined {
  const found = [...plainText(heading).matchAll(IN_HEADING)].map(noughtsOfMatch)
  return found.find((noughts) => noughts !== 0) ?? found[0]
}

function noughtsOfMatch([, multiple, , alone]: readonly (string | undefined)[]): Noughts {
  return noughtsOf[multiple ?? alone ?? ''] ?? 0
}

/** Whether a heading names another money than 人民币. */
export function isForeignMoney(heading: string): boolean {
  return FOREIGN.test(heading)
}

/** The unit of a heading that names it not: as the rows above the headings say (单位：万元), or the notes below. */
export function unitBeside(
  { rows }: LedgerSheetData,
  { headTop, headBottom }: { readonly headTop: number; readonly headBottom: number },
): Noughts {
  const above = rows.filter(({ number }) => number < headTop)
  const notes = rows.filter(({ number, cells }) => number > headBottom && cells.size <= MOST_IN_NOTE)
  return unitSaid(above, [SAID, COUNTED_IN, IN_BRACKETS]) ?? unitSaid(notes, [SAID, COUNTED_IN]) ?? 0
}

/** A note below the table stands in one cell, or in a second one beside 注. */
const MOST_IN_NOTE = 2

function unitSaid(rows: readonly SheetRow[], ways: readonly RegExp[]): Noughts | undefined {
  for (const { cells } of rows)
    for (const { content } of cells.values()) {
      const text = plainText(shownText(content))
      const found = ways.map((way) => way.exec(text)).find((match) => match !== null)
      if (found) return noughtsOfMatch(found)
    }
  return undefined
}

/** How a unit is written in a heading. */
export function unitName(noughts: Noughts): string {
  const multiple = Object.keys(noughtsOf).find((name) => noughtsOf[name] === noughts) ?? ''
  return `${multiple}元`
}
