import { addDays, type IsoDate } from '../../src/core/calendar/dates.ts'
import { factsOf } from '../../src/core/facts/facts.ts'
import { blockersOfAnyItem, type Item, type Refusal } from '../../src/core/stages/define.ts'
import { actionsFor, type PossibleAction } from '../../src/core/stages/possible.ts'
import type { CaseView } from '../../src/core/view.ts'
import { settingOn } from '../support/setting.ts'
import type { Making } from './generate.ts'
import { brokenBy, brokenIn, brokenInFindings, type Move, stuck } from './invariants.ts'
import { createRandom, type Random } from './random.ts'
import { agreedCase, configOf, newCase } from './start.ts'
import { attempt, type CaseOnDay, placeAt, settingOf } from './step.ts'
import { count, type WalkTally } from './tally.ts'
import { weightOf } from './weights.ts'

/** One step of a walk: enough to repeat it by hand. */
interface Taken {
  readonly today: IsoDate
  readonly action: string
  readonly subject: string | null
  readonly item: Item
}

/** A walk to its last step, and what it broke. */
export interface Walk {
  readonly seed: number
  readonly taken: readonly Taken[]
  readonly broken: readonly string[]
}

const LONGEST = 55
/** In one of so many states every rule is asked, not only those that refuse an item. */
const SAMPLED = 20
const GOING_HOME = 90
const TRIES = 5
/** The shipped law, read once. */
const shipped = settingOn('2026-01-05')

/** Walks from `ejc new` to an end: first at random, then towards an end, which every state must allow. */
export function walk(seed: number, tally: WalkTally): Walk {
  const walker = createWalker(seed, tally)
  const taken: Taken[] = []
  // What comes after an agreement lies far from a clue: some walks begin where it is about to be signed.
  let place = seed % 3 === 0 ? startAgreed() : start(walker)
  let from = place.view.today
  const wandering = lengthOf(walker.random)
  for (let step = 0; step < wandering + GOING_HOME; step++) {
    place = later(place, pause(walker.random))
    const { view } = place
    const broken = [...brokenIn(view), ...brokenInSample(walker, view, seed + step)]
    if (broken.length) return { seed, taken, broken }
    const open = actionsFor(view).filter(({ blockedBy }) => isOpen(blockedBy))
    const idle = stuck(view, open)
    if (idle !== undefined) return { seed, taken, broken: [idle] }
    if (isOver(view, step)) {
      count(tally.ends, endOf(view))
      return { seed, taken, broken: [] }
    }
    const move = step < wandering ? wander(walker, place, open, from) : goToEnd(walker, place, open, from)
    tally.reached(view)
    if (!move) continue
    const { possible, item } = move
    taken.push({ today: view.today, action: possible.action.id, subject: possible.subject, item })
    const unlawful = brokenBy(move)
    if (unlawful.length) return { seed, taken, broken: unlawful }
    place = move.to
    from = view.today
  }
  return { seed, taken, broken: [`no end is reached from ${place.view.stage.case}`] }
}

/** Asks every rule at an end and now and then on the way. */
function brokenInSample({ tally }: Walker, view: CaseView, turn: number): string[] {
  if (turn % SAMPLED !== 0 && view.stage.case !== 'closed') return []
  tally.looked += 1
  return brokenInFindings(view)
}

/** Most walks are short, some long: rare states lie at the end of a long walk. */
function lengthOf(random: Random): number {
  return random.whole(3, random.whole(8, LONGEST))
}

/** Whether the case is closed; or, after a few steps, whether it is a clue that the law does not apply to. */
function isOver({ stage, facts }: CaseView, step: number): boolean {
  return stage.case === 'closed' || (facts.case.damage.scope !== 'covered' && step > TRIES)
}

/** How the case ended, and whether the claim itself had come to an end before it was closed. */
function endOf({ stage, facts }: CaseView): string {
  if (stage.case !== 'closed') return 'out-of-scope'
  return `closed/${facts.closing.closed?.result ?? 'other'}`
}

