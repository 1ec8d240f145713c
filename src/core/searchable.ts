import { groupsOfCharacters, SPACES, writingsOf } from './folding.ts'

/**
 * A text without spaces, with one character for all that may be taken for one another: wherever `foldedPattern` of a
 * word finds something, this holds one of `searchedAs` of the word. It may hold one elsewhere too, since of a~b and b~c
 * it makes one character. Holds no spaces, line breaks or tabs.
 */
export function searchable(text: string): string {
  const units = new Uint16Array(text.length)
  let length = 0
  for (let at = 0; at < text.length; at++) {
    const unit = unitFor(text.charCodeAt(at))
    if (unit === SEVERAL) return charByChar(text)
    if (unit !== NONE) units[length++] = unit
  }
  return new TextDecoder('utf-16le').decode(units.subarray(0, length))
}

/** What a text made by `searchable` holds one of where the text holds the word. */
export function searchedAs(word: string): string[] {
  return writingsOf(word).map((each) => searchable(each.normalize('NFKC')))
}

const UNKNOWN = 0
const NONE = -1
const SEVERAL = -2

/** What each code unit becomes: hardly a text is longer than a few thousand kinds of characters. */
const units = new Int32Array(2 ** 16)

function unitFor(code: number): number {
  const known = units[code] ?? UNKNOWN
  if (known !== UNKNOWN) return known
  const made = coarse(String.fromCharCode(code))
  // The halves of a character beyond the first 65,536 are looked at together.
  const isPlain = made.length === 1 && !isHalf(code)
  const unit = isPlain ? made.charCodeAt(0) : made === '' ? NONE : SEVERAL
  units[code] = unit
  return unit
}

/** A character beyond the first 65,536 has two units, each in this range. */
function isHalf(code: number): boolean {
  return code >= FIRST_HALF && code <= LAST_HALF
}

const FIRST_HALF = '\ud800'.charCodeAt(0)
const LAST_HALF = '\udfff'.charCodeAt(0)

function charByChar(text: string): string {
  return Array.from(text, coarse).join('')
}

/** One for all characters that are connected with this one by groups, cases and widths; several where NFKC says so. */
function coarse(character: string): string {
  return [...plain(character)].map((each) => first(each)).join('')
}

/** In plain width and in the lower case of its upper case, as `/iu` compares; without what nobody sees. */
function plain(character: string): string {
  const cased = character.normalize('NFKC').toLowerCase().toUpperCase().toLowerCase()
  const folded = cased.normalize('NFKC').replace(SPACES, '')
  // A tilde of its own folds into a space with a mark that nobody types.
  return folded === '' ? character.replace(SPACES, '') : folded
}

/** The character that stands for a group, followed from member to member. */
function first(character: string): string {
  const next = standing().get(character)
  return next === undefined || next === character ? character : first(next)
}

let known: Map<string, string> | undefined

/** For each character of a group another of it, or of one that shares a member with it. */
function standing(): Map<string, string> {
  if (known) return known
  known = new Map()
  for (const group of groupsOfCharacters) {
    const heads = [...group].flatMap((each) => [...plain(each)]).map(first)
    const [head = ''] = heads
    for (const each of heads) known.set(each, head)
  }
  return known
}
