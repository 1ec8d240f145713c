import { mkdir, readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'yaml'
import { resolvePack } from '../../core/regulation/merge.ts'
import type { RawPack } from '../../core/regulation/pack.ts'
import { generateCalendars } from './calendars.ts'
import { readSchema } from './prepare.ts'
import { replaceFile } from './replace.ts'

const source = fileURLToPath(new URL('../../law/regulations/', import.meta.url))
const target = fileURLToPath(new URL('../../generated/law/', import.meta.url))

/**
 * Writes the packs of `src/law/regulations/` and the calendars as JSON into `src/generated/law/`, with an index that
 * loads each when asked. @throws Error that names pack and path when a pack is invalid, RegulationError
 * when it is incomplete with all that it inherits.
 */
export async function generateLaw(): Promise<void> {
  const packs = await readPacks()
  const problems = await packProblems(packs)
  if (problems.length > 0) throw new Error(`invalid regulation packs:\n${problems.join('\n')}`)
  for (const pack of packs) resolvePack(pack.id, packs)
  await mkdir(target, { recursive: true })
  for (const pack of packs) replaceFile(join(target, `${pack.id}.json`), `${JSON.stringify(pack)}\n`)
  replaceFile(join(target, 'index.ts'), lawIndexSource(packs))
  await generateCalendars()
}

/** The packs as written, in order of file name. @throws Error when a file is not named after its pack's id. */
export async function readPacks(): Promise<RawPack[]> {
  const files = (await readdir(source)).filter((name) => name.endsWith('.yaml')).sort()
  return Promise.all(
    files.map(async (file) => {
      // Checked against the schema by packProblems, before anything is generated from it.
      const pack = parse(await readFile(join(source, file), 'utf8')) as RawPack
      if (pack.id !== basename(file, '.yaml')) throw new Error(`${file}: id must be the file's name`)
      return pack
    }),
  )
}

/** What is wrong with the packs by the schema: `pack /path: message`. */
export async function packProblems(packs: readonly RawPack[]): Promise<string[]> {
  const ajv = new Ajv2020({ allErrors: true })
  ajv.addVocabulary(['x-matter', 'x-file'])
  const validate = ajv.compile(readSchema('regulation'))
  return packs.flatMap((pack) => {
    validate(pack)
    return (validate.errors ?? []).map(
      (error) => `${pack.id} ${error.instancePath}: ${error.message} ${JSON.stringify(error.params)}`,
    )
  })
}

function lawIndexSource(packs: readonly RawPack[]): string {
  const ids = packs.map((pack) => `'${pack.id}'`).join(', ')
  const loaders = packs.map(
    (pack) => `  '${pack.id}': () => import('./${pack.id}.json', { with: { type: 'json' } }),`,
  )
  return `// Generated from src/law/regulations by src/build/generate/law.ts. Not to be edited.
import { loadFrom } from '../../core/regulation/load.ts'
import type { RawPack, RegulationPack } from '../../core/regulation/pack.ts'

export const packIds: readonly string[] = [${ids}]

const loaders: Record<string, () => Promise<{ default: unknown }>> = {
${loaders.join('\n')}
}

/** A built-in pack as written, without what it inherits; undefined when there is none of this id. */
export async function loadRawPack(id: string): Promise<RawPack | undefined> {
  const load = Object.hasOwn(loaders, id) ? loaders[id] : undefined
  // Validated when it was generated.
  return load && ((await load()).default as RawPack)
}

/** A built-in pack with everything that it extends. @throws RegulationError when there is none of this id. */
export function loadPack(id: string): Promise<RegulationPack> {
  return loadFrom({ ids: packIds, load: loadRawPack }, id)
}
`
}
