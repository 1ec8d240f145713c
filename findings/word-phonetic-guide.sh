#!/usr/bin/env bash
# A Word file with a phonetic guide (w:ruby) over a person's surname, as Word's own menu writes it over rare characters.
# ECMA-376 part 1, 17.3.3.25: what is read as the text is the base (w:rubyBase); the guide (w:rt) stands above it.
#
# Seen:
#   mammoth 1.13.0         extractRawText   loses base and guide: the surname is gone
#   officeparser 7.8.0     toText           loses base and guide: the surname is gone
#   word-extractor 1.0.4   getBody          puts the guide before the base
# No error and no warning. Who compares names in the text of a Word file misses such a person.
#
# Run: bash findings/word-phonetic-guide.sh   (needs node 20 or newer and the npm registry)
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts mammoth@1.13.0 officeparser@7.8.0 word-extractor@1.0.4 fflate@0.8.3
cat >run.mjs <<'JS'
import { writeFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import mammoth from 'mammoth'
import officeparser from 'officeparser'
import WordExtractor from 'word-extractor'

const packages = 'http://schemas.openxmlformats.org/package/2006'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const run = (text) => `<w:r><w:t>${text}</w:t></w:r>`
const ruby = `<w:r><w:ruby><w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="12"/><w:hpsRaise w:val="22"/><w:hpsBaseText w:val="24"/><w:lid w:val="zh-CN"/></w:rubyPr><w:rt>${run('Qin')}</w:rt><w:rubyBase>${run('覃')}</w:rubyBase></w:ruby></w:r>`
const parts = {
  '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${word}"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/document.xml': `<w:document xmlns:w="${main}"><w:body><w:p>${run('乙方：')}${ruby}${run('某')}</w:p></w:body></w:document>`,
}
writeFileSync('guide.docx', zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))))

const seen = {
  mammoth: (await mammoth.extractRawText({ path: 'guide.docx' })).value.trim(),
  officeparser: (await officeparser.parseOffice('guide.docx')).toText().trim(),
  'word-extractor': (await new WordExtractor().extract('guide.docx')).getBody().trim(),
}
const expected = { mammoth: '乙方：某', officeparser: '乙方：某', 'word-extractor': '乙方：Qin覃某' }
let same = true
for (const [name, text] of Object.entries(seen)) {
  console.log(`${name}: ${text}${text === expected[name] ? '' : `   (changed; it was ${expected[name]})`}`)
  same &&= text === expected[name]
}
process.exitCode = same ? 0 : 1
JS
node run.mjs
