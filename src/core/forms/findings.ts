import type { Appraisal, Notice } from '../facts/documents.ts'
import { fenOf, sum } from '../facts/money.ts'
import type { CaseView } from '../view.ts'
import { amountInFigures, amountInFull } from './amounts.ts'
import {
  asSentence,
  blankLine,
  dateOrBlank,
  type FieldCollector,
  inSentences,
  joinedNames,
  labelled,
  presentParts,
} from './fields.ts'

const field = '生态环境损害调查情况'

/**
 * 生态环境损害调查情况 of form 4: the conclusion of the investigation (or the officer's own text), each appraisal, and
 * what can be restored, with area and requirements, as the form asks.
 */
export function investigationFindings(
  view: CaseView,
  notice: Notice | undefined,
  collector: FieldCollector,
): string[] {
  const appraisals = appraisalsBefore(view, notice)
  return [
    ...investigated(view, notice, collector),
    ...appraisals.map((appraisal) => appraisalText(view, appraisal)),
    ...appraisals.flatMap((appraisal) => restorable(appraisal, collector)),
  ]
}

function investigated({ facts }: CaseView, notice: Notice | undefined, { need }: FieldCollector): string[] {
  if (notice?.findings) return notice.findings.split('\n').filter((line) => line.trim() !== '')
  const { investigation } = facts
  const conclusion = investigation?.conclusion
  // At the obligor's own request the notice comes before any conclusion, and says itself what was found so far.
  const isEarly = !conclusion && facts.rounds.some(({ earlyRequest }) => earlyRequest)
  const reason = isEarly
    ? need(field, undefined, 'consultation.rounds.notice.findings', 'notify')
    : need(field, conclusion?.reason, 'investigation.conclusion.reason', 'conclude')
  const found = inSentences(...(investigation?.facts ?? []).map(({ statement }) => statement))
  const concluded = conclusion ? `（${dateOrBlank(conclusion.concludedOn)}）` : ''
  return presentParts(
    found && `经调查查明：${found}`,
    `调查结论${concluded}：${asSentence(reason) || blankLine}`,
  )
}

/** The appraisals of which the notice can speak: received by its day, not withdrawn, not replaced by another. */
function appraisalsBefore({ facts }: CaseView, notice: Notice | undefined): Appraisal[] {
  const received = facts.appraisals.filter(
    ({ receivedOn, withdrawnOn }) => receivedOn && !withdrawnOn && (!notice || receivedOn <= notice.issuedOn),
  )
  return received.filter(({ id }) => !received.some(({ reappraises }) => reappraises === id))
}

/** Who makes an appraisal: a body, or experts; empty where nobody is named. */
export function appraiserName({ body, experts }: Appraisal): string {
  return body?.name ?? joinedNames(experts?.map(({ name }) => name))
}

/** What an appraisal found, in one paragraph: by whom, conclusion, scope, causation, measures, amounts. */
export function appraisalText({ regulation }: CaseView, appraisal: Appraisal): string {
  const { kind, reportNumber, amounts = [] } = appraisal
  const by = joinedNames([appraiserName(appraisal), reportNumber])
  const each = amounts.map(
    ({ head, amount }) => `${regulation.label('damageHeads', head)}${amountInFigures(fenOf(amount))}`,
  )
  const total = amounts.length
    ? `${each.join('，')}，共计${amountInFull(sum(amounts.map(({ amount }) => amount)))}`
    : ''
  return [
    `${regulation.label('appraisalKinds', kind)}（${by}）：`,
    asSentence(appraisal.conclusion),
    labelled('损害范围', appraisal.scope),
    labelled('损害程度', appraisal.degree),
    labelled('因果关系', appraisal.causation),
    labelled('恢复措施', appraisal.measures),
    labelled('损害数额', total),
  ].join('')
}

const restorability = {
  full: '受损生态环境可以修复',
  partial: '受损生态环境部分可以修复',
  none: '受损生态环境无法修复',
} as const

function restorable(appraisal: Appraisal, { need }: FieldCollector): string[] {
  if (!appraisal.restorability) return []
  const whether = restorability[appraisal.restorability]
  if (appraisal.restorability === 'none') return [asSentence(whether)]
  const path = `appraisals.appraisals[${appraisal.id}].restorableArea`
  const area = need('可以修复的区域范围和要求', appraisal.restorableArea, path, 'receive-appraisal')
  return [`${whether}。可以修复的区域范围和要求：${asSentence(area) || blankLine}`]
}
