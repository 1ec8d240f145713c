import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { npm } from './npm.ts'
import { billOfMaterials, settledBill } from './sbom.ts'
import { writeSmallPack } from './small-pack.ts'

/** Where `npm run package` and `npm run portable` put what they make. */
export const releaseFolder = 'release'

/** The one file that an office needs: packs it, and lays beside it what is in it and its SHA-256. */
export function packProgram(folder: string): string {
  mkdirSync(folder, { recursive: true })
  writeSmallPack()
  const name = npm(['pack', '--ignore-scripts', '--silent', '--pack-destination', folder]).trim()
  const file = join(folder, name)
  writeFileSync(join(folder, name.replace(/\.tgz$/, '.cdx.json')), settledBill(billOfMaterials()))
  writeFileSync(join(folder, `${name}.sha256`), `${sha256Of(file)}  ${name}\n`)
  return file
}

/** The SHA-256 of a file in hexadecimal. */
export function sha256Of(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}

if (process.argv[1]?.endsWith('package.ts')) process.stdout.write(`${packProgram(releaseFolder)}\n`)
