#!/usr/bin/env bash
# A calendar file whose long lines are folded every 75 octets. RFC 5545, 3.1 says of folds in the middle of a character of
# UTF-8: readers "need to unfold lines in such a way to properly restore the original sequence". Chinese titles have three
# octets a character, so two folds of three by octets fall inside a character.
#
# Seen:
#   node-ical 0.26.1   parseFile   decodes first and unfolds then: replacement characters stand at such a fold
#   ics 3.12.0         createEvent folds by 75 characters, so its lines of Chinese have up to about 200 octets, where the
#                      same section says that lines "SHOULD NOT be longer than 75 octets"
#
# Run: bash findings/ical-folded-characters.sh   (needs node 20 or newer and the npm registry)
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts ics@3.12.0 node-ical@0.26.1
cat >run.mjs <<'JS'
import { writeFileSync } from 'node:fs'
import { createEvent } from 'ics'
import ical from 'node-ical'

const title = '甲公司倾倒废液案：赔偿协议签订期限届满'.repeat(3)
const line = Buffer.from(`SUMMARY:${title}`)
const pieces = []
for (let at = 0, room = 75; at < line.length; at += room, room = 74) {
  if (at > 0) pieces.push(Buffer.from('\r\n '))
  pieces.push(line.subarray(at, at + (at > 0 ? 74 : 75)))
}
const head = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//example//1\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;VALUE=DATE:20260501\r\n'
writeFileSync('due.ics', Buffer.concat([Buffer.from(head), ...pieces, Buffer.from('\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n')]))

const event = Object.values(ical.sync.parseFile('due.ics')).find(({ type }) => type === 'VEVENT')
const broken = event.summary.split('\uFFFD').length - 1
const { value } = createEvent({ uid: '1', title, start: [2026, 5, 1], end: [2026, 5, 2] })
const longest = Math.max(...value.split('\r\n').map((text) => Buffer.byteLength(text)))

console.log(`node-ical: title as written: ${event.summary === title}; replacement characters: ${broken}`)
console.log(`ics: octets of the longest line: ${longest}`)
process.exitCode = event.summary !== title && broken > 0 && longest > 75 ? 0 : 1
JS
node run.mjs
