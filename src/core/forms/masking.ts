import { personalNumbers } from '../facts/personal-numbers.ts'
import { withSuccessors } from '../facts/successor.ts'
import { type FoldedText, foldText } from '../folding.ts'
import { exactPattern, longPattern, matchesInTurn } from '../pattern.ts'
import type { CaseView } from '../view.ts'
import type { FieldValue } from './define.ts'
import { addressParts, addressPatterns } from './public/addresses.ts'
import { longerWords } from './public/known-words.ts'
import { mayHoldNumber, numbersByForm, unbracketed } from './public/numbers.ts'
import { officeNumbers } from './public/office-numbers.ts'
import { distinctlyMasked, maskedName } from './public/person-names.ts'
import { personsOnFile, type Whose } from './public/persons.ts'

const numbersOfPersons = new RegExp(personalNumbers, 'gu')

const numberRemoved = '（略）'
const placeRemoved = '某地'

/** What is to be masked in a text folded by `foldText`: the names with what stands for them, and patterns. */
interface Masks {
  readonly names: ReadonlyMap<string, string>
  /** Addresses, folded. */
  readonly homes: readonly string[]
  readonly numbers: readonly string[]
  /** Whether a number is that of an office, which everybody may know. */
  readonly isOfOffice: (found: string) => boolean
}

/** A part of a text that is removed, and what replaces it. */
interface Removal {
  readonly from: number
  readonly to: number
  readonly by: string
  readonly kind: Kind
  /** The text as it is compared. */
  readonly folded: string
  /** Whether it is on record in the case; otherwise only its form shows that it is personal. */
  readonly onFile: boolean
}

/** What a part of a text says of a natural person. */
export type Kind = 'name' | 'place' | 'number'

type Mask = (text: string) => string
type MaskedCase = Pick<CaseView, 'facts' | 'config'>

/**
 * Makes the function that masks personal data in a text for publication: natural persons become surname and 某; their
 * addresses, numbers of identity, telephones, banks, mail and chats are removed, but not those of the office itself. Names are compared as a reader compares
 * them, since a text that was pasted may hold other dots, blanks, widths or characters of the same look; what is only
 * part of a longer word that is no person stays.
 */
export function maskOf(view: MaskedCase): Mask {
  const find = finderOf(view)
  const isOfOffice = officeNumbers(view)
  return (text) =>
    removed(text, find(text)).replace(numbersOfPersons, (found) =>
      isOfOffice(found) ? found : numberRemoved,
    )
}

/** Personal data in a text for publication: what kind it is, and as what it should read. */
export interface Leak {
  readonly kind: Kind
  readonly by: string
}

/**
 * Finds the personal data in a text for publication; with `known` only what is on file, as long figures in the address
 * of a page need not belong to anybody.
 */
export function leaksOf(
  view: MaskedCase,
  whose: Whose = 'all',
): (text: string, known?: 'known') => readonly Leak[] {
  const find = finderOf(view, whose)
  const isOfOffice = officeNumbers(view)
  return (text, known) => {
    // A name on file may be a masked one: what the mask has made of another is none.
    const found = find(text).filter(({ kind, folded }) => kind !== 'name' || !folded.includes('某'))
    if (known) return found.filter(({ onFile }) => onFile)
    const numbers = removed(text, found).match(numbersOfPersons) ?? []
    const others = numbers.filter((number) => !isOfOffice(number))
    return [...found, ...others.map((): Leak => ({ kind: 'number', by: numberRemoved }))]
  }
}

/**
 * Makes the function that finds personal data. The patterns of a case are made only when a text may hold something on
 * file. Most texts do not, and making the patterns takes longer than all other work.
 */
function finderOf(view: MaskedCase, whose: Whose = 'all'): (text: string) => readonly Removal[] {
  const masks = masksOf(view, whose)
  const names = [...masks.names.keys()].sort((a, b) => b.length - a.length)
  const mayHold = quickLook(masks, names)
  const placesAndNumbers = longPattern(() => patternOfPlaces(masks), 'gu')
  const namesOnFile = longPattern(() => patternOfNames(names), 'gu')
  let words: ReturnType<typeof longerWords> | undefined
  const wordsIn = (folded: string) => {
    words ??= longerWords(view, names, view.facts.supervision.publicNames?.keep ?? [])
    return words(folded)
  }
  return (text) => {
    const folded = foldText(text)
    const { onFile, form } = mayHold(folded.folded)
    const patterns = [
      ...(onFile ? [placesAndNumbers()] : []),
      ...(form ? [byForm()] : []),
      ...(onFile ? [namesOnFile()] : []),
    ]
    return removalsIn(text, folded, patterns, masks, wordsIn)
  }
}

/** Finds what is told by its form alone, in the texts of every case. */
const byForm = longPattern(() => `(?<form>${numbersByForm})`, 'gu')

/**
 * Tells whether a folded text may hold what is on file, and what is told by its form: a quick look that finds too much
 * rather than too little.
 */
function quickLook({ homes, numbers }: Masks, names: readonly string[]) {
  const letters = names.map(bare)
  const parts = homes.flatMap(addressParts)
  const figures = numbers.map((number) => unbracketed(foldText(number).folded)).filter(Boolean)
  return (folded: string): { readonly onFile: boolean; readonly form: boolean } => {
    const form = mayHoldNumber.test(folded)
    const text = bare(folded)
    const digits = unbracketed(folded)
    const onFile =
      letters.some((each) => text.includes(each)) ||
      parts.some((part) => folded.includes(part)) ||
      (form && figures.some((each) => digits.includes(each)))
    return { onFile, form }
  }
}

