import type { Facts } from '../../facts/facts.ts'
import { blockIf, contradictionIf, defineAction } from '../define.ts'

/**
 * 记录损害事实和法律依据: the statements with the evidence that supports each, and the texts relied on, as the form
 * asks (`form-investigation`). The given lists replace those on record.
 */
export const recordFacts = defineAction({
  id: 'record-facts',
  title: '记录损害事实和法律依据',
  matter: 'investigation',
  form: 'investigation-register',
  moves: true,
  advised: ({ facts }) => !hasFactsAndBasis(facts),
  subjects: (facts) => (facts.investigation?.conclusion && hasFactsAndBasis(facts) ? [] : [null]),
  blockers: ({ facts }) => [
    ...contradictionIf(!facts.investigation?.initiation, '尚未启动索赔', 'initiation', { lacks: 'initiate' }),
    ...blockIf(
      !facts.evidence.length,
      '还没有登记证据，所述事实必须有证据支持；先办“登记证据”',
      'form-investigation',
    ),
  ],
  section: 'investigation',
  mode: 'upsert',
  ask: ['facts', 'legalBasis'],
  required: ['facts', 'legalBasis'],
  defaults: ({ facts: { investigation } }) => ({
    ...(investigation?.facts && { facts: investigation.facts }),
    ...(investigation?.legalBasis && { legalBasis: investigation.legalBasis }),
  }),
})

/** Whether the facts found and the texts relied on are on record, as a conclusion needs them. */
export function hasFactsAndBasis({ investigation }: Facts): boolean {
  return (investigation?.facts ?? []).length > 0 && (investigation?.legalBasis ?? []).length > 0
}
