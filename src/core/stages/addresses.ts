import type { Round, Suit } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import type { Companion } from './define.ts'

/** A round and an obligor as an address: `1/o2`. */
export function roundAndObligor(round: number, obligor: string): string {
  return `${round}/${obligor}`
}

/** The round and the obligor of an address. */
export function parseRoundAndObligor(address: string): { round: number; obligor: string } {
  const [round, obligor] = parsePair(address)
  return { round: Number(round), obligor }
}

/** The two parts of an address such as `A1/B1` or `G1/labor`. */
export function parsePair(address: string): readonly [string, string] {
  const [head = '', tail = ''] = address.split('/')
  return [head, tail]
}

/** The index of a round in consultation.yaml; the next index when the round is not there yet. */
export function roundIndex({ documents }: Facts, number: number): number {
  const rounds: readonly Round[] = documents.consultation?.rounds ?? []
  const index = rounds.findIndex(({ round }) => round === number)
  return index < 0 ? rounds.length : index
}

/** The value that goes with the first entry of a round: its number. */
export function openedRound(facts: Facts, number: number): Companion {
  return { path: ['rounds', roundIndex(facts, number), 'round'], value: number }
}

/** Where a suit stands in court.yaml; -1 when there is none of that id. */
export function suitIndex({ court }: Facts, id: string): number {
  return court.suits.findIndex((suit) => suit.id === id)
}

/** The suit of an address. */
export function suitOf(facts: Facts, id: string): Suit | undefined {
  return facts.court.suits[suitIndex(facts, id)]
}

/** The next free id of a kind: A1, A2, …; one more than the highest that is taken. */
export function nextIdOfKind(prefix: string, taken: readonly { readonly id: string }[]): string {
  const numbers = taken.map(({ id }) => (id.startsWith(prefix) ? Number(id.slice(prefix.length)) : 0))
  return `${prefix}${Math.max(0, ...numbers.filter(Number.isInteger)) + 1}`
}
