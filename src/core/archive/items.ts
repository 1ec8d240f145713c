import type { IsoDate } from '../calendar/dates.ts'
import { phases } from '../facts/phases.ts'
import { signedPapers } from '../facts/signed-papers.ts'
import type { FormDefinition } from '../forms/define.ts'
import { forms as builtIn } from '../forms/index.ts'
import type { CaseView } from '../view.ts'
import { evidenceItems } from './evidence-items.ts'
import {
  type ArchiveItem,
  type CaseFiles,
  commitDated,
  isRecord,
  nameOf,
  type PhasedItem,
  plain,
} from './item.ts'
import { formItems, ownPaperItems, signedItems } from './paper-items.ts'

/** What keeps folders and what systems leave behind: no material of a case. */
const NO_MATERIAL = /(^|\/)(\.gitkeep|\.gitignore|\.DS_Store|Thumbs\.db|desktop\.ini)$/

/**
 * The documents of a case in the order of the procedure, within a phase by their days; each file goes into one of them.
 * @param forms the papers that it can have: the forms, and those of the office's own templates
 */
export function itemsOf(
  view: CaseView,
  files: CaseFiles,
  forms: readonly FormDefinition[] = builtIn,
): ArchiveItem[] {
  const left = new Set([...files.days.keys()].filter((each) => !NO_MATERIAL.test(each) && !isRecord(each)))
  const signed = signedPapers(view.facts).filter(({ file }) => left.has(file))
  const found = [
    ...formItems(view, files, signed, forms),
    ...signedItems(view, files, signed),
    ...ownPaperItems(view, files),
    ...evidenceItems(view.facts, files),
  ]
  const taken = found.flatMap((item): PhasedItem[] => {
    const copies = item.copies.filter(({ source }) => left.delete(source))
    return copies.length ? [{ ...item, copies }] : []
  })
  const ordered = phases.flatMap(({ document }) => byDay(taken.filter((item) => item.phase === document)))
  return [...ordered.map(withoutPhase), ...[...left].map((source) => looseItem(source, files))]
}

/** In the order of the days that facts tell; an item without such a day stays behind the one before it. */
function byDay(items: readonly PhasedItem[]): PhasedItem[] {
  let day: IsoDate | null = null
  const placed = items.map((item) => {
    if (item.datedBy === 'fact' && item.date !== null) day = item.date
    return { item, day: day ?? '' }
  })
  return placed.sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1)).map(({ item }) => item)
}

function withoutPhase({ phase: _, ...item }: PhasedItem): ArchiveItem {
  return item
}

function looseItem(source: string, files: CaseFiles): ArchiveItem {
  return {
    ...commitDated(files, [source]),
    ...plain,
    title: nameOf(source),
    copies: [{ source, kind: 'original' }],
  }
}
