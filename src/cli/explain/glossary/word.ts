/** A word of the field, as officers say it and as keys and files are named. */
export interface Word {
  /** The English word of keys, types and file names. */
  readonly id: string
  readonly title: string
  /** Other ways to ask for it. */
  readonly aliases?: readonly string[]
  readonly article: string
  readonly meaning: string
  /** Periods and limits of the pack whose figures belong to it. */
  readonly periods?: readonly string[]
  readonly limits?: readonly string[]
  /** Where it is recorded: a document and a path in it, as `case.clue`, `court.suits[]`. */
  readonly recorded?: readonly string[]
  /** Calls that have to do with it. */
  readonly commands?: readonly string[]
}
