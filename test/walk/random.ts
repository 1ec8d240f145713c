import { addDays, daysBetween, type IsoDate } from '../../src/core/calendar/dates.ts'

/** Chance that a seed repeats: the same seed, the same walk. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number
  chance(probability: number): boolean
  /** From `low` to `high`, both included. */
  whole(low: number, high: number): number
  pick<T>(choices: readonly T[]): T | undefined
  /** Some of the choices in their order, one at least where there is one. */
  some<T>(choices: readonly T[]): T[]
  /** One of the choices, by its weight. */
  weighted<T>(choices: readonly T[], weightOf: (choice: T) => number): T | undefined
  dayBetween(first: IsoDate, last: IsoDate): IsoDate
}

/** The generator mulberry32: small, and good enough for random walks. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  const pick = <T>(choices: readonly T[]): T | undefined => choices[whole(0, choices.length - 1)]
  return {
    next,
    whole,
    pick,
    chance: (probability) => next() < probability,
    some: (choices) => {
      const sure = whole(0, choices.length - 1)
      return choices.filter((_, index) => index === sure || next() < 0.4)
    },
    weighted: (choices, weightOf) => {
      let left = next() * choices.reduce((total, choice) => total + weightOf(choice), 0)
      return choices.find((choice) => {
        left -= weightOf(choice)
        return left < 0
      })
    },
    dayBetween: (first, last) => addDays(first, whole(0, Math.max(0, daysBetween(first, last)))),
  }
}
