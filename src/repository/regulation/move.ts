import { documentNames } from '../../core/facts/documents.ts'
import type { Lists } from '../../core/schema/choices.ts'
import { checkDocument, type FileProblem, isBackfilledCase } from '../check.ts'
import { RepositoryError } from '../errors.ts'
import { status } from '../git-work-tree.ts'
import { documentOf } from '../raw.ts'
import { commitTransaction, type TransactionResult } from '../transaction.ts'
import type { CaseReading } from '../workspace.ts'
import { schemaStyle } from '../yaml/style.ts'
import { editYaml } from '../yaml/write.ts'

/** What a case records of its move to another text. `movedOn`: YYYY-MM-DD. */
export interface RegulationMove {
  readonly from: string
  readonly to: string
  readonly movedOn: string
  readonly reason: string
  readonly by?: string
}

/** The new case.yaml, and the SHA-256 of the present one. */
export interface PlannedMove {
  readonly id: string
  readonly file: string
  readonly text: string
  readonly before: string | null
  /** What in the case is not valid under the other text: codes that its lists do not hold. */
  readonly problems: readonly FileProblem[]
}

/** Plans what moving a case writes, and writes nothing; `lists` are those of the text that it moves to. */
export function planMove(
  { id, raw }: CaseReading & { readonly ok: true },
  move: RegulationMove,
  lists: Lists,
): PlannedMove {
  const document = raw.documents.case
  const file = `${raw.folder}/case.yaml`
  if (!document) throw new RepositoryError('invalid-document', `案件 ${id} 没有 case.yaml`, { file })
  const text = editYaml(
    document.text(),
    [
      { kind: 'set', path: ['regulation'], value: move.to },
      { kind: 'append', path: ['regulationMoves'], value: move },
    ],
    schemaStyle('case'),
  )
  const fresh = documentOf(file, new TextEncoder().encode(text))
  const problems = documentNames.flatMap((name) => {
    const each = name === 'case' ? fresh : raw.documents[name]
    return each ? checkDocument(name, each, lists, isBackfilledCase(document)).problems : []
  })
  return {
    id,
    file,
    text,
    before: document.digest(),
    problems: problems.filter(({ rule }) => rule !== 'schema/unknown-key'),
  }
}

/** Whether a file is committed in its present state. If a pack is only on this machine, no other can read its cases. */
export async function isFileCommitted(root: string, file: string): Promise<boolean> {
  return !(await status(root)).some(({ path }) => path === file)
}

/** Writes a move and commits exactly it. Throws as `commitTransaction`, and then nothing is written. */
export function writeMove(
  root: string,
  { id, file, text, before }: PlannedMove,
  what: string,
  commit: boolean,
): Promise<TransactionResult> {
  const files = new Map([[file, new TextEncoder().encode(text)]])
  const expected = new Map([[file, before]])
  const note = { action: 'move-regulation', caseId: id, subject: null, message: `${id} 改用${what}` }
  return commitTransaction(root, { ...note, files, expected }, { commit })
}
