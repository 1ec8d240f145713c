import { earliest, type IsoDate, latest, latestOfAll } from '../calendar/dates.ts'
import { obligingAgreements } from '../facts/agreements.ts'
import type { Agreement, Obligor, RestorationProject, Suit } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import { obligationId, obligations, obligedBy, performedOn } from '../facts/performance.ts'
import { caseEndedOn, confirmationOf, endedOn, passedOn } from '../facts/queries.ts'
import { isUnderCourt } from '../facts/restoration.ts'
import { claimedInCourtOn, dismissedOn } from '../facts/suits.ts'
import { countFrom, dutySince, type StepDraft } from './count.ts'
import { defineDeadlineForEach } from './define.ts'
import { begunAnew, byDemand, firstBegun, lastBegun } from './interruption.ts'
import { checkInterruptions } from './late.ts'
import { atAgreement, atCase, atInstrument, atObligor } from './places.ts'

/** 申请司法确认: no period in the text; a reminder 30 days after signing. */
export const confirmationApply = defineDeadlineForEach<Agreement>({
  id: 'confirmation-apply',
  title: '申请司法确认（提示）',
  matter: 'confirmation',
  kind: 'right',
  owedBy: 'office',
  metBy: ['apply-confirmation'],
  place: atAgreement,
  toldBy: { metLate: 'court/confirmation-late' },
  each: ({ agreements }) => agreements.filter(({ status }) => status !== 'rescinded'),
  subject: ({ id }) => id,
  count: (agreed, { period }, facts) =>
    agreed.signedOn
      ? countFrom(agreed.signedOn, '赔偿协议签订')
          .add(period('confirmation-apply'))
          .metOn(confirmationOf(facts, agreed)?.appliedOn)
          .closedOn(
            earliest(
              supersededOn(facts, agreed),
              performedOn(facts, { agreement: agreed }),
              caseEndedOn(facts),
            ),
          )
      : undefined,
})

function supersededOn(facts: Facts, agreed: Agreement): IsoDate | undefined {
  return facts.agreements.find(({ amends }) => amends === agreed.id)?.signedOn
}

/** What can be enforced, from the last day for performance on; from its effect where it names no day. */
interface Enforceable {
  readonly subject: string
  readonly from: IsoDate
  readonly startedBy: string
  readonly obligors: readonly string[]
  readonly performedOn: IsoDate | undefined
}

const LAST_DAY = '履行期间的最后一日'
const EFFECT = '文书未规定履行期间，自生效之日'

function* enforceables(facts: Facts): Iterable<Enforceable> {
  for (const obligation of obligations(facts)) {
    const from =
      'agreement' in obligation ? agreedStart(facts, obligation.agreement) : judgedStart(obligation.suit)
    if (!from) continue
    yield {
      subject: obligationId(obligation),
      ...from,
      obligors: obligedBy(facts, obligation),
      performedOn: performedOn(facts, obligation),
    }
  }
  for (const { id, obligors = [], effectiveOn, result = 'effective' } of facts.court.paymentOrders) {
    if (!effectiveOn || result !== 'effective') continue
    yield { subject: id, from: effectiveOn, startedBy: EFFECT, obligors, performedOn: undefined }
  }
}

type Start = Pick<Enforceable, 'from' | 'startedBy'>

function agreedStart(facts: Facts, agreed: Agreement): Start | undefined {
  const confirmation = confirmationOf(facts, agreed)
  if (confirmation?.result !== 'confirmed') return undefined
  return startOf(lastDayOf(agreed), confirmation.ruledOn)
}

function judgedStart({ performBy, restoration, payments, effectiveOn }: Suit): Start | undefined {
  const last = latest(performBy, restoration?.completeBy, ...(payments ?? []).map(({ dueOn }) => dueOn))
  return startOf(last, effectiveOn)
}

function startOf(last: IsoDate | undefined, effect: IsoDate | undefined): Start | undefined {
  if (last) return { from: last, startedBy: LAST_DAY }
  return effect ? { from: effect, startedBy: EFFECT } : undefined
}

/** 申请强制执行: 2 years from the last day for performance, anew after each interruption. */
export const enforcementApply = defineDeadlineForEach<Enforceable>({
  id: 'enforcement-apply',
  title: '申请强制执行',
  matter: 'enforcement',
  kind: 'right',
  owedBy: 'office',
  metBy: ['apply-enforcement'],
  place: atInstrument,
  whenLate: {
    advice: '请核对期间有无中断；仍需执行的，尽快向人民法院申请并说明；已申请的补录日期',
  },
  each: enforceables,
  subject: ({ subject }) => subject,
  count: ({ subject, from, startedBy, obligors, performedOn: performed }, context, facts) => {
    const { period } = context
    const applied = facts.court.enforcements.filter(({ reference }) => reference === subject)
    // Of several obligors, the one against whom the period ends first.
    const starts = obligors.map(
      (id) => lastBegun(from, byDemand(facts, id), context, period('enforcement-apply')) ?? from,
    )
    const start = earliest(...starts) ?? from
    const step: StepDraft = { step: startedBy, date: from, matter: 'enforcement-period' }
    return (start === from ? countFrom(from, startedBy) : countFrom(start, ANEW).because(step))
      .add(period('enforcement-apply'))
      .metOn(earliest(...applied.map(({ appliedOn }) => appliedOn)))
      .closedOn(performed ?? latestOfAll(obligors.map((id) => endedOn(facts, id))))
  },
})

const ANEW = '时效中断，重新计算'

