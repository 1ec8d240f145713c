import { resolvePack, unknownPackError } from './merge.ts'
import type { RawPack, RegulationPack } from './pack.ts'

/** Packs, each read only when it is needed. */
export interface PackSource {
  ids: readonly string[]
  load: (id: string) => Promise<RawPack | undefined>
}

/**
 * A pack with everything that it extends; reads no other packs.
 * @throws RegulationError when the pack, or one that it extends, is unknown, or the chain is circular.
 */
export async function loadFrom(source: PackSource, id: string): Promise<RegulationPack> {
  const chain = new Map<string, RawPack>()
  for (let next: string | undefined = id; next !== undefined && !chain.has(next); ) {
    const wanted: string = next
    const pack: RawPack | undefined = await source.load(wanted)
    if (!pack) throw unknownPackError(wanted, source.ids)
    chain.set(wanted, pack)
    next = pack.extends
  }
  return resolvePack(id, [...chain.values()])
}
