import type { IsoDate } from '../calendar/dates.ts'
import { isBankruptOn } from './bankruptcy.ts'
import type { Obligor } from './documents.ts'

/** Whoever is addressed and signs for an obligor: itself, or whoever has taken over what it owed (`succession`). */
export interface Party extends Obligor {
  /** Where the particulars stand, where that is not the obligor itself. */
  readonly path?: string
}

/** The day from which the successor is addressed and signs; undefined without one, or where no day is on record. */
function succeededOn({ endedOn, successor }: Obligor): IsoDate | undefined {
  return successor && (successor.since ?? endedOn)
}

/** Whether an obligor had a successor on a day; on every day, where no day of the succession is on record. */
function isSucceeded(obligor: Obligor, on: IsoDate | undefined): boolean {
  if (!obligor.successor) return false
  const since = succeededOn(obligor)
  return on === undefined || since === undefined || on >= since
}

/** Who is addressed and signs for an obligor on the day of a paper, or now. */
export function partyOf(obligor: Obligor, on: IsoDate | undefined): Party {
  const { id, name, successor } = obligor
  if (!successor || !isSucceeded(obligor, on)) return representedByAdministrator(obligor, on)
  const { since: _since, basis: _basis, relation = relationOf(obligor), ...particulars } = successor
  const path = `case.obligors[${id}].successor`
  return { ...particulars, id, path, name: `${successor.name}（${name}的${relation}）` }
}

/** An obligor in bankruptcy is addressed where its administrator is, who acts for it (`bankruptcy-stay`). */
function representedByAdministrator(obligor: Obligor, on: IsoDate | undefined): Obligor {
  const { bankruptcy } = obligor
  const { name, representative, address, phone } = bankruptcy?.administrator ?? {}
  const isOpen = on === undefined ? bankruptcy?.endedOn === undefined : isBankruptOn(obligor, on)
  if (name === undefined || !isOpen) return obligor
  return {
    ...obligor,
    representative: { name: `破产管理人${name}${representative ? `（负责人${representative.name}）` : ''}` },
    ...(address === undefined ? {} : { address }),
    ...(phone === undefined ? {} : { phone }),
  }
}

function relationOf({ kind }: Obligor): string {
  return kind === 'individual' ? '继承人' : '承继单位'
}

/** Whether an obligor was gone on a day and nobody had taken its place yet. */
export function isGoneOn(obligor: Obligor, on: IsoDate): boolean {
  const { endedOn } = obligor
  return endedOn !== undefined && on > endedOn && !isSucceeded(obligor, on)
}

/**
 * Obligors and those who have taken their place: everybody whose particulars the case holds as those of a liable party.
 */
export function withSuccessors(obligors: readonly Obligor[]) {
  return [...obligors, ...obligors.flatMap(({ successor }) => successor ?? [])]
}
