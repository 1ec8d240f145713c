import { bindingAgreements } from '../../facts/agreements.ts'
import type { Facts } from '../../facts/facts.ts'
import type { Obligation } from '../../facts/performance.ts'
import { confirmationOf, obligorOf } from '../../facts/queries.ts'
import { subjectLabel } from '../../facts/subjects.ts'
import { bindingSuits } from '../../facts/suits.ts'
import { isUnstarted, type Work, worksUnder } from '../../facts/works.ts'
import { restorationModeLabel } from '../../regulation/restoration-modes.ts'
import type { CaseView } from '../../view.ts'
import { nextIdOfKind } from '../addresses.ts'
import { type AnswersSoFar, blockIf, contradictionIf, defineAction } from '../define.ts'
import { unsigned } from './agree-pre-restoration.ts'

/**
 * 启动修复: under an agreement (`G1`, of several parts `G1/W1/2`, of a substitute `G1/labor`), a judgment (`S1`), or by an
 * obligor before any (`o1`). Of several who owe a part, the question says who begins; a share has its own address too
 * (`G1/o1`).
 */
export const startRestoration = defineAction({
  id: 'start-restoration',
  title: '启动修复',
  matter: 'restoration',
  moves: false,
  follows: 'sign',
  subjects: (facts) => [...new Set(startable(facts, '').map((work) => partOf(facts, work))), ...early(facts)],
  alsoFor: (facts) => startable(facts, '').map(({ address }) => address),
  about: aboutStart,
  blockers: ({ facts }, subject) => {
    const obligor = obligorOf(facts, subject)
    const { obligors, damageConfirmedOn, consentedOn } = facts.restoration.preAgreement ?? {}
    const allowed = damageConfirmedOn && consentedOn && (!obligors || obligors.includes(obligor?.id ?? ''))
    return blockIf(
      obligor !== undefined && !allowed,
      '签订协议以前修复，须先由双方书面确认损害事实并经同意（办“同意协议前修复”）',
      'pre-agreement-restoration',
    )
  },
  section: 'restoration.projects',
  mode: 'append',
  ask: ['obligors', 'mode', 'planAppraisal', 'implementer', 'supervisor', 'startedOn'],
  required: ['mode', 'startedOn'],
  choices: ({ facts }, subject) => ({
    obligors: startersOf(facts, subject).map((id) => ({ code: id, label: nameOf(facts, id) })),
  }),
  defaults: projectDefaults,
  refuse: refuseProject,
})

/** What has not begun under the agreements and judgments: all of it, or what a subject is about. */
function startable(facts: Facts, subject: string): Work[] {
  const agreed = bindingAgreements(facts)
    .filter((agreement) => agreement.signedOn && confirmationOf(facts, agreement)?.result !== 'refused')
    .map((agreement): Obligation => ({ agreement }))
  const judged = bindingSuits(facts).map((suit): Obligation => ({ suit }))
  const left = [...agreed, ...judged].flatMap((obligation) =>
    worksUnder(facts, obligation).filter(isUnstarted),
  )
  if (subject === '') return left
  const own = left.filter(({ address }) => address === subject)
  const part = left.filter((work) => partOf(facts, work) === subject)
  return part.length ? part : own
}

/** The part of an agreement or judgment that a work belongs to, whosever share it is: `G1`, `G1/W1/2`. */
function partOf(facts: Facts, work: Work): string {
  return sharesOf(facts, work).length > 1 ? parentOf(work.address) : work.address
}

/** A work and the same work of the other shares. */
function sharesOf(facts: Facts, { obligation, set, phase, origin, substitute }: Work): Work[] {
  return worksUnder(facts, obligation).filter(
    (other) =>
      other.set === set &&
      other.phase === phase &&
      other.origin === origin &&
      other.substitute === substitute,
  )
}

