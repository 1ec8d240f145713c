import { exactPattern } from '../../pattern.ts'
import { NUMERALS } from '../../regulation/article.ts'

/** What an address is made of: names of places, each up to its kind, then numbers of houses, flats and groups. */
const PLACE =
  '(?![一二三四五六七八九十百零]+[巷弄])[^\\d\\s,;:.]{1,12}?(?:自治区|自治州|自治县|特别行政区|开发区|街道|社区|小区|花园|公寓|大厦|广场|新村|大道|[省市区县旗盟州镇乡村屯寨路街巷弄里坡园苑])'
const DIGITS = '[\\da-z]+(?:-[\\da-z]+)*|[一二三四五六七八九十百零]+'
const KINDS = '号院|号楼|单元|楼层|[号號栋幢座层楼室组队户房巷弄附]'
const NUMBER = `(?:附?(?:${DIGITS})(?:${KINDS}))`
const place = new RegExp(PLACE, 'gu')
const houseNumber = new RegExp(NUMBER, 'gu')
/** A stretch of an address: places, and the numbers of a house in the last of them. */
const stretch = new RegExp(
  `(?<units>(?:${PLACE})*)(?<tail>${NUMBER}(?:之?(?:${DIGITS})(?:${KINDS})?)*)?`,
  'guy',
)
/** A town or a county, where thousands live, and bodies have their names from. */
const TOWN = /(?:[省市区县旗盟州])$/u

/** Words that say of what follows that somebody lives there. */
const LIVES =
  '(?:户籍所?在?地?|户籍地址|家庭住址|现住址?|住所地?|住址|居住[在于]|家住|住在|住)(?:[:为是]|位于)?'

/**
 * The sources of patterns that find an address of a natural person by its parts, all folded by `foldText`: the
 * street and the house with or without town and flat, the house and the flat alone, and where somebody is said to live,
 * also a part without a number.
 */
export function addressPatterns(folded: string): string[] {
  const stretches = stretchesOf(folded)
  const whole = TOWN.test(folded) && !/\d/u.test(folded) ? [] : [exactPattern(folded)]
  const houses = stretches.map(({ units, tail }) => withHouse(units, tail))
  // 民族大道12号阳光花园3栋: what stands in the street may follow, or stand alone.
  const courts = houses.slice(1).flatMap(({ inStreet }) => inStreet)
  const rest = courts.length ? `(?:${courts.join('|')})?` : ''
  return [
    ...whole,
    ...houses.flatMap(({ inStreet, alone }) => [...inStreet.map((each) => `${each}${rest}`), ...alone]),
    ...stretches.flatMap(({ units }) => said(units)),
  ]
}

/** What the patterns of a folded address find holds at least one of these: the address, a place in it, a kind of house. */
export function addressParts(folded: string): string[] {
  const parts = stretchesOf(folded).flatMap(({ units, tail = '' }) => {
    const [, second] = numbersIn(tail)
    // Two numbers of a house also stand alone.
    const kinds = second === undefined ? [] : kindsOf(numberParts(second).kind)
    return [...units.slice(-1), ...kinds]
  })
  return [folded, ...parts]
}

function stretchesOf(folded: string) {
  return [...folded.matchAll(stretch)].map(({ groups }) => ({
    units: groups?.units?.match(place) ?? [],
    tail: groups?.tail,
  }))
}

function numbersIn(tail: string): string[] {
  return [...tail.matchAll(houseNumber)].map(([part]) => part)
}

/** The house in its street, and where several numbers tell it, these alone. */
function withHouse(units: readonly string[], tail: string | undefined) {
  if (tail === undefined) return { inStreet: [], alone: [] }
  const [first = '', second] = numbersIn(tail)
  const street = units.at(-1)
  const before = units
    .slice(0, -1)
    .map((unit) => `(?:${shortened(unit)})?`)
    .join('')
  const inStreet =
    street === undefined ? [] : [`${before}${exactPattern(street)}的?${numberPattern(first)}${REST}`]
  const alone = second === undefined ? [] : [`${numberPattern(first)}的?${numberPattern(second)}${REST}`]
  return { inStreet, alone }
}

/** A place, with or without its kind: 广西 for 广西壮族自治区. */
function shortened(unit: string): string {
  const bare = unit.replace(/(?:壮族|回族|维吾尔)?自治区$|[省市]$/u, '')
  return bare === unit || !bare
    ? exactPattern(unit)
    : `${exactPattern(bare)}(?:${exactPattern(unit.slice(bare.length))})?`
}

/** What may follow a house: its court, building, flat, the last without its kind. */
const REST = `(?:附?(?:${DIGITS})(?:${KINDS}))*(?:(?<=[栋幢座楼单元])\\d{2,4}(?![\\da-z.,年月日万元]))?`

/** A number in Arabic or Chinese figures. */
function numberPattern(part: string): string {
  const { lead, figure, kind } = numberParts(part)
  const other = /^\d+$/u.test(figure) ? chinese(figure) : arabic(figure)
  const kinds = YARD.test(kind) ? '[号號][院楼]?' : exactPattern(kind)
  return `${lead}(?<![\\da-z])(?:${[figure, ...other].map(exactPattern).join('|')})${kinds}`
}

/** A house, which is said with and without its yard, 12号院 and 12號. */
const YARD = /^[号號]/u

function kindsOf(kind: string): string[] {
  return YARD.test(kind) ? ['号', '號'] : [kind]
}

function numberParts(part: string) {
  const [, lead = '', figure = '', kind = ''] =
    /^(附?)([\da-z-]+|[一二三四五六七八九十百零]+)(.*)$/u.exec(part) ?? []
  return { lead, figure, kind }
}

const figures = [...NUMERALS]

/** The figure as it is read, and digit by digit: 12 is 十二 and 一二. */
function chinese(figure: string): string[] {
  const each = [...figure].map((digit) => figures[Number(digit)] ?? '').join('')
  return [each, ...readings.flatMap(([read, value]) => (value === figure ? [read] : []))]
}

function arabic(figure: string): string[] {
  return readings.flatMap(([read, value]) => (read === figure ? [value] : []))
}

/** The figures of one and two digits, each with its reading; those beyond are read digit by digit. */
const digitsOfTens = ['', ...figures.slice(1)]
const readings: readonly (readonly [string, string])[] = digitsOfTens.flatMap((tens, ten) =>
  figures.map((one, value): readonly [string, string] => {
    const unit = value === 0 && ten > 0 ? '' : one
    return ten === 0 ? [unit, `${value}`] : [`${ten === 1 ? '' : tens}十${unit}`, `${ten}${value}`]
  }),
)

/**
 * The last parts of an address, where somebody is said to live there. What stands before is looked at last: it takes
 * longest, and few places of a text hold the rest.
 */
function said(units: readonly string[]): string[] {
  return units.map((_, from) => {
    const place = units.slice(from).map(exactPattern).join('')
    return `${place}(?<=${LIVES}${place})${REST}`
  })
}
