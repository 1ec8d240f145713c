import { join } from 'node:path'
import { OUTSIDE } from '../../../core/archive/item.ts'
import { type Filed, numbered } from '../../../core/archive/volume.ts'
import type { CaseView } from '../../../core/view.ts'
import { type ArchiveItem, portableNames } from '../../../repository/archive.ts'
import { outsideFolder } from '../../../repository/outside.ts'
import type { Repository } from '../../../repository/repository.ts'
import type { MadeCopy, MadeItem, Sources } from './copies.ts'
import { pagesOfItem } from './item-pages.ts'

/** Where the materials lie; beside them the pages of the file. */
const MATERIALS = '材料'
/** The figures of the numbers of materials, so that folders sort them. */
const FIGURES = 3

/** A copy with its place in the archive. */
export interface PlacedCopy {
  readonly path: string
  readonly from: MadeCopy['from']
}

export interface FiledItem {
  readonly item: Filed
  readonly copies: readonly PlacedCopy[]
}

/** Items with their numbers and pages, and each copy with its place in the archive: 材料/003-赔偿协议.pdf. */
export async function filedItems(made: readonly MadeItem[], sources: Sources): Promise<FiledItem[]> {
  const places = placesOf(made)
  const items: Parameters<typeof numbered>[0][number][] = []
  for (const [index, each] of made.entries()) {
    const { ofCopies, ...pages } = await pagesOfItem(each, sources)
    const files = each.copies.map(({ kind, from }, copy) => ({
      file: places[index]?.[copy] ?? '',
      kind,
      source: 'source' in from ? from.source : null,
      pages: ofCopies[copy] ?? null,
    }))
    const { copies: _, ...item } = each.item
    items.push({ ...item, ...pages, noCopy: each.why, files })
  }
  return numbered(items).map((item, index) => ({
    item,
    copies: (made[index]?.copies ?? []).map(({ from }, copy) => ({
      path: places[index]?.[copy] ?? '',
      from,
    })),
  }))
}

/** The places of the copies, under names that Windows allows, no two the same. */
function placesOf(made: readonly MadeItem[]): string[][] {
  const wanted = made.map(({ copies }, index) =>
    copies.map(({ name }) => `${MATERIALS}/${String(index + 1).padStart(FIGURES, '0')}-${name}`),
  )
  const names = portableNames(wanted.flat())
  return wanted.map((each) => each.map(() => names.shift() ?? ''))
}

/** What a copy is to the archive: a file of the case, one kept outside with its digest, or what was made for it. */
export function archiveItem(
  { root }: Repository,
  { facts, config }: CaseView,
  { path, from }: PlacedCopy,
): ArchiveItem {
  if ('bytes' in from) return { path, bytes: from.bytes }
  if (!from.source.startsWith(OUTSIDE)) return { path, source: `cases/${facts.id}/${from.source}` }
  const name = from.source.slice(OUTSIDE.length)
  const { sha256 = '' } = facts.evidence.find((each) => each.outside === name) ?? {}
  return { path, outside: join(outsideFolder(root, config) ?? '', name), sha256 }
}
