import { earliest, type IsoDate } from '../calendar/dates.ts'
import type { Agreement, RestorationProject, Round } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import {
  agreeingMeeting,
  agreementIn,
  caseEndedOn,
  endedOn,
  failedOn,
  type Instalment,
  instalments,
  isExempt,
  liveAgreements,
  paidInFullOn,
  passedOn,
  roundNumber,
} from '../facts/queries.ts'
import { countFrom, countTo } from './count.ts'
import { defineDeadlineForEach } from './define.ts'

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
      if (roundNumber(signed) === round.round) yield { subject: id, round, obligors, signedOn }
    }
    for (const { id } of facts.obligors) {
      if (!agreeingMeeting(round, id) || agreementIn(facts, round.round, id)) continue
      yield { subject: `${round.round}/${id}`, round, obligors: [id], signedOn: undefined }
    }
  }
}

/** 签署协议: 15 working days from the meeting that agreed. 第二十一条 */
export const agreement = defineDeadlineForEach<Signing>({
  id: 'agreement',
  title: '签署赔偿协议',
  article: '第二十一条',
  each: signings,
  subject: ({ subject }) => subject,
  count: ({ round, obligors, signedOn }, { period }, facts) => {
    const agreedOn = earliest(...obligors.map((id) => agreeingMeeting(round, id)?.heldOn))
    return agreedOn
      ? countFrom(agreedOn, '磋商会议达成一致')
          .add(period('agreement'))
          .metOn(signedOn)
          .closedOn(earliest(...obligors.map((id) => failedOn(round, id) ?? endedOn(facts, id))))
      : undefined
  },
})

/** 支付: each instalment by the day that the agreement or the judgment names. 第二十一条 */
export const payment = defineDeadlineForEach<Instalment>({
  id: 'payment',
  title: '支付赔偿款',
  article: '第二十一条',
  each: instalments,
  subject: ({ payment: { id } }) => id,
  count: (instalment, _, facts) => {
    const { dueOn, obligor } = instalment.payment
    const said = 'agreement' in instalment.source ? '赔偿协议约定的付款日' : '生效判决确定的付款日'
    return countTo(dueOn, said, '第二十一条')
      .metOn(paidInFullOn(facts, instalment))
      .closedOn(obligor === undefined ? caseEndedOn(facts) : endedOn(facts, obligor))
  },
})

/** A restoration that an agreement fixed dates for, with its project once there is one. */
interface AgreedRestoration {
  readonly agreement: Agreement
  readonly project: RestorationProject | undefined
}

function agreedRestorations(facts: Facts): AgreedRestoration[] {
  return liveAgreements(facts).flatMap((agreed): AgreedRestoration[] => {
    if (!agreed.restoration) return []
    const { mode } = agreed.restoration
    const projects = facts.restoration.projects.filter(
      (project) => project.agreement === agreed.id && (project.mode ?? mode) === mode,
    )
    return projects.length
      ? projects.map((project) => ({ agreement: agreed, project }))
      : [{ agreement: agreed, project: undefined }]
  })
}

/** 启动修复 by the day of the agreement. 第二十一条 */
export const restorationStart = defineDeadlineForEach<AgreedRestoration>({
  id: 'restoration-start',
  title: '启动修复',
  article: '第二十一条',
  each: agreedRestorations,
  subject: restorationSubject,
  count: ({ agreement: { restoration }, project }, _, facts) =>
    restoration?.startBy
      ? countTo(restoration.startBy, '赔偿协议约定的修复启动日', '第二十一条')
          .metOn(project?.startedOn)
          .closedOn(caseEndedOn(facts))
      : undefined,
})

/** 完成修复 by the day of the agreement. 第二十五条 */
export const restorationComplete = defineDeadlineForEach<AgreedRestoration>({
  id: 'restoration-complete',
  title: '完成修复',
  article: '第二十五条',
  each: agreedRestorations,
  subject: restorationSubject,
  count: ({ agreement: { restoration }, project }, _, facts) =>
    restoration?.completeBy
      ? countTo(restoration.completeBy, '赔偿协议约定的修复完成日', '第二十五条')
          .metOn(project?.completedOn)
          .closedOn(caseEndedOn(facts))
      : undefined,
})

/** 修复效果评估 by the day of the agreement, met when the goal was reached. 第二十九条 */
export const evaluation = defineDeadlineForEach<AgreedRestoration>({
  id: 'evaluation',
  title: '修复效果评估',
  article: '第二十九条',
  each: agreedRestorations,
  subject: restorationSubject,
  count: ({ agreement: { restoration, signedOn }, project }, _, facts) =>
    restoration?.evaluateBy
      ? countTo(restoration.evaluateBy, '赔偿协议约定的评估完成日', '第二十九条')
          .metOn(project && passedOn(project))
          .closedOn(project && isExempt(project) ? signedOn : caseEndedOn(facts))
      : undefined,
})

function restorationSubject({ agreement: { id }, project }: AgreedRestoration): string {
  return project?.id ?? id
}