/** 诉讼时效: 5 years from the day damage and liable party are known; warned at 3; anew after each interruption. */
export const limitation = defineDeadlineForEach<Obligor>({
  id: 'limitation',
  title: '诉讼时效',
  matter: 'limitation',
  kind: 'limitation',
  owedBy: 'office',
  metBy: [],
  place: atObligor,
  whenLate: checkInterruptions,
  each: ({ obligors }) => obligors,
  subject: ({ id }) => id,
  count: ({ id, identifiedOn }, context, facts) => {
    const { period } = context
    const damageKnown = facts.case.damage.knownOn ?? facts.case.damage.discoveredOn
    if (!damageKnown || !identifiedOn) return undefined
    const known = latest(damageKnown, identifiedOn)
    const { anew, other } = begunAnew(facts, { from: known, obligor: id }, context, period('limitation'))
    const count = anew
      ? countFrom(anew, ANEW).because({
          step: '知道或者应当知道损害以及赔偿义务人',
          date: known,
          matter: 'limitation',
        })
      : countFrom(known, '知道或者应当知道损害以及赔偿义务人')
    return count
      .add(period('limitation'))
      .warnAfter(period('limitation-warning'))
      .orFrom(other)
      .metOn(earliest(confirmedOn(facts, id), claimedInCourtOn(facts, id)))
      .closedOn(earliest(endedOn(facts, id), dismissedOn(facts, id)))
  },
})

/** An agreement that the court has not confirmed: its breach can only be sued upon. */
function unconfirmedAgreements(facts: Facts): Agreement[] {
  return obligingAgreements(facts).filter((agreed) => confirmationOf(facts, agreed)?.result !== 'confirmed')
}

/** 协议债权的诉讼时效: 3 years from the last day for performance under an unconfirmed agreement. */
export const agreementLimitation = defineDeadlineForEach<Agreement>({
  id: 'agreement-limitation',
  title: '依协议起诉的诉讼时效',
  matter: 'general-limitation',
  kind: 'limitation',
  owedBy: 'office',
  metBy: [],
  place: atAgreement,
  whenLate: checkInterruptions,
  each: unconfirmedAgreements,
  subject: ({ id }) => id,
  count: (agreed, context, facts) => {
    const last = lastDayOf(agreed)
    if (!last) return undefined
    const limit = context.period('agreement-limitation')
    const suedOn = (id: string): IsoDate | undefined => claimedInCourtOn(facts, id, agreed.id)
    // Who has come to an end owes nothing that could be sued upon.
    const liable = agreed.obligors.filter((id) => endedOn(facts, id) === undefined)
    const unsued = liable.filter((id) => suedOn(id) === undefined)
    const begun = (unsued.length ? unsued : agreed.obligors).map((obligor) =>
      begunAnew(facts, { from: last, obligor, agreement: agreed.id }, context, limit),
    )
    // Of several obligors, the one against whom the period ends first.
    const { start, other } = firstBegun(begun, last)
    return countFrom(start, start === last ? LAST_DAY : ANEW)
      .add(limit)
      .orFrom(other)
      .metOn(latestOfAll((liable.length ? liable : agreed.obligors).map(suedOn)))
      .closedOn(
        performedOn(facts, { agreement: agreed }) ??
          latestOfAll(agreed.obligors.map((id) => endedOn(facts, id))),
      )
  },
})

function lastDayOf({ restoration, payments }: Agreement): IsoDate | undefined {
  return latest(restoration?.completeBy, ...(payments ?? []).map(({ dueOn }) => dueOn))
}

function confirmedOn(facts: Facts, obligor: string): IsoDate | undefined {
  const confirmed = facts.agreements
    .filter(({ obligors }) => obligors.includes(obligor))
    .map((agreed) => confirmationOf(facts, agreed))
    .filter((confirmation) => confirmation?.result === 'confirmed')
  return earliest(...confirmed.map((confirmation) => confirmation?.ruledOn))
}

/** A project whose goal was reached. */
interface Passed {
  readonly project: RestorationProject
  readonly on: IsoDate
}

function passedProjects({ restoration }: Facts): Passed[] {
  return restoration.projects.flatMap((project) => {
    const on = passedOn(project)
    return on ? [{ project, on }] : []
  })
}

/** 修复效果评估材料备案: by the obligor, once the goal is reached. */
export const filing = defineDeadlineForEach<Passed>({
  id: 'filing',
  title: '修复效果评估材料备案',
  matter: 'evaluation-filing',
  kind: 'duty',
  owedBy: 'obligor',
  metBy: ['file-evaluation'],
  place: atCase,
  each: passedProjects,
  subject: ({ project }) => project.id,
  count: ({ project, on }, _, facts) =>
    dutySince(on, '修复达到目标，应当提交评估材料备案').metOn(project.filedOn).closedOn(caseEndedOn(facts)),
})

/** 评估材料报送法院: promptly, under a judgment or a confirmed agreement. */
export const sendToCourt = defineDeadlineForEach<Passed>({
  id: 'send-to-court',
  title: '修复效果评估材料报送法院',
  matter: 'court-report',
  kind: 'duty',
  owedBy: 'office',
  metBy: ['send-to-court'],
  place: atCase,
  each: (facts) => passedProjects(facts).filter(({ project }) => isUnderCourt(facts, project)),
  subject: ({ project }) => project.id,
  count: ({ project, on }) =>
    dutySince(on, '生效判决或者经司法确认的协议项下修复达到目标，应当及时报送').metOn(project.sentToCourtOn),
})
