import type { Regulation } from '../regulation/regulation.ts'
import { agreement } from './agreement.ts'
import { confirmationApplication } from './confirmation-application.ts'
import { consultationNotice } from './consultation-notice.ts'
import type { FormDefinition } from './define.ts'
import { enforcementApplication } from './enforcement-application.ts'
import { initiationRegister } from './initiation-register.ts'
import { investigationRegister } from './investigation-register.ts'
import { terminationRegister } from './termination-register.ts'

/** Every form that can be filled, in the order of annex 2. */
export const forms: readonly FormDefinition[] = [
  initiationRegister,
  investigationRegister,
  terminationRegister,
  consultationNotice,
  agreement,
  confirmationApplication,
  enforcementApplication,
]

/** A form by its id, its number in annex 2 or its Chinese title, of which a part will do where only one has it. */
export function formOf(word: string, regulation: Regulation): FormDefinition | undefined {
  const wanted = word.trim()
  const entries = regulation.forms.filter(({ id }) => forms.some((form) => form.id === id))
  const exact = entries.find(
    ({ id, title, number }) => id === wanted || title === wanted || String(number ?? '') === wanted,
  )
  const [partial, ...others] = wanted === '' ? [] : entries.filter(({ title }) => title.includes(wanted))
  const entry = exact ?? (others.length ? undefined : partial)
  return forms.find(({ id }) => id === entry?.id)
}

/** The title of a form, as the regulation gives it. */
export function formTitle(id: string, regulation: Regulation): string {
  return regulation.forms.find((form) => form.id === id)?.title ?? id
}
