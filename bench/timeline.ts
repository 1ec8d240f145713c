import { isCreditCode, isIdNumber } from '../src/core/facts/identifiers.ts'
import { dayAfter, type Random, randomOf } from './random.ts'
import { type Kind, kinds, places, surnames } from './texts.ts'

/** Days from the clue at which things happen in a case that keeps its deadlines. */
export const days = {
  screened: 2,
  initiated: 3,
  surveyed: 4,
  commissioned: 10,
  appraised: 45,
  concluded: 80,
  noticed: 86,
  served: 88,
  replied: 95,
  firstMeeting: 108,
  agreed: 128,
  signed: 143,
  applied: 156,
  paid: 168,
  restorationStarted: 180,
  confirmed: 188,
  disclosed: 200,
  inspected: 260,
  restored: 400,
  evaluated: 430,
  accepted: 442,
  filed: 450,
  closed: 470,
} as const

/** What the documents of one case share. */
export interface Story {
  readonly index: number
  readonly id: string
  readonly random: Random
  readonly kind: Kind
  readonly company: string
  readonly driver: string
  readonly officers: readonly [string, string]
  readonly head: string
  readonly place: string
  readonly unit: string
  /** Of restoration, of lost services, of investigation and appraisal, in yuan. */
  readonly costs: readonly [number, number, number]
  /** The date so many days after the clue. */
  readonly on: (day: number) => string
  /** Whether that day has come. */
  readonly past: (day: number) => boolean
  /** The second obligor did not come to the meetings and is sued. */
  readonly sued: boolean
  /** One case in thirty says something that the law does not allow. */
  readonly flaw: 'sum' | 'clause' | 'code' | undefined
}

const longest = 1_400

/** The story of the case with this index: the same on every machine. The damage of the first case has just been found. */
export function storyOfCase(index: number, today: string): Story {
  const random = randomOf(index)
  const age = index === 0 ? 1 : ageOf(random)
  const clue = dayAfter(today, -age)
  const kind = random.pick(kinds)
  const costs = [random.below(900) + 100, random.below(200) + 20, random.below(80) + 20] as const
  const flaws = ['sum', 'clause', 'code'] as const
  return {
    index,
    id: idOf(index, clue.slice(0, 4)),
    random,
    kind,
    company: `南宁某${random.pick(surnames)}${kind.trade}有限公司`,
    driver: `${random.pick(surnames)}某`,
    officers: [`${random.pick(surnames)}某`, `${random.pick(surnames)}某某`],
    head: `${random.pick(surnames)}某`,
    place: `南宁市某区${random.pick(places)}镇${random.pick(places)}村`,
    unit: `南宁市${kind.office}`,
    costs,
    on: (day) => dayAfter(clue, day),
    past: (day) => day <= age,
    sued: random.below(10) === 0,
    flaw: flaws[random.below(90)],
  }
}

/** A third of the cases are under way, the others range from signed to closed. */
function ageOf(random: Random): number {
  return random.below(3) === 0 ? 1 + random.below(days.signed) : days.signed + random.below(longest)
}

const perSeries = 9_999

/** Numbers within a year run out at 9,999: a further series begins. Ten thousand cases share the few years of the data. */
function idOf(index: number, year: string): string {
  const series = Math.floor(index / perSeries)
  const suffix = series === 0 ? '' : String.fromCharCode('A'.charCodeAt(0) + series - 1)
  return `NN${suffix}-${year}-${String((index % perSeries) + 1).padStart(4, '0')}`
}

const codeCharacters = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']

/** A made-up 统一社会信用代码 with a right check character. */
export function creditCode(random: Random): string {
  const body = `91450100MA5${Array.from({ length: 6 }, () => random.pick(codeCharacters)).join('')}`
  return `${body}${codeCharacters.find((last) => isCreditCode(body + last))}`
}

/** A made-up 公民身份号码 with a right check character; the region code is not in use. */
export function idNumber(random: Random): string {
  const born = dayAfter('1965-01-01', random.below(12_000)).replaceAll('-', '')
  const body = `450199${born}${String(random.below(1_000)).padStart(3, '0')}`
  return `${body}${[...'0123456789X'].find((last) => isIdNumber(body + last))}`
}

/** Thousands of yuan as an amount. */
export function yuan(thousands: number): string {
  return `${thousands * 1_000}.00`
}
