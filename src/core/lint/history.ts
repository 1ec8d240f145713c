import type { IsoDate } from '../calendar/dates.ts'
import type { AlteredFact } from '../facts/altered.ts'
import type { DocumentName } from '../facts/documents.ts'

/** What a commit changed in one document of a case. */
export interface HistoryChange {
  /** The number of the case at that time. */
  readonly case: string
  readonly document: DocumentName
  /** The days of facts that it recorded. */
  readonly days: readonly IsoDate[]
  /** The recorded facts that it altered after the case had gone on; known only for commits made without ejc. */
  readonly altered: readonly AlteredFact[]
}

/** One commit that changed documents of cases. */
export interface HistoryCommit {
  /** Its hash, shortened as people write it. */
  readonly commit: string
  /** The day on which it was made; the later one, where git records two days. */
  readonly day: IsoDate
  readonly author: string
  readonly title: string
  /** The trailers of ejc; null where there are none. */
  readonly action: string | null
  readonly case: string | null
  readonly transaction: string | null
  /** Whether it was rewritten after it was first made, as by amending or rebasing. */
  readonly rewritten: boolean
  /** Whether an earlier commit carries the same transaction. */
  readonly repeated: boolean
  readonly changes: readonly HistoryChange[]
}

/** A finding of a rule in a commit: the document that it is about, and the message. */
export interface HistoryDraft {
  readonly case: string
  readonly document: DocumentName
  readonly message: string
}

/** An example for a rule: how a commit differs from a lawful one. */
export interface HistoryExample {
  readonly title: string
  readonly commit: Partial<HistoryCommit>
}

/** Whether ejc made a commit; a merge by `ejc sync` has no transaction. */
export function isByEjc({ action, transaction }: HistoryCommit): boolean {
  return transaction !== null || action === 'sync'
}

/** A commit as messages name it: 2026-03-05 覃某 的提交 a1b2c3d4e5（手工修改）. */
export function sayCommit({ commit, day, author, title }: HistoryCommit): string {
  return `${day} ${author} 的提交 ${commit}（${title}）`
}

/** A lawful commit of ejc, which the examples change. */
export const sampleCommit: HistoryCommit = {
  commit: 'a1b2c3d4e5',
  day: '2026-03-05',
  author: '覃某',
  title: '办理',
  action: 'serve',
  case: 'NN-2026-0001',
  transaction: 'tx',
  rewritten: false,
  repeated: false,
  changes: [{ case: 'NN-2026-0001', document: 'consultation', days: ['2026-03-04'], altered: [] }],
}
