import type { Regulation } from './regulation.ts'

/** The official title of a form; its id where the pack does not hold it. */
export function formTitle(regulation: Regulation, id: string): string {
  return regulation.forms.find((form) => form.id === id)?.title ?? id
}
