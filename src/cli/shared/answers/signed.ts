import type { Item } from '../../../core/stages/define.ts'

/** What the facts hold of a file that a call brings, or what is wrong with the file. */
export type TakenFile = { readonly file: string; readonly sha256: string } | { readonly wrong: string }

/** The clauses of a signed agreement, the file they were read from, and what to show of the reading. */
export interface ClausesOfFile {
  readonly clauses: Item
  readonly signedText: TakenFile
  readonly shown: string
}

/** The number of a file in the list of evidence, or what is wrong with the file. */
export type ListedEvidence = { readonly id: string } | { readonly wrong: string }

/** Signed papers that a call brings: kept in memory until they are written with the fact that they prove. */
export interface SignedSource {
  /** Takes a file under a name by its paper: 协议签署件. */
  take(name: string, paper: string): TakenFile
  /** Takes a file as evidence, under the title of what names it. */
  list(name: string, title: string): ListedEvidence
  /** Reads the clauses of an agreement; undefined where the file is neither Word nor PDF. */
  readClauses(name: string, paper: string): ClausesOfFile | { readonly wrong: string } | undefined
}
