import type { IsoDate } from '../calendar/dates.ts'
import { labelAt } from '../schema/choices.ts'
import { type Day, hasCome } from '../setting.ts'
import type { Identity, Obligor } from './documents.ts'
import type { Facts } from './facts.ts'
import { clueOn } from './queries.ts'

type Numbered = Pick<Obligor, 'creditCode' | 'idNumber' | 'identity' | 'phone'>

/** The number by which somebody is known: of an organisation its code, of a natural person that of its paper. */
export function numberOf({ creditCode, idNumber, identity }: Numbered): string | undefined {
  return creditCode ?? idNumber ?? identity?.number
}

/** The numbers of a natural person that nobody else needs to know: of papers, and of telephones. */
export function personalNumbersOf({ idNumber, identity, phone }: Numbered): string[] {
  return [idNumber, identity?.number, phone].filter((number) => number !== undefined)
}

/** A paper as forms print it: 护照 E12345678. */
export function identityText({ kind, number }: Identity): string {
  return `${identityLabel(kind)} ${number}`
}

/** What a kind of paper is called: 护照. */
export function identityLabel(code: string): string {
  return labelAt('case', ['obligors', 0, 'identity', 'kind'], code)
}

/** How the numbers of a paper are formed; a kind whose number can have any form is not there. */
const forms: Readonly<Partial<Record<Identity['kind'], RegExp>>> = {
  'hong-kong-macao-permit': /^[HM]\d{8}(?:\d{2})?$/u,
  'taiwan-permit': /^\d{8}$/u,
  'residence-permit': /^8[123]\d{15}[\dX]$/u,
}

/** Whether the number of a paper has the form of its kind, as far as that is fixed. */
export function hasFormOf({ kind, number }: Identity): boolean {
  const text = number.trim().toUpperCase()
  return text !== '' && (forms[kind]?.test(text) ?? true)
}

/**
 * Whether a day of birth can't be that of a liable person: it has not come, or the damage was known before it. Whoever
 * takes the place of an obligor may be born later.
 */
export function isBornTooLate(
  view: Day & { readonly facts: Facts },
  bornOn: IsoDate,
  isSuccessor: boolean,
): boolean {
  const knownOn = clueOn(view.facts)
  const isBeforeBirth = !isSuccessor && knownOn !== undefined && knownOn < bornOn
  return isBeforeBirth || !hasCome(view, bornOn)
}
