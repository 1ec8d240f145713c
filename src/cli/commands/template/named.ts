import type { FormDefinition } from '../../../core/forms/define.ts'
import { formOf, forms } from '../../../core/forms/index.ts'
import { formTitle } from '../../../core/regulation/forms.ts'
import { closestChoice } from '../../../core/schema/suggest.ts'
import { papersUnder } from '../../../documents/own/shelf.ts'
import { textsOf } from '../../../office/lint/papers.ts'
import { UsageError } from '../../shared/exit.ts'
import { clean } from '../../shared/output/output.ts'
import type { TemplateLibrary } from './library.ts'

/**
 * The form that a word names, or a paper of the office or of any text of the library, that of new cases first. Throws
 * UsageError with what may be meant.
 */
export function formCalled(
  library: TemplateLibrary,
  word: string,
  among: 'forms' | 'all' = 'all',
): FormDefinition {
  const under = textsOf(library).map((text) => {
    return { text, all: among === 'forms' ? forms : papersUnder(text, library.repository).forms }
  })
  for (const { text, all } of under) {
    const found = formOf(word, text, all)
    if (found) return found
  }
  const choices = under.flatMap(({ text, all }) =>
    all.map(({ id }) => ({ code: id, label: formTitle(text, id) })),
  )
  const near = closestChoice(word, choices)
  const hint = near ? `是否想写 ${near.label}？` : ''
  const what = among === 'forms' ? '内置文书' : '文书'
  throw new UsageError(`没有“${clean(word)}”这种${what}。${hint}用 ejc template list 查看全部文书。`)
}
