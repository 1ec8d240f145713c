import { type IsoDate, latest, latestOfAll } from '../calendar/dates.ts'
import type { Agreement, RestorationProject, RestorationTerms, Round } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import { type Instalment, instalments, paidInFullOn } from '../facts/instalments.ts'
import { obligationId, obligations, projectsUnder, restorationTerms } from '../facts/performance.ts'
import {
  agreeingMeeting,
  agreementIn,
  caseEndedOn,
  endedOn,
  failedOn,
  isExempt,
  passedOn,
  roundNumber,
  roundOf,
} from '../facts/queries.ts'
import { countFrom, countTo } from './count.ts'
import { defineDeadlineForEach } from './define.ts'
import { demandPerformance } from './late.ts'
import { atAgreement, atInstalment, atProject } from './places.ts'

/** An agreement owed after the meeting that agreed: one already written down, or one still missing for an obligor. */
interface Signing {
  readonly subject: string
  readonly round: Round
  readonly obligors: readonly string[]
  readonly signedOn: IsoDate | undefined
}

function* signings(facts: Facts): Iterable<Signing> {
  for (const round of facts.rounds) {
    for (const signed of facts.agreements) {
      const { id, obligors, signedOn } = signed
      if (roundNumber(signed) === round.round && !isMereChange(facts, signed)) {
        yield { subject: id, round, obligors, signedOn }
      }
    }
    for (const { id } of facts.obligors) {
      if (!agreeingMeeting(round, id) || agreementIn(facts, round.round, id)) continue
      yield { subject: `${round.round}/${id}`, round, obligors: [id], signedOn: undefined }
    }
  }
}

/** Whether an agreement only changes one of its own round: then it does not follow from a meeting, and no period runs. */
function isMereChange(facts: Facts, { amends, ...changed }: Agreement): boolean {
  const original = facts.agreements.find(({ id }) => id === amends)
  return original !== undefined && roundNumber(original) === roundNumber(changed)
}

/** 签署协议: 15 working days from the meeting that agreed. */
export const agreement = defineDeadlineForEach<Signing>({
  id: 'agreement',
  title: '签署赔偿协议',
  matter: 'agreement-period',
  kind: 'duty',
  owedBy: 'office',
  metBy: ['sign'],
  place: (facts, id) => atAgreement(facts, id, '') ?? roundOf(facts, Number(id)),
  each: signings,
  subject: ({ subject }) => subject,
  count: ({ round, obligors, signedOn }, { period }, facts) => {
    // A joint agreement can't be signed before the last of its obligors has agreed.
    const agreedOn = latest(...obligors.map((id) => agreeingMeeting(round, id)?.heldOn))
    return agreedOn
      ? countFrom(agreedOn, '磋商会议达成一致')
          .add(period('agreement'))
          .metOn(signedOn)
          .closedOn(latestOfAll(obligors.map((id) => failedOn(round, id) ?? endedOn(facts, id))))
      : undefined
  },
})

/** 支付: each instalment by the day that the agreement or the judgment names. */
export const payment = defineDeadlineForEach<Instalment>({
  id: 'payment',
  title: '支付赔偿款',
  matter: 'performance-terms',
  kind: 'duty',
  owedBy: 'obligor',
  metBy: ['pay'],
  place: atInstalment,
  debt: 'money',
  whenLate: demandPerformance,
  each: instalments,
  subject: ({ payment: { id } }) => id,
  count: (instalment, _, facts) => {
    const { dueOn, obligor } = instalment.payment
    const said = 'agreement' in instalment.source ? '赔偿协议约定的付款日' : '生效判决确定的付款日'
    return countTo(dueOn, said, 'performance-terms')
      .metOn(paidInFullOn(facts, instalment))
      .closedOn(obligor === undefined ? caseEndedOn(facts) : endedOn(facts, obligor))
  },
})

/** A restoration that an agreement or a judgment fixed dates for, with its project once there is one. */
interface OwedRestoration {
  readonly subject: string
  /** 赔偿协议约定 or 生效判决确定. */
  readonly fixedBy: string
  readonly terms: RestorationTerms
  readonly project: RestorationProject | undefined
}

function owedRestorations(facts: Facts): OwedRestoration[] {
  return obligations(facts).flatMap((obligation): OwedRestoration[] => {
    const terms = restorationTerms(obligation)
    if (!terms) return []
    const fixedBy = 'agreement' in obligation ? '赔偿协议约定' : '生效判决确定'
    const projects = projectsUnder(facts, obligation).filter(
      ({ mode }) => (mode ?? terms.mode) === terms.mode,
    )
    if (!projects.length) return [{ subject: obligationId(obligation), fixedBy, terms, project: undefined }]
    return projects.map((project) => ({ subject: project.id, fixedBy, terms, project }))
  })
}

/** 启动修复 by the day of the agreement or the judgment. */
export const restorationStart = defineDeadlineForEach<OwedRestoration>({
  id: 'restoration-start',
  title: '启动修复',
  matter: 'restoration-schedule',
  kind: 'duty',
  owedBy: 'obligor',
  metBy: ['start-restoration'],
  place: atProject,
  debt: 'work',
  whenLate: demandPerformance,
  each: owedRestorations,
  subject: ({ subject }) => subject,
  count: ({ fixedBy, terms, project }, _, facts) =>
    terms.startBy
      ? countTo(terms.startBy, `${fixedBy}的修复启动日`, 'restoration-schedule')
          .metOn(project?.startedOn)
          .closedOn(caseEndedOn(facts))
      : undefined,
})

/** 完成修复 by the day of the agreement or the judgment. */
export const restorationComplete = defineDeadlineForEach<OwedRestoration>({
  id: 'restoration-complete',
  title: '完成修复',
  matter: 'restoration',
  kind: 'duty',
  owedBy: 'obligor',
  metBy: ['complete-restoration'],
  place: atProject,
  debt: 'work',
  whenLate: demandPerformance,
  each: owedRestorations,
  subject: ({ subject }) => subject,
  count: ({ fixedBy, terms, project }, _, facts) =>
    terms.completeBy
      ? countTo(terms.completeBy, `${fixedBy}的修复完成日`, 'restoration')
          .metOn(project?.completedOn)
          .closedOn(caseEndedOn(facts))
      : undefined,
})

/** 修复效果评估 by the day of the agreement or the judgment, met when the goal was reached. */
export const evaluation = defineDeadlineForEach<OwedRestoration>({
  id: 'evaluation',
  title: '修复效果评估',
  matter: 'evaluation',
  kind: 'duty',
  owedBy: 'obligor',
  metBy: ['evaluate', 'accept'],
  place: atProject,
  each: owedRestorations,
  subject: ({ subject }) => subject,
  count: ({ fixedBy, terms, project }, _, facts) =>
    terms.evaluateBy
      ? countTo(terms.evaluateBy, `${fixedBy}的评估完成日`, 'evaluation')
          .metOn(project && passedOn(project))
          .closedOn(project && isExempt(project) ? terms.evaluateBy : caseEndedOn(facts))
      : undefined,
})
