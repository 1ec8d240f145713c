import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundledPackages } from './licences.ts'
import { npm } from './npm.ts'

interface Locked {
  readonly dev?: boolean
  readonly devOptional?: boolean
}

/** A program that lies in the folder beside ours. */
export interface ProgramBeside {
  readonly name: string
  readonly version: string
  /** The package of npm that brought it. */
  readonly packageName: string
  /** Of its file, in hexadecimal. */
  readonly sha256: string
}

/**
 * A list of materials in CycloneDX as it lies in a release: without the moment and the random number of its making, so that
 * the same sources give the same bytes, and with the programs that lie beside ours.
 */
export function settledBill(bill: string, beside: readonly ProgramBeside[] = []): string {
  const { serialNumber: _, ...written } = JSON.parse(bill)
  const { timestamp: __, ...metadata } = written.metadata
  const programs = beside.map(({ name, version, packageName, sha256 }) => ({
    'bom-ref': `${packageName}@${version}`,
    type: 'application',
    name,
    version,
    purl: `pkg:npm/${packageName}@${version}`,
    hashes: [{ alg: 'SHA-256', content: sha256 }],
  }))
  const components = [...written.components, ...programs]
  return `${JSON.stringify({ ...written, metadata, components }, undefined, 2)}\n`
}

/** What the program is made of, in CycloneDX, as npm's own command says it. */
export function billOfMaterials(): string {
  const { outputs } = JSON.parse(readFileSync('dist/meta.json', 'utf8'))
  return billOf(bundledPackages(outputs).map(({ name }) => name))
}

/**
 * For npm all packages here are for development, since what is installed has none: so it is asked of a project that has
 * those as dependencies that are bundled.
 */
function billOf(bundled: readonly string[]): string {
  const { name, version, license, devDependencies, overrides } = JSON.parse(
    readFileSync('package.json', 'utf8'),
  )
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
  const direct = Object.entries(devDependencies).filter(([each]) => bundled.includes(each))
  const manifest = { name, version, license, dependencies: Object.fromEntries(direct), overrides }
  const packages = Object.entries<Locked>(lock.packages).map(([path, entry]) => {
    const { dev: _, devOptional: __, ...kept } = entry
    return [path, path === '' ? manifest : kept] as const
  })
  const aside = mkdtempSync(join(tmpdir(), 'ejc-sbom-'))
  // npm names the program by its folder.
  const folder = join(aside, name)
  try {
    mkdirSync(folder)
    copyFileSync('.npmrc', join(folder, '.npmrc'))
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
    writeFileSync(
      join(folder, 'package-lock.json'),
      JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }),
    )
    const format = ['--sbom-format=cyclonedx', '--sbom-type=application']
    return npm(['sbom', '--package-lock-only', '--omit=dev', ...format], folder)
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
}
