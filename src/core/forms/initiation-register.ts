import type { Facts } from '../facts/facts.ts'
import { jointTeam } from '../facts/jurisdiction.ts'
import { fenOf } from '../facts/money.ts'
import type { CaseView } from '../view.ts'
import { amountInFull } from './amounts.ts'
import { collectFields, defineForm } from './define.ts'
import {
  asSentence,
  blankLine,
  damageDays,
  dateOrBlank,
  type FieldCollector,
  handlerFields,
  handlerNames,
  holdsText,
  inSentences,
  labelled,
  opinionFields,
  opinionNames,
  presentParts,
} from './fields.ts'
import { obligorBlocks, obligorRowsSoFar, registerHead } from './register.ts'

/** [1] 索赔启动登记表: one a case. */
export const initiationRegister = defineForm({
  id: 'initiation-register',
  phase: 'investigation',
  signing: /^经办人：/,
  datedOn: ({ investigation }) => investigation?.initiation?.initiatedOn,
  signedAt: 'investigation.initiation',
  numberOf: ({ investigation }) => investigation?.initiation?.number,
  byHand: [...handlerNames, ...opinionNames],
  subjects: () => [null],
  fill: (view, _, now) => {
    const collector = collectFields()
    const { facts } = view
    const initiation = facts.investigation?.initiation
    const fields = {
      ...registerHead(view, blocks(facts, now.facts, collector), collector),
      编号: initiation?.number ?? facts.id,
      案情简介及启动索赔理由: { paragraphs: reasonsToBegin(view, collector) },
      ...handlerFields(initiation?.handlers),
      ...opinionFields(initiation?.approvals),
      备注: initiation?.remarks ?? '',
    }
    return collector.filled(fields)
  },
})

/** The obligors; before the conclusion of the investigation, those known so far. */
function blocks({ obligors }: Facts, now: Facts, collector: FieldCollector) {
  return now.investigation?.conclusion ? obligorBlocks(obligors, collector) : obligorRowsSoFar(obligors)
}

/** 案情简介及启动索赔理由: what happened, what the screening found, why the claim is begun. */
function reasonsToBegin({ facts }: CaseView, { need }: FieldCollector): string[] {
  const field = '案情简介及启动索赔理由'
  const { damage, summary } = facts.case
  const summaryText = need(field, summary ?? damage.description, 'case.summary', 'new')
  const reason = need(
    field,
    facts.investigation?.initiation?.reason,
    'investigation.initiation.reason',
    'initiate',
  )
  const { screening } = facts
  const estimate = damage.estimatedLoss
  return presentParts(
    `案情简介：${asSentence(summaryText) || blankLine}`,
    happened(damage, summary),
    labelled('联合办案', jointTeam(facts.case.jurisdiction)),
    screening && labelled(`初步核查（${dateOrBlank(screening.checkedOn)}）`, screening.findings),
    estimate && labelled('初步估算的损害数额', `${amountInFull(fenOf(estimate))}，不含调查、鉴定评估等费用`),
    `启动索赔理由：${asSentence(reason) || blankLine}`,
  )
}

/** When and where it was, and what, unless the summary tells that already in the same words. */
function happened(damage: CaseView['facts']['case']['damage'], summary: string | undefined): string {
  const { location, description = '' } = damage
  if (summary === undefined) return ''
  const isTold = holdsText(summary, description)
  return inSentences(
    labelled('损害发生时间', damageDays(damage)),
    labelled('损害地点', location),
    isTold ? '' : description,
  )
}
