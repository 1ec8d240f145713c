import type { Documents, Obligor } from '../../src/core/facts/documents.ts'
import type { CaseView } from '../../src/core/view.ts'
import { only } from './support.ts'
import { suedCase, wholeCase } from './whole.ts'

type Write = (text: string) => string
type Change = (documents: Documents) => void

const asWritten: Write = (text) => text
const unchanged: Change = () => undefined

/**
 * The whole case with so many obligors, by turns organisations and natural persons, and every form of annex 2.
 * @param change what is otherwise in the case, its obligors among it, before they become so many
 */
export function crowdedCase(count: number, write = asWritten, change = unchanged): CaseView {
  return wholeCase('2026-12-24', (documents) => {
    change(documents)
    crowd(documents, count)
    completeForms(documents)
    const { handlingUnit } = documents.case.jurisdiction
    Object.assign(documents, rewritten(documents, write))
    // The configuration describes the unit by its name.
    documents.case.jurisdiction.handlingUnit = handlingUnit
  })
}

/** The case that went to court with so many obligors, by turns organisations and natural persons. */
export function crowdedSuit(count: number, write = asWritten, change = unchanged): CaseView {
  return suedCase('2026-12-24', (documents) => {
    change(documents)
    const { court } = documents
    const {
      enforcements = [],
      suits = [],
      preservations = [],
      demands = [],
      paymentOrders = [],
    } = court ?? {}
    crowd(documents, count)
    const ids = (documents.case.obligors ?? []).map(({ id }) => id)
    for (const each of [...suits, ...preservations, ...demands, ...paymentOrders, ...enforcements])
      each.obligors = ids
    if (court) court.enforcements = enforcements
    const { handlingUnit } = documents.case.jurisdiction
    Object.assign(documents, rewritten(documents, write))
    documents.case.jurisdiction.handlingUnit = handlingUnit
  })
}

/** The case with every text of the configuration written anew but the name of the unit, by which the case finds it. */
export function withConfig(view: CaseView, write: (text: string) => string): CaseView {
  const { unit } = view.config
  const config = rewritten(view.config, write)
  return { ...view, config: unit ? { ...config, unit: { ...config.unit, name: unit.name } } : config }
}

function crowd(documents: Documents, count: number): void {
  const { case: about, agreements, appraisals, consultation, court, payments } = documents
  const models = about.obligors ?? []
  about.obligors = Array.from({ length: count }, (_, index): Obligor => {
    const model = only(models.slice(index % models.length))
    return { ...model, id: `o${index + 1}`, name: `${model.name}${index + 1}` }
  })
  const ids = about.obligors.map(({ id }) => id)
  for (const agreement of agreements?.agreements ?? []) {
    agreement.obligors = ids
    for (const share of agreement.shares ?? []) share.obligors = ids
  }
  // Who is not in the case objects to nothing.
  for (const { objections = [] } of appraisals?.appraisals ?? [])
    for (const objection of objections) Object.assign(objection, { by: ids.at(-1) })
  for (const round of consultation?.rounds ?? []) {
    const service = only(round.services)
    const reply = only(round.replies)
    round.services = ids.map((obligor) => ({ ...service, obligor }))
    round.replies = ids.map((obligor) => ({ ...reply, obligor }))
    const [outcome] = round.outcomes ?? []
    if (outcome) round.outcomes = ids.map((obligor) => ({ ...outcome, obligor }))
    for (const meeting of round.meetings ?? []) {
      meeting.attended = ids
      if (meeting.agreedWith) meeting.agreedWith = ids
    }
  }
  if (court)
    court.enforcements = [
      {
        ...{ id: 'F1', instrument: 'confirmation', reference: 'G1', obligors: ids },
        ...{ court: '南宁市中级人民法院', claim: '强制被申请人支付尚欠的赔偿款', amount: '40000.00' },
        ...{ breach: '尚欠赔偿款40,000.00元', appliedOn: '2025-10-09' },
      },
    ]
  // What the application claims was paid once the court had taken it up.
  const claimed = payments?.payments.find(({ id, amount }) => id === 'P2' && amount === '40000.00')
  if (court && claimed) claimed.paidOn = '2025-11-14'
}

function completeForms(documents: Documents): void {
  const { appraisals, case: about, consultation, supervision } = documents
  Object.assign(only(consultation?.rounds).notice ?? {}, { matter: '违法排放废水造成地表水损害' })
  Object.assign(only(appraisals?.appraisals), { restorableArea: '河段 2 公里，水质恢复至三类' })
  Object.assign(only(supervision?.leniencyNotices), { to: '南宁市人民检察院' })
  const terminated = (about.obligors ?? []).slice(-1).map(({ id }) => id)
  const reason = '自然人死亡且无财产可供执行'
  documents.closing = {
    terminations: [{ obligors: terminated, decidedOn: '2026-12-01', ground: 'no-assets', reason }],
  }
}

/** A copy with every Chinese text written anew: names, addresses, accounts, clauses; codes and dates stay. */
function rewritten<T>(value: T, write: (text: string) => string): T
function rewritten(value: unknown, write: (text: string) => string): unknown {
  if (typeof value === 'string') return /\p{Script=Han}/u.test(value) ? write(value) : value
  if (Array.isArray(value)) return value.map((item) => rewritten(item, write))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, rewritten(item, write)]))
}
