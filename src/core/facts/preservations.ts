import { earliest, type IsoDate, latestOfAll } from '../calendar/dates.ts'
import { type Addressed, addressed } from './addressed.ts'
import type { Preservation } from './documents.ts'
import type { Facts } from './facts.ts'
import { agreementOf, confirmationOf, endedOn } from './queries.ts'
import { fruitlessSuits, suitsAgainst } from './suits.ts'

/**
 * The preservations with their addresses: kind and day of the application, `property/2026-03-02`; of several of one
 * day, those against whom they are too, `property/2026-03-02/o1`.
 */
export function addressedPreservations({ court }: Facts): Addressed<Preservation>[] {
  return addressed(
    court.preservations,
    ({ kind, appliedOn }) => `${kind}/${appliedOn}`,
    ({ obligors = [] }) => obligors.join('+'),
  )
}

/** The address of a preservation. */
export function preservationSubject(preservation: Preservation, facts: Facts): string {
  const { kind, appliedOn } = preservation
  const own = addressedPreservations(facts).find(({ item }) => item === preservation)
  return own?.address ?? `${kind}/${appliedOn}`
}

/** The preservation of an address. */
export function preservationOf(facts: Facts, subject: string): Preservation | undefined {
  return addressedPreservations(facts).find(({ address }) => address === subject)?.item
}

/** The day of the measure; that of the ruling where the measure itself bears none. */
export function takenOn({ takenOn: taken, grantedOn }: Preservation): IsoDate | undefined {
  return taken ?? grantedOn
}

/** Whom a preservation is about: those that it names, else all obligors. */
function affected(facts: Facts, { obligors }: Preservation): string[] {
  return obligors?.length ? [...obligors] : facts.obligors.map(({ id }) => id)
}

/**
 * Those against whom nothing was before the court when the measure was taken: no suit that was not over by then, and no
 * agreement that the court had confirmed.
 */
export function unsuedWhenPreserved(facts: Facts, preservation: Preservation): string[] {
  const on = takenOn(preservation)
  return on === undefined ? [] : unsuedOn(facts, preservation, on)
}

function unsuedOn(facts: Facts, preservation: Preservation, on: IsoDate): string[] {
  return affected(facts, preservation).filter((id) => {
    const agreed = agreementOf(facts, id)
    const confirmedOn = agreed && confirmationOf(facts, agreed)?.ruledOn
    return !wasSuedBy(facts, id, on) && !(confirmedOn !== undefined && confirmedOn <= on)
  })
}

/**
 * 诉前保全 of property or conduct against one of these obligors: applied for before anybody sued him, and neither
 * lifted nor later than a day; without one, than today.
 */
export function preservedBeforeSuit(
  facts: Facts,
  obligors: readonly string[],
  by?: IsoDate,
): Preservation | undefined {
  return facts.court.preservations.find((each) => {
    const { kind, appliedOn, liftedOn } = each
    if (kind === 'evidence' || (by !== undefined && appliedOn > by)) return false
    if (liftedOn !== undefined && (by === undefined || liftedOn <= by)) return false
    return unsuedOn(facts, each, appliedOn).some((id) => obligors.includes(id))
  })
}

function wasSuedBy(facts: Facts, obligor: string, on: IsoDate): boolean {
  const over = fruitlessSuits(facts, obligor).filter(({ overOn }) => overOn <= on)
  const filed = suitsAgainst(facts, obligor).filter(({ filedOn }) => filedOn !== undefined && filedOn <= on)
  return filed.length > over.length
}

/** The day by which each of them had been sued after the measure was taken; undefined while one has not been. */
export function suedAfter(facts: Facts, obligors: readonly string[], on: IsoDate): IsoDate | undefined {
  return latestOfAll(
    obligors.map((id) => {
      const filed = suitsAgainst(facts, id).flatMap(({ filedOn }) => filedOn ?? [])
      return earliest(...filed.filter((day) => day > on))
    }),
  )
}

/** The day from which nothing more is asked of any of those that a preservation is about. */
export function affectedEndedOn(facts: Facts, preservation: Preservation): IsoDate | undefined {
  return latestOfAll(affected(facts, preservation).map((id) => endedOn(facts, id)))
}
