import type { Obligor } from '../facts/documents.ts'
import type { CaseView } from '../view.ts'
import { type Collector, listed, present } from './fields.ts'

/** The office that goes to court: the handling unit, with what the configuration says of it. */
export interface Applicant {
  readonly name: string
  readonly creditCode: string | undefined
  readonly representative: string
  readonly address: string
  readonly phone: string
  readonly agents: string
}

/** Details are taken from ejc.yaml only where that is the unit that handles the case: another's would be wrong. */
export function applicantOf({ facts, config }: CaseView, { need }: Collector): Applicant {
  const name = facts.case.jurisdiction.handlingUnit
  const unit = config.unit?.name === name ? config.unit : undefined
  const agents = (unit?.agents ?? []).map((agent) => present(agent.name, agent.unit, agent.post).join('，'))
  return {
    name,
    creditCode: unit?.creditCode,
    representative: need(
      '申请人法定代表人',
      unit?.representative?.name,
      'config.unit.representative.name',
      'init',
    ),
    address: need('申请人地址（联系方式）', unit?.address, 'config.unit.address', 'init'),
    phone: unit?.phone ?? '',
    agents: listed(agents) || '无',
  }
}

/** An address with a way to be reached: 南宁市某区某路 1 号（0771-0000000）. */
export function withPhone(address: string, phone: string | undefined): string {
  return phone ? `${address}（${phone}）` : address
}

/** The obligors with these ids, in the order of the case. */
export function obligorsAmong(view: CaseView, ids: readonly string[]): Obligor[] {
  return view.facts.obligors.filter(({ id }) => ids.includes(id))
}
