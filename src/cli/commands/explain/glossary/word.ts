import type { Matter } from '../../../../core/regulation/cite.ts'

/** A word of the field, as officers say it and as keys and files are named. */
export interface Word {
  /** The English word of keys, types and file names. */
  readonly id: string
  readonly title: string
  /** Other ways to ask for it. */
  readonly aliases?: readonly string[]
  /** The matter of the law that it belongs to. */
  readonly matter: Matter
  /** May hold `cite` of matters. */
  readonly meaning: string
  /** Periods and limits of the pack whose figures belong to it. */
  readonly periods?: readonly string[]
  readonly limits?: readonly string[]
  /** Where it is recorded: a document and a path in it, as `case.clue`, `court.suits[]`. */
  readonly recorded?: readonly string[]
  /** Calls that have to do with it. */
  readonly commands?: readonly string[]
}
