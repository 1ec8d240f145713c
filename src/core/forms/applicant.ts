import type { IsoDate } from '../calendar/dates.ts'
import { tooManyAgents } from '../facts/agents.ts'
import { claimantUnits, describedUnit, unitOnPapers } from '../facts/claimants.ts'
import type { Obligor } from '../facts/documents.ts'
import { type Party, partyOf } from '../facts/successor.ts'
import type { CaseView } from '../view.ts'
import { type FieldCollector, inClauses, joinedNames } from './fields.ts'

/**
 * Whoever goes to court: the handling unit, with what the configuration says of it, and the units of other claimants.
 */
export interface Applicant {
  readonly name: string
  readonly representative: string
  /** The address with the telephone number. */
  readonly reachedAt: string
  readonly phone: string
  readonly agents: string
}

/**
 * Takes details from ejc.yaml only if its unit handles the case: those of another unit would be wrong. Where several
 * governments claim, the units of all apply; each detail then stands with its unit.
 */
export function applicantOf(view: CaseView, collector: FieldCollector): Applicant {
  const own = ownUnit(view)
  needFewAgents(view, collector)
  const others = otherUnits(view)
  const reachedAt = (unit: ApplyingUnit): string =>
    withPhone(collector.need(ADDRESS, unit.address, `${unit.path}.address`, unit.action), unit.phone)
  const representative = ({ head, path, action }: ApplyingUnit): string =>
    collector.need('申请人法定代表人', head, `${path}.representative.name`, action)
  return {
    name: joinedNames(claimantUnits(view.facts)),
    representative: ofEach([own, ...others], representative),
    reachedAt: ofEach([own, ...others], reachedAt),
    phone: joinedNames([own, ...others].map(({ phone }) => phone)),
    agents: own.agents || '无',
  }
}

/** The codes of the units that apply, one with its unit after the other where there are several. */
export function applicantCodes(view: CaseView, { need }: FieldCollector): string {
  return ofEach([ownUnit(view), ...otherUnits(view)], ({ creditCode, path, action }) =>
    need('申请人统一社会信用代码', creditCode, `${path}.creditCode`, action),
  )
}

/** A paper that names the agents is not made while there are more than may act; which of them act, the office decides. */
export function needFewAgents({ facts, config, regulation }: CaseView, { need }: FieldCollector): void {
  const problem = tooManyAgents(regulation, describedUnit(config, facts)?.agents ?? [])
  if (problem) need(problem, undefined, 'config.unit.agents', 'init')
}

const ADDRESS = '申请人地址（联系方式）'

/** A unit that applies, and where its particulars are recorded. */
export interface ApplyingUnit {
  readonly name: string
  readonly creditCode: string | undefined
  readonly head: string | undefined
  readonly post: string | undefined
  readonly address: string | undefined
  readonly phone: string | undefined
  readonly agents: string
  readonly path: string
  readonly action: 'init' | 'new'
}

/** The units that apply for the claimants: that of this office first. */
export function applyingUnits(view: CaseView): ApplyingUnit[] {
  return [ownUnit(view), ...otherUnits(view)]
}

function ownUnit({ facts, config }: CaseView): ApplyingUnit {
  const name = unitOnPapers(facts.case.jurisdiction)
  const { creditCode, representative, address, phone, agents } = describedUnit(config, facts) ?? {}
  const each = (agents ?? []).map((agent) => inClauses(agent.name, agent.unit, agent.post))
  const place = { path: 'config.unit', action: 'init' } as const
  const head = { head: representative?.name, post: representative?.post }
  return { name, creditCode, ...head, address, phone, agents: joinedNames(each), ...place }
}

function otherUnits({ facts }: CaseView): ApplyingUnit[] {
  return (facts.case.jurisdiction.obligees ?? []).map((each) => ({
    name: each.handlingUnit,
    creditCode: each.creditCode,
    head: each.representative?.name,
    post: each.representative?.post,
    address: each.address,
    phone: each.phone,
    agents: '',
    path: `case.jurisdiction.obligees[${each.name}]`,
    action: 'new',
  }))
}

/** A detail of one unit as it is; of several each after the name of its unit. */
function ofEach(units: readonly ApplyingUnit[], detail: (unit: ApplyingUnit) => string): string {
  const [only, ...more] = units
  if (only && !more.length) return detail(only)
  return units.map((unit) => `${unit.name}：${detail(unit)}`).join('；')
}

/** An address with a way to be reached: 南宁市某区某路 1 号（0771-0000000）. */
export function withPhone(address: string, phone: string | undefined): string {
  return phone ? `${address}（${phone}）` : address
}

/** The obligors with these ids, in the order of the case, or whoever stands in their place on the day of the paper. */
export function partiesAmong(view: CaseView, ids: readonly string[], on: IsoDate | undefined): Party[] {
  return view.facts.obligors.filter(({ id }) => ids.includes(id)).map((obligor) => partyOf(obligor, on))
}

/** A table row for each of the obligors that are organisations, or natural persons. */
export function rowsOfKind(
  obligors: readonly Party[],
  kind: Obligor['kind'],
  row: (obligor: Party) => Record<string, string>,
): { rows: Record<string, string>[] } {
  return { rows: obligors.filter((obligor) => obligor.kind === kind).map(row) }
}
