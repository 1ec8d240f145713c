import { isRealDate } from '../../calendar/dates.ts'
import { isPersonalNumber } from '../../facts/personal-numbers.ts'
import type { CaseView } from '../../view.ts'
import { namesInText } from './person-names.ts'

/** What the documents of a case and the configuration know of natural persons. */
export interface PersonalData {
  readonly names: readonly string[]
  readonly addresses: readonly string[]
  readonly numbers: readonly string[]
}

/** The keys under which documents name natural persons, as texts, lists of texts, or objects with a `name`. */
const personKeys = new Set([
  ...['officers', 'investigators', 'panel', 'chair', 'recorder', 'recipient', 'collectedBy', 'experts'],
  ...['handlers', 'approvals', 'approvedBy', 'representative', 'reporter', 'signatories', 'contacts'],
  ...['agents', 'guests', 'observers', 'by', 'determinedBy', 'consentedBy', 'readBy', 'witness', 'witnesses'],
  ...['payer', 'administrator', 'coSignatories'],
])

/** The keys under which documents tell where a person lives, or how to reach that person. */
const addressKeys = new Set(['address', 'contact'])

/** Which persons are meant: all whom the facts and the configuration name, or only the obligors and whoever reported. */
export type Whose = 'all' | 'parties'

/** Walks through the facts once: who is named, where they live, and by which numbers they are known. */
export function personsOnFile(
  { facts, config }: Pick<CaseView, 'facts' | 'config'>,
  whose: Whose = 'all',
): PersonalData {
  const found = { names: [], addresses: [], numbers: [] }
  const parties = [facts.obligors, { reporter: facts.case.clue.reporter }]
  walk(
    whose === 'all' ? [facts.documents, config] : parties,
    { isPerson: false, lives: false, path: [] },
    found,
  )
  return found
}

interface Place {
  /** Whether the value is a person, or a list of them. */
  readonly isPerson: boolean
  /** Whether the object around it is a natural person, so that its address is a home. */
  readonly lives: boolean
  readonly path: readonly string[]
}

type Found = { [Kind in keyof PersonalData]: string[] }

function walk(value: unknown, place: Place, found: Found): void {
  if (typeof value === 'string') take(value, place, found)
  else if (Array.isArray(value)) for (const each of value) walk(each, place, found)
  else if (typeof value === 'object' && value !== null) {
    const isNatural = isNaturalPerson(value)
    const lives = isNatural ?? (place.isPerson ? isNamedPerson(value) : place.lives)
    for (const [key, child] of Object.entries(value)) {
      const isPerson = personKeys.has(key) || ((place.isPerson || isNatural === true) && key === 'name')
      walk(child, { isPerson, lives, path: [...place.path.slice(-1), key] }, found)
    }
  }
}

/** Whether an object is that of a natural person, by its kind; undefined where its kind says nothing of this. */
function isNaturalPerson(value: object): boolean | undefined {
  const kind = 'kind' in value ? value.kind : undefined
  if (kind === 'individual' || kind === 'citizen') return true
  return kind === 'organization' || kind === 'legal-person' ? false : undefined
}

function isNamedPerson(value: object): boolean {
  return 'name' in value && typeof value.name === 'string' && namesInText(value.name).length > 0
}

function take(text: string, { isPerson, lives, path }: Place, found: Found): void {
  const key = path.at(-1) ?? ''
  if (isPerson) found.names.push(...namesInText(text))
  if (!lives) return
  // A date in the record of a person, such as the day on which an obligor was added, is no number of that person.
  const isNumber = /^[\d０-９\s()（）+-]{5,}$/u.test(text) && !isRealDate(text)
  if (isPersonalNumber(path) || isNumber) found.numbers.push(text)
  else if (addressKeys.has(key)) found.addresses.push(text)
}
