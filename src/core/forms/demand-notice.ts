import type { Demand } from '../facts/documents.ts'
import { bindingOn } from '../stages/binding.ts'
import type { CaseView } from '../view.ts'
import { collectFields, defineForm } from './define.ts'
import { asWritten, dateOrBlank, type FieldCollector, obligorNames } from './fields.ts'
import { letterFields } from './letter.ts'
import { performedLines } from './performed.ts'

/** 履行义务催告书: of what an agreement or judgment asks and was not done, one for each demand (`G1/2026-03-02`). */
export const demandNotice = defineForm({
  id: 'demand-notice',
  phase: 'court',
  signing: 'office',
  datedOn: ({ court }, subject) => (court.demands ?? []).find((each) => subjectOf(each) === subject)?.on,
  subjects: ({ facts }) => (facts.court.demands ?? []).map(subjectOf),
  fill: (view, subject) => {
    const collector = collectFields()
    const { need } = collector
    const { facts } = view
    const demand = (facts.court.demands ?? []).find((each) => subjectOf(each) === subject)
    const path = `court.demands${subject === null ? '' : `[${subject}]`}`
    const content = need('催告内容', demand?.content, `${path}.content`, 'demand-performance')
    const fields = {
      ...letterFields(view, demand?.on),
      收文机关: demand ? obligorNames(facts, demand.obligors) : '',
      义务依据: demand ? basis(view, demand, collector) : '',
      履行情况: { paragraphs: demand ? performed(view, demand) : [] },
      催告内容: { paragraphs: asWritten(content) },
      履行期限: demand ? term(demand) : '',
      逾期后果: demand ? remedy(view, demand) : '',
    }
    return collector.filled(fields)
  },
})

const subjectOf = ({ reference, on }: Demand): string => `${reference}/${on}`

function term({ performBy }: Demand): string {
  return performBy ? `于${dateOrBlank(performBy)}前（含当日）` : '收到本催告书后立即'
}

/** The agreement by its day, the judgment or order by its number. */
function basis({ facts }: CaseView, { reference }: Demand, { need }: FieldCollector): string {
  const suit = facts.court.suits.find(({ id }) => id === reference)
  const order = facts.court.paymentOrders.find(({ id }) => id === reference)
  if (suit) return `${suit.court ?? '人民法院'}${numbered(need, suit.judgmentNumber, reference)}生效裁判`
  if (order) return `${order.court ?? '人民法院'}${order.number ?? ''}支付令`
  const on = dateOrBlank(bindingOn(facts, reference))
  need('义务依据', on, `agreements.agreements[${reference}].signedOn`, 'sign')
  return `${on}签订的生态环境损害赔偿协议`
}

const numbered = (need: FieldCollector['need'], number: string | undefined, id: string): string =>
  need('义务依据', number, `court.suits[${id}].judgmentNumber`, 'judge')

function performed(view: CaseView, { reference, obligors, debts, on }: Demand): string[] {
  return performedLines(view, { reference, obligors, debts, by: on })
}

/** What the office will do: enforce a title, or sue on an agreement that no court confirmed (`enforcement`). */
function remedy({ facts }: CaseView, demand: Demand): string {
  const confirmed = facts.court.confirmations.some(
    ({ agreement, result, ruledOn }) =>
      agreement === demand.reference && result === 'confirmed' && (ruledOn ?? '') <= demand.on,
  )
  const isAgreement = facts.agreements.some(({ id }) => id === demand.reference)
  return isAgreement && !confirmed ? '提起诉讼' : '申请强制执行'
}
