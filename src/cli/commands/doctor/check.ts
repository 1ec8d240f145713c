/** The result of a check: 正常, 注意 (works, but worth knowing), 有问题 (does not work). */
export type CheckState = 'ok' | 'attention' | 'problem'

/** One thing that `ejc doctor` checked. */
export interface Check {
  readonly id: string
  readonly title: string
  readonly state: CheckState
  /** What was found. */
  readonly message: string
  /** What to do; null where nothing is to be done. */
  readonly mend: string | null
}

/** Makes the results of one check. */
export function checking(id: string, title: string) {
  return {
    ok: (message: string): Check => ({ id, title, state: 'ok', message, mend: null }),
    attention: (message: string, mend: string): Check => ({ id, title, state: 'attention', message, mend }),
    problem: (message: string, mend: string): Check => ({ id, title, state: 'problem', message, mend }),
  }
}
