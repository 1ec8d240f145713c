import { type IsoDate, latestOfAll } from '../calendar/dates.ts'
import { debtsOf } from '../facts/debts.ts'
import type { Agreement, RestorationProject } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import { fenOf, sum } from '../facts/money.ts'
import { payerName } from '../facts/payers.ts'
import { proceedingsOf } from '../facts/proceedings.ts'
import {
  agreementOf,
  confirmationOf,
  endedOn,
  obligorName,
  roundNumber,
  roundOf,
  waivedMeeting,
} from '../facts/queries.ts'
import { passedOn } from '../facts/restoration.ts'
import { projectsOf } from '../facts/works.ts'
import { breachOf } from '../stages/breach.ts'
import type { CaseView } from '../view.ts'
import { amountInFigures } from './amounts.ts'
import { lawText } from './basis.ts'
import { collectFields, defineForm } from './define.ts'
import {
  asSentence,
  dateOrBlank,
  type FieldCollector,
  inClauses,
  joinedNames,
  localBasis,
  obligorNames,
  presentParts,
} from './fields.ts'
import { letterFields } from './letter.ts'
import {
  hasBegun,
  type OwnPayment,
  type PerformanceState,
  partnersIn,
  paymentsBy,
  performanceStateOf,
  restorationName,
} from './own-performance.ts'

/** 积极履行情况告知函: one for each 赔偿义务人 who consulted and performs as agreed (`o1`). */
export const performanceLetter = defineForm({
  id: 'performance-letter',
  phase: 'agreements',
  signing: 'office',
  numberedBy: { step: 'notify-leniency', key: 'document' },
  datedOn: toldOn,
  subjects: (view) => view.facts.obligors.map(({ id }) => id).filter((id) => isPerforming(view, id)),
  fill: (view, subject, now) => {
    const collector = collectFields()
    const { facts } = view
    const id = subject ?? ''
    const agreement = agreementOf(facts, id)
    const on = toldOn(facts, subject)
    const told = facts.supervision.leniencyNotices.find((each) => each.obligor === id && each.on === on)
    collector.need('赔偿协议', agreement?.signedOn, 'agreements.agreements', 'sign')
    const standing = agreement ? performanceStateOf(view, agreement, id) : 'prompt'
    const fields = {
      ...letterFields(view, on, told?.document),
      收文机关: addressees(now, id, collector),
      赔偿义务人: obligorName(facts, id),
      履行评价: agreement ? JUDGEMENTS[standing](talks(facts, id, agreement)) : '',
      磋商情况: agreement ? consulted(facts, id, agreement) : '',
      履行情况: { paragraphs: agreement ? performedText(view, id, agreement) : [] },
      有关建议: proposal(view, standing, collector),
    }
    return collector.filled(fields)
  },
})

/** The day of the first letter about an obligor. */
function toldOn({ supervision }: Facts, subject: string | null): IsoDate | undefined {
  const told = supervision.leniencyNotices.filter(({ obligor }) => obligor === subject)
  return told.map(({ on }) => on).sort()[0]
}

/** What the letter says of the performance as a whole: no more than the record bears out. */
const JUDGEMENTS: Readonly<Record<PerformanceState, (talks: string) => string>> = {
  prompt: (talks) => `${talks && `积极${talks}，`}及时履行赔偿协议`,
  late: (talks) => `${talks && `${talks}，`}已履行赔偿协议约定的到期义务，其中有逾期履行的`,
  'in-default': (talks) => `${talks && `${talks}，`}尚未全部履行赔偿协议约定的到期义务`,
}

/** Whether the obligor took part in the talks: he asked for them, agreed to them, came or consented without them. */
function talks(facts: Facts, id: string, agreement: Agreement): string {
  const round = roundOf(facts, roundNumber(agreement))
  const took =
    round?.earlyRequest?.by === id ||
    round?.replies?.some(({ obligor, agrees }) => obligor === id && agrees) ||
    round?.meetings?.some(({ attended }) => attended?.includes(id)) ||
    (round && waivedMeeting(round, id))
  return took ? '参与磋商' : ''
}

/** Whether an agreement that the court did not refuse binds the obligor, who has begun to perform and is not late. */
function isPerforming(view: CaseView, id: string): boolean {
  const { facts } = view
  const agreement = agreementOf(facts, id)
  if (!agreement || confirmationOf(facts, agreement)?.result === 'refused') return false
  if (toldOn(facts, id)) return true
  return (
    !endedOn(facts, id) &&
    hasBegun(view, agreement, id) &&
    performanceStateOf(view, agreement, id) === 'prompt'
  )
}

