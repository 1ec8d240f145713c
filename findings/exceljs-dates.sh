#!/usr/bin/env bash
# Two ways in which a sheet holds a date, both of ECMA-376 part 1, read by exceljs 4.4.0:
#   a serial number with the built-in number format 31 (18.8.30: in Chinese yyyy年m月d日), which a Chinese Excel writes when
#   one picks the long date;
#   a cell of the type d (18.18.11), whose value is a date of ISO 8601.
#
# Seen: exceljs gives the number 46143 for the first. Of the second it keeps the year alone and takes it for a serial number:
# 1905-07-18. No error. Beside it, the same day as a serial number with format 14 comes right, and hucre 1.0.0 gives the day
# for all three.
#
# Run: bash findings/exceljs-dates.sh   (needs node 20 or newer and the npm registry)
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts exceljs@4.4.0 hucre@1.0.0 fflate@0.8.3
cat >run.mjs <<'JS'
import { strToU8, zipSync } from 'fflate'
import ExcelJS from 'exceljs'
import { readXlsx } from 'hucre'

const packages = 'http://schemas.openxmlformats.org/package/2006'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const sheets = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const parts = {
  '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${sheets}" xmlns:r="${office}"><sheets><sheet name="台账" sheetId="1" r:id="r1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `<styleSheet xmlns="${sheets}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="31" applyNumberFormat="1"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  'xl/worksheets/sheet1.xml': `<worksheet xmlns="${sheets}"><sheetData><row r="1"><c r="A1" s="1"><v>46143</v></c><c r="B1" s="2" t="d"><v>2026-05-01</v></c><c r="C1" s="2"><v>46143</v></c></row></sheetData></worksheet>`,
}
const file = zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))

const book = new ExcelJS.Workbook()
await book.xlsx.load(file)
const plain = (values) => values.map((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value))
const seen = {
  exceljs: plain([1, 2, 3].map((column) => book.worksheets[0].getRow(1).getCell(column).value)),
  hucre: plain((await readXlsx(file)).sheets[0].rows[0]),
}
const expected = { exceljs: [46143, '1905-07-18', '2026-05-01'], hucre: ['2026-05-01', '2026-05-01', '2026-05-01'] }
let same = true
for (const [name, values] of Object.entries(seen)) {
  const was = JSON.stringify(expected[name])
  console.log(`${name}: format 31, type d, format 14: ${JSON.stringify(values)}${JSON.stringify(values) === was ? '' : `   (changed; it was ${was})`}`)
  same &&= JSON.stringify(values) === was
}
process.exitCode = same ? 0 : 1
JS
node run.mjs
