import type { IsoDate } from '../calendar/dates.ts'
import { partyOf } from '../facts/successor.ts'
import { exactPattern } from '../pattern.ts'
import type { CaseView } from '../view.ts'
import { ordinal } from './amounts.ts'
import type { FieldValue } from './define.ts'
import { joinedNames } from './fields.ts'
import { changedOutsideQuotes } from './quoted.ts'

/** A name so long that a sentence which says it again is hard to read. */
const LONG = /^.{16,}$/su

/** What before or behind a name makes it that of somebody else: a branch, or the rest of a longer name. */
const BEFORE = '(?<![省市州县区镇乡国]|广西|集团|公司)'
const BEHIND =
  '(?!\\p{Script=Han}{0,10}?(?:[分子支总]公司|分[厂店院部]|办事处|项目部|经营部|营业部|门市部|[一二三四五六七八九]厂))'

/** By what the parties of the other side are called in a filing. */
export interface PartyWords {
  /** The word for an obligor by his id: 被告一; undefined where the filing calls all by their names. */
  wordOf(id: string): string | undefined
  /** All of them behind the word of the side: 一、二; their names where they go by these, empty for the only one. */
  readonly behindSide: string
  /** A value of a field, in which parties that were introduced go by their words. */
  shortened<T extends FieldValue>(value: T): T
}

/**
 * The words for parties of a side, where one of them has a long name: 被申请人 for the only one, 被申请人一 and 被申请人二
 * for several. Elsewhere all go by their names, as the annex has it.
 */
export function partyWords(
  { facts }: CaseView,
  side: string,
  ids: readonly string[],
  on: IsoDate | undefined,
): PartyWords {
  const parties = facts.obligors
    .filter(({ id }) => ids.includes(id))
    .map((each) => ({ ...each, now: partyOf(each, on).name }))
  const isNeeded = parties.some(({ name, now }) => LONG.test(name) || LONG.test(now))
  if (!isNeeded)
    return {
      wordOf: () => undefined,
      behindSide: joinedNames(parties.map(({ name }) => name)),
      shortened: (value) => value,
    }
  const many = parties.length > 1
  const words = new Map(parties.map(({ id }, index) => [id, `${side}${many ? ordinal(index) : ''}`]))
  const names = new Map(
    parties.flatMap(({ id, name, now }) =>
      [name, now].filter((each) => LONG.test(each)).map((each) => [each, words.get(id) ?? each] as const),
    ),
  )
  const shorten = shortenerOf(
    names,
    facts.obligors.map(({ name }) => name),
  )
  return {
    wordOf: (id) => words.get(id),
    behindSide: many ? parties.map((_, index) => ordinal(index)).join('、') : '',
    shortened: (value) => eachText(value, shorten),
  }
}

/**
 * Puts the words in the place of the names, where these stand alone: not in quotation marks or 《》, nor in the name of
 * another obligor or of a branch.
 */
function shortenerOf(
  words: ReadonlyMap<string, string>,
  others: readonly string[],
): (text: string) => string {
  const longest = [...new Set([...words.keys(), ...others])].toSorted((a, b) => b.length - a.length)
  const anyName = new RegExp(`${BEFORE}(?:${longest.map(exactPattern).join('|')})${BEHIND}`, 'gu')
  return (text) =>
    changedOutsideQuotes(text, (part) => part.replace(anyName, (name) => words.get(name) ?? name))
}

function eachText<T extends FieldValue>(value: T, change: (text: string) => string): T
function eachText(value: FieldValue, change: (text: string) => string): FieldValue {
  if (typeof value === 'string') return change(value)
  return 'paragraphs' in value ? { paragraphs: value.paragraphs.map(change) } : value
}
