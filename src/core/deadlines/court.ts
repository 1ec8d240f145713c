import { earliest, type IsoDate, latest } from '../calendar/dates.ts'
import type { Agreement, Obligor, RestorationProject } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import { caseEndedOn, confirmationOf, endedOn, passedOn, suitsAgainst } from '../facts/queries.ts'
import { countFrom, dutySince } from './count.ts'
import { defineDeadlineForEach } from './define.ts'

/** 申请司法确认: no period in the text; a reminder 30 days after signing. 第二十四条 */
export const confirmationApply = defineDeadlineForEach<Agreement>({
  id: 'confirmation-apply',
  title: '申请司法确认（提示）',
  article: '第二十四条',
  each: ({ agreements }) => agreements,
  subject: ({ id }) => id,
  count: (agreed, { period }, facts) =>
    agreed.signedOn
      ? countFrom(agreed.signedOn, '赔偿协议签订')
          .add(period('confirmation-apply'))
          .metOn(confirmationOf(facts, agreed)?.appliedOn)
          .closedOn(earliest(supersededOn(facts, agreed), caseEndedOn(facts)))
      : undefined,
})

function supersededOn(facts: Facts, agreed: Agreement): IsoDate | undefined {
  return facts.agreements.find(({ amends }) => amends === agreed.id)?.signedOn
}

/** What can be enforced, from the last day for performance on. */
interface Enforceable {
  readonly subject: string
  readonly performBy: IsoDate
  readonly obligors: readonly string[]
}

function* enforceables(facts: Facts): Iterable<Enforceable> {
  for (const agreed of facts.agreements) {
    if (confirmationOf(facts, agreed)?.result !== 'confirmed') continue
    const last = latest(agreed.restoration?.completeBy, ...(agreed.payments ?? []).map(({ dueOn }) => dueOn))
    if (last) yield { subject: agreed.id, performBy: last, obligors: agreed.obligors }
  }
  for (const { id, effectiveOn, performBy, payments, obligors, result } of facts.court.suits) {
    if (!effectiveOn || result === 'lost') continue
    const last = latest(performBy, ...(payments ?? []).map(({ dueOn }) => dueOn))
    if (last) yield { subject: id, performBy: last, obligors }
  }
}

/** 申请强制执行: 2 years from the last day for performance. 民事诉讼法第二百五十条 */
export const enforcementApply = defineDeadlineForEach<Enforceable>({
  id: 'enforcement-apply',
  title: '申请强制执行',
  article: '第二十四条',
  each: enforceables,
  subject: ({ subject }) => subject,
  count: ({ subject, performBy, obligors }, { period }, facts) => {
    const applied = facts.court.enforcements.filter(({ reference }) => reference === subject)
    return countFrom(performBy, '履行期间的最后一日')
      .add(period('enforcement-apply'))
      .metOn(earliest(...applied.map(({ appliedOn }) => appliedOn)))
      .closedOn(latest(...obligors.map((id) => endedOn(facts, id))))
  },
})

/** 诉讼时效: 5 years from the day damage and liable party are known; warned at 3; anew after each interruption. */
export const limitation = defineDeadlineForEach<Obligor>({
  id: 'limitation',
  title: '诉讼时效',
  article: '生态环境法典第一千零五十四条',
  each: ({ obligors }) => obligors,
  subject: ({ id }) => id,
  count: ({ id, identifiedOn }, { period }, facts) => {
    const { knownOn } = facts.case.damage ?? {}
    if (!knownOn || !identifiedOn) return undefined
    const interruptions = facts.court.limitationInterruptions.filter(({ obligor }) => obligor === id)
    const interruptedOn = latest(...interruptions.map(({ on }) => on))
    const known = latest(knownOn, identifiedOn)
    const count = interruptedOn
      ? countFrom(interruptedOn, '时效中断，重新计算').because({
          step: '知道或者应当知道损害以及赔偿义务人',
          date: known,
          article: '生态环境法典第一千零五十四条',
        })
      : countFrom(known, '知道或者应当知道损害以及赔偿义务人')
    return count
      .add(period('limitation'))
      .warnAfter(period('limitation-warning'))
      .metOn(earliest(confirmedOn(facts, id), ...suitsAgainst(facts, id).map(({ filedOn }) => filedOn)))
      .closedOn(endedOn(facts, id))
  },
})

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

/** 修复效果评估材料备案: by the obligor, once the goal is reached. 第三十条 */
export const filing = defineDeadlineForEach<Passed>({
  id: 'filing',
  title: '修复效果评估材料备案',
  article: '第三十条',
  each: passedProjects,
  subject: ({ project }) => project.id,
  count: ({ project, on }, _, facts) =>
    dutySince(on, '修复达到目标，应当提交评估材料备案').metOn(project.filedOn).closedOn(caseEndedOn(facts)),
})

/** 评估材料报送法院: promptly, under a judgment or a confirmed agreement. 第三十一条 */
export const sendToCourt = defineDeadlineForEach<Passed>({
  id: 'send-to-court',
  title: '修复效果评估材料报送法院',
  article: '第三十一条',
  each: (facts) => passedProjects(facts).filter(({ project }) => underCourt(facts, project)),
  subject: ({ project }) => project.id,
  count: ({ project, on }) =>
    dutySince(on, '生效判决或者经司法确认的协议项下修复达到目标，应当及时报送').metOn(project.sentToCourtOn),
})

function underCourt(facts: Facts, project: RestorationProject): boolean {
  const agreed = facts.agreements.find(({ id }) => id === project.agreement)
  return project.suit !== undefined || (!!agreed && confirmationOf(facts, agreed)?.result === 'confirmed')
}
