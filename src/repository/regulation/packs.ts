import { isMapData } from '../../core/facts/data.ts'
import type { RawPack } from '../../core/regulation/pack.ts'
import type { RawDocument, Repository } from '../repository.ts'

/** Every pack without what it extends: the office's own, each with its file, and those that ejc ships. */
export interface WrittenPacks {
  readonly own: readonly { readonly raw: RawDocument; readonly pack: RawPack }[]
  readonly shipped: readonly RawPack[]
  /** 行政区划代码 of the office, as ejc.yaml says it; undefined where that can't be read. */
  readonly office: string | undefined
  /** The files of templates/, as relative paths. */
  readonly templates: readonly string[]
}

/** Reads the packs; leaves out a file that is no map with an id, which the check of packs reports. */
export async function writtenPacks(repository: Repository | undefined): Promise<WrittenPacks> {
  const { packIds, loadRawPack } = await import('../../generated/law/index.ts')
  const shipped = (await Promise.all(packIds.map(loadRawPack))).filter((pack) => pack !== undefined)
  const own = (repository?.readRegulations() ?? []).flatMap((raw) => {
    const pack = packIn(raw)
    return pack ? [{ raw, pack }] : []
  })
  const office = repository && officeIn(repository.config())
  return { own, shipped, office, templates: repository?.templates() ?? [] }
}

function officeIn({ result }: RawDocument): string | undefined {
  const { region } = result.ok && isMapData(result.data) ? result.data : {}
  const code = isMapData(region) ? region.code : undefined
  return typeof code === 'string' ? code : undefined
}

/** All packs; the office's own come before shipped ones, so that they win where ids are the same. */
export function allPacks({ own, shipped }: WrittenPacks): RawPack[] {
  return [...own.map(({ pack }) => pack), ...shipped]
}

/** The pack in a file; undefined where the file can't be taken for one. */
export function packIn({ result }: RawDocument): RawPack | undefined {
  const data: unknown = result.ok ? result.data : undefined
  // The YAML reader returns nothing but JSON; the checks of a pack decide whether it is a valid one.
  return isMapData(data) && typeof data.id === 'string' ? (data as RawPack) : undefined
}
