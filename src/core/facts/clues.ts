import type { Clue } from './documents.ts'
import type { Facts } from './facts.ts'

/** The clue from which the law counts, and those that came with cases that went into this one. */
export function cluesOf({ case: { clue, combinations = [] } }: Facts): readonly Clue[] {
  return [clue, ...combinations.flatMap((combination) => combination.clue ?? [])]
}
