import { bindingAgreements } from '../facts/agreements.ts'
import { standingAppraisals } from '../facts/appraisals.ts'
import { claimantUnits } from '../facts/claimants.ts'
import type { Agreement, Clause, RestorationProject, Suit } from '../facts/documents.ts'
import { fenOf, sum } from '../facts/money.ts'
import { confirmationOf, obligorName } from '../facts/queries.ts'
import { compensationTotal } from '../facts/shares.ts'
import type { CaseView } from '../view.ts'
import { amountInFigures, amountInFull } from './amounts.ts'
import {
  asSentence,
  dateOrBlank,
  type FieldCollector,
  inClauses,
  inSentences,
  joinedNames,
  labelled,
  obligorNames,
  presentParts,
} from './fields.ts'
import { appraisalText } from './findings.ts'
import { restorationName } from './own-performance.ts'
import { partyTerms, termsExplained } from './party-terms.ts'
import { passedProjects, passingEvaluation } from './restored.ts'

type ParagraphMaker = (view: CaseView, about: string | undefined) => string[]

/** Makes the paragraphs to publish for each matter that the text lists (`disclosure`); not yet masked. */
const paragraphMakers: Readonly<Record<string, ParagraphMaker>> = {
  agreement: agreements,
  judgment: judgments,
  funds,
  'restoration-effect': restorations,
  'public-interest': findings,
}

/** @param about the agreement, suit or project that is published; all of them where the address names none */
export function published(
  view: CaseView,
  matter: string,
  about: string | undefined,
  collector: FieldCollector,
): string[] {
  const told = paragraphMakers[matter]?.(view, about) ?? []
  if (!told.length) collector.need('公开内容', undefined, ...(sources[matter] ?? otherSource))
  return told
}

const otherSource = ['supervision.disclosures', 'disclose'] as const
/** Where the facts of a matter are recorded: path and action. */
const sources: Readonly<Record<string, readonly [string, string]>> = {
  agreement: ['agreements.agreements', 'sign'],
  judgment: ['court.suits', 'judge'],
  funds: ['payments.payments', 'pay'],
  'restoration-effect': ['restoration.projects', 'accept'],
  'public-interest': ['investigation.facts', 'record-facts'],
}

function agreements(view: CaseView, about: string | undefined): string[] {
  const all = about === undefined ? standing(view) : view.facts.agreements
  const signed = all.filter(({ id, signedOn }) => signedOn && id === (about ?? id))
  return signed.flatMap((agreement) => agreementParagraphs(view, agreement))
}

/** What was refused by the court, or rescinded, is not published with the rest. */
function standing({ facts }: CaseView): Agreement[] {
  return bindingAgreements(facts).filter((each) => confirmationOf(facts, each)?.result !== 'refused')
}

function agreementParagraphs({ facts }: CaseView, agreement: Agreement): string[] {
  const { signedOn, obligors, compensation, clauses = {} } = agreement
  const unit = joinedNames(claimantUnits(facts))
  const confirmation = confirmationOf(facts, agreement)
  const { liability, performance, restorationGoal, restorationSchedule } = clauses
  const told = [liability, performance, restorationGoal, restorationSchedule].map(textOf)
  const names = obligors.map((id) => obligorName(facts, id))
  return presentParts(
    `${dateOrBlank(signedOn)}，${unit}与${obligorNames(facts, obligors)}签订生态环境损害赔偿协议。`,
    compensation && `赔偿总额为${amountInFull(compensationTotal(compensation))}。`,
    termsExplained(partyTerms(told, unit, names), '该协议中'),
    labelled('责任承担', textOf(liability)),
    labelled('履行方式', textOf(performance)),
    labelled('修复目标', textOf(restorationGoal)),
    labelled('修复期限', textOf(restorationSchedule)),
    confirmation?.result === 'confirmed'
      ? asSentence(
          `${dateOrBlank(confirmation.ruledOn)}，${confirmation.court ?? '人民法院'}裁定确认该协议有效`,
        )
      : '',
  )
}

const textOf = (clause: Clause | undefined): string => (typeof clause === 'string' ? clause : '')

const results = {
  won: '支持赔偿权利人的诉讼请求',
  'partly-won': '支持赔偿权利人的部分诉讼请求',
  lost: '驳回赔偿权利人的诉讼请求',
  inadmissible: '驳回赔偿权利人的起诉',
  mediated: '当事人达成调解',
  withdrawn: '准予撤回起诉',
} as const

function judgments(view: CaseView, about: string | undefined): string[] {
  return view.facts.court.suits
    .filter(({ id, effectiveOn }) => effectiveOn && id === (about ?? id))
    .map((suit) => judgmentParagraphs(view, suit))
}

function judgmentParagraphs({ facts }: CaseView, suit: Suit): string {
  return inSentences(
    `${suit.court ?? '人民法院'}审理的${obligorNames(facts, suit.obligors)}生态环境损害赔偿诉讼，${suit.judgmentNumber ?? ''}裁判文书于${dateOrBlank(suit.effectiveOn)}生效`,
    suit.result && `裁判结果：${results[suit.result]}`,
    ...(suit.results ?? []).map(
      ({ obligor, result }) => `其中对${obligorNames(facts, [obligor])}：${results[result]}`,
    ),
    suit.payments?.length ? `判令支付${amountInFull(sum(suit.payments.map(({ amount }) => amount)))}` : '',
  )
}

/** The payments, their destinations and their use. */
function funds({ facts, regulation }: CaseView): string[] {
  const { payments } = facts
  if (!payments.length) return []
  const each = payments.map(({ paidOn, amount, destination }) =>
    asSentence(
      inClauses(
        `${dateOrBlank(paidOn)}收到${amountInFigures(fenOf(amount))}`,
        destination && `缴付去向：${regulation.label('paymentDestinations', destination)}`,
      ),
    ),
  )
  const uses = (facts.documents.payments?.uses ?? []).map(({ on, amount, purpose }) =>
    asSentence(`${dateOrBlank(on)}使用${amountInFigures(fenOf(amount))}，用于${purpose}`),
  )
  return [`已收到赔偿资金共计${amountInFull(sum(payments.map(({ amount }) => amount)))}。`, ...each, ...uses]
}

function restorations(view: CaseView, about: string | undefined): string[] {
  return passedProjects(view)
    .filter(({ id }) => id === (about ?? id))
    .map((project) => restorationParagraphs(view, project))
}

function restorationParagraphs(view: CaseView, project: RestorationProject): string {
  const { implementer, startedOn, completedOn } = project
  const evaluation = passingEvaluation(project)
  return inSentences(
    inClauses(
      restorationName(view, project),
      implementer && `由${implementer.name}实施`,
      startedOn && `于${dateOrBlank(startedOn)}启动`,
      completedOn && `于${dateOrBlank(completedOn)}完成`,
    ),
    evaluation?.evaluator && `经${evaluation.evaluator.name}评估`,
    `${dateOrBlank(evaluation?.acceptedOn)}经验收，达到修复目标`,
  )
}

/** The findings of the investigation, the appraisals and the restoration plan. */
function findings(view: CaseView): string[] {
  const { investigation } = view.facts
  const statements = inSentences(...(investigation?.facts ?? []).map(({ statement }) => statement))
  const standing = standingAppraisals(view.facts)
  const plans = joinedNames(
    standing.map(({ restorationPlan }) => restorationPlan && `《${restorationPlan.title}》`),
  )
  return presentParts(
    labelled('损害调查', statements),
    ...standing.map((appraisal) => appraisalText(view, appraisal)),
    labelled('修复方案', plans),
  )
}
