import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const page = readFileSync('docs/trust.md', 'utf8')
const rows = page.split('\n').filter((line) => /^\| (?!---|承诺 )/.test(line) && line.includes('test/'))

test('each promise of the page names tests that are there', () => {
  expect(rows.length).toBeGreaterThanOrEqual(10)
  for (const row of page.split('\n').filter((line) => line.startsWith('| ') && !/^\| (---|承诺 )/.test(line)))
    if (row.split('|').length === 5) expect(row).toMatch(/`test\/[^`]+\.ts`/)
  const named = [...page.matchAll(/`(test\/[^`\s]+\.ts)`/g)].map(([, file = '']) => file)
  expect(named.filter((file) => !existsSync(file))).toEqual([])
})

test('the page names the commands that faults are made in', () => {
  const scenarios = readFileSync('test/faults/scenarios.ts', 'utf8')
  const names = [...scenarios.matchAll(/^ {2}(?: {2})?(?:\{ )?name: '([^']+)'/gm)].map(
    ([, name = '']) => name,
  )
  expect(names.length).toBeGreaterThanOrEqual(13)
  expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([])
})

test('the README leads to the page', () => {
  expect(readFileSync('README.md', 'utf8')).toContain('(docs/trust.md)')
})
