import { isMapData } from '../facts/data.ts'
import { type CaseData, type DocumentName, documentNames } from '../facts/documents.ts'
import type { Path } from '../facts/locations.ts'
import { type EntryKind, kindOfIdAt, kindsReferredTo } from './references.ts'

/** A list of a case whose entries have ids to which other facts refer. */
export interface NumberedList {
  readonly document: DocumentName
  readonly key: string
  readonly kind: EntryKind
}

export const numberedLists: readonly NumberedList[] = [
  { document: 'case', key: 'obligors', kind: 'obligor' },
  { document: 'evidence', key: 'evidence', kind: 'evidence' },
  { document: 'appraisals', key: 'appraisals', kind: 'appraisal' },
  { document: 'agreements', key: 'agreements', kind: 'agreement' },
  { document: 'court', key: 'suits', kind: 'suit' },
]

/** The entries of a numbered list; none where the document is missing or malformed. */
export function numberedEntries(
  documents: CaseData,
  { document, key }: NumberedList,
): readonly NumberedEntry[] {
  const data = documents[document]
  const list = isMapData(data) && Object.hasOwn(data, key) ? data[key] : undefined
  return Array.isArray(list) ? list.filter(isEntry) : []
}

export type NumberedEntry = Readonly<Record<string, unknown>> & { readonly id: string }

function isEntry(item: unknown): item is NumberedEntry {
  return isMapData(item) && typeof item.id === 'string'
}

/** The next free id after those that there are: E4 after E3. */
export function nextId(id: string, taken: readonly string[]): string {
  const stem = id.replace(/\d+$/, '')
  const numbers = taken.filter((each) => each.startsWith(stem)).map((each) => Number(each.slice(stem.length)))
  return `${stem}${Math.max(0, ...numbers.filter(Number.isInteger)) + 1}`
}

/** The case with an entry and every reference to it under another id. */
export function renumberEntry(documents: CaseData, list: NumberedList, from: string, to: string): CaseData {
  const rename = (name: DocumentName, path: Path, text: string): string => {
    const kinds = [kindOfIdAt(name, path), ...kindsReferredTo(name, path, text)]
    return text === from && kinds.includes(list.kind) ? to : text
  }
  return mapTexts(documents, rename)
}

/** The case with each of its texts changed by `change`. */
export function mapTexts(
  documents: CaseData,
  change: (name: DocumentName, path: Path, text: string) => string,
): CaseData {
  const mapped = (name: DocumentName, value: unknown, path: Path): unknown => {
    if (typeof value === 'string') return change(name, path, value)
    if (Array.isArray(value)) return value.map((item, index) => mapped(name, item, [...path, index]))
    if (!isMapData(value)) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, child]) => [key, mapped(name, child, [...path, key])]),
    )
  }
  return Object.fromEntries(
    documentNames.flatMap((name) =>
      documents[name] === undefined ? [] : [[name, mapped(name, documents[name], [])]],
    ),
  )
}
