import { unitOnPapers } from '../../facts/claimants.ts'
import type { Facts } from '../../facts/facts.ts'
import { agreementOf, endedOn } from '../../facts/queries.ts'
import { isDismissed, judgmentEffectiveOn } from '../../facts/suits.ts'
import { defineAction } from '../define.ts'

/** 同意协议前修复: both confirm the damage in writing, then the agency consents. */
export const agreePreRestoration = defineAction({
  id: 'agree-pre-restoration',
  title: '同意协议前修复',
  matter: 'pre-agreement-restoration',
  needsPermission: true,
  moves: false,
  advised: () => false,
  subjects: (facts) =>
    facts.investigation?.initiation && !facts.restoration.preAgreement && unsigned(facts).length
      ? [null]
      : [],
  blockers: () => [],
  section: 'restoration.preAgreement',
  mode: 'set',
  ask: ['requestedOn', 'damageConfirmedOn', 'consentedBy', 'consentedOn', 'document'],
  required: ['damageConfirmedOn', 'consentedBy', 'consentedOn'],
  defaults: ({ facts, config, today }) => ({
    obligors: unsigned(facts),
    ...(config.unit?.name && { consentedBy: unitOnPapers(facts.case.jurisdiction) }),
    consentedOn: today,
  }),
})

/** The obligors with neither an agreement nor a judgment, and not at an end. */
export function unsigned(facts: Facts): string[] {
  return facts.obligors
    .map(({ id }) => id)
    .filter((id) => !agreementOf(facts, id) && !endedOn(facts, id))
    .filter((id) => !judgmentEffectiveOn(facts, id) && !isDismissed(facts, id))
}
