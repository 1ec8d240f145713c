import { bindingAgreements } from '../../facts/agreements.ts'
import type { RestorationMode } from '../../facts/documents.ts'
import type { Facts } from '../../facts/facts.ts'
import { confirmationOf, obligorOf } from '../../facts/queries.ts'
import { isJudgedRestorationUnstarted, unstartedModes } from '../../facts/restoration.ts'
import { bindingSuits } from '../../facts/suits.ts'
import type { CaseView } from '../../view.ts'
import { nextId, suitOf } from '../addresses.ts'
import { type Answers, blockIf, contradictionIf, defineAction } from '../define.ts'
import { unsigned } from './agree-pre-restoration.ts'

/** 启动修复: under an agreement (`G1`), a judgment (`S1`), or by an obligor before any (`o1`). */
export const startRestoration = defineAction({
  id: 'start-restoration',
  title: '启动修复',
  matter: 'restoration',
  moves: false,
  subjects: (facts) => [...agreedFor(facts), ...judgedFor(facts), ...early(facts)],
  blockers: ({ facts }, subject) => {
    const obligor = obligorOf(facts, subject)
    const { obligors, damageConfirmedOn, consentedOn } = facts.restoration.preAgreement ?? {}
    const allowed = damageConfirmedOn && consentedOn && (!obligors || obligors.includes(obligor?.id ?? ''))
    return blockIf(
      obligor !== undefined && !allowed,
      '签订协议以前修复，须先由双方书面确认损害事实并经同意（agree-pre-restoration）',
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

/** Signed agreements, not refused by the court, with a restoration that has not begun. */
function agreedFor(facts: Facts): string[] {
  return bindingAgreements(facts)
    .filter((agreement) => agreement.signedOn && confirmationOf(facts, agreement)?.result !== 'refused')
    .filter((agreement) => unstartedModes(facts, agreement).length > 0)
    .map(({ id }) => id)
}

function judgedFor(facts: Facts): string[] {
  return bindingSuits(facts)
    .filter((suit) => isJudgedRestorationUnstarted(facts, suit))
    .map(({ id }) => id)
}

/** Obligors who may begin before any agreement, once the claim is under way and while they have no project. */
function early(facts: Facts): string[] {
  if (!facts.investigation?.initiation) return []
  const { projects } = facts.restoration
  return unsigned(facts).filter((id) => !projects.some(({ obligors }) => obligors?.includes(id)))
}

/** The modes that a subject allows; undefined where nothing has been agreed yet. */
function modesOf(facts: Facts, subject: string): RestorationMode[] | undefined {
  const agreement = facts.agreements.find(({ id }) => id === subject)
  if (agreement) return unstartedModes(facts, agreement)
  const suit = suitOf(facts, subject)
  return suit && [suit.restoration?.mode ?? 'in-situ']
}

function projectDefaults({ facts, today }: CaseView, subject: string): Answers<'restoration.projects'> {
  const mode = modesOf(facts, subject)?.at(0) ?? 'in-situ'
  const planned = facts.appraisals.findLast(({ restorationPlan }) => restorationPlan !== undefined)
  const agreement = facts.agreements.some(({ id }) => id === subject)
  const basis = agreement ? { agreement: subject } : suitOf(facts, subject) ? { suit: subject } : undefined
  return {
    id: nextId('R', facts.restoration.projects),
    ...(basis ?? { obligors: [subject] }),
    mode,
    ...(mode === 'in-situ' && planned && { planAppraisal: planned.id }),
    startedOn: today,
  }
}

function refuseProject(
  { facts, regulation }: CaseView,
  item: Answers<'restoration.projects'>,
  subject: string,
) {
  const modes = modesOf(facts, subject)
  const agreed = (modes ?? []).map((mode) =>
    mode === 'in-situ' ? '原位修复' : regulation.label('substituteModes', mode),
  )
  return contradictionIf(
    modes !== undefined && !modes.some((mode) => mode === item.mode),
    `${subject} 没有约定或者已经启动这种修复方式；可以启动的是：${agreed.join('、')}`,
    'substitutes',
    { key: 'mode' },
  )
}
