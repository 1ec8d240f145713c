import { exactPattern } from '../pattern.ts'
import { ordinal } from './amounts.ts'

/** A party of a contract by its name and by the word that the contract uses for it: 甲方. */
interface DefinedParty {
  readonly name: string
  readonly term: string
  /** Whether others go by the same word. */
  readonly isShared: boolean
}

const CLAIMANT = '甲方'
const OBLIGOR = '乙方'
/** Further words, in order, where each obligor has its own. */
const OTHERS = ['丙方', '丁方', '戊方']

/**
 * The words for parties that the text of a contract uses and does not define itself, with whom each means: 甲方 is the
 * claimant; 乙方 is the obligor, or all of them, unless the text tells them apart as 丙方 or 乙方一.
 */
export function partyTerms(
  contract: unknown,
  claimant: string,
  obligors: readonly string[],
): readonly DefinedParty[] {
  const text = textsIn(contract).join('\n')
  const isOpen = (term: string): boolean => text.includes(term) && !isDefinedIn(text, term)
  const ours = isOpen(CLAIMANT) ? [{ name: claimant, term: CLAIMANT, isShared: false }] : []
  if (!isOpen(OBLIGOR)) return ours
  const own = ownTerms(text, obligors.length)
  const theirs = obligors.map((name, index) => ({ name, term: own[index] ?? OBLIGOR, isShared: !own.length }))
  return [...ours, ...theirs.map((each) => ({ ...each, isShared: each.isShared && obligors.length > 1 }))]
}

/** What stands behind the name of a party where it is named first: （以下简称“甲方”）; empty where it needs nothing. */
export function termBehind(defined: readonly DefinedParty[], name: string): string {
  const party = defined.find((each) => each.name === name)
  if (!party) return ''
  return party.isShared ? `（以下与其他赔偿义务人合称“${party.term}”）` : `（以下简称“${party.term}”）`
}

/** A sentence for a paper that quotes a contract: 上述协议中，“甲方”指…，“乙方”指…。 */
export function termsExplained(defined: readonly DefinedParty[], where: string): string {
  const terms = [...new Set(defined.map(({ term }) => term))]
  const named = (term: string) => defined.filter((each) => each.term === term).map(({ name }) => name)
  const each = terms.map((term) => `“${term}”指${named(term).join('、')}`)
  return each.length ? `${where}，${each.join('，')}。` : ''
}

/** The words of the obligors where each has its own; none where 乙方 means all of them. */
function ownTerms(text: string, count: number): string[] {
  if (count > 1 && OTHERS.some((term) => text.includes(term))) return [OBLIGOR, ...OTHERS].slice(0, count)
  const numbered: readonly ((index: number) => string)[] = [
    (index) => `${OBLIGOR}${ordinal(index)}`,
    (index) => `${OBLIGOR}${index + 1}`,
    (index) => `${OBLIGOR}（${ordinal(index)}）`,
  ]
  const used = numbered.find((term) => text.includes(term(0)) && text.includes(term(1)))
  return used ? Array.from({ length: count }, (_, index) => used(index)) : []
}

/** Whether the text says itself whom it means. */
function isDefinedIn(text: string, term: string): boolean {
  const word = exactPattern(term)
  return new RegExp(
    `称(?:为|作)?[：:]?[“"「『]?${word}|${word}[”"」』]?(?:系|是)?指|^${word}[：:]`,
    'mu',
  ).test(text)
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}
