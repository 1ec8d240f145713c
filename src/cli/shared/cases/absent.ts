import { absentCases } from '../../../repository/sparse.ts'
import type { Output } from '../output/output.ts'

const MOST_NAMED = 5

/** Says on stderr how many cases of the library a sparse checkout keeps from this computer, and returns the number. */
export async function noteAbsent(root: string, out: Output): Promise<number> {
  const { absent, partial } = await absentCases(root)
  if (absent.length) out.note(absentText(absent.length))
  if (partial.length) out.note(`${partialText(partial)}：${PARTIAL_MEND}`)
  return absent.length
}

/** What is missing from a list, and why. */
function absentText(count: number): string {
  return `案件库另有 ${count} 件案件不在这台电脑上（git sparse-checkout 没有取出），没有列入。`
}

/** Says which cases are here only in part, so that what lists say of them can't be relied on. */
export function partialText(ids: readonly string[]): string {
  const named = ids.slice(0, MOST_NAMED).join('、')
  const more = ids.length > MOST_NAMED ? ` 等 ${ids.length} 件` : ''
  return `案件 ${named}${more} 在这台电脑上只有一部分文件，所列的阶段、期限不可靠`
}

/** How a case is made whole, or taken away. */
export const PARTIAL_MEND =
  '要办理的，运行 git sparse-checkout add cases/编号 取全；不办理的，运行 git sparse-checkout reapply 收回。'
