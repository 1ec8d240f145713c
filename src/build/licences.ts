import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Metafile } from 'esbuild'

/** ajv lays its own code into the validators that it generates: they are bundled before the program, which shows it no more. */
const inValidators = ['node_modules/ajv']

/** A package of which some lines stand in the built program. */
export interface BundledPackage {
  /** Where it is installed. */
  readonly folder: string
  readonly name: string
  readonly version: string
  /** By the SPDX list, for example MIT. */
  readonly license: string
  readonly author: string
}

/** The packages in what was built, by name. */
export function bundledPackages(outputs: Metafile['outputs']): BundledPackage[] {
  const sources = Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs))
  const found = sources.flatMap((source) => /.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(source)?.[0] ?? [])
  const packages = [...new Set([...found, ...inValidators])].map(packageAt)
  return packages.sort((one, other) => (one.name < other.name ? -1 : 1))
}

function packageAt(folder: string): BundledPackage {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const written: unknown = typeof author === 'object' && author !== null ? author.name : author
  return {
    folder,
    name: String(name),
    version: String(version),
    license: String(license),
    author: typeof written === 'string' ? written : `${name} contributors`,
  }
}

/** The licences of all that is bundled, one after the other, as one text. */
export function licenceTexts(packages: readonly BundledPackage[]): string {
  const head =
    'The program holds code of the packages below, each under its own licence.\n' +
    '本程序含有下列软件包的代码，各依其许可证使用。\n'
  const texts = packages.map(
    (each) => `${'-'.repeat(78)}\n${each.name} ${each.version} (${each.license})\n\n${textOf(each)}\n`,
  )
  return [head, ...texts].join('\n')
}

function textOf({ folder, name, license, author }: BundledPackage): string {
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file))
  if (files.length) return files.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n')
  const usual = join(import.meta.dirname, 'licences', `${license}.txt`)
  if (existsSync(usual)) return readFileSync(usual, 'utf8').trim().replace('<author>', author)
  throw new Error(`${name} brings no licence: add the text of ${license} as ${usual}`)
}
