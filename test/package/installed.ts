import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { npm } from '../../src/build/npm.ts'
import { releaseFolder } from '../../src/build/package.ts'
import { walkReadme } from '../support/readme.ts'

/**
 * Installs the packed program as an office does, without a network and with an empty cache, on each version of node,
 * and goes through the README's course with it, HOME empty: `npm run package:try`.
 */
function tryPackage(): void {
  const aside = mkdtempSync(join(tmpdir(), 'ejc-package-'))
  try {
    const nodes = fetchedNodes(join(aside, 'nodes'))
    for (const name of nodes)
      tryOn(join(aside, 'nodes', 'node_modules', name, 'bin', 'node'), join(aside, name))
    if (!nodes.length) process.stdout.write('0 passed, 0 failed, 1 skipped: 这里没有可试的 node\n')
    else process.stdout.write(`${nodes.length} passed, 0 failed\n`)
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
}

/** The versions of node that the lock file names; none on a system for which they are not made. */
function fetchedNodes(folder: string): string[] {
  cpSync('test/package/node', folder, { recursive: true })
  npm(['ci', '--ignore-scripts', '--silent'], folder)
  const there = join(folder, 'node_modules')
  return existsSync(there) ? readdirSync(there).filter((name) => name.startsWith('node-')) : []
}

function tryOn(node: string, folder: string): void {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
  const home = join(folder, 'home')
  mkdirSync(home, { recursive: true })
  const env = {
    PATH: process.env.PATH,
    HOME: home,
    npm_config_cache: join(folder, 'cache'),
    npm_config_prefix: join(folder, 'installed'),
    GIT_AUTHOR_NAME: '覃某',
    GIT_AUTHOR_EMAIL: 'qin@example.invalid',
    GIT_COMMITTER_NAME: '覃某',
    GIT_COMMITTER_EMAIL: 'qin@example.invalid',
  }
  const begun = performance.now()
  const file = resolve(releaseFolder, `ejc-${version}.tgz`)
  const install = ['install', '--global', '--offline', '--no-audit', file]
  const said = execFileSync(node, [npmScript(), ...install], { cwd: folder, env, encoding: 'utf8' })
  if (!/added 1 package /.test(said)) throw new Error(`more than one package was installed: ${said}`)
  const bin = join(folder, 'installed', 'lib', 'node_modules', 'ejc', 'bin', 'ejc.js')
  const seconds = { installed: since(begun), firstCase: NaN }
  const calls = walkReadme(join(folder, 'work'), (cwd, args) => {
    const { stdout, stderr } = spawnSync(node, [bin, ...args], { cwd, env, encoding: 'utf8' })
    if (args[0] === 'new') seconds.firstCase = since(begun)
    return `${stdout}${stderr}`
  })
  const release = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()
  process.stdout.write(
    `node ${release}: installed after ${seconds.installed} s, first case after ${seconds.firstCase} s, ` +
      `${calls} calls of the README in ${since(begun)} s\n`,
  )
}

function npmScript(): string {
  const script = process.env.npm_execpath
  if (script === undefined) throw new Error('started without npm: use npm run package:try')
  return script
}

const since = (begun: number): number => Math.round((performance.now() - begun) / 100) / 10

tryPackage()
