import { type PackSchema, schemaFaults } from '../../core/regulation/check/schema.ts'
import { faultsOf, type PackFault } from '../../core/regulation/check.ts'
import type { Json, RawPack } from '../../core/regulation/pack.ts'
import { createPlaces } from '../place.ts'
import type { RawDocument } from '../repository.ts'
import { allPacks, packIn, type WrittenPacks } from './packs.ts'

/** A fault of a pack at its place (1-based) in the file. */
export interface PlacedFault extends PackFault {
  readonly line: number
  readonly column: number
}

/** What is wrong with one file of regulations/. */
export interface PackCheck {
  readonly file: string
  /** Missing where the file can't be read as a pack. */
  readonly id: string | undefined
  readonly shortTitle: string | undefined
  /** In the order of the file. */
  readonly faults: readonly PlacedFault[]
}

/** Checks a file as a pack among all others: whether it can be read, its schema, and what contradicts itself. */
export async function checkPack(raw: RawDocument, packs: WrittenPacks): Promise<PackCheck> {
  const pack = packIn(raw)
  const shortTitle = pack?.shortTitle
  const about = {
    file: raw.file,
    id: pack?.id,
    shortTitle: typeof shortTitle === 'string' ? shortTitle : undefined,
  }
  if (!raw.result.ok) {
    const faults = raw.result.problems.map(({ message, line, column }): PlacedFault => {
      return { kind: 'yaml', path: [], message, line, column }
    })
    return { ...about, faults }
  }
  const wrong = await schemaFaultsOf(raw.result.data)
  const known = new Set(wrong.map(({ path }) => path.join('/')))
  const others = pack
    ? [
        ...sameId(raw, pack, packs),
        ...noTemplates(pack, packs),
        ...faultsOf(pack, allPacks(packs), packs.office),
      ].filter(({ path }) => !known.has(path.join('/')))
    : []
  return { ...about, faults: placed([...wrong, ...others], raw) }
}

/** What the schema of packs finds in a file, in Chinese with the titles of its keys. */
export async function schemaFaultsOf(data: unknown): Promise<PackFault[]> {
  const { validate } = await import('../../generated/validators-regulation.js')
  if (validate(data)) return []
  const { default: schema } = await import('../../generated/regulation.schema.json')
  // The schema boundary: our own file, whose vocabulary a test checks, and YAML, which holds nothing but JSON.
  return schemaFaults(validate.errors ?? [], data as Json, schema as unknown as PackSchema)
}

/** Two files of one id: only the first would be used. */
function sameId({ file }: RawDocument, { id }: RawPack, { own }: WrittenPacks): PackFault[] {
  const other = own.find(({ raw, pack }) => pack.id === id && raw.file !== file)
  if (!other) return []
  return [
    {
      kind: 'contradiction',
      path: ['id'],
      message: `${other.raw.file} 也是 ${id}：请给其中一个改编号，或者删去一个。`,
    },
  ]
}

/**
 * A folder of templates that is missing or empty: without this fault, the built-in templates would be used silently.
 */
function noTemplates({ templates }: RawPack, packs: WrittenPacks): PackFault[] {
  if (typeof templates !== 'string') return []
  const folder = `templates/${templates}/`
  if (packs.templates.some((file) => file.startsWith(folder) && file.endsWith('.docx'))) return []
  const message = `文件夹 ${folder} 里没有 .docx 模板：请放入这部规范的文书模板，或者改正、删去 templates。`
  return [{ kind: 'contradiction', path: ['templates'], message }]
}

function placed(faults: readonly PackFault[], raw: RawDocument): PlacedFault[] {
  const places = createPlaces()
  return faults
    .map((fault) => ({ ...fault, ...places.of(raw, fault.path) }))
    .toSorted((a, b) => a.line - b.line || a.column - b.column)
}
