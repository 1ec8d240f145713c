import { daysBetween, earliest, type IsoDate, isRealDate } from '../calendar/dates.ts'
import { foldText } from '../folding.ts'
import type { CaseDocument } from './documents.ts'

/** What of a case tells it from others before anything was done in it. */
export interface Clue {
  readonly title?: string | undefined
  readonly clue?:
    | {
        readonly reporter?: { readonly name?: string }
        readonly foundOn?: IsoDate
        readonly receivedOn?: IsoDate
      }
    | undefined
  readonly damage?: Pick<CaseDocument['damage'], 'location'> | undefined
  readonly obligors?: readonly Pick<CaseDocument['obligors'][number], 'name' | 'creditCode' | 'idNumber'>[]
}

/** The titles of what two clues have in common. */
export type CommonPart = '案件名称' | '举报人' | '赔偿义务人' | '损害地点' | typeof NEAR_DAYS

/** What is not the same in both, but near. */
const NEAR_DAYS = '线索日期'
/** Clues that are further apart (days) are likely two, though they name one polluter. */
const NEAR = 30

/**
 * What makes two clues likely one: the same name of the case, or two of reporter, obligor and place, as a reader
 * compares them (`foldText`); where only an obligor is the same, that both came within some weeks, since a place is
 * hardly ever written the same way twice. Empty where they are likely two: one place has several polluters, one
 * polluter several places.
 */
export function commonParts(a: Clue, b: Clue): CommonPart[] {
  const parts: CommonPart[] = []
  if (isSame(a.title, b.title)) parts.push('案件名称')
  if (isSame(a.clue?.reporter?.name, b.clue?.reporter?.name)) parts.push('举报人')
  const known = new Set(partiesOf(b))
  if (partiesOf(a).some((party) => known.has(party))) parts.push('赔偿义务人')
  if (isSamePlace(a.damage?.location, b.damage?.location)) parts.push('损害地点')
  if (parts.includes('案件名称') || parts.length > 1) return parts
  return parts.includes('赔偿义务人') && areNear(a, b) ? [...parts, NEAR_DAYS] : []
}

/** 案件名称、赔偿义务人相同; 赔偿义务人相同，线索日期相近 */
export function likenessText(parts: readonly CommonPart[]): string {
  const same = parts.filter((part) => part !== NEAR_DAYS)
  return `${same.join('、')}相同${same.length < parts.length ? `，${NEAR_DAYS}相近` : ''}`
}

function areNear(a: Clue, b: Clue): boolean {
  const [one, other] = [dayOf(a), dayOf(b)]
  return one !== undefined && other !== undefined && Math.abs(daysBetween(one, other)) <= NEAR
}

/** The day of a clue; undefined where none is recorded that can be counted from. */
function dayOf({ clue }: Clue): IsoDate | undefined {
  const day = earliest(clue?.foundOn, clue?.receivedOn)
  return day !== undefined && isRealDate(day) ? day : undefined
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
