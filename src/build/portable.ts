import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Zippable, zipSync } from 'fflate'
import { npm } from './npm.ts'
import { releaseFolder, sha256Of } from './package.ts'
import { shellLauncher, windowsLauncher } from './portable/launchers.ts'
import { administratorPage, officerPage } from './portable/pages.ts'
import { isWindows, type PortableSystem, portableSystems } from './portable/systems.ts'
import { billOfMaterials, settledBill } from './sbom.ts'
import { writeSmallPack } from './small-pack.ts'

/** One file of the folder. */
interface Entry {
  readonly path: string
  readonly bytes: Uint8Array
  readonly executable?: boolean
}

/** The upper half of the attributes of a zip entry: a plain file, with or without the right to be run. */
const attributes = ({ executable }: Entry): number => (0o100000 | (executable ? 0o755 : 0o644)) * 0x10000
const UNIX = 3
/** The same folder gives the same bytes, whenever it is made. */
const FIXED_TIME = new Date(1980, 0, 1)

/** Makes `release/ejc-<version>-<system>.zip` for each of the systems: a folder that runs where nothing is installed. */
function makePortable(ids: readonly string[]): void {
  const wanted = portableSystems.filter(({ id }) => !ids.length || ids.includes(id))
  const unknown = ids.filter((id) => !wanted.some((system) => system.id === id))
  if (unknown.length)
    throw new Error(
      `no such system: ${unknown.join(', ')}; there are ${portableSystems.map(({ id }) => id).join(', ')}`,
    )
  mkdirSync(releaseFolder, { recursive: true })
  writeSmallPack()
  const bill = billOfMaterials()
  for (const system of wanted) {
    const file = portableZip(system, bill, releaseFolder)
    process.stdout.write(`${file} ${(readFileSync(file).length / 1e6).toFixed(1)} MB\n`)
  }
}

/** Makes the zip of one system in a folder; its path. */
function portableZip(system: PortableSystem, bill: string, folder: string): string {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
  const name = `ejc-${version}-${system.id}`
  const entries = [...programEntries(), ...nodeEntries(system, version, bill), launcher(system)]
  const zipped: Zippable = Object.fromEntries(
    entries.map((entry) => [
      `${name}/${entry.path}`,
      [entry.bytes, { attrs: attributes(entry), os: UNIX, mtime: FIXED_TIME }],
    ]),
  )
  const file = join(folder, `${name}.zip`)
  writeFileSync(file, zipSync(zipped, { level: 6 }))
  writeFileSync(`${file}.sha256`, `${sha256Of(file)}  ${name}.zip\n`)
  return file
}

/** What `npm pack` would pack, and nothing else. */
function programEntries(): Entry[] {
  const [{ files }] = JSON.parse(npm(['pack', '--dry-run', '--ignore-scripts', '--json', '--silent']))
  return files.map(({ path }: { path: string }) => ({ path: `program/${path}`, bytes: readFileSync(path) }))
}

/** The program of node and its licence, and what names it: the pages, and the list of materials. */
function nodeEntries(system: PortableSystem, version: string, bill: string): Entry[] {
  return withFetched(system, (brought) => {
    const program = isWindows(system) ? 'node.exe' : 'node'
    const binary = join(brought, 'bin', program)
    const nodeVersion: string = JSON.parse(readFileSync(join(brought, 'package.json'), 'utf8')).version
    const facts = { version, nodeVersion, nodeSha256: sha256Of(binary) }
    return [
      { path: `node/${program}`, bytes: readFileSync(binary), executable: true },
      { path: 'node/LICENSE', bytes: licenceOfNode(brought) },
      {
        path: 'ejc.cdx.json',
        bytes: Buffer.from(
          settledBill(bill, [
            { name: 'node', version: nodeVersion, packageName: system.node, sha256: facts.nodeSha256 },
          ]),
        ),
      },
      page('管理员.txt', administratorPage(system, facts)),
      page('办案人员.txt', officerPage(system, facts)),
    ]
  })
}

/** The package for Windows brings no licence; that for Linux, of the same version, does. */
function licenceOfNode(brought: string): Uint8Array {
  const file = join(brought, 'LICENSE')
  if (existsSync(file)) return readFileSync(file)
  const [other] = portableSystems.filter(({ id }) => id === 'linux-x64')
  if (!other) throw new Error('no package of node brings its licence')
  return withFetched(other, (folder) => readFileSync(join(folder, 'LICENSE')))
}

/** Lets npm bring the package of a system's node, which it holds to the lock file, and hands its folder to `use`. */
function withFetched<T>(system: PortableSystem, use: (folder: string) => T): T {
  const aside = mkdtempSync(join(tmpdir(), 'ejc-node-'))
  try {
    cpSync('src/build/portable/node', aside, { recursive: true })
    npm(['ci', '--ignore-scripts', '--silent', `--os=${system.os}`, `--cpu=${system.cpu}`], aside)
    return use(join(aside, 'node_modules', system.node))
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
}

/** A page for the editors of all systems: with the mark of UTF-8 and the line ends of Windows. */
function page(path: string, text: string): Entry {
  return { path, bytes: Buffer.from(`\ufeff${text.replaceAll('\n', '\r\n')}`) }
}

function launcher(system: PortableSystem): Entry {
  return isWindows(system)
    ? { path: 'ejc.cmd', bytes: Buffer.from(windowsLauncher) }
    : { path: 'ejc', bytes: Buffer.from(shellLauncher), executable: true }
}

makePortable(process.argv.slice(2))
