import type { Agreement, CompensationItem, ScheduledPayment, Share, Substitute } from '../facts/documents.ts'
import { fenOf, sum } from '../facts/money.ts'
import { obligorName } from '../facts/queries.ts'
import type { CaseView } from '../view.ts'
import { amountInFull, figures } from './amounts.ts'
import { blankLine, type Collector, dateOrBlank, namesOf, present, sentence } from './fields.ts'

interface Terms {
  readonly title: string
  readonly paragraphs: readonly string[]
}

/** 三 of form 5 in figures: what is owed for what, by whom, how it is performed, paid and secured. */
export function liabilityTerms(view: CaseView, signed: Agreement, collector: Collector): Terms[] {
  const { shares = [], substitutes = [], payments = [], performanceBond } = signed
  const terms: Terms[] = [
    { title: '赔偿金额及构成', paragraphs: compensation(view, signed, collector) },
    { title: '费用负担', paragraphs: shares.map((share) => burden(view, share)) },
    { title: '替代修复', paragraphs: numbered(substitutes.map((each) => substitution(view, each))) },
    { title: '付款期限', paragraphs: numbered(payments.map((payment) => instalment(view, payment))) },
    {
      title: '履约保证金',
      paragraphs: performanceBond
        ? [
            sentence(
              `${amountInFull(fenOf(performanceBond.amount))}${performanceBond.form ? `，以${performanceBond.form}方式提供` : ''}`,
            ),
          ]
        : [],
    },
  ]
  return terms.filter(({ paragraphs }) => paragraphs.length > 0)
}

/** Items on lines of their own, 1．2．; a single one needs no number. The first line belongs to the title. */
function numbered(items: readonly string[]): string[] {
  if (items.length <= 1) return [...items]
  return ['', ...items.map((item, index) => `${index + 1}．${item}`)]
}

function compensation(view: CaseView, signed: Agreement, { need }: Collector): string[] {
  const items = signed.compensation?.items ?? []
  const path = `agreements.agreements[${signed.id}].compensation.items`
  need('赔偿金额及构成', items[0]?.head, path, 'sign')
  if (!items.length) return [blankLine]
  const total = signed.compensation?.total
  const fen = total === undefined ? sum(items.map(({ amount }) => amount)) : fenOf(total)
  const [, ...lines] = numbered(items.map((item) => composition(view, item)))
  const all = `赔偿总额为${amountInFull(fen)}`
  return lines.length
    ? [`${all}，由以下各项构成：`, ...lines]
    : [sentence(all), ...items.map((item) => composition(view, item))]
}

const performedBy = { work: '以实施修复的方式承担', payment: '以支付赔偿金的方式承担' } as const

function composition({ regulation }: CaseView, { head, amount, by, basis }: CompensationItem): string {
  const what = `${regulation.label('damageHeads', head)}${figures(fenOf(amount))}`
  return sentence(present(what, performedBy[by], basis && `构成依据：${basis}`).join('，'))
}

/** Who bears how much: jointly, or each their part. */
function burden({ facts }: CaseView, { obligors, amount, joint }: Share): string {
  const owed = amountInFull(fenOf(amount))
  const names = namesOf(facts, obligors)
  return sentence(joint ? `${names}对${owed}承担连带责任` : `${names}承担${owed}`)
}

/** What the amount of a mode means; instalments and money take nothing off, they are how it is paid. */
const amountVerbs: Readonly<Record<string, string>> = {
  monetary: '支付',
  'tech-upgrade': '抵扣',
  instalments: '分期支付',
}

/** One substitute mode (`substitutes`) with its own facts and the claimant's consent. */
function substitution({ facts, regulation }: CaseView, each: Substitute): string {
  const { mode, amount, obligors, work, days, supervisedBy, proof, place, area, investment } = each
  return sentence(
    present(
      regulation.label('substituteModes', mode),
      obligors?.length ? `由${namesOf(facts, obligors)}承担` : '',
      amount && `${amountVerbs[mode] ?? '折抵'}${amountInFull(fenOf(amount))}`,
      work && `劳务内容为${work}`,
      days === undefined ? '' : `劳务${days}日`,
      place && `地点为${place}`,
      area && `面积为${area}`,
      each.project && `项目编号为${each.project}`,
      each.description,
      investment && `投入${amountInFull(fenOf(investment))}`,
      each.basis && `依据：${each.basis}`,
      each.argument && `论证：${each.argument}`,
      each.reason && `原因：${each.reason}`,
      supervisedBy && `由${supervisedBy}监督`,
      proof && `以${proof}证明`,
      each.consentedOn && `赔偿权利人于${dateOrBlank(each.consentedOn)}同意`,
    ).join('，'),
  )
}

function instalment({ facts, regulation }: CaseView, payment: ScheduledPayment): string {
  const { obligor, dueOn, amount, heads = [], destination, note } = payment
  const short = (list: string, code: string) =>
    regulation.item(list, code)?.short ?? regulation.label(list, code)
  return sentence(
    present(
      `${obligor ? obligorName(facts, obligor) : '赔偿义务人'}于${dateOrBlank(dueOn)}前（含当日）支付${amountInFull(fenOf(amount))}`,
      heads.length ? `用于${heads.map((head) => short('damageHeads', head)).join('、')}` : '',
      destination && `付至${short('paymentDestinations', destination)}`,
      note,
    ).join('，'),
  )
}

/** The days of the restoration as recorded, after the text of the clause. */
export function scheduleTerms({ regulation }: CaseView, { restoration }: Agreement): string[] {
  if (!restoration) return []
  const { mode, startBy, completeBy, evaluateBy } = restoration
  const how = mode === 'in-situ' ? '原位修复' : mode && regulation.label('substituteModes', mode)
  const dates = present(
    how && `修复方式为${how}`,
    startBy && `应于${dateOrBlank(startBy)}前（含当日）启动`,
    completeBy && `${dateOrBlank(completeBy)}前（含当日）完成`,
    evaluateBy && `${dateOrBlank(evaluateBy)}前（含当日）完成修复效果评估`,
  )
  return dates.length ? [sentence(dates.join('，'))] : []
}
