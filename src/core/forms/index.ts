import { forms as found } from '../../generated/forms.ts'
import type { Form } from '../regulation/pack.ts'
import type { Regulation } from '../regulation/regulation.ts'
import type { FormDefinition } from './define.ts'

/**
 * Every form that can be filled, in the order of the regulation pack: those of the annex, then the supporting
 * documents.
 */
export const forms: readonly FormDefinition[] = found

/**
 * A form by its id, its number in the annex or its Chinese title; a part of the title is enough where only one form has
 * it. The papers of the office come after the forms: a part of a title that names a form names no other paper.
 */
export function formOf(
  word: string,
  regulation: Regulation,
  among: readonly FormDefinition[] = forms,
): FormDefinition | undefined {
  const own = among.filter((form) => form.own)
  const entries = entriesOf(
    among.filter((form) => !form.own),
    regulation,
  )
  return (
    formCalled(word, [...entries, ...entriesOf(own, regulation)], among, 'whole') ??
    formCalled(word, entries, among, 'part') ??
    formCalled(word, entriesOf(own, regulation), among, 'part')
  )
}

type Entry = Pick<Form, 'id' | 'title' | 'number'>

/** The papers in the order of the text; one that it does not name is called by its id. */
function entriesOf(among: readonly FormDefinition[], regulation: Regulation): Entry[] {
  const named = regulation.forms.filter(({ id }) => among.some((form) => form.id === id))
  const others = among.filter(({ id, own }) => own && !named.some((entry) => entry.id === id))
  return [...named, ...others.map(({ id }) => ({ id, title: id }))]
}

function formCalled(
  word: string,
  entries: readonly Entry[],
  among: readonly FormDefinition[],
  how: 'whole' | 'part',
): FormDefinition | undefined {
  const wanted = word.trim()
  const fits = ({ id, title, number }: Entry): boolean =>
    how === 'part'
      ? title.includes(wanted)
      : id === wanted || title === wanted || (number !== undefined && String(number) === wanted)
  const [found, ...others] = wanted === '' ? [] : entries.filter(fits)
  const entry = how === 'part' && others.length ? undefined : found
  return among.find(({ id }) => id === entry?.id)
}