function masksOf(view: MaskedCase, whose: Whose): Masks {
  const { facts } = view
  const onFile = personsOnFile(view, whose)
  const decided = facts.supervision.publicNames?.mask ?? []
  const individuals = withSuccessors(facts.obligors).filter(({ kind }) => kind === 'individual')
  const persons = new Map([...onFile.names, ...decided].map((name) => [name, maskedName(name)]))
  for (const [name, masked] of distinctlyMasked(individuals.map(({ name }) => name)))
    persons.set(name, masked)
  const names = new Map(
    [...persons].flatMap(([name, mask]) => [...formsOf(name)].map((form) => [form, mask])),
  )
  names.delete('')
  const { folded: location } = foldText(facts.case.damage.location ?? '')
  // An address without a house number that is part of the place of the damage is not masked.
  const homes = onFile.addresses
    .map((home) => foldText(home).folded)
    .filter((home) => home && (/\d/u.test(home) || !location.includes(home)))
  return { names, homes, numbers: onFile.numbers, isOfOffice: officeNumbers(view) }
}

/** What stands between the parts of a name, or is left out: 买买提·吐尔逊, 买买提-吐尔逊, 买买提吐尔逊. */
const JOINT = /[.'-]/gu
const bare = (folded: string): string => folded.replace(JOINT, '')

/** A text short enough to be a name that is written with or without joints; a longer text is searched for exactly. */
const JOINABLE = /^.{1,99}$/su

/** A part of a name that is long enough to identify the person: 吐尔逊. */
const TELLING_PART = /^\p{Script=Han}{3,}$/u

/** The forms in which a name is searched for: whole, without its joints, and each part that identifies the person. */
function formsOf(name: string): ReadonlySet<string> {
  const { folded } = foldText(name)
  const parts = folded.split('.').filter((part) => part !== folded && TELLING_PART.test(part))
  return new Set([...parts, JOINABLE.test(folded) ? bare(folded) : folded])
}

/** A name with or without what joins its parts. */
function namePattern(name: string): string {
  return [...name].map(exactPattern).join(JOINABLE.test(name) ? "[.'-]?" : '')
}

/** A number as it may be written: with blanks, hyphens or brackets between its characters. */
function numberPattern(number: string): string[] {
  const characters = [...unbracketed(foldText(number).folded)]
  if (!characters.length) return []
  return [`(?<![\\da-z])${characters.map(exactPattern).join('[()-]?')}(?![\\da-z])`]
}

/** Matches no text that holds anything. */
const NOTHING = '$^'

const patternOfNames = (names: readonly string[]): string =>
  `(?<name>${names.map(namePattern).join('|') || NOTHING})`

function patternOfPlaces({ homes, numbers }: Masks): string {
  const groups = { place: homes.flatMap(addressPatterns), number: numbers.flatMap(numberPattern) }
  return (
    Object.entries(groups)
      // Neighbours share the parts of their addresses: each pattern stands once.
      .map(([kind, each]) => `(?<${kind}>${[...new Set(each)].join('|') || NOTHING})`)
      .join('|')
  )
}

/**
 * All that is masked, found in one pass, so that a masked name is not masked again: of what begins at the same place, what
 * the first pattern finds.
 */
function removalsIn(
  text: string,
  { folded, starts }: FoldedText,
  patterns: readonly RegExp[],
  { names, isOfOffice }: Masks,
  wordsIn: ReturnType<typeof longerWords>,
): Removal[] {
  return matchesInTurn(folded, patterns).flatMap(({ 0: found, index, groups }): Removal[] => {
    const [from, to] = [index, index + found.length]
    if (groups?.name !== undefined && isWithin(wordsIn(folded), from, to)) return []
    const kind = groups?.name !== undefined ? 'name' : groups?.place !== undefined ? 'place' : 'number'
    if (kind === 'number' && isOfOffice(found)) return []
    const by = {
      name: names.get(bare(found)) ?? names.get(found) ?? '',
      place: placeRemoved,
      number: numberRemoved,
    }[kind]
    const onFile = groups?.form === undefined
    return [{ from: starts[from] ?? 0, to: endOf(text, starts, to), by, kind, folded: found, onFile }]
  })
}

/** Whether a name is only part of a longer word. */
function isWithin(words: readonly (readonly [number, number])[], from: number, to: number): boolean {
  return words.some(([first, last]) => first <= from && to <= last && to - from < last - first)
}

function removed(text: string, removals: readonly Removal[]): string {
  const parts = removals.map(
    ({ from, by }, index) => `${text.slice(removals[index - 1]?.to ?? 0, from)}${by}`,
  )
  return `${parts.join('')}${text.slice(removals.at(-1)?.to ?? 0)}`
}

/** Where the character before a place in the folded text ends: blanks behind it stay. */
function endOf(text: string, starts: readonly number[], place: number): number {
  const last = starts[place - 1] ?? 0
  let behind = place
  while (starts[behind] === last) behind += 1
  const next = starts[behind] ?? last
  return next - (/\s*$/u.exec(text.slice(last, next))?.[0].length ?? 0)
}

/** Every text of a form, masked. */
export function maskFields(
  fields: Readonly<Record<string, FieldValue>>,
  mask: (text: string) => string,
): Record<string, FieldValue> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, maskValue(value, mask)]))
}

function maskValue(value: FieldValue, mask: (text: string) => string): FieldValue {
  if (typeof value === 'string') return mask(value)
  if ('paragraphs' in value) return { paragraphs: value.paragraphs.map(mask) }
  if ('block' in value) return value
  const maskRow = (row: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(row).map(([key, text]) => [key, mask(text)]))
  return { rows: value.rows.map(maskRow) }
}
