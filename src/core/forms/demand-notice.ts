import type { IsoDate } from '../calendar/dates.ts'
import type { Confirmation, Demand } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import { bindingOn } from '../stages/binding.ts'
import { remedies } from '../stages/remedy.ts'
import type { CaseView } from '../view.ts'
import { collectFields, defineForm } from './define.ts'
import { asItems, asSentence, dateOrBlank, type FieldCollector, obligorNames } from './fields.ts'
import { letterFields } from './letter.ts'
import { accountText } from './performance.ts'
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
      受催告人: demand ? addressee(demand) : '',
      催告内容: { paragraphs: [...asItems(content), ...(demand ? accounts(view, demand) : [])] },
      履行期限: demand ? term(demand) : '',
      逾期后果: demand ? remedy(view, demand) : '',
    }
    return collector.filled(fields)
  },
})

const subjectOf = ({ reference, on }: Demand): string => `${reference}/${on}`

function addressee({ obligors }: Demand): string {
  return obligors.length > 1 ? '上列各义务人' : '你（单位）'
}

function term({ performBy }: Demand): string {
  return performBy ? `于${dateOrBlank(performBy)}前（含当日）` : '收到本催告书后立即'
}

/** The agreement by its day, the judgment or order by its number. */
function basis({ facts }: CaseView, { reference, on: day }: Demand, { need }: FieldCollector): string {
  const suit = facts.court.suits.find(({ id }) => id === reference)
  const order = facts.court.paymentOrders.find(({ id }) => id === reference)
  if (suit) return `${suit.court ?? '人民法院'}${numbered(need, suit.judgmentNumber, reference)}生效裁判`
  if (order) return `${order.court ?? '人民法院'}${order.number ?? ''}支付令`
  const on = dateOrBlank(bindingOn(facts, reference))
  need('义务依据', on, `agreements.agreements[${reference}].signedOn`, 'sign')
  const confirmed = confirmationBy(facts, reference, day)
  const by = confirmed && `（经${confirmed.court ?? '人民法院'}${confirmed.rulingNumber ?? ''}裁定确认有效）`
  return `${on}签订的生态环境损害赔偿协议${by ?? ''}`
}

/** The ruling that confirmed an agreement by the day of the demand. */
function confirmationBy({ court }: Facts, reference: string, day: IsoDate): Confirmation | undefined {
  return court.confirmations.find(
    ({ agreement, result, ruledOn }) =>
      agreement === reference && result === 'confirmed' && (ruledOn ?? '') <= day,
  )
}

const numbered = (need: FieldCollector['need'], number: string | undefined, id: string): string =>
  need('义务依据', number, `court.suits[${id}].judgmentNumber`, 'judge')

function performed(view: CaseView, { reference, obligors, debts, on }: Demand): string[] {
  return performedLines(view, { reference, obligors, debts, by: on })
}

/** The accounts into which those who are addressed pay by the agreement, with their numbers. */
function accounts({ facts }: CaseView, { reference, obligors, content = '' }: Demand): string[] {
  if (!content.includes('协议约定的账户')) return []
  const { payments = [] } = facts.agreements.find(({ id }) => id === reference) ?? {}
  const theirs = payments.filter(({ obligor }) => obligor === undefined || obligors.includes(obligor))
  const texts = theirs.flatMap(({ payee }) => (payee?.account ? accountText(payee) : []))
  return [...new Set(texts)].map((text) => asSentence(`协议约定的账户：${text}`))
}

/** What the office will do: enforce a title, or sue on an agreement that no court confirmed (`enforcement`). */
function remedy({ facts }: CaseView, demand: Demand): string {
  const isAgreement = facts.agreements.some(({ id }) => id === demand.reference)
  return isAgreement && !confirmationBy(facts, demand.reference, demand.on)
    ? remedies.suit.title
    : remedies.enforcement.title
}