interface Walker {
  readonly random: Random
  readonly tally: WalkTally
  readonly fresh: () => number
  /** How often this walk chooses an action: walks differ, so that together they reach rare states. */
  readonly leaning: (action: string) => number
}

function createWalker(seed: number, tally: WalkTally): Walker {
  const random = createRandom(seed)
  let used = 0
  const leanings = new Map<string, number>()
  const leaning = (action: string): number => {
    const known = leanings.get(action) ?? 6 ** (2 * random.next() - 1)
    leanings.set(action, known)
    return known
  }
  return { random, tally, leaning, fresh: () => ++used }
}

/** A case whose two obligors have agreed in a meeting. */
function startAgreed(): CaseOnDay {
  const today = '2025-07-11'
  return placeAt(factsOf(agreedCase()), { ...shipped, today })
}

function start({ random, fresh }: Walker): CaseOnDay {
  const today = random.dayBetween('2026-01-05', '2026-06-30')
  const making = makingOn(today, today, { random, fresh })
  const config = configOf(making)
  return placeAt(factsOf(newCase(making, config, shipped.regulation)), { ...shipped, config, today })
}

function makingOn(
  today: IsoDate,
  from: IsoDate,
  { random, fresh }: Pick<Walker, 'random' | 'fresh'>,
): Making {
  const { lists } = shipped.regulation
  return { random, fresh, name: 'case', lists, facts: undefined, choices: {}, from, today }
}

function later(place: CaseOnDay, days: number): CaseOnDay {
  const { view } = place
  return days === 0 ? place : placeAt(view.facts, settingOf(view, addDays(view.today, days)))
}

/** Much happens on one day, some things after days or weeks, and at times nothing for months. */
function pause(random: Random): number {
  const longest = random.weighted([0, 5, 40, 170], (days) => (days === 0 ? 9 : days === 170 ? 1 : 3)) ?? 0
  return random.whole(0, longest)
}

function isOpen(blockedBy: readonly Refusal[]): boolean {
  return !blockersOfAnyItem(blockedBy).length
}

/** A few attempts at random at what is open now. */
function wander(
  walker: Walker,
  place: CaseOnDay,
  open: readonly PossibleAction[],
  from: IsoDate,
): Move | undefined {
  const weigh = ({ action, moves }: PossibleAction): number =>
    (moves ? 4 : 1) * weightOf(place.view, action.id) * walker.leaning(action.id)
  for (let attempts = 0; attempts < TRIES; attempts++) {
    const possible = walker.random.weighted(open, weigh)
    const move = possible && tryOne(walker, place, possible, from)
    if (move) return move
  }
  return undefined
}

/** Straight to an end: closes the case where possible, else moves it forward, else ends the claim. */
const HOMEWARD = [
  'close',
  'judge',
  'decline',
  'terminate',
  'screen',
  'initiate',
  'authorize-county',
  'add-evidence',
]

function goToEnd(
  walker: Walker,
  place: CaseOnDay,
  open: readonly PossibleAction[],
  from: IsoDate,
): Move | undefined {
  for (const id of HOMEWARD) {
    for (const possible of open.filter(({ action }) => action.id === id)) {
      const move = tryOne(walker, place, possible, from)
      if (move) return move
    }
  }
  return undefined
}

function tryOne(walker: Walker, place: CaseOnDay, possible: PossibleAction, from: IsoDate): Move | undefined {
  const { tally } = walker
  const { id } = possible.action
  const { view } = place
  const making = { ...makingOn(view.today, from, walker), facts: view.facts }
  const result = attempt(making, place, possible)
  if ('to' in result) {
    count(tally.actions, id)
    return { from: place, possible, item: result.item, to: result.to }
  }
  if ('refused' in result) tally.refused(id, result.refused)
  else for (const problem of result.invalid) count(tally.invalid, `${id}: ${problem}`)
  return undefined
}
