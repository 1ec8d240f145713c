import { mergeDocument } from '../../core/merge/merge.ts'
import { numberedPath } from '../paths.ts'
import { breaksSchema } from './checked.ts'
import type { Changed, Merging } from './merging.ts'
import { dataOfSides, decodedSides, lacksBase, mergedText, mergeLines, type ThreeVersions } from './text.ts'
import { isSameEntry, needReadable, PLAIN_FILE_MODE, type TreeEntry } from './tree.ts'

/** Merges one file; documents of a case that both sides changed are merged elsewhere, as a whole. */
export async function mergeOneFile(merging: Merging, changed: Changed): Promise<void> {
  const { base, ours, theirs, path } = changed
  if (isSameEntry(ours, theirs) || isSameEntry(base, theirs)) return
  needReadable(path, theirs)
  if (isSameEntry(base, ours)) merging.changes.set(path, theirs ?? null)
  else if (isPaper(changed)) mergePaper(merging, changed)
  else if (isAttachment(changed) && !base && ours && theirs) keepBoth(merging, changed, ours, theirs)
  else if (isAttachment(changed) || !(await mergeText(merging, changed))) decideFile(merging, changed)
}

/** The content of an undecided file in a merge that is only the base of a later one: neither side has it. */
const UNDECIDED = Buffer.from('undecided\n')

const isPaper = ({ kind }: Changed): boolean => kind.inCase?.startsWith('documents/') === true
const isAttachment = ({ kind }: Changed): boolean => kind.inCase?.startsWith('attachments/') === true

/** The texts of a file in the three versions; undefined where one of them is no UTF-8. */
export function textsOfSides(
  { contentOf }: Merging,
  { base, ours, theirs }: ThreeVersions<TreeEntry>,
): ThreeVersions<string> | undefined {
  return decodedSides({ base: contentOf(base), ours: contentOf(ours), theirs: contentOf(theirs) })
}

/** Takes their paper, since it can be made again from the facts; ours is kept beside it if changed by hand. */
function mergePaper(merging: Merging, changed: Changed): void {
  const { path, file, ours, theirs } = changed
  const content = merging.contentOf(ours)
  if (!theirs) return
  if (ours && content && !merging.isRepeatable(content)) keepBoth(merging, changed, ours, theirs)
  else merging.changes.set(path, theirs)
  merging.papers.push(file)
}

/** Keeps both files: theirs keeps the name, which others know; ours gets the next free one. */
function keepBoth(merging: Merging, { path, file }: Changed, ours: TreeEntry, theirs: TreeEntry): void {
  let count = 2
  const free = (): string => numberedPath(path, count)
  while (merging.isTaken(free()) || merging.changes.has(free())) count++
  merging.changes.set(path, theirs)
  merging.changes.set(free(), ours)
  merging.moved.push({ file, to: numberedPath(file, count) })
}

/**
 * Merges facts by their schema, other texts line by line. False where lines are in conflict, and for a file that is no
 * UTF-8.
 */
async function mergeText(merging: Merging, changed: Changed): Promise<boolean> {
  const { base, ours, theirs, path, kind } = changed
  const texts = textsOfSides(merging, { base, ours, theirs })
  if (!texts) return false
  const data = dataOfSides(texts)
  if (kind.schema && data.ours !== undefined && data.theirs !== undefined && !lacksBase(texts))
    return mergeFacts(merging, changed, texts)
  if (!ours || !theirs) return false
  const lines = await mergeLines(merging.scratch, texts)
  if (!lines?.clean) return false
  merging.changes.set(path, { mode: ours.mode, bytes: lines.text })
  return true
}

async function mergeFacts(
  merging: Merging,
  { path, file, kind }: Changed,
  texts: ThreeVersions<string>,
): Promise<boolean> {
  const { schema } = kind
  if (!schema) return false
  const versions = dataOfSides(texts)
  const decide = (address: string) => merging.decide(`${file}#${address}`)
  const { data, conflicts } = mergeDocument(schema, versions, decide)
  if (!conflicts.length && breaksSchema(schema, versions, data)) return false
  for (const each of conflicts)
    merging.conflicts.push({ ...each, address: `${file}#${each.address}`, file, caseId: kind.caseId, schema })
  const text = await mergedText(merging.scratch, schema, texts, data)
  merging.changes.set(path, { mode: PLAIN_FILE_MODE, bytes: Buffer.from(text) })
  return true
}

/**
 * Decides a case that one side removed or renumbered while the other changed it: the version of one side is taken
 * whole. A merge file by file would leave the case without its case.yaml.
 */
export function decideCase(merging: Merging, caseId: string, files: readonly Changed[]): void {
  const address = `cases/${caseId}`
  const decision = merging.decide(address)
  const isKeptThere =
    decision === 'open' && files.some((each) => each.kind.inCase === 'case.yaml' && !each.ours)
  if (decision === 'theirs' || isKeptThere)
    for (const { path, theirs } of files) merging.changes.set(path, theirs ?? null)
  if (decision !== undefined && decision !== 'both') return
  const shown = (side: 'ours' | 'theirs'): string => {
    const changed = files.filter((each) => !isSameEntry(each.base, each[side]))
    const isGone = files.some((each) => each.kind.inCase === 'case.yaml' && !each[side])
    return isGone ? '案件已删除或改号' : `案件有改动（${changed.length} 个文件）`
  }
  const values = { base: undefined, ours: shown('ours'), theirs: shown('theirs') }
  merging.conflicts.push({ address, file: address, caseId, schema: null, path: [], ...values, both: false })
}

/** Decides a file that can't be merged: the version of one side is taken. */
export function decideFile(merging: Merging, { path, file, kind, base, ours, theirs }: Changed): void {
  const decision = merging.decide(file)
  if (decision === 'theirs' || (decision === 'open' && !ours)) merging.changes.set(path, theirs ?? null)
  if (decision === 'open' && ours && theirs) merging.changes.set(path, { mode: ours.mode, bytes: UNDECIDED })
  if (decision !== undefined && decision !== 'both') return
  const shown = (entry: TreeEntry | undefined): string | undefined =>
    entry && `文件（${merging.contentOf(entry)?.length ?? 0} 字节）`
  const values = { base: shown(base), ours: shown(ours), theirs: shown(theirs) }
  const { caseId } = kind
  merging.conflicts.push({ address: file, file, caseId, schema: null, path: [], ...values, both: false })
}
