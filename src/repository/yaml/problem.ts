/** Why a file could not be read as data, at a place that an editor can jump to (1-based). */
export interface YamlProblem {
  code: 'yaml' | 'merge-conflict'
  message: string
  line: number
  column: number
}

export type ReadResult = { ok: true; data: unknown } | { ok: false; problems: YamlProblem[] }

/** One problem as a result. */
export function failedRead(
  message: string,
  line = 1,
  column = 1,
  code: YamlProblem['code'] = 'yaml',
): ReadResult & { ok: false } {
  return { ok: false, problems: [{ code, message, line, column }] }
}
