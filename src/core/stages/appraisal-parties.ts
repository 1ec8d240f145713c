import { unitOnPapers } from '../facts/claimants.ts'
import type { Facts } from '../facts/facts.ts'
import type { Choice } from '../schema/choices.ts'
import type { CaseView } from '../view.ts'

/** The two sides of an appraisal: who may object to it, and who commission a panel together. */
export function sidesOfAppraisal({ obligors }: Facts): Choice[] {
  return [
    { code: 'obligee', label: '赔偿权利人一方' },
    ...obligors.map(({ id, name }) => ({ code: id, label: `赔偿义务人 ${name}` })),
  ]
}

/** Who may commission an appraisal: the two sides, alone or jointly, and the police in their own case. */
export function commissionersOf({ facts }: CaseView): Choice[] {
  return [
    { code: 'obligee', label: `赔偿权利人一方（${unitOnPapers(facts.case.jurisdiction)}）` },
    ...facts.obligors.map(({ id, name }) => ({ code: id, label: `赔偿义务人 ${name}` })),
    { code: 'public-security', label: '公安机关' },
  ]
}
