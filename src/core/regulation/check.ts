import { articleFaults } from './check/articles.ts'
import { codeFaults } from './check/codes.ts'
import { duplicateFaults } from './check/duplicates.ts'
import type { PackFault } from './check/fault.ts'
import { figureFaults } from './check/figures.ts'
import { headFaults, regionFaults } from './check/head.ts'
import { missingFaults } from './check/missing.ts'
import { reviewFaults } from './check/review.ts'
import { RegulationError } from './error.ts'
import { mergedPack } from './merge.ts'
import type { JsonObject, RawPack } from './pack.ts'

export type { PackFault } from './check/fault.ts'

/**
 * The faults for which a pack cannot be used: entries missing even in the packs that it extends, articles that do not
 * exist, contradictions, and entries copied and not yet compared with the text. `packs` are all packs, it among them;
 * `office` is the 行政区划代码 of the office that is to use it, where it is known.
 */
export function faultsOf(raw: RawPack, packs: readonly RawPack[], office?: string): PackFault[] {
  const merged = mergedOrFault(raw, packs)
  const alone = [
    ...headFaults(raw, packs),
    ...regionFaults(raw, office),
    ...duplicateFaults(raw),
    ...reviewFaults(raw),
  ]
  if ('fault' in merged) return [merged.fault, ...alone]
  const contradictions = figureFaults(raw, merged.pack)
  const known = new Set(contradictions.map(({ path }) => path.join('/')))
  return [
    ...missingFaults(raw, merged.pack).filter(({ path }) => !known.has(path.join('/'))),
    ...articleFaults(raw, merged.pack),
    ...contradictions,
    ...codeFaults(raw, merged.pack),
    ...alone,
  ]
}

function mergedOrFault(
  raw: RawPack,
  packs: readonly RawPack[],
): { readonly pack: JsonObject } | { readonly fault: PackFault } {
  try {
    return { pack: mergedPack(raw.id, [raw, ...packs.filter(({ id }) => id !== raw.id)]) }
  } catch (error) {
    if (!(error instanceof RegulationError)) throw error
    return { fault: { kind: 'contradiction', path: ['extends'], message: error.message } }
  }
}
