import { earliest } from '../calendar/dates.ts'
import { objectionsIn, type RaisedObjection } from '../facts/appraisals.ts'
import type { Appraisal } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import { caseEndedOn, obligorName } from '../facts/queries.ts'
import { countFrom, type Suspension } from './count.ts'
import { type CountContext, defineDeadline, defineDeadlineForEach } from './define.ts'

/** 损害调查: 60 days from initiation, appraisal time not counted, +30 days once. */
export const investigation = defineDeadline({
  id: 'investigation',
  title: '损害调查',
  matter: 'investigation-period',
  kind: 'duty',
  owedBy: 'office',
  metBy: ['conclude'],
  place: ({ investigation }) => investigation?.initiation,
  resumedBy: 'receive-appraisal',
  count: (facts, context) => {
    const { initiation, extension, conclusion } = facts.investigation ?? {}
    if (!initiation) return undefined
    return countFrom(initiation.initiatedOn, '启动索赔')
      .add(context.period('investigation'))
      .suspendDuring(appraisalTime(facts, context))
      .extendBy(context.period('investigation-extension'), extension?.approvedOn)
      .metOn(conclusion?.concludedOn)
      .closedOn(caseEndedOn(facts))
  },
})

/**
 * The time of each appraisal of the investigation, from commission to receipt, where its kind stops the clock or may.
 * The text speaks of those that the claimant commissions, alone or jointly (`appraisal`); whether one that others
 * commissioned alone stops the clock of the investigation too is not settled.
 */
function appraisalTime(facts: Facts, { regulation }: CountContext): Suspension[] {
  const concludedOn = facts.investigation?.conclusion?.concludedOn
  return facts.appraisals.flatMap((appraisal) => {
    const { kind, commissionedOn, receivedOn, withdrawnOn } = appraisal
    const suspends = regulation.item('appraisalKinds', kind)?.suspends
    const others = commissionedByOthers(facts, appraisal)
    if (!commissionedOn || suspends === 'no') return []
    if (concludedOn && commissionedOn > concludedOn) return []
    const what = `鉴定评估（${[regulation.label('appraisalKinds', kind), ...others].join('，')}）`
    return [
      {
        from: commissionedOn,
        to: receivedOn ?? withdrawnOn,
        unsettled: suspends !== 'yes' || others.length > 0,
        what,
        matter: 'appraisal-time',
      },
    ]
  })
}

/**
 * Who commissioned an appraisal without the claimant, in words; nothing where the claimant did, or nobody is on record.
 */
function commissionedByOthers(facts: Facts, { commissionedBy = [] }: Appraisal): string[] {
  if (!commissionedBy.length || commissionedBy.includes('obligee')) return []
  const names = commissionedBy.map((by) => (by === 'public-security' ? '公安机关' : obligorName(facts, by)))
  return [`${names.join('、')}委托`]
}

/** 鉴定评估机构解释说明: 10 working days from the request. */
export const appraisalExplanation = defineDeadlineForEach<RaisedObjection>({
  id: 'appraisal-explanation',
  title: '鉴定评估解释说明',
  matter: 'appraisal-explanation',
  kind: 'duty',
  owedBy: 'appraiser',
  metBy: ['explain-appraisal'],
  place: ({ appraisals }, id, objection) =>
    appraisals.find((each) => each.id === id)?.objections?.find((each) => each.id === objection),
  whenLate: { advice: '请催促鉴定评估机构提交；已提交的补录日期', severity: 'warning' },
  each: objectionsIn,
  subject: ({ appraisal, objection }) => `${appraisal.id}/${objection.id}`,
  count: ({ appraisal, objection }, { period }, facts) => {
    const replacing = facts.appraisals.filter(({ reappraises }) => reappraises === appraisal.id)
    const overtaken = [objection.panel?.opinionOn, ...replacing.map(({ commissionedOn }) => commissionedOn)]
    return objection.explanationRequestedOn
      ? countFrom(objection.explanationRequestedOn, '要求鉴定评估机构解释说明')
          .add(period('appraisal-explanation'))
          .metOn(objection.explainedOn)
          .closedOn(earliest(...overtaken, caseEndedOn(facts)))
      : undefined
  },
})
