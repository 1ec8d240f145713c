import type { Facts } from '../facts/facts.ts'
import { agreeingMeeting, clueOn, roundOf } from '../facts/queries.ts'

/** A dated step of the procedure and where its date stands. */
export interface DatedStep {
  readonly target: object
  readonly key: string
  readonly what: string
  readonly on: string
}

/** The known dates among the named keys of a fact. */
function dated<T extends object>(
  target: T | undefined,
  ...steps: readonly (readonly [keyof T & string, string])[]
): DatedStep[] {
  if (!target) return []
  return steps.flatMap(([key, what]) => {
    const on: unknown = target[key]
    return typeof on === 'string' ? [{ target, key, what, on }] : []
  })
}

/** Steps that can't come in another order, each sequence for itself; steps without a date are left out. */
export function* sequences(facts: Facts): Iterable<readonly DatedStep[]> {
  yield* investigationSequences(facts)
  yield* appraisalSequences(facts)
  yield* consultationSequences(facts)
  yield* agreementSequences(facts)
  yield* courtSequences(facts)
  yield* restorationSequences(facts)
}

function* investigationSequences(facts: Facts): Iterable<readonly DatedStep[]> {
  const { clue, damage } = facts.case
  const first = clueOn(facts)
  const received = clue.foundOn === first ? 'foundOn' : 'receivedOn'
  const { initiation, extension, conclusion } = facts.investigation ?? {}
  const initiated = dated(initiation, ['initiatedOn', '启动索赔'])
  yield dated(damage, ['occurredFrom', '损害发生'], ['occurredTo', '损害行为结束'])
  yield dated(damage, ['occurredFrom', '损害发生'], ['discoveredOn', '损害发现'])
  yield [
    ...dated(clue, [received, '发现或者接到线索']),
    ...dated(facts.screening, ['checkedOn', '初步核查']),
    ...initiated,
    ...dated(conclusion, ['concludedOn', '调查结论']),
  ]
  yield [...initiated, ...dated(extension, ['approvedOn', '批准延长调查'])]
  for (const termination of facts.closing.terminations) {
    yield [...initiated, ...dated(termination, ['decidedOn', '决定终止索赔'])]
  }
  yield dated(facts.closing.closed, ['closedOn', '结案'], ['archivedOn', '归档'])
}

function* appraisalSequences({ appraisals }: Facts): Iterable<readonly DatedStep[]> {
  for (const appraisal of appraisals) {
    yield dated(appraisal, ['commissionedOn', '委托鉴定评估'], ['receivedOn', '收到鉴定评估'])
    for (const objection of appraisal.objections ?? []) {
      yield [
        ...dated(
          objection,
          ['raisedOn', '提出异议'],
          ['explanationRequestedOn', '要求解释说明'],
          ['explainedOn', '书面解释说明'],
          ['stillObjectedOn', '仍有异议'],
        ),
        ...dated(objection.panel, ['commissionedOn', '委托第三方论证'], ['opinionOn', '第三方论证意见']),
      ]
    }
  }
}

function* consultationSequences(facts: Facts): Iterable<readonly DatedStep[]> {
  for (const { earlyRequest, notice, services, replies, meetings } of facts.rounds) {
    const issued = dated(notice, ['issuedOn', '制发磋商告知书'])
    const concluded = dated(facts.investigation?.conclusion, ['concludedOn', '调查结论'])
    if (!earlyRequest) yield [...concluded, ...issued]
    for (const service of services ?? []) yield [...issued, ...dated(service, ['servedOn', '送达'])]
    for (const reply of replies ?? []) yield [...issued, ...dated(reply, ['repliedOn', '答复'])]
    const inOrder = [...(meetings ?? [])].sort((a, b) => a.number - b.number)
    const held = inOrder.flatMap((meeting) => dated(meeting, ['heldOn', `第 ${meeting.number} 次磋商会议`]))
    yield [...issued, ...held]
  }
}

function* agreementSequences(facts: Facts): Iterable<readonly DatedStep[]> {
  for (const agreement of facts.agreements) {
    const signed = dated(agreement, ['signedOn', '签署协议'])
    const round = agreement.round === undefined ? undefined : roundOf(facts, agreement.round)
    for (const obligor of round ? agreement.obligors : []) {
      const meeting = round && agreeingMeeting(round, obligor)
      yield [...dated(meeting, ['heldOn', '达成一致的会议']), ...signed]
    }
    for (const confirmation of facts.court.confirmations) {
      if (confirmation.agreement !== agreement.id) continue
      yield [
        ...signed,
        ...dated(
          confirmation,
          ['appliedOn', '申请司法确认'],
          ['acceptedOn', '法院受理'],
          ['announcedOn', '法院公告'],
          ['ruledOn', '法院裁定'],
        ),
      ]
    }
  }
}

function* courtSequences({ court }: Facts): Iterable<readonly DatedStep[]> {
  for (const suit of court.suits) {
    yield dated(
      suit,
      ['filedOn', '起诉'],
      ['acceptedOn', '法院受理'],
      ['judgedOn', '一审裁判'],
      ['effectiveOn', '裁判生效'],
    )
    yield [
      ...dated(suit, ['judgedOn', '一审裁判']),
      ...dated(suit.appeal, ['on', '上诉'], ['judgedOn', '二审裁判']),
    ]
    for (const trial of suit.remanded ?? []) {
      yield [
        ...dated(suit, ['filedOn', '起诉']),
        ...dated(trial, ['judgedOn', '原一审裁判']),
        ...dated(trial.appeal, ['on', '上诉'], ['judgedOn', '发回重审']),
        ...dated(suit, ['judgedOn', '重审裁判']),
      ]
    }
  }
  for (const order of court.paymentOrders) {
    yield dated(order, ['appliedOn', '申请支付令'], ['issuedOn', '发出支付令'], ['effectiveOn', '支付令生效'])
  }
  for (const enforcement of court.enforcements) {
    yield dated(
      enforcement,
      ['appliedOn', '申请执行'],
      ['acceptedOn', '执行立案'],
      ['concludedOn', '执行结束'],
    )
  }
}

function* restorationSequences({ restoration }: Facts): Iterable<readonly DatedStep[]> {
  yield dated(
    restoration.preAgreement,
    ['damageConfirmedOn', '书面确认损害'],
    ['consentedOn', '同意先行修复'],
  )
  for (const project of restoration.projects) {
    // Only the last evaluation: an earlier one may come before the restoration that went on after it.
    const last = project.evaluations?.at(-1)
    const reported = last && dated(last, ['reportedOn', '评估报告'], ['submittedOn', '提交报告'])
    const judged = [...(reported ?? []), ...dated(last, ['acceptedOn', '验收'])]
    yield [...dated(project, ['startedOn', '修复启动'], ['completedOn', '修复完成']), ...judged]
    yield [...judged, ...dated(project, ['filedOn', '备案'])]
    yield [...judged, ...dated(project, ['sentToCourtOn', '报送法院'])]
  }
}
