#!/usr/bin/env bash
# A share of 10 to 20 per cent in a Word file, its hyphen typed as Ctrl+Shift+Hyphen: Word writes w:noBreakHyphen between
# two texts of one run (ECMA-376 part 1, 17.3.3.18: it is a hyphen that no line breaks at).
#
# Seen:
#   officeparser 7.8.0     toText    1020%   the hyphen is gone, and the figure is another one
#   word-extractor 1.0.4   getBody   1020%   the same
#   mammoth 1.13.0         extractRawText   10‑20%   kept, as U+2011
# No error and no warning. A check of shares or sums in such a text compares a figure that nobody wrote.
#
# Run: bash findings/word-no-break-hyphen.sh   (needs node 20 or newer and the npm registry)
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts docx@9.15.2 mammoth@1.13.0 officeparser@7.8.0 word-extractor@1.0.4
cat >run.mjs <<'JS'
import { writeFileSync } from 'node:fs'
import { Document, NoBreakHyphen, Packer, Paragraph, TextRun } from 'docx'
import mammoth from 'mammoth'
import officeparser from 'officeparser'
import WordExtractor from 'word-extractor'

const share = new TextRun({ children: ['10', new NoBreakHyphen(), '20%'] })
const file = new Document({ sections: [{ children: [new Paragraph({ children: [new TextRun('承担比例：'), share] })] }] })
writeFileSync('share.docx', await Packer.toBuffer(file))

const seen = {
  officeparser: (await officeparser.parseOffice('share.docx')).toText().trim(),
  'word-extractor': (await new WordExtractor().extract('share.docx')).getBody().trim(),
  mammoth: (await mammoth.extractRawText({ path: 'share.docx' })).value.trim(),
}
const expected = { officeparser: '承担比例：1020%', 'word-extractor': '承担比例：1020%', mammoth: '承担比例：10\u201120%' }
let same = true
for (const [name, text] of Object.entries(seen)) {
  console.log(`${name}: ${text}${text === expected[name] ? '' : `   (changed; it was ${expected[name]})`}`)
  same &&= text === expected[name]
}
process.exitCode = same ? 0 : 1
JS
node run.mjs
