import type { Facts } from '../../facts/facts.ts'
import { agreementOf, endedOn } from '../../facts/queries.ts'
import { isDismissed, judgmentEffectiveOn } from '../../facts/suits.ts'
import { before, blockIf, defineAction } from '../define.ts'

/** 同意协议前修复: both confirm the damage in writing, then the agency consents. 第二十八条 */
export const agreePreRestoration = defineAction({
  id: 'agree-pre-restoration',
  title: '同意协议前修复',
  article: '第二十八条',
  moves: false,
  advised: () => false,
  subjects: (facts) =>
    facts.investigation?.initiation && !facts.restoration.preAgreement && unsigned(facts).length
      ? [null]
      : [],
  blockers: () => [],
  target: () => ({ document: 'restoration', path: ['preAgreement'], mode: 'set' }),
  ask: ['requestedOn', 'damageConfirmedOn', 'consentedBy', 'consentedOn', 'document'],
  required: ['damageConfirmedOn', 'consentedBy', 'consentedOn'],
  defaults: ({ facts, config, today }) => ({
    obligors: unsigned(facts),
    ...(config.unit?.name && { consentedBy: config.unit.name }),
    consentedOn: today,
  }),
  refuse: ({ facts }, item) => {
    const confirmedOn = typeof item.damageConfirmedOn === 'string' ? item.damageConfirmedOn : undefined
    const requestedOn = typeof item.requestedOn === 'string' ? item.requestedOn : undefined
    return [
      ...blockIf(
        before(item.consentedOn, confirmedOn),
        '应当先由双方书面确认损害事实，再同意修复',
        '第二十八条',
      ),
      ...blockIf(before(item.consentedOn, requestedOn), '同意日期早于义务人要求修复的日期', '第二十八条'),
      ...blockIf(
        before(item.damageConfirmedOn, facts.investigation?.initiation?.initiatedOn),
        '确认损害的日期早于启动索赔日期',
        '第二十八条',
      ),
    ]
  },
})

/** The obligors with neither an agreement nor a judgment, and not at an end. */
export function unsigned(facts: Facts): string[] {
  return facts.obligors
    .map(({ id }) => id)
    .filter((id) => !agreementOf(facts, id) && !endedOn(facts, id))
    .filter((id) => !judgmentEffectiveOn(facts, id) && !isDismissed(facts, id))
}
