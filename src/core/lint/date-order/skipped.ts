import type { Facts } from '../../facts/facts.ts'
import type { CaseView } from '../../view.ts'
import { datesInOrder, INITIATED } from './define.ts'

const ISSUED = 'consultation.rounds[].notice.issuedOn'
const SIGNED = 'agreements.agreements[].signedOn'

/** Steps whose former steps are not on record, as where a ledger leaves these out: none must precede the initiation. */
export const skippedOrder = [
  datesInOrder(INITIATED, ISSUED, 'consultation-notice', follows(isConcluded)),
  datesInOrder(
    INITIATED,
    'consultation.rounds[].services[].servedOn',
    'notice-service',
    follows(isConcluded, isNotified),
  ),
  datesInOrder(
    INITIATED,
    'consultation.rounds[].meetings[].heldOn',
    'meeting-procedure',
    follows(isConcluded, isNotified, isServed),
  ),
  datesInOrder(INITIATED, SIGNED, 'agreement', follows(isConcluded, isNotified, isServed, isMet)),
  datesInOrder(
    INITIATED,
    'court.suits[].filedOn',
    'suit',
    follows(isConcluded, isNotified, isServed, isMet, isSigned),
  ),
  datesInOrder(SIGNED, 'closing.closed.closedOn', 'one-case-one-file'),
]

type IsTaken = (facts: Facts) => boolean

/** Where one of the steps between is on record, the pairs with that step check the order. */
function follows(...between: readonly IsTaken[]) {
  return (_: object, __: object, { facts }: CaseView): boolean => !between.some((isTaken) => isTaken(facts))
}

function isConcluded({ investigation }: Facts): boolean {
  return investigation?.conclusion?.concludedOn !== undefined
}

function isNotified({ rounds }: Facts): boolean {
  return rounds.some(({ notice }) => notice?.issuedOn !== undefined)
}

function isServed({ rounds }: Facts): boolean {
  return rounds.some(({ services = [] }) => services.some(({ servedOn }) => servedOn !== undefined))
}

function isMet({ rounds }: Facts): boolean {
  return rounds.some(({ meetings = [] }) => meetings.length > 0)
}

function isSigned({ agreements }: Facts): boolean {
  return agreements.some(({ signedOn }) => signedOn !== undefined)
}
