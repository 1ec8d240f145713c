import { forms as found } from '../../generated/forms.ts'
import type { Regulation } from '../regulation/regulation.ts'
import type { FormDefinition } from './define.ts'

/**
 * Every form that can be filled, in the order of the regulation pack: those of the annex, then the supporting
 * documents.
 */
export const forms: readonly FormDefinition[] = found

/**
 * A form by its id, its number in the annex or its Chinese title; a part of the title is enough where only one form has
 * it.
 */
export function formOf(word: string, regulation: Regulation): FormDefinition | undefined {
  const wanted = word.trim()
  const entries = regulation.forms.filter(({ id }) => forms.some((form) => form.id === id))
  const exact = entries.find(
    ({ id, title, number }) =>
      id === wanted || title === wanted || (number !== undefined && String(number) === wanted),
  )
  const [partial, ...others] = wanted === '' ? [] : entries.filter(({ title }) => title.includes(wanted))
  const entry = exact ?? (others.length ? undefined : partial)
  return forms.find(({ id }) => id === entry?.id)
}
