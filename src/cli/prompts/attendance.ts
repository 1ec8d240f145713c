import type { Facts } from '../../core/facts/facts.ts'
import { endedOn, failedOn } from '../../core/facts/queries.ts'
import type { Item } from '../../core/stages/define.ts'
import type { ItemPlace } from '../shared/answers/set.ts'
import { nameOfPlace } from './agreed.ts'

const MEETING = 'consultation.rounds.meetings'
const OF_WHO_CAME = ['agreedWith', 'failedWith', 'withdrew'].map((key) => `${MEETING}.${key}`)
const OF_WHO_STAYED_AWAY = ['absent', 'excused'].map((key) => `${MEETING}.${key}`)

/**
 * Whether an obligor can stand in a list of a meeting, by who came: whoever came is not absent, and nobody agrees who
 * did not come. A meeting to which nobody came, or of which that is not known, leaves all open.
 */
export function fitsAttendance(obligor: string, place: ItemPlace, { attended }: Item): boolean {
  const name = nameOfPlace(place)
  if (!Array.isArray(attended) || !attended.length) return true
  if (OF_WHO_STAYED_AWAY.includes(name)) return !attended.includes(obligor)
  return !OF_WHO_CAME.includes(name) || attended.includes(obligor)
}

/**
 * Who probably came to a meeting: those who came to the last one of its round; to the first, all with whom the round may
 * still agree.
 */
export function likelyToCome(facts: Facts, { path }: ItemPlace): string[] | undefined {
  const round = facts.rounds[Number(path[path.indexOf('rounds') + 1])]
  if (!round) return undefined
  const invited = round.meetings?.at(-1)?.attended ?? facts.obligors.map(({ id }) => id)
  return invited.filter((id) => !failedOn(round, id) && !endedOn(facts, id))
}
