import { withoutFile } from '../../../core/archive/evidence-items.ts'
import { isRecord, nameOf, OUTSIDE } from '../../../core/archive/item.ts'
import { itemsOf } from '../../../core/archive/items.ts'
import type { Volume } from '../../../core/archive/volume.ts'
import type { CaseView } from '../../../core/view.ts'
import { archivalCopies } from '../../../documents/archival.ts'
import { papersUnder } from '../../../documents/own/shelf.ts'
import { findOffice } from '../../../documents/pdf.ts'
import { type ArchiveItem, committedFiles, METADATA } from '../../../repository/archive.ts'
import { wholeHistory } from '../../../repository/commits.ts'
import { outsideFiles } from '../../../repository/outside.ts'
import type { Repository } from '../../../repository/repository.ts'
import { findingCounts } from '../../shared/entry/standing.ts'
import type { Output } from '../../shared/output/output.ts'
import { type Convert, type MadeItem, sourcesOf, withArchival } from './copies.ts'
import { archiveItem, type FiledItem, filedItems, type PlacedCopy } from './filing.ts'
import type { Readiness } from './ready.ts'
import { caseRecord, historyText, recordItem, recordName } from './record.ts'
import { contentsJson } from './text.ts'

const DATA = `${METADATA}/案件数据`
/** The folder for PDFs made by `ejc render`, which copies for the archive replace. */
const REPLACED = `${METADATA}/原打印件`

/** How a file is made. */
export interface Making {
  readonly commit: string
  readonly isWorking: boolean
  /** Whether Word files get their copies as PDF/A. */
  readonly pdf: boolean
  readonly dryRun: boolean
  readonly ready: Readiness
  readonly out: Output
}

/** A file with everything that goes into its folder. */
export interface MadeVolume {
  readonly volume: Volume
  readonly items: readonly ArchiveItem[]
}

/** Puts a file together from the committed state of a case; writes nothing. */
export async function makeVolume(
  repository: Repository,
  view: CaseView,
  making: Making,
): Promise<MadeVolume> {
  const { root } = repository
  const { id } = view.facts
  const days = new Map([...(await committedFiles(root, id)), ...filesOutside(root, view)])
  const history = await wholeHistory(root, id)
  const ours = new Map([[recordName(id), await caseRecord(view, history)]])
  const sources = sourcesOf(repository, view, ours)
  const { forms } = papersUnder(view.regulation, repository)
  const found = [...itemsOf(view, { days, isPrinted: sources.isPrinted }, forms), recordItem(view)]
  const noPdf = whyNoPdf(making)
  const convert = noPdf === null ? archivalCopies : undefined
  const made = await withArchival(found, sources, convert, making.out)
  const filed = await filedItems(made, sources)
  const volume = { ...volumeOf(view, making, filed), absent: withoutFile(view.facts, days), noPdf }
  const placed = [...filed.flatMap(({ copies }) => copies), ...metadataOf([...days.keys()], made)]
  return {
    volume,
    items: [
      ...(making.dryRun ? [] : await volumePages(volume, convert, making.out)),
      ...placed.map((copy) => archiveItem(repository, view, copy)),
      { path: `${METADATA}/记录经过.txt`, text: historyText(view, history) },
      { path: `${METADATA}/contents.json`, text: contentsJson(volume) },
    ],
  }
}

function volumeOf(
  view: CaseView,
  { commit, isWorking, ready }: Making,
  filed: readonly FiledItem[],
): Omit<Volume, 'absent' | 'noPdf'> {
  return {
    view,
    commit,
    isWorking,
    items: filed.map(({ item }) => item),
    lacking: ready.lacking,
    withoutPaper: ready.withoutPaper.map(({ field }) => field),
    standing: {
      count: findingCounts(ready.standing),
      messages: ready.standing.map(({ message }) => message),
    },
  }
}

function whyNoPdf({ pdf, dryRun }: Making): string | null {
  if (!pdf) return '立卷时写明不转换'
  if (dryRun) return '试运行不转换'
  return findOffice() === undefined ? '立卷的电脑没有 LibreOffice' : null
}

/**
 * Evidence kept outside of the repository that can be reached from this machine, by source; it has no day of its own.
 */
function filesOutside(root: string, { facts, config }: CaseView): [source: string, day: string][] {
  const look = outsideFiles(root, config)
  return facts.evidence.flatMap(({ outside }) =>
    outside !== undefined && look?.(outside) ? [[`${OUTSIDE}${outside}`, '']] : [],
  )
}

/** The data of the case, and the PDFs in whose place others stand. */
function metadataOf(files: readonly string[], made: readonly MadeItem[]): PlacedCopy[] {
  const placed = (folder: string) => (source: string) => ({
    path: `${folder}/${nameOf(source)}`,
    from: { source },
  })
  return [
    ...files.filter(isRecord).map(placed(DATA)),
    ...made.flatMap(({ replaced }) => replaced).map(placed(REPLACED)),
  ]
}

/** 封面, 卷内文件目录 and 备考表, each as .docx and, where Word files are converted, as PDF/A. */
async function volumePages(volume: Volume, convert: Convert, out: Output): Promise<ArchiveItem[]> {
  const { coverDocument, contentsDocument, notesDocument } = await import(
    '../../../documents/volume-document.ts'
  )
  const pages = [
    ['01-封面', await coverDocument(volume)],
    ['02-卷内文件目录', await contentsDocument(volume)],
    ['03-卷内备考表', await notesDocument(volume)],
  ] as const
  const copies = await convert?.(pages.map(([, bytes]) => bytes))
  return pages.flatMap(([name, bytes], index): ArchiveItem[] => {
    const copy = copies?.[index]
    if (copy && 'why' in copy) out.note(`${name} 没有 PDF/A 副本：${copy.why}。`)
    const pdf = copy && 'pdf' in copy ? [{ path: `${name}.pdf`, bytes: copy.pdf }] : []
    return [{ path: `${name}.docx`, bytes }, ...pdf]
  })
}
