/** Exit codes, the same for every command. */
export const Exit = {
  Ok: 0,
  /** Findings, overdue deadlines (when asked), or a refusal by a rule of the law. */
  Findings: 1,
  /** Could not run: wrong usage, unreadable data, input or output. */
  Failed: 2,
  Cancelled: 130,
} as const

export type ExitCode = (typeof Exit)[keyof typeof Exit]

/** The call itself is wrong; says what to write instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** The law, or a rule drawn from it, does not allow what was asked; nothing was written. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError'
}

/** The officer stopped; the code that asked keeps the answers so far. */
export class CancelledError extends Error {
  override readonly name = 'CancelledError'
}
