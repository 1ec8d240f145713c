import { compare } from '../../../calendar/dates.ts'
import type { Deadline } from '../../../deadlines/define.ts'
import { sayProvisionalAnd } from '../../../deadlines/provisional.ts'
import { bindingAgreements } from '../../../facts/agreements.ts'
import { cite } from '../../../regulation/cite.ts'
import { inAgreement, unchanged } from '../../change.ts'
import { at, type CaseScope, defineRule } from '../../define.ts'

export const signingPast90Days = defineRule({
  id: 'consultation/signing-past-90-days',
  severity: 'notice',
  about: 'breach',
  matter: 'consultation-period',
  title: '协议在磋商期限以内签署',
  why: '在磋商期限以内谈成、在签约期限以内签署的，即使签署日在磋商期限以后也不算逾期；留此提示，便于说明。',
  mend: '无需补正；达成一致的日期以磋商会议的记录为准，会议没有记录的补录。',
  *check(scope) {
    for (const agreement of bindingAgreements(scope.facts)) {
      const { signedOn, round, obligors } = agreement
      if (!signedOn || round === undefined) continue
      const end = firstEnd(scope, round, obligors)
      if (!end?.rolledDue || signedOn <= end.rolledDue) continue
      yield at(agreement, 'signedOn', signedAfter(signedOn, sayProvisionalAnd('届满', end.rolledDue, end)))
    }
  },
  examples: {
    accept: [
      { title: '期限以内签署', change: unchanged },
      {
        title: '期限的最后一日签署',
        change: inAgreement((agreement) => {
          agreement.signedOn = '2025-08-25'
        }),
      },
      {
        title: '还没有签署',
        change: inAgreement((agreement) => {
          delete agreement.signedOn
        }),
      },
    ],
    reject: [
      {
        title: '期限以内谈成，期限以后签署',
        finds: ['notice - agreements.agreements.0.signedOn'],
        change: (documents) => {
          const meeting = documents.consultation?.rounds[0]?.meetings?.[1]
          if (meeting) meeting.heldOn = '2025-08-22'
          inAgreement((agreement) => {
            agreement.signedOn = '2025-09-01'
          })(documents)
        },
      },
      {
        title: '第一个义务人期限届满的次日签署',
        finds: ['notice - agreements.agreements.0.signedOn'],
        says: ['2025-08-25'],
        change: inAgreement((agreement) => {
          agreement.signedOn = '2025-08-26'
        }),
      },
    ],
  },
})

/** Of the consultation periods of this agreement that were met in time, the one that ended first. */
function firstEnd(
  { deadlines }: CaseScope,
  round: number,
  obligors: readonly string[],
): Deadline | undefined {
  const subjects = obligors.map((obligor) => `${round}/${obligor}`)
  const met = deadlines.filter(
    ({ deadline, subject, status, rolledDue }) =>
      deadline === 'consultation' && status === 'met' && rolledDue && subjects.includes(subject ?? ''),
  )
  return met.toSorted((a, b) => compare(a.rolledDue ?? '', b.rolledDue ?? ''))[0]
}

const signedAfter = (signedOn: string, ended: string) =>
  `协议于 ${signedOn} 签署，磋商期限已于 ${ended}，但在此以前已达成一致，不算逾期（${cite('consultation-period')}、${cite('agreement-period')}）。会议记录在案的，无需补正。`
