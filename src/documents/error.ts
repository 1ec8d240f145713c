/** Says in Chinese why a document can't be filled, read or converted; `problems` holds one line for each problem. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError'
  readonly problems: readonly string[]

  constructor(subject: string, problems: readonly string[]) {
    super(
      problems.length === 1
        ? `${subject}：${problems[0]}`
        : `${subject}：\n${problems.map((p) => `- ${p}`).join('\n')}`,
    )
    this.problems = problems
  }
}

/** The same of a file that is not as it was saved: bytes were lost or have changed. */
export class DamagedError extends DocumentError {}
