import { isMapData } from '../core/facts/data.ts'
import type { DocumentName, Documents } from '../core/facts/documents.ts'
import { factsOf } from '../core/facts/facts.ts'
import type { Regulation } from '../core/regulation/regulation.ts'
import type { Item, Target } from '../core/stages/define.ts'
import { type CaseView, viewOf } from '../core/view.ts'
import { checkDocument, type FileProblem } from './check.ts'
import type { FileContent } from './content.ts'
import { documentPath } from './paths.ts'
import { documentOf } from './raw.ts'
import { commitTransaction, type TransactionResult } from './transaction.ts'
import type { Workspace } from './workspace.ts'
import { editData } from './yaml/edit.ts'
import { schemaStyle } from './yaml/style.ts'
import { type Edit, type EditOptions, editYaml } from './yaml/write.ts'

/** The case that an item is written into; no documents yet for a new case. */
export interface Recipient {
  readonly id: string
  readonly regulation: Regulation
  readonly view: CaseView | undefined
  /** The text and digest of the document that is written, as read. */
  readonly text: string | undefined
  readonly digest: string | null
}

/** A change that is planned and checked, but not written yet. */
export interface PlannedChange {
  readonly file: string
  /** Null where the file is removed. */
  readonly text: string | null
  readonly recipient: Recipient
  /** Problems of the changed document; nothing is written while there are any. */
  readonly problems: readonly FileProblem[]
  /** What follows from the case once it is written; undefined while there are problems. */
  readonly after: CaseView | undefined
}

const SCHEMA_FOLDER = '../../schemas'

/** Plans the document with the item in its place, comments and order kept, and the case as it would be then. */
export function planChange(
  workspace: Workspace,
  recipient: Recipient,
  target: Target,
  item: Item,
): PlannedChange {
  return planEdits(workspace, recipient, target.document, editsOf(target, item, recipient.text === undefined))
}

/** Plans the document with some edits, and the case as it would be then. A document of which nothing is left goes. */
export function planEdits(
  workspace: Workspace,
  recipient: Recipient,
  document: DocumentName,
  edits: readonly Edit[],
): PlannedChange {
  const file = documentPath(recipient.id, document)
  if (recipient.text !== undefined && leavesNothing(recipient, document, edits)) {
    const after = viewWith(workspace, recipient, { [document]: undefined })
    return { file, text: null, recipient, problems: [], after }
  }
  const text = editYaml(recipient.text, edits, styleOf(document))
  const raw = documentOf(file, new TextEncoder().encode(text))
  const isBackfilled = recipient.view?.facts.case.backfilled !== undefined
  const { data, problems } = checkDocument(document, raw, recipient.regulation.lists, isBackfilled)
  const draft = { file, text, recipient }
  if (problems.length) return { ...draft, problems, after: undefined }
  return { ...draft, problems, after: viewWith(workspace, recipient, { [document]: data }) }
}

/** The text of a new document. */
export function newDocumentText(document: DocumentName, data: unknown): string {
  return editYaml(undefined, [{ kind: 'set', path: [], value: data }], styleOf(document))
}

/** How a document of a case is written: with a first line for editors, keys in order, and their titles. */
function styleOf(document: DocumentName): EditOptions {
  const header = `yaml-language-server: $schema=${SCHEMA_FOLDER}/${document}.schema.json`
  return { header, ...schemaStyle(document) }
}

function leavesNothing({ view }: Recipient, document: DocumentName, edits: readonly Edit[]): boolean {
  const left = editData(view?.facts.documents[document], edits)
  return isMapData(left) && Object.keys(left).length === 0
}

/** The changes of a document that an item makes, with what goes beside it. `fresh`: the document is not there yet. */
export function editsOf({ path, mode, also = [] }: Target, item: Item, fresh: boolean): Edit[] {
  const beside = also.map(({ path: at, value, append }): Edit => {
    if (value === undefined) return { kind: 'remove', path: at }
    return { kind: append ? 'append' : 'set', path: at, value }
  })
  if (mode === 'append') return [...beside, { kind: 'append', path, value: item }]
  if (mode === 'set' && (path.length || fresh)) return [...beside, { kind: 'set', path, value: item }]
  return [
    ...beside,
    ...Object.entries(item).map(([key, value]): Edit => ({ kind: 'set', path: [...path, key], value })),
  ]
}

/** The view of a case with the documents given; undefined removes one. All must have been validated. */
export function viewWith(
  workspace: Workspace,
  { view, regulation }: Pick<Recipient, 'view' | 'regulation'>,
  changed: Partial<Record<DocumentName, unknown>>,
): CaseView {
  // The schema boundary: the changed documents have just been validated, the others when they were read.
  const all = Object.entries({ ...view?.facts.documents, ...changed })
  const documents = Object.fromEntries(all.filter(([, data]) => data !== undefined)) as unknown as Documents
  return viewOf(factsOf(documents), { ...workspace.setting, regulation })
}

/** What the commit says of a change. */
export interface CommitNote {
  readonly action: string
  readonly subject: string | null
  readonly message: string
}

/** A file that is written with a document: what it holds, and the SHA-256 of the file there now (null for none). */
export interface Beside {
  /** Null where the file is removed. */
  readonly content: FileContent | null
  readonly before: string | null
}

/**
 * Writes the draft and the files that come with it, and commits exactly them; a file that already lies there as it is
 * given is committed too. Throws RepositoryError, and then nothing is written.
 */
export function writeChange(
  workspace: Workspace,
  { file, text, recipient }: PlannedChange,
  note: CommitNote,
  commit: boolean,
  beside: ReadonlyMap<string, Beside> = new Map(),
): Promise<TransactionResult> {
  const written = <T>(part: (file: Beside) => T): [string, T][] =>
    [...beside].map(([path, each]) => [path, part(each)])
  return commitTransaction(
    workspace.repository.root,
    {
      ...note,
      caseId: recipient.id,
      files: new Map([
        ...written(({ content }) => content),
        [file, text === null ? null : new TextEncoder().encode(text)],
      ]),
      expected: new Map([...written(({ before }) => before), [file, recipient.digest]]),
      evenIfSame: new Set(beside.keys()),
    },
    { commit },
  )
}
