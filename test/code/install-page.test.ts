import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { portableSystems } from '../../src/build/portable/systems.ts'
import { commands } from '../../src/cli/commands/index.ts'

const page = readFileSync('docs/install.md', 'utf8')
const manifest = JSON.parse(readFileSync('package.json', 'utf8'))

it('the page on installing names a folder for each system', () => {
  for (const { id } of portableSystems) expect(page).toContain(`| \`ejc-版本-${id}.zip\` |`)
})

it('the page on installing names commands and scripts that there are', () => {
  const called = [...page.matchAll(/`ejc ([a-z]+)/g)].map(([, name = '']) => name)
  expect(called).toEqual(expect.arrayContaining(['doctor', 'migrate', 'sync']))
  expect(called.filter((name) => !commands.some((command) => command.name === name))).toEqual([])
  const scripts = [...page.matchAll(/npm run ([a-z:]+)/g)].map(([, name = '']) => name)
  expect(scripts).toEqual(expect.arrayContaining(['package', 'portable']))
  expect(scripts.filter((name) => !(name in manifest.scripts))).toEqual([])
})

it('the page on installing names the oldest node that the package runs on', () => {
  expect(`>=${/Node\.js (\d+\.\d+) 以上/.exec(page)?.[1]}`).toBe(manifest.engines.node)
})
