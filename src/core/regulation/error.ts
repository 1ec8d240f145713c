/** Something that a pack lacks: its path, and the message. */
export interface Gap {
  readonly path: readonly string[]
  readonly message: string
}

/** A pack that cannot be used: unknown, circular or incomplete. The message is for the user, in Chinese. */
export class RegulationError extends Error {
  override readonly name = 'RegulationError'
  /** What the pack lacks, each with its path in it. */
  readonly gaps: readonly Gap[]

  constructor(message: string, gaps: readonly Gap[] = []) {
    super(message)
    this.gaps = gaps
  }
}
