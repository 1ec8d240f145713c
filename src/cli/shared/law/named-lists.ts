import { caseRules, ruleOf } from '../../../core/lint/index.ts'
import { UNRECORDED } from '../../../core/lint/taken-over.ts'
import type { Regulation } from '../../../core/regulation/regulation.ts'
import { type Choice, type Lists, RULES } from '../../../core/schema/choices.ts'

type Stating = Pick<Regulation, 'lists' | 'written'>

/** The lists of the law, and with them the checks that a case may be exempted from, by their titles. */
export function namedLists(regulation: Stating): Lists {
  return { ...regulation.lists, [RULES]: exemptible(regulation) }
}

/** The checks of a case by title, with the number of their findings. Checks with findings come first. */
export function checksFirst(regulation: Stating, found: readonly { readonly rule: string }[]): Choice[] {
  const counted = exemptible(regulation).map((choice) => ({
    ...choice,
    count: found.filter(({ rule }) => rule === choice.code).length,
  }))
  return counted
    .toSorted((a, b) => Number(b.count > 0) - Number(a.count > 0))
    .map(({ code, label, count }) => ({ code, label: count ? `${label}（本案现有 ${count} 处）` : label }))
}

function exemptible({ written }: Pick<Stating, 'written'>): Choice[] {
  const unrecorded = ruleOf(UNRECORDED) ?? []
  return [...caseRules, unrecorded].flat().map(({ id, title }) => ({ code: id, label: written(title) }))
}