/** The authorities that were told, else those of the proceedings that run beside the claim. */
function addressees({ facts }: CaseView, id: string, { need }: FieldCollector): string {
  const told = facts.supervision.leniencyNotices.filter(({ obligor }) => obligor === id).map(({ to }) => to)
  const beside = proceedingsOf(facts).filter(
    ({ kind, obligors }) => (kind === 'penalty' || kind === 'criminal') && (obligors?.includes(id) ?? true),
  )
  const known = told.length ? told : beside.map(({ authority }) => authority)
  return need('收文机关', joinedNames([...new Set(known)]), 'supervision.leniencyNotices', 'notify-leniency')
}

function consulted(facts: Facts, id: string, agreement: Agreement): string {
  const reply = roundOf(facts, roundNumber(agreement))?.replies?.find(({ obligor }) => obligor === id)
  const agreed = reply?.agrees ? `于${dateOrBlank(reply.repliedOn)}答复同意磋商` : ''
  return asSentence(inClauses(agreed, `于${dateOrBlank(agreement.signedOn)}签订生态环境损害赔偿协议`))
}

/** What this obligor has done by the day of the letter; a later payment belongs to a later letter. */
function performedText(view: CaseView, id: string, agreement: Agreement): string[] {
  const { facts } = view
  const paid = paymentsBy(view, agreement, id)
  const common = agreement.obligors.length > 1 ? paymentsBy(view, agreement, undefined) : []
  const own = debtsOf(facts, agreement.id).filter(({ obligor }) => obligor === id)
  const done = latestOfAll(own.map((debt) => debt.performedOn))
  return presentParts(
    ...paid.map((each) => paidText(view, each)),
    paid.length > 1 ? `已支付共计${amountOf(paid)}。` : '',
    common.length
      ? `另有${amountOf(common)}由${obligorNames(facts, agreement.obligors)}一方支付，未分列支付人。`
      : '',
    ...projectsOf(facts, id).map((project) => restoredBy(view, project, id)),
    ...overdue(view, id, agreement),
    done ? `截至${dateOrBlank(done)}，其协议义务已全部履行。` : '',
  )
}

/** What was due of him, alone or jointly, by the day of the letter and was not done. */
function overdue(view: CaseView, id: string, agreement: Agreement): string[] {
  const failures = breachOf(view, agreement.id)?.failures ?? []
  return failures.filter(({ liable }) => liable.includes(id)).map(({ what }) => asSentence(what))
}

function amountOf(paid: readonly OwnPayment[]): string {
  return amountInFigures(sum(paid.map(({ payment }) => payment.amount)))
}

function paidText({ facts }: CaseView, { payment, dueOn, late }: OwnPayment): string {
  const by = typeof payment.payer === 'object' ? `由${payerName(facts, payment)}代为` : ''
  const what = `${dateOrBlank(payment.paidOn)}${by}支付${amountInFigures(fenOf(payment.amount))}`
  return asSentence(inClauses(what, late > 0 ? `应于${dateOrBlank(dueOn)}前支付，逾期${late}日` : ''))
}

function restoredBy(view: CaseView, project: RestorationProject, id: string): string {
  const steps: readonly (readonly [string, IsoDate | undefined])[] = [
    ['启动', project.startedOn],
    ['完成', project.completedOn],
    ['经验收达到修复目标', passedOn(project)],
  ]
  const told = steps.filter(([, day]) => day).map(([what, day]) => `于${dateOrBlank(day)}${what}`)
  const partners = partnersIn(view, project, id)
  const whose = partners.length ? `与${joinedNames(partners)}共同承担的` : ''
  return told.length ? asSentence(`${whose}${restorationName(view, project)}${told.join('，')}`) : ''
}

/** What the law makes of it, where it was done in time; of anything else the letter only tells. */
function proposal(view: CaseView, standing: PerformanceState, collector: FieldCollector): string {
  const { status, has } = view.regulation
  const law = (matter: Parameters<typeof lawText>[1], says: string): string => {
    const text = lawText(view, matter, collector)
    return text === undefined ? '' : `${text}规定，${says}`
  }
  const own = status !== 'draft' && has('leniency') ? localBasis(view, 'leniency') : undefined
  const rules = presentParts(
    law('penalty-leniency', '当事人主动消除或者减轻违法行为危害后果的，应当从轻或者减轻行政处罚'),
    law('restoration-leniency', '及时修复生态环境、赔偿损失的情况，是行政处罚的裁量因素'),
    own &&
      `${own}规定，对积极参与磋商，并及时全面履行赔偿协议、开展修复的赔偿义务人，应当依法从轻或者减轻行政处罚`,
  )
  const cited = standing === 'prompt' && rules.length ? `${rules.join('；')}。` : ''
  return `${cited}上述情况，供你单位在办理相关案件时参考。`
}
