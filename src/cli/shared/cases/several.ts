import { stages } from '../../../core/stages/stage.ts'
import type { CaseView } from '../../../core/view.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import { UsageError } from '../exit.ts'
import type { Output } from '../output/output.ts'
import { caseMeant } from './numbers.ts'
import { readCases } from './read.ts'

/** The word for every open case. */
export const ALL_CASES = '全部'

const BETWEEN = /[,，、;；]/

/** Whether a word names several cases: 1,3,5 or 全部. */
export function namesSeveral(word: string | undefined): word is string {
  return word !== undefined && (word === ALL_CASES || BETWEEN.test(word))
}

/** The cases that a word names, every open one for 全部; `complete` unless one could not be read. @throws UsageError */
export function severalCases(
  workspace: Workspace,
  word: string,
  out: Output,
): { readonly views: readonly CaseView[]; readonly complete: boolean } {
  if (word === ALL_CASES) {
    const { views, complete } = readCases(workspace, [], out)
    return { views: views.filter(({ stage }) => !stages[stage.case].end), complete }
  }
  const { root } = workspace.repository
  const ids = word
    .split(BETWEEN)
    .flatMap((each) => each.trim() || [])
    .map((each) => caseMeant(root, each))
  if (!ids.length) throw new UsageError(`请写明几件案件，用逗号分开，例如 "1,3,5"；或者写 ${ALL_CASES}。`)
  return readCases(workspace, ids, out)
}
