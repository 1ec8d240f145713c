import { isDeepEqual } from '../core/facts/data.ts'
import { type CaseData, type DocumentName, documentNames } from '../core/facts/documents.ts'
import type { Regulation } from '../core/regulation/regulation.ts'
import type { CaseView } from '../core/view.ts'
import { checkDocument, type FileProblem } from './check.ts'
import { documentPath, foldedName, numberedPath } from './paths.ts'
import { documentOf } from './raw.ts'
import { newDocumentText, viewWith } from './record.ts'
import type { RawCase, Repository } from './repository.ts'
import { dataIfReadable, textWithFacts } from './sync/text.ts'
import { commitTransaction, type TransactionResult } from './transaction.ts'
import type { Workspace } from './workspace.ts'

/** What is written where two cases become one, or one becomes two. */
export interface FilesOfCases {
  /** By path in the repository; null removes a file. */
  readonly files: ReadonlyMap<string, Uint8Array | null>
  /** SHA-256 of what was read, by path; null: it was not there. */
  readonly expected: ReadonlyMap<string, string | null>
}

/** A case as it will be, with the documents that this changes. */
export interface PlannedCase extends FilesOfCases {
  readonly problems: readonly FileProblem[]
  /** Undefined while there are problems. */
  readonly after: CaseView | undefined
}

/** A case whose documents are to be what `data` says; no view and no files yet for a new one. */
export interface CaseToWrite {
  readonly id: string
  readonly regulation: Regulation
  readonly view: CaseView | undefined
  readonly raw: RawCase | undefined
  readonly data: CaseData
}

/** Plans the documents of a case, comments and order of what stays kept, and the case as it will be. */
export function planCase(
  workspace: Workspace,
  { id, regulation, view, raw, data }: CaseToWrite,
): PlannedCase {
  const files = new Map<string, Uint8Array | null>()
  const expected = new Map<string, string | null>()
  const problems: FileProblem[] = []
  const changed: Partial<Record<DocumentName, unknown>> = {}
  for (const name of documentNames) {
    const document = raw?.documents[name]
    const text = document?.text()
    if (isDeepEqual(dataIfReadable(text), data[name])) continue
    const path = documentPath(id, name)
    expected.set(path, document?.digest() ?? null)
    changed[name] = undefined
    if (data[name] === undefined) files.set(path, null)
    else {
      const bytes = new TextEncoder().encode(textWith(name, text, data[name]))
      files.set(path, bytes)
      const checked = checkDocument(name, documentOf(path, bytes), regulation.lists)
      changed[name] = checked.data
      problems.push(...checked.problems.filter(({ rule }) => rule !== 'schema/unknown-key'))
    }
  }
  const after = problems.length ? undefined : viewWith(workspace, { view, regulation }, changed)
  return { files, expected, problems, after }
}

/** A document with new data: edited where there is a text, else new. */
export function textWith(name: DocumentName, text: string | undefined, data: unknown): string {
  return text === undefined ? newDocumentText(name, data) : textWithFacts(name, text, data)
}

/** A file of evidence that goes from the folder of one case into that of another, by its names in them. */
export interface FileOfEvidence {
  readonly from: string
  readonly to: string
}

/** The copies of files of evidence; one that is missing has none, which lint reports of both cases. */
export function copiesOf(
  repository: Repository,
  from: string,
  to: string,
  moved: readonly FileOfEvidence[],
): FilesOfCases {
  const files = new Map<string, Uint8Array | null>()
  const expected = new Map<string, string | null>()
  for (const each of moved) {
    const bytes = repository.readBytes(`cases/${from}/${each.from}`)
    if (!bytes) continue
    const path = `cases/${to}/${each.to}`
    files.set(path, bytes)
    expected.set(path, null)
  }
  return { files, expected }
}

/** A name for a file that no file of a case has, nor one that comes with it; upper and lower case count as equal. */
export function freeNames(taken: readonly string[]): (file: string) => string {
  const known = new Set(taken.map(foldedName))
  return (file) => {
    let name = file
    for (let count = 2; known.has(foldedName(name)); count++) name = numberedPath(file, count)
    known.add(foldedName(name))
    return name
  }
}

/** What the commit says. */
export interface NoteOfCases {
  readonly action: 'combine' | 'split'
  /** The case that goes on, and the other one. */
  readonly caseId: string
  readonly subject: string
  readonly message: string
}

/** Writes all of it in one commit, or nothing. Throws RepositoryError as `commitTransaction`. */
export function writeCases(
  root: string,
  parts: readonly FilesOfCases[],
  note: NoteOfCases,
  commit: boolean,
): Promise<TransactionResult> {
  const files = new Map(parts.flatMap((part) => [...part.files]))
  const expected = new Map(parts.flatMap((part) => [...part.expected]))
  return commitTransaction(root, { ...note, files, expected }, { commit })
}
