import { fenOf, showYuan } from '../../../facts/money.ts'
import { cite } from '../../../regulation/cite.ts'
import {
  amountSmall,
  appraisalsAboveLimit,
  isTreatedAsSimple,
  simpleAppraisals,
  simpleCaseDoubts,
  simpleCeiling,
} from '../../../stages/simple-case.ts'
import { all, inAppraisal, inCase, unchanged } from '../../change.ts'
import { at, type CaseScope, defineRule, type FindingDraft } from '../../define.ts'

export const simpleCase = defineRule({
  id: 'appraisal/simple-case',
  severity: 'error',
  about: 'breach',
  matter: 'simple-case',
  title: '专家意见和综合认定只用于简单案件',
  why: '事实简单、责任无争议、损害较小三个条件缺一不可；不是简单案件的，要由鉴定机构出具意见。',
  mend: '补充认定三个条件（「简单案件认定」「初步估算损害金额」），或者改为委托鉴定评估。',
  *check(scope) {
    const { facts, regulation } = scope
    const doubts = simpleCaseDoubts(scope)
    for (const appraisal of simpleAppraisals(facts)) {
      if (doubts.length === 0) continue
      const message = notSimple(regulation.label('appraisalKinds', appraisal.kind), doubts)
      yield at(appraisal, 'kind', message, isUnsaid(scope) ? { unrecorded: '简单案件的认定' } : {})
    }
    if (isTreatedAsSimple(facts) && !facts.case.simpleCase?.reviewedOn) yield* outgrown(scope)
  },
  examples: {
    accept: [
      { title: '由鉴定机构出具鉴定意见', change: unchanged },
      { title: '恰好达到限额的简单案件', change: expertOpinion('300000.00') },
      {
        title: '公安机关委托的专家意见',
        change: inAppraisal((appraisal) => {
          appraisal.kind = 'expert-opinion'
          appraisal.commissionedBy = ['public-security']
        }),
      },
    ],
    reject: [
      {
        title: '初步估算超过限额一分钱',
        finds: ['error - appraisals.appraisals.0.kind'],
        change: expertOpinion('300000.01'),
      },
      {
        title: '没有认定简单案件的条件',
        finds: ['error - appraisals.appraisals.0.kind'],
        change: inAppraisal((appraisal) => {
          appraisal.kind = 'comprehensive-determination'
        }),
      },
      {
        title: '最终数额超过限额而没有复核',
        finds: ['warning review appraisals.appraisals.0.amounts'],
        change: all(
          expertOpinion('300000.00'),
          inAppraisal((appraisal) => {
            appraisal.amounts = [{ head: 'service-loss', amount: '300000.01' }]
          }),
        ),
      },
    ],
  },
})

/** Whether nothing on record speaks against a simple case: a ledger has no column for what the officer determined. */
function isUnsaid(scope: CaseScope): boolean {
  const { simpleCase, damage } = scope.facts.case
  return simpleCase === undefined && (damage.estimatedLoss === undefined || amountSmall(scope).holds)
}

/** If the final amount is above the limit, the choice has to be reviewed once the report is there. */
function* outgrown(scope: CaseScope): Iterable<FindingDraft> {
  const limit = simpleCeiling(scope)
  if (limit === undefined) return
  for (const { appraisal, loss } of appraisalsAboveLimit(scope)) {
    const message = needsReview(showYuan(loss), showYuan(fenOf(limit)))
    yield at(appraisal, 'amounts', message, { code: 'review', severity: 'warning' })
  }
}

function expertOpinion(estimatedLoss: string) {
  return all(
    inAppraisal((appraisal) => {
      appraisal.kind = 'expert-opinion'
    }),
    inCase((document) => {
      document.damage.estimatedLoss = estimatedLoss
      document.simpleCase = { factsSimple: true, liabilityUndisputed: true }
    }),
  )
}

const notSimple = (kind: string, doubts: readonly string[]) =>
  `采用${kind}，但本案不符合简单案件的条件：${doubts.join('；')}。${cite('simple-case')}；请补充认定，或者委托鉴定评估。`

const needsReview = (loss: string, limit: string) =>
  `按简单案件办理，最终损害数额 ${loss} 超过 ${limit}（不含调查、鉴定评估费用）。${cite('simple-case')}；请办理「复核简单案件」。`
