import type { FormDefinition } from '../../../core/forms/define.ts'
import { formOf, forms } from '../../../core/forms/index.ts'
import { formTitle } from '../../../core/regulation/forms.ts'
import { closestChoice } from '../../../core/schema/suggest.ts'
import { papersUnder } from '../../../documents/own/shelf.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import { UsageError } from '../../shared/exit.ts'
import { clean } from '../../shared/output/output.ts'

/** The form that a word names, or a paper of the office. Throws UsageError with what may be meant. */
export function formCalled(
  { setting, repository }: Workspace,
  word: string,
  among: 'forms' | 'all' = 'all',
): FormDefinition {
  const { regulation } = setting
  const all = among === 'forms' ? forms : papersUnder(regulation, repository).forms
  const found = formOf(word, regulation, all)
  if (found) return found
  const choices = all.map(({ id }) => ({ code: id, label: formTitle(regulation, id) }))
  const near = closestChoice(word, choices)
  const hint = near ? `是否想写 ${near.label}？` : ''
  const what = among === 'forms' ? '内置文书' : '文书'
  throw new UsageError(`没有“${clean(word)}”这种${what}。${hint}用 ejc template list 查看全部文书。`)
}
