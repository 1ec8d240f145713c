import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { readLedgerBook } from '../../src/documents/ledger-book.ts'
import { writeLedgerBook } from '../../src/documents/ledger-writer.ts'
import { findOffice } from '../../src/documents/pdf.ts'
import { plainSheets } from '../../src/documents/plain-sheets.ts'

/** `_x0041_` in a spreadsheet is A, unless its first sign is written as a number. ECMA-376, 22.9.2.19 */
const texts = ['编号_x0041_甲', '_x0042_x0043_', '甲_x000D_乙', '_x005F_', '_x12_y']

async function books(): Promise<[string, Uint8Array][]> {
  const ledger = { name: '表', heads: [{ title: '名_x0041_称' }], rows: texts.map((text) => [{ text }]) }
  const columns = [{ key: 'name', title: '名_x0041_称', width: 10, kind: 'text' as const }]
  return [
    ['ledger', await writeLedgerBook([ledger])],
    [
      'report',
      await plainSheets([{ key: 'table', title: '表', columns, rows: texts.map((text) => [text]) }]),
    ],
  ]
}

describe('texts with the signs of an escape in a spreadsheet', () => {
  test('are read back as they were written', async () => {
    for (const [name, bytes] of await books()) {
      const { sheets } = await readLedgerBook(bytes, `${name}.xlsx`)
      const cells = sheets.flatMap(({ rows }) => rows.flatMap((row) => [...row.cells.values()]))
      expect(cells.map(({ content }) => content)).toEqual(
        ['名_x0041_称', ...texts].map((text) => ({ kind: 'text', text })),
      )
    }
  })

  const office = findOffice()
  test.skipIf(!office)('are read by LibreOffice as they were written', { timeout: 180_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ejc-cells-'))
    try {
      for (const [name, bytes] of await books()) {
        writeFileSync(join(folder, `${name}.xlsx`), bytes)
        const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
        const filter = 'csv:Text - txt - csv (StarCalc):44,34,76'
        spawnSync(office ?? '', [
          profile,
          '--headless',
          '--convert-to',
          filter,
          '--outdir',
          folder,
          join(folder, `${name}.xlsx`),
        ])
        if (!existsSync(join(folder, `${name}.csv`))) {
          console.log('LibreOffice has no Calc: what it reads in a spreadsheet is not tested')
          return
        }
        const lines = readFileSync(join(folder, `${name}.csv`), 'utf8')
          .trim()
          .split('\n')
        expect(lines.map((line) => line.replaceAll('"', ''))).toEqual(['名_x0041_称', ...texts])
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
