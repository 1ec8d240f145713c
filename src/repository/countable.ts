import type { CaseView } from '../core/view.ts'
import type { FileProblem } from './check.ts'
import type { RawDocument } from './raw.ts'
import { placeOf } from './yaml/text.ts'

/** A year that nobody means: 0026, 9999. */
const strangeDate = /\b[09]\d{3}-\d{2}-\d{2}\b/

/**
 * A problem where the deadlines of a case leave the years that can be counted with, after a slip of the pen such as
 * 9999-12-20: said of this case, so that it does not stop the others. `file` is named where no such date is found.
 */
export function uncountable(
  view: CaseView,
  documents: readonly RawDocument[],
  file: string,
): FileProblem | undefined {
  try {
    void view.deadlines.length
    return undefined
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const message = `期限无法计算：${error.message}。请核对日期的年份。`
    return { rule: 'schema/invalid', file, path: [], message, position: 'value', ...strangePlace(documents) }
  }
}

function strangePlace(documents: readonly RawDocument[]): Pick<FileProblem, 'file' | 'line'> | undefined {
  for (const { file, text } of documents) {
    const offset = text().search(strangeDate)
    if (offset >= 0) return { file, line: placeOf(text(), offset) }
  }
  return undefined
}
