import type { Facts } from '../../facts/facts.ts'
import { isWithdrawn, obligorName, obligorOf, terminationOf } from '../../facts/queries.ts'
import { defineAction } from '../define.ts'

/**
 * 记录破产: of an organisation, when the court has accepted the case, when the claim was declared, when the proceedings
 * ended.
 */
export const recordBankruptcy = defineAction({
  id: 'record-bankruptcy',
  title: '记录义务人破产、申报债权',
  matter: 'bankruptcy-claim',
  moves: false,
  subjects: bankruptcyIsOpen,
  advised: ({ facts }, subject) => {
    const { claimedOn, endedOn } = obligorOf(facts, subject)?.bankruptcy ?? {}
    return obligorOf(facts, subject)?.bankruptcy !== undefined && !claimedOn && !endedOn
  },
  about: (facts, subject) => `${obligorName(facts, subject)}破产`,
  blockers: () => [],
  section: 'case.obligors[].bankruptcy',
  at: (facts, subject) => [facts.obligors.findIndex(({ id }) => id === subject)],
  mode: 'upsert',
  ask: [
    'openedOn',
    'procedure',
    'court',
    'caseNumber',
    'administrator',
    'claimBy',
    'claimedOn',
    'claimed',
    'admitted',
    'endedOn',
    'note',
  ],
  defaults: ({ facts, today }, subject) => {
    const known = obligorOf(facts, subject)?.bankruptcy
    return known ? { ...known } : { openedOn: today }
  },
})

/** The organisations against which the claim is pursued and whose bankruptcy, if any, is not over. */
function bankruptcyIsOpen(facts: Facts): string[] {
  return facts.obligors
    .filter(({ kind, bankruptcy }) => kind === 'organization' && bankruptcy?.endedOn === undefined)
    .map(({ id }) => id)
    .filter((id) => !isWithdrawn(facts, id) && !terminationOf(facts, id))
}
