import { isMapData } from '../../core/facts/data.ts'
import type { RawPack } from '../../core/regulation/pack.ts'
import type { RawDocument, Repository } from '../repository.ts'

/** Every pack as it is written: the office's own, each with its file, and those that ejc ships. */
export interface WrittenPacks {
  readonly own: readonly { readonly raw: RawDocument; readonly pack: RawPack }[]
  readonly shipped: readonly RawPack[]
}

/** Reads the packs; a file that is no map with an id is left out, which a check of it tells. */
export async function writtenPacks(repository: Repository | undefined): Promise<WrittenPacks> {
  const { packIds, loadRawPack } = await import('../../generated/law/index.ts')
  const shipped = (await Promise.all(packIds.map(loadRawPack))).filter((pack) => pack !== undefined)
  const own = (repository?.readRegulations() ?? []).flatMap((raw) => {
    const pack = packIn(raw)
    return pack ? [{ raw, pack }] : []
  })
  return { own, shipped }
}

/** All packs, an own one before the shipped one of the same id. */
export function allPacks({ own, shipped }: WrittenPacks): RawPack[] {
  return [...own.map(({ pack }) => pack), ...shipped]
}

/** What a file says, as far as it can be taken for a pack. */
export function packIn({ result }: RawDocument): RawPack | undefined {
  const data: unknown = result.ok ? result.data : undefined
  // YAML as it is read holds nothing but JSON; what a pack has to be is asked by its checks.
  return isMapData(data) && typeof data.id === 'string' ? (data as RawPack) : undefined
}
