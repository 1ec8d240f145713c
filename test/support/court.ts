import type { Documents } from '../../src/core/facts/documents.ts'
import type { Change } from './actions.ts'

/** The agreement of the first example, signed on 2026-09-28 and not brought before the court. */
export const unconfirmed: Change = (documents) => {
  documents.court = { ...documents.court, confirmations: [] }
}

/** The same agreement, with nothing paid. */
export const unpaid: Change = (documents) => {
  unconfirmed(documents)
  delete documents.payments
}

export const refusedBySecond: Change = (documents) => {
  documents.consultation?.rounds.splice(1)
  documents.agreements?.agreements.splice(1)
  const [signed] = documents.agreements?.agreements ?? []
  if (signed) delete signed.status
  documents.court?.confirmations?.splice(1)
}

export const suedForBreach = { id: 'S1', obligors: ['o1'], agreement: 'G1', filedOn: '2026-11-02' }

export function withSuit(suit: NonNullable<NonNullable<Documents['court']>['suits']>[number]): Change {
  return (documents) => {
    unpaid(documents)
    documents.court = { ...documents.court, suits: [suit] }
  }
}
