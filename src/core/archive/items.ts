import type { DocumentName } from '../facts/documents.ts'
import { signedPapers } from '../facts/signed-papers.ts'
import type { FormDefinition } from '../forms/define.ts'
import { forms as builtIn } from '../forms/index.ts'
import type { CaseView } from '../view.ts'
import { evidenceItems } from './evidence-items.ts'
import { type CaseFiles, commitDated, type Item, isRecord, nameOf, type PhasedItem, plain } from './item.ts'
import { formItems, ownPaperItems, signedItems } from './paper-items.ts'

/** The phases in the order of the procedure; evidence is gathered while damage is investigated. */
const PHASES: readonly DocumentName[] = [
  'case',
  'screening',
  'investigation',
  'evidence',
  'appraisals',
  'consultation',
  'agreements',
  'court',
  'restoration',
  'payments',
  'supervision',
  'closing',
]

/** What keeps folders and what systems leave behind: no material of a case. */
const NO_MATERIAL = /(^|\/)(\.gitkeep|\.gitignore|\.DS_Store|Thumbs\.db|desktop\.ini)$/

/**
 * The documents of a case in the order of the procedure; each file goes into one of them.
 * @param forms the papers that it can have: the forms, and those of the office's own templates
 */
export function itemsOf(
  view: CaseView,
  files: CaseFiles,
  forms: readonly FormDefinition[] = builtIn,
): Item[] {
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
  const ordered = PHASES.flatMap((phase) => taken.filter((item) => item.phase === phase))
  return [...ordered.map(withoutPhase), ...[...left].map((source) => looseItem(source, files))]
}

function withoutPhase({ phase: _, ...item }: PhasedItem): Item {
  return item
}

function looseItem(source: string, files: CaseFiles): Item {
  return {
    ...commitDated(files, [source]),
    ...plain,
    title: nameOf(source),
    copies: [{ source, kind: 'original' }],
  }
}
