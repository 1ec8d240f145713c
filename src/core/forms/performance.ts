import type {
  Agreement,
  CompensationItem,
  Payee,
  PerformanceBond,
  RestorationPhase,
  ScheduledPayment,
  Share,
  Substitute,
} from '../facts/documents.ts'
import { fenOf } from '../facts/money.ts'
import { obligorName } from '../facts/queries.ts'
import { setsOf } from '../facts/restoration-sets.ts'
import { compensationTotal, isInKind } from '../facts/shares.ts'
import type { TermTitle } from '../regulation/agreement-form.ts'
import { restorationModeLabel } from '../regulation/restoration-modes.ts'
import type { CaseView } from '../view.ts'
import { knownSums } from './agreement-draft.ts'
import { amountInFigures, amountInFull, ordinal } from './amounts.ts'
import {
  asSentence,
  blankLine,
  dateOrBlank,
  type FieldCollector,
  inClauses,
  obligorNames,
  presentParts,
} from './fields.ts'

interface TermsOfClause {
  readonly title: TermTitle
  readonly paragraphs: readonly string[]
}

/** 三 of form 5 in figures: who owes what for which damage, and how it is performed, paid and secured. */
export function liabilityTerms(
  view: CaseView,
  signed: Agreement,
  collector: FieldCollector,
): TermsOfClause[] {
  const { shares = [], substitutes = [], payments = [], performanceBond } = signed
  const account = commonPayee(payments)
  const said = (each: readonly Substitute[]) => numberedItems(each.map((one) => substitution(view, one)))
  const terms: TermsOfClause[] = [
    { title: '赔偿金额及构成', paragraphs: compensation(view, signed, collector) },
    { title: '费用负担', paragraphs: shares.map((share) => burden(view, share)) },
    { title: '替代修复', paragraphs: said(substitutes.filter(isInKind)) },
    // Instalments and money are ways of paying: they restore nothing.
    { title: '履行方式', paragraphs: said(substitutes.filter((each) => !isInKind(each))) },
    {
      title: '付款期限',
      paragraphs: numberedItems(payments.map((payment) => instalment(view, payment, account !== undefined))),
    },
    { title: '收款账户', paragraphs: account ? [asSentence(accountText(account))] : [] },
    { title: '履约保证金', paragraphs: performanceBond ? [bond(view, performanceBond)] : [] },
  ]
  return terms.filter(({ paragraphs }) => paragraphs.length > 0)
}

/** The account into which all payments go, where there are several; it is named once then. */
function commonPayee(payments: readonly ScheduledPayment[]): Payee | undefined {
  const [first, ...others] = payments.map(({ payee }) => payee)
  const isCommon =
    others.length > 0 && others.every((each) => each && accountText(each) === accountText(first))
  return isCommon ? first : undefined
}

/** 户名、账号、开户行. */
export function accountText({ name, account, bank }: Partial<Payee> = {}): string {
  return inClauses(name && `户名：${name}`, account && `账号：${account}`, bank && `开户行：${bank}`)
}

/** How much, by whom and to whom, how and when; an account is named once, at the end. */
function bond({ facts }: CaseView, { amount, form, dueOn, obligors, payee }: PerformanceBond): string {
  const who = obligorNames(facts, obligors ?? [])
  const by = who && `由${who}`
  const to = payee ? `向${payee.name}` : ''
  const hasAccount = payee?.account !== undefined || payee?.bank !== undefined
  return asSentence(
    inClauses(
      `金额为${amountInFull(fenOf(amount))}`,
      (by || to || form || dueOn) &&
        `${by}${dueOn ? `于${dateOrBlank(dueOn)}前（含当日）` : ''}${to}${form ? `以${form}方式` : ''}${form ? '提供' : '缴纳或者提供'}`,
      hasAccount ? accountText(payee) : '',
    ),
  )
}

/**
 * Numbers items that stand on their own lines, 1．2．; a single item needs no number. The first line belongs to the
 * title.
 */
function numberedItems(items: readonly string[]): string[] {
  if (items.length <= 1) return [...items]
  return ['', ...items.map((item, index) => `${index + 1}．${item}`)]
}

function compensation(view: CaseView, signed: Agreement, { need }: FieldCollector): string[] {
  const agreed = signed.compensation
  const path = `agreements.agreements[${signed.id}].compensation.items`
  need('赔偿金额及构成', agreed?.items[0]?.head, path, 'sign')
  if (!agreed?.items.length) return signed.signedOn ? [blankLine] : knownSums(view)
  const { items } = agreed
  const [, ...lines] = numberedItems(items.map((item) => composition(view, item)))
  const all = `赔偿总额为${amountInFull(compensationTotal(agreed))}`
  return lines.length
    ? [`${all}，由以下各项构成：`, ...lines]
    : [asSentence(all), ...items.map((item) => composition(view, item))]
}

