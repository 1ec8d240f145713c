import { readPacks } from '../../src/build/generate/law.ts'
import type { PackFault } from '../../src/core/regulation/check/fault.ts'
import { faultsOf } from '../../src/core/regulation/check.ts'
import { isMap } from '../../src/core/regulation/complete.ts'
import { copyPack, type NewHead } from '../../src/core/regulation/copy.ts'
import type { Json, JsonObject, RawPack } from '../../src/core/regulation/pack.ts'

/** The packs that ejc ships, as written. */
export const shippedPacks: readonly RawPack[] = await readPacks()

const head: NewHead = {
  ...{ id: 'own', title: '某自治区细则', shortTitle: '某细则', number: '某〔2026〕3号', issuer: '某厅' },
  ...{ region: '450000', effectiveFrom: '2026-07-01' },
  status: 'in-force',
}
const copied = copyPack('guangxi-2025-draft', shippedPacks, head).data

function withoutReviews(node: Json): Json {
  if (Array.isArray(node)) return node.map(withoutReviews)
  if (!isMap(node)) return node
  const entries = Object.entries(node).filter(([key]) => key !== 'review')
  return Object.fromEntries(entries.map(([key, child]) => [key, withoutReviews(child)]))
}

/** A fresh copy of a pack that stands beside national law and has been compared with its text, after a change. */
export function ownPack(change: (pack: Editable) => void = () => undefined): RawPack {
  // A copied pack is plain data, as the test changes it at any place.
  const pack = withoutReviews(copied) as unknown as Editable
  change(pack)
  return pack as unknown as RawPack
}

/** Plain data that a test reaches into, at whatever place it wants to change. */
// biome-ignore lint/suspicious/noExplicitAny: a test writes wrong values of every kind into it
export type Editable = any

/** What the check finds in a pack after a change. */
export function faultsAfter(change: (pack: Editable) => void): PackFault[] {
  return faultsOf(ownPack(change), shippedPacks)
}

/** The item of a list with this code, id or number. */
export function itemOf(list: Editable, key: string | number): Editable {
  const found = (list as JsonObject[]).find((item) => [item.code, item.id, item.number].includes(key))
  if (!found) throw new Error(`no item ${key}`)
  return found
}

/** The position of that item in its list. */
export function placeIn(list: Editable, key: string | number): number {
  return (list as Editable[]).indexOf(itemOf(list, key))
}
