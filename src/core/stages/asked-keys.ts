/** Who an obligor is; not when it was identified, held, bankrupt or gone. */
export const identityKeys = [
  'kind',
  'name',
  'address',
  'creditCode',
  'representative',
  'idNumber',
  'identity',
  'occupation',
  'phone',
] as const

/** What is agreed, in the order in which an agreement says it; not who signs it. */
export const agreedKeys = [
  'obligors',
  'signedOn',
  'place',
  'clauses',
  'compensation',
  'shares',
  'substitutes',
  'restoration',
  'payments',
  'performanceBond',
] as const

/** How a service was made, and on whom; not the paper that proves it. */
export const serviceKeys = [
  'method',
  'servedOn',
  'publishedOn',
  'circumstances',
  'refusal',
  'witness',
  'recording',
  'medium',
  'consent',
  'agent',
  'tracking',
  'recipient',
] as const