const performedBy = { work: '以实施修复的方式承担', payment: '以支付赔偿金的方式承担' } as const

function composition({ regulation }: CaseView, { head, amount, by, basis }: CompensationItem): string {
  const what = `${regulation.label('damageHeads', head)}${amountInFigures(fenOf(amount))}`
  return asSentence(inClauses(what, performedBy[by], basis && `构成依据：${basis}`))
}

/** Who bears how much: jointly, or each their part; nobody is jointly liable with himself alone. */
function burden({ facts }: CaseView, { obligors, amount, joint }: Share): string {
  const owed = amountInFull(fenOf(amount))
  const names = obligorNames(facts, obligors)
  return asSentence(joint && obligors.length > 1 ? `${names}对${owed}承担连带责任` : `${names}承担${owed}`)
}

/** What the amount of a mode means; instalments and money offset nothing, they are ways of payment. */
const amountVerbs: Readonly<Record<string, string>> = {
  monetary: '支付',
  'tech-upgrade': '抵扣',
  instalments: '分期支付',
}

/** One substitute mode (`substitutes`) with its own facts and the claimant's consent. */
function substitution({ facts, regulation }: CaseView, each: Substitute): string {
  const { mode, amount, obligors, work, days, supervisedBy, proof, place, area, investment } = each
  return asSentence(
    inClauses(
      regulation.label('substituteModes', mode),
      obligors?.length ? `由${obligorNames(facts, obligors)}承担` : '',
      amount && `${amountVerbs[mode] ?? '折抵'}${amountInFull(fenOf(amount))}`,
      work && `劳务内容为${work}`,
      days === undefined ? '' : `劳务${days}日`,
      place && `地点为${place}`,
      area && `面积为${area}`,
      each.description,
      investment && `投入${amountInFull(fenOf(investment))}`,
      each.basis && `依据：${each.basis}`,
      each.argument && `论证：${each.argument}`,
      each.reason && `原因：${each.reason}`,
      supervisedBy && `由${supervisedBy}监督`,
      proof && `以${proof}证明`,
      each.consentedOn && `赔偿权利人于${dateOrBlank(each.consentedOn)}同意`,
    ),
  )
}

function instalment(
  { facts, regulation }: CaseView,
  payment: ScheduledPayment,
  isAccountBelow: boolean,
): string {
  const { obligor, dueOn, amount, heads = [], destination, payee, note } = payment
  const short = (list: string, code: string) =>
    regulation.item(list, code)?.short ?? regulation.label(list, code)
  return asSentence(
    inClauses(
      `${obligor ? obligorName(facts, obligor) : '赔偿义务人'}于${dateOrBlank(dueOn)}前（含当日）支付${amountInFull(fenOf(amount))}`,
      heads.length ? `用于${heads.map((head) => short('damageHeads', head)).join('、')}` : '',
      presentParts(
        destination && `付至${short('paymentDestinations', destination)}`,
        isAccountBelow || !payee ? '' : `${destination ? '' : '付至下列账户'}（${accountText(payee)}）`,
      ).join(''),
      note,
    ),
  )
}

/**
 * The days of the restoration as recorded, after the text of the clause; each set of terms and each phase by itself.
 */
export function scheduleTerms(view: CaseView, { restoration }: Agreement): string[] {
  const sets = setsOf(restoration)
  return sets.flatMap((set, index) => {
    const { mode, obligors, site, phases = [] } = set
    const how = mode && restorationModeLabel(view.regulation, mode)
    const head = presentParts(
      sets.length > 1 ? `第${ordinal(index)}项修复` : '',
      site && `地点为${site}`,
      obligors?.length ? `由${obligorNames(view.facts, obligors)}承担` : '',
      how && `修复方式为${how}`,
    )
    const whole = [...head, ...scheduleDates(set)]
    const each = phases.map((phase, number) =>
      inClauses(`第${ordinal(number)}期`, phase.work, ...scheduleDates(phase)),
    )
    return [inClauses(...whole), ...each].filter((line) => line !== '').map(asSentence)
  })
}

function scheduleDates({ startBy, completeBy, evaluateBy }: Omit<RestorationPhase, 'id'>): string[] {
  return presentParts(
    startBy && `应于${dateOrBlank(startBy)}前（含当日）启动`,
    completeBy && `${dateOrBlank(completeBy)}前（含当日）完成`,
    evaluateBy && `${dateOrBlank(evaluateBy)}前（含当日）完成修复效果评估`,
  )
}
