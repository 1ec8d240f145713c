/** Where a cell stands. */
export type FaultPlace = Pick<Fault, 'sheet' | 'row' | 'column'>

/** Something in a cell (or missing from a row) that the officer must know. */
export interface Fault {
  readonly sheet: string
  readonly row: number
  /** The heading as the file has it; the heading of ejc where the file has no such column. */
  readonly column: string
  readonly message: string
  /** Whether the row can't be imported until it is mended; else it only says how a cell was read. */
  readonly refuses: boolean
  /** The row contradicts itself there: it is imported only where the officer says that the originals are so. */
  readonly doubtful?: true
}
