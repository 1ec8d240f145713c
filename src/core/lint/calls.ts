import type { ActionId } from '../../generated/ids.ts'
import type { Deadline } from '../deadlines/define.ts'
import { deadlineDescription } from '../deadlines/index.ts'
import type { Facts } from '../facts/facts.ts'
import { actionOf, wordOf } from '../stages/actions/index.ts'
import { REGISTRATION_TITLE } from '../stages/recorded.ts'

/** What an officer types to record a step: ejc advance NN-2026-0001 催告履行 G1. */
export function stepCall({ id }: Pick<Facts, 'id'>, action: ActionId, subject?: string | null): string {
  const known = actionOf(action)
  return ['ejc advance', id, known ? wordOf(known) : action, subject ?? ''].filter(Boolean).join(' ')
}

/** What an officer types to complete a recorded step: ejc amend NN-2026-0001 记录修复完成 R1. */
export function amendCall({ id }: Pick<Facts, 'id'>, action: ActionId, subject = ''): string {
  const known = actionOf(action)
  return ['ejc amend', id, known ? wordOf(known) : action, subject].filter(Boolean).join(' ')
}

/** Where a reason is written down for which a rule keeps silent from then on. */
export function reasonCall({ id }: Pick<Facts, 'id'>): string {
  return `ejc amend ${id} ${REGISTRATION_TITLE}`
}

/** How what a deadline asks for is recorded, in brackets: the first of the steps that meet it. Empty where none does. */
export function callOf(facts: Pick<Facts, 'id'>, deadline: Deadline): string {
  const [step] = deadlineDescription(deadline)?.metBy ?? []
  return step === undefined ? '' : `（${stepCall(facts, step)}）`
}
