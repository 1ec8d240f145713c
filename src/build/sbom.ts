import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { npm } from './npm.ts'

interface Locked {
  readonly dev?: boolean
  readonly devOptional?: boolean
}

/**
 * What the program is made of, in CycloneDX, by npm's own command. For npm all packages here are for development, since
 * what is installed has none: so it is asked of a project that has those as dependencies that are bundled.
 * @param bundled the names of the packages of which code is bundled
 */
export function billOfMaterials(bundled: readonly string[]): string {
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
