import { standingAppraisals } from '../../facts/appraisals.ts'
import type { Facts } from '../../facts/facts.ts'
import { sum, yuanOf } from '../../facts/money.ts'
import type { CaseRow } from '../columns.ts'

type InvestigationColumn =
  | 'checkedOn'
  | 'initiatedOn'
  | 'appraisalKind'
  | 'appraisalBody'
  | 'commissionedOn'
  | 'opinionOn'
  | 'damageAmount'
  | 'concludedOn'

/** From the check to the conclusion; of several appraisals, the last one that stands. */
export function investigationValues(facts: Facts): Pick<CaseRow, InvestigationColumn> {
  const { screening, investigation, appraisals } = facts
  const appraisal = standingAppraisals(facts).at(-1) ?? appraisals.at(-1)
  return {
    checkedOn: screening?.checkedOn,
    initiatedOn: investigation?.initiation?.initiatedOn,
    appraisalKind: appraisal?.kind,
    appraisalBody: appraisal?.body?.name,
    // What others commissioned stops no clock of the office.
    commissionedOn: isOurs(appraisal?.commissionedBy) ? appraisal?.commissionedOn : undefined,
    opinionOn: appraisal?.receivedOn,
    damageAmount: damageAmountOf(facts),
    concludedOn: investigation?.conclusion?.concludedOn,
  }
}

/** The amount of the damage as appraised; the first estimate while nobody has. */
function damageAmountOf(facts: Facts): string | undefined {
  const appraisals = [...facts.appraisals, ...standingAppraisals(facts)].toReversed()
  const [amount] = appraisals.flatMap(
    ({ total, amounts = [] }) =>
      total ?? (amounts.length ? [yuanOf(sum(amounts.map((each) => each.amount)))] : []),
  )
  return amount ?? facts.case.damage.estimatedLoss
}

/** Whether the claimant commissioned an appraisal, alone or with others, as far as anybody is on record. */
function isOurs(commissionedBy: readonly string[] = []): boolean {
  return !commissionedBy.length || commissionedBy.includes('obligee')
}
