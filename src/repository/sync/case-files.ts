import { isDeepEqual } from '../../core/facts/data.ts'
import {
  type CaseData,
  type DocumentName,
  documentNames,
  isDocumentName,
} from '../../core/facts/documents.ts'
import { mergeCase } from '../../core/merge/case.ts'
import { mapTexts } from '../../core/merge/renumber.ts'
import { documentPath } from '../paths.ts'
import { breaksSchema } from './checked.ts'
import type { Changed, Merging } from './merging.ts'
import { decideFile, mergeOneFile, textsOfSides } from './one-file.ts'
import { dataIfReadable, mergedText, type ThreeVersions } from './text.ts'
import { isSameEntry, PLAIN_FILE_MODE } from './tree.ts'

/** A document of a case with its texts in the three versions. */
interface Document extends Changed {
  readonly name: DocumentName
  readonly texts: ThreeVersions<string>
}

/**
 * Merges a case that both sides changed as a whole, since its facts refer to one another. Where one of its documents
 * can't be read, its files are merged one by one. `documents` are all of the case, `files` are those that changed.
 */
export async function mergeCaseFiles(
  merging: Merging,
  caseId: string,
  documents: readonly Changed[],
  files: readonly Changed[],
): Promise<void> {
  const read = documents.flatMap((each): Document[] => {
    const name = each.kind.schema ?? ''
    const texts = textsOfSides(merging, each)
    return texts && isDocumentName(name) ? [{ ...each, name, texts }] : []
  })
  const isData = (text: string | undefined): boolean =>
    text === undefined || dataIfReadable(text) !== undefined
  const isReadable =
    read.length === documents.length &&
    read.every(({ texts }) => [texts.base, texts.ours, texts.theirs].every(isData))
  const others = isReadable ? files.filter(({ kind }) => kind.schema === null) : files
  const movedBefore = merging.moved.length
  for (const each of others) await mergeOneFile(merging, each)
  if (!isReadable) return
  const moved = new Map(
    merging.moved
      .slice(movedBefore)
      .map(({ file, to }) => [pathInCase(caseId, file), pathInCase(caseId, to)]),
  )
  await mergeFacts(merging, caseId, read, moved)
}

const pathInCase = (caseId: string, file: string): string => file.slice(`cases/${caseId}/`.length)

async function mergeFacts(
  merging: Merging,
  caseId: string,
  documents: readonly Document[],
  moved: ReadonlyMap<string, string>,
): Promise<void> {
  const side = (of: keyof ThreeVersions<string>): CaseData =>
    Object.fromEntries(documents.map(({ name, texts }) => [name, dataIfReadable(texts[of])]))
  const ours = mapTexts(side('ours'), (name, path, text) =>
    name === 'evidence' && path.at(-1) === 'file' ? (moved.get(text) ?? text) : text,
  )
  const versions = { base: side('base'), ours, theirs: side('theirs') }
  const decide = (name: DocumentName, address: string) =>
    merging.decide(`${documentPath(caseId, name)}#${address}`)
  const { data, conflicts, renumbered } = mergeCase(versions, decide)
  merging.renumbered.push(...renumbered.map((each) => ({ ...each, caseId })))
  for (const { document, ...each } of conflicts) {
    const file = documentPath(caseId, document)
    merging.conflicts.push({ ...each, address: `${file}#${each.address}`, file, caseId, schema: document })
  }
  const open = new Set(conflicts.map(({ document }) => document))
  for (const name of documentNames) {
    const document = documents.find((each) => each.name === name)
    if (!document || open.has(name)) continue
    const values = { base: versions.base[name], ours: versions.ours[name], theirs: versions.theirs[name] }
    if (breaksSchema(name, values, data[name])) decideFile(merging, document)
    else await writeDocument(merging, document, data[name])
  }
}

/** Puts the merged facts in place: the exact text of one side where that has the same facts, else a new text. */
async function writeDocument(merging: Merging, document: Document, merged: unknown): Promise<void> {
  const { base, ours, theirs, texts, path, name } = document
  const stands = (text: string | undefined): boolean => isDeepEqual(dataIfReadable(text), merged)
  if (isSameEntry(ours, theirs) || isSameEntry(base, theirs)) {
    if (stands(texts.ours)) return
  } else if (isSameEntry(base, ours) && stands(texts.theirs)) {
    merging.changes.set(path, theirs ?? null)
    return
  }
  if (merged === undefined) merging.changes.set(path, null)
  else {
    const text = await mergedText(merging.scratch, name, texts, merged)
    merging.changes.set(path, { mode: PLAIN_FILE_MODE, bytes: Buffer.from(text) })
  }
}