/** What is to be restored, and by whom, where more than one of the case may be meant. */
function aboutStart(facts: Facts, subject: string | null, regulation?: CaseView['regulation']): string {
  const label = subjectLabel(facts, subject, regulation)
  const names = startersOf(facts, subject ?? '').map((id) => nameOf(facts, id))
  const isSaid = facts.obligors.length <= 1 || names.every((name) => label.includes(name))
  return isSaid ? label : `${label} ${names.join('、')}`
}

function nameOf(facts: Facts, id: string): string {
  return obligorOf(facts, id)?.name ?? id
}

/** The address without the share at its end. */
function parentOf(address: string): string {
  return address.split('/').slice(0, -1).join('/')
}

/** Those who may start what a subject is about: all whose share of it has not begun; before an agreement the subject. */
function startersOf(facts: Facts, subject: string): string[] {
  const left = startable(facts, subject)
  return left.length ? obligorsOf(left) : [subject]
}

function obligorsOf(left: readonly Work[]): string[] {
  return [...new Set(left.flatMap(({ obligors }) => obligors))]
}

/** Obligors who may begin before any agreement, once the claim is under way and while they have no project. */
function early(facts: Facts): string[] {
  if (!facts.investigation?.initiation) return []
  const { projects } = facts.restoration
  return unsigned(facts).filter((id) => !projects.some(({ obligors }) => obligors?.includes(id)))
}

function projectDefaults({ facts, today }: CaseView, subject: string): AnswersSoFar<'restoration.projects'> {
  const [work] = startable(facts, subject)
  const mode = work?.mode ?? 'in-situ'
  const planned = facts.appraisals.findLast(({ restorationPlan }) => restorationPlan !== undefined)
  return {
    id: nextIdOfKind('R', facts.restoration.projects),
    ...(work ? placeOf(facts, work, subject) : { obligors: [subject] }),
    mode,
    ...(mode === 'in-situ' && planned && { planAppraisal: planned.id }),
    startedOn: today,
  }
}

/** What a project says of the work that it carries out: no more than tells it from the others. */
function placeOf(facts: Facts, work: Work, subject: string): AnswersSoFar<'restoration.projects'> {
  const { obligation, set, phase } = work
  const left = startable(facts, subject)
  const isOneOfSeveral = obligorsOf(left).length > 1 || sharesOf(facts, work).length > 1
  // Of substitutes of one kind, each by somebody else, the first.
  const together = left.filter(({ substitute }) => substitute === work.substitute)
  return {
    ...('agreement' in obligation ? { agreement: obligation.agreement.id } : { suit: obligation.suit.id }),
    ...(set !== undefined && { terms: set }),
    ...(phase !== undefined && { phase }),
    ...(isOneOfSeveral && { obligors: obligorsOf(together) }),
  }
}

function refuseProject(
  { facts, regulation }: CaseView,
  item: AnswersSoFar<'restoration.projects'>,
  subject: string,
) {
  const left = startable(facts, subject)
  const fits = ({ set, phase, mode, obligors }: Work): boolean =>
    (item.terms === undefined || item.terms === set) &&
    (item.phase === undefined || item.phase === phase) &&
    (mode === undefined || mode === item.mode) &&
    (!item.obligors?.length || item.obligors.some((id) => obligors.includes(id)))
  const words = left.map((work) => workLabel(facts, regulation, work))
  return contradictionIf(
    left.length > 0 && !left.some(fits),
    `${subject} 没有约定或者已经启动这种修复方式；可以启动的是：${[...new Set(words)].join('、')}`,
    'substitutes',
    { key: ['mode', 'terms', 'phase', 'obligors'] },
  )
}

/** 原位修复, 劳务代偿; with its address where it is one part of several. */
function workLabel(
  facts: Facts,
  regulation: CaseView['regulation'],
  { address, mode, origin }: Work,
): string {
  const how = mode === undefined ? '方式不限' : restorationModeLabel(regulation, mode)
  return origin === 'substitute' || !address.includes('/') ? how : `${how}（${subjectLabel(facts, address)}）`
}
