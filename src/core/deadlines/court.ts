import { earliest, type IsoDate, latest } from '../calendar/dates.ts'
import { obligingAgreements } from '../facts/agreements.ts'
import { takenOverOn } from '../facts/backfilled.ts'
import { claimPendingSince } from '../facts/bankruptcy.ts'
import { performedOn } from '../facts/debts.ts'
import type { Agreement, Obligor, RestorationProject } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import { isOwnPayment } from '../facts/instalments.ts'
import { caseEndedOn, confirmationOf, endedOn, interruptionsOf, isRescinded } from '../facts/queries.ts'
import { isUnder, isUnderCourt, passedOn } from '../facts/restoration.ts'
import { claimedInCourtOn, dismissedOn } from '../facts/suits.ts'
import { confirmedSince } from '../facts/titles.ts'
import { countFrom, dutySince } from './count.ts'
import { defineDeadlineForEach } from './define.ts'
import { limitationRestart, RESTARTED } from './interruption.ts'
import { checkInterruptions } from './late.ts'
import { atAgreement, atCase, atObligor } from './places.ts'

/** 申请司法确认: no period in the text; a reminder 30 days after signing. */
export const confirmationApply = defineDeadlineForEach<Agreement>({
  id: 'confirmation-apply',
  title: '申请司法确认（提示）',
  matter: 'confirmation',
  after: 'agreement',
  kind: 'right',
  owedBy: 'office',
  metBy: ['apply-confirmation'],
  place: atAgreement,
  reportedBy: { metLate: 'court/confirmation-late' },
  each: ({ agreements }) => agreements.filter((agreement) => !isRescinded(agreement)),
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

/**
 * 诉讼时效: 5 years from the day damage and liable party are known; warned at 3; each interruption restarts the period.
 * It never runs past the 20 years from the damage itself (`limitation-outer`), which nothing interrupts.
 */
export const limitation = defineDeadlineForEach<Obligor>({
  id: 'limitation',
  title: '诉讼时效',
  matter: 'limitation',
  after: 'enforcement-apply',
  kind: 'limitation',
  owedBy: 'office',
  metBy: [],
  place: atObligor,
  whenLate: checkInterruptions,
  each: ({ obligors }) => obligors,
  subject: ({ id }) => id,
  count: (obligor, context, facts) => {
    const { id } = obligor
    const { period } = context
    // While the damage goes on, the longest period does not run either.
    const { occurredTo } = facts.case.damage
    const since = knownSince(obligor, facts)
    if (!since) return undefined
    const { known, step } = since
    const { restartedOn, other } = limitationRestart(
      facts,
      {
        from: known,
        obligor: id,
        interruptedOn: interruptionsOf(facts, id),
        promisedOn: promisedOn(facts, id),
      },
      context,
      period('limitation'),
    )
    const count = restartedOn
      ? countFrom(restartedOn, RESTARTED).because({ step, date: known, matter: 'limitation' })
      : countFrom(known, step)
    return count
      .add(period('limitation'))
      .warnAfter(period('limitation-warning'))
      .notAfter(period('limitation-outer'), occurredTo, '损害行为结束之日')
      .orFrom(other)
      .metOn(
        earliest(agreementConfirmedOn(facts, id), claimedInCourtOn(facts, id), claimPendingSince(facts, id)),
      )
      .closedOn(earliest(endedOn(facts, id), dismissedOn(facts, id)))
  },
})

interface Known {
  readonly known: IsoDate
  readonly step: string
}

/**
 * From when damage and liable party were known. A ledger seldom says so: who was claimed against was known when the
 * claim was initiated, so that a case taken over counts from there, and its limitation is not forgotten.
 */
function knownSince({ identifiedOn }: Obligor, facts: Facts): Known | undefined {
  const { discoveredOn, knownOn } = facts.case.damage
  const damageKnown = knownOn ?? discoveredOn
  if (damageKnown && identifiedOn)
    return { known: latest(damageKnown, identifiedOn), step: '知道或者应当知道损害以及赔偿义务人' }
  const known = latest(facts.investigation?.initiation?.initiatedOn, damageKnown, identifiedOn)
  if (takenOverOn(facts) === undefined || !facts.investigation?.initiation || !known) return undefined
  return { known, step: '补录时未载明知道损害和义务人的日期，暂从启动索赔之日起算' }
}

/**
 * The days on which an obligor promised to perform, or did: he signed an agreement that stands, began or completed its
 * work, paid on it. Each interrupts the limitation (`limitation-interruption`) although nobody recorded it as such.
 */
function promisedOn(facts: Facts, obligor: string): IsoDate[] {
  const days = obligingAgreements(facts)
    .filter(({ obligors }) => obligors.includes(obligor))
    .flatMap((agreement) => [
      agreement.signedOn,
      ...facts.restoration.projects
        .filter((project) => isUnder(facts, project, agreement) && isProjectOf(project, obligor))
        .flatMap(({ startedOn, completedOn }) => [startedOn, completedOn]),
      ...paymentDays(facts, agreement, obligor),
    ])
  return days.filter((day) => day !== undefined)
}

function isProjectOf({ obligors }: RestorationProject, obligor: string): boolean {
  return !obligors?.length || obligors.includes(obligor)
}

function paymentDays(facts: Facts, { id, payments = [] }: Agreement, obligor: string): IsoDate[] {
  const own = new Set(payments.filter((each) => each.obligor === obligor).map((each) => each.id))
  return facts.payments
    .filter((each) => each.agreement === id && own.has(each.id) && isOwnPayment(each))
    .map((each) => each.paidOn)
}

function agreementConfirmedOn(facts: Facts, obligor: string): IsoDate | undefined {
  const confirmed = facts.agreements
    .filter(({ obligors }) => obligors.includes(obligor))
    .map((agreed) => confirmationOf(facts, agreed))
    .filter((confirmation) => confirmation?.result === 'confirmed')
  return earliest(...confirmed.map((confirmation) => confirmation && confirmedSince(facts, confirmation)))
}

/** A project whose goal was reached. */
interface GoalReached {
  readonly project: RestorationProject
  readonly on: IsoDate
}

function goalsReached({ restoration }: Facts): GoalReached[] {
  return restoration.projects.flatMap((project) => {
    const on = passedOn(project)
    return on ? [{ project, on }] : []
  })
}

/** 修复效果评估材料备案: by the obligor, once the goal is reached. */
export const filing = defineDeadlineForEach<GoalReached>({
  id: 'filing',
  title: '修复效果评估材料备案',
  matter: 'evaluation-filing',
  after: 'evaluation',
  kind: 'duty',
  owedBy: 'obligor',
  metBy: ['file-evaluation'],
  place: atCase,
  each: goalsReached,
  subject: ({ project }) => project.id,
  count: ({ project, on }, _, facts) =>
    dutySince(on, '修复达到目标，应当提交评估材料备案').metOn(project.filedOn).closedOn(caseEndedOn(facts)),
})

/** 评估材料报送法院: promptly, under a judgment or a confirmed agreement. */
export const sendToCourt = defineDeadlineForEach<GoalReached>({
  id: 'send-to-court',
  title: '修复效果评估材料报送法院',
  matter: 'court-report',
  after: 'filing',
  kind: 'duty',
  owedBy: 'office',
  metBy: ['send-to-court'],
  place: atCase,
  each: (facts) => goalsReached(facts).filter(({ project }) => isUnderCourt(facts, project)),
  subject: ({ project }) => project.id,
  count: ({ project, on }) =>
    dutySince(on, '生效判决或者经司法确认的协议项下修复达到目标，应当及时报送').metOn(project.sentToCourtOn),
})
