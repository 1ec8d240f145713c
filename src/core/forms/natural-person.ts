import type { IsoDate } from '../calendar/dates.ts'
import type { Obligor } from '../facts/documents.ts'
import { holderOf } from '../facts/identifiers.ts'
import { isBornTooLate } from '../facts/identity.ts'
import type { Party } from '../facts/successor.ts'
import type { CaseView } from '../view.ts'
import { dateOrBlank, inClauses } from './fields.ts'

/**
 * Sex and day of birth, which a court asks of a natural person: an identity number tells both (GB 11643-1999). Empty
 * without a number, or where the number is wrong.
 */
export function sexAndBirth(view: CaseView, party: Pick<Party, 'idNumber' | 'path'>): string {
  const holder = holderOf(party.idNumber ?? '')
  if (!holder || isBornTooLate(view, holder.bornOn, party.path !== undefined)) return ''
  return inClauses(holder.sex, `${dateOrBlank(holder.bornOn)}出生`)
}

/**
 * That a natural person is in custody on the day of a paper, and where, so that it is served there (`service-methods`).
 * On a paper without a day, whether the person is now.
 */
export function custodyText({ custody }: Pick<Obligor, 'custody'>, on: IsoDate | undefined): string {
  if (!custody) return ''
  const isOver = custody.to !== undefined && (on === undefined || custody.to < on)
  if (isOver || (on !== undefined && custody.from > on)) return ''
  return custody.place ? `现羁押于${custody.place}` : '现被羁押'
}
