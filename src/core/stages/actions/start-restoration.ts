import { bindingAgreements } from '../../facts/agreements.ts'
import type { Facts } from '../../facts/facts.ts'
import { type Obligation, obligationId } from '../../facts/performance.ts'
import { confirmationOf, obligorOf } from '../../facts/queries.ts'
import { subjectLabel } from '../../facts/subjects.ts'
import { bindingSuits } from '../../facts/suits.ts'
import { isUnstarted, type Work, worksUnder } from '../../facts/works.ts'
import type { CaseView } from '../../view.ts'
import { nextIdOfKind, parsePair } from '../addresses.ts'
import { type AnswersSoFar, blockIf, contradictionIf, defineAction } from '../define.ts'
import { unsigned } from './agree-pre-restoration.ts'

/**
 * 启动修复: under an agreement (`G1`, of several parts also `G1/W2`, of several shares each: `G1/o1`), a judgment (`S1`), or by an obligor before any
 * (`o1`).
 */
export const startRestoration = defineAction({
  id: 'start-restoration',
  title: '启动修复',
  matter: 'restoration',
  moves: false,
  follows: 'sign',
  subjects: (facts) => [...owedStarts(facts), ...early(facts)],
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
  ask: ['mode', 'planAppraisal', 'implementer', 'supervisor', 'startedOn'],
  required: ['mode', 'startedOn'],
  defaults: projectDefaults,
  refuse: refuseProject,
})

/**
 * What a subject may start: under an agreement or judgment (`G1`) whatever has not begun, or one part of it (`G1/W2`).
 */
function startable(facts: Facts, subject: string): Work[] {
  const agreed = bindingAgreements(facts)
    .filter((agreement) => agreement.signedOn && confirmationOf(facts, agreement)?.result !== 'refused')
    .map((agreement): Obligation => ({ agreement }))
  const judged = bindingSuits(facts).map((suit): Obligation => ({ suit }))
  const [reference] = parsePair(subject)
  const left = [...agreed, ...judged]
    .filter((obligation) => subject === '' || obligationId(obligation) === reference)
    .flatMap((obligation) => worksUnder(facts, obligation).filter(isUnstarted))
  return subject === '' || subject === reference ? left : left.filter(({ address }) => address === subject)
}

/**
 * Each agreement and judgment under which something has not begun; of several sets or phases each of the others too, of
 * several shares every one, since the reference alone means all that have not begun, together.
 */
function owedStarts(facts: Facts): string[] {
  const left = startable(facts, '')
  const first = new Map(left.toReversed().map((work) => [obligationId(work.obligation), work]))
  const subjects = left.flatMap((work) => {
    const reference = obligationId(work.obligation)
    if (work.origin === 'substitute') return [reference]
    if (first.get(reference) !== work) return [work.address]
    if (sharesOf(facts, work).length === 1) return [reference]
    return sharesOf(facts, work).some((share) => !isUnstarted(share))
      ? [work.address]
      : [reference, work.address]
  })
  return [...new Set(subjects)]
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

/** Whose restoration it is, where an agreement has several shares: all that have not begun, or one of them. */
function aboutStart(facts: Facts, subject: string | null): string {
  const label = subjectLabel(facts, subject)
  const [work] = startable(facts, subject ?? '')
  if (!work || subject !== obligationId(work.obligation) || work.origin === 'substitute') return label
  const names = startersOf(facts, work, subject).map((id) => obligorOf(facts, id)?.name ?? id)
  return sharesOf(facts, work).length > 1 ? `${label} ${names.join('、')}（一并启动）` : label
}

/** Those who start a work: its share, or, where the reference alone is meant, all shares that have not begun. */
function startersOf(facts: Facts, work: Work, subject: string): string[] {
  if (subject !== obligationId(work.obligation)) return [...work.obligors]
  const left = sharesOf(facts, work).filter(isUnstarted)
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
  const isShared = sharesOf(facts, work).length > 1 && work.origin !== 'substitute'
  return {
    ...('agreement' in obligation ? { agreement: obligation.agreement.id } : { suit: obligation.suit.id }),
    ...(set !== undefined && { terms: set }),
    ...(phase !== undefined && { phase }),
    ...(isShared && { obligors: startersOf(facts, work, subject) }),
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
function workLabel(facts: Facts, { label }: CaseView['regulation'], { address, mode, origin }: Work): string {
  const how =
    mode === undefined ? '方式不限' : mode === 'in-situ' ? '原位修复' : label('substituteModes', mode)
  return origin === 'substitute' || !address.includes('/') ? how : `${how}（${subjectLabel(facts, address)}）`
}
