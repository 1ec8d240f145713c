import type { Regulation } from './regulation.ts'

/** The official title of a form; its id where the pack does not hold it. */
export function formTitle(regulation: Regulation, id: string): string {
  return regulation.forms.find((form) => form.id === id)?.title ?? id
}

/** What people type for a form: the end of its title, 磋商告知书, where no other title holds it. */
export function formWord(regulation: Regulation, id: string): string {
  const title = formTitle(regulation, id)
  const short = title.replace(/^生态环境损害(?:赔偿(?=.{3,}))?/u, '')
  const holders = regulation.forms.filter((form) => form.title.includes(short))
  return short !== '' && holders.length === 1 ? short : title
}
