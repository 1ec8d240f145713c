import { foldText } from '../folding.ts'
import type { CaseDocument } from './documents.ts'

/** What of a case tells it from others before anything was done in it. */
export interface Clue {
  readonly title?: string | undefined
  readonly clue?: { readonly reporter?: { readonly name?: string } } | undefined
  readonly damage?: Pick<CaseDocument['damage'], 'location'> | undefined
  readonly obligors?: readonly Pick<CaseDocument['obligors'][number], 'name' | 'creditCode' | 'idNumber'>[]
}

/** The titles of what two clues have in common. */
export type CommonPart = '案件名称' | '举报人' | '赔偿义务人' | '损害地点'

/**
 * What makes two clues likely one: the same name of the case, or two of reporter, obligor and place, as a reader
 * compares them (`foldText`). Empty where they are likely two: one place has several polluters, one polluter several
 * places.
 */
export function commonParts(a: Clue, b: Clue): CommonPart[] {
  const parts: CommonPart[] = []
  if (isSame(a.title, b.title)) parts.push('案件名称')
  if (isSame(a.clue?.reporter?.name, b.clue?.reporter?.name)) parts.push('举报人')
  const known = new Set(partiesOf(b))
  if (partiesOf(a).some((party) => known.has(party))) parts.push('赔偿义务人')
  if (isSamePlace(a.damage?.location, b.damage?.location)) parts.push('损害地点')
  return parts.includes('案件名称') || parts.length > 1 ? parts : []
}

/** The texts one of which a case must hold to have enough in common with a clue: place alone is not enough. */
export function tellingTexts({ title, clue, obligors = [] }: Clue): string[] {
  const texts = [title, clue?.reporter?.name, ...obligors.flatMap(textsOf)]
  return [...new Set(texts.flatMap((text) => (text && foldText(text).folded !== '' ? text : [])))]
}

function textsOf({ name, creditCode, idNumber }: NonNullable<Clue['obligors']>[number]) {
  return [name, creditCode, idNumber]
}

function partiesOf({ obligors = [] }: Clue): string[] {
  return obligors.flatMap(textsOf).flatMap((text) => (text ? foldText(text).folded || [] : []))
}

function isSame(a = '', b = ''): boolean {
  const folded = foldText(a).folded
  return folded !== '' && folded === foldText(b).folded
}

/**
 * A place is written with or without the city before it: one text may be the end of the other, if it names more than a
 * district.
 */
function isSamePlace(a = '', b = ''): boolean {
  const [short = '', long = ''] = [a, b]
    .map((text) => foldText(text).folded)
    .toSorted((one, other) => one.length - other.length)
  return short !== '' && (short === long || (short.length >= ENOUGH_OF_A_PLACE && long.endsWith(short)))
}

const ENOUGH_OF_A_PLACE = 6
