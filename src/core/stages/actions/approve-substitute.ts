import { agreementIndex, bindingAgreements } from '../../facts/agreements.ts'
import { isFullyRestorable } from '../../facts/appraisals.ts'
import type { Substitute } from '../../facts/documents.ts'
import type { Facts } from '../../facts/facts.ts'
import type { CaseView } from '../../view.ts'
import { parsePair } from '../addresses.ts'
import { type AnswersSoFar, blockIf, contradictionIf, defineAction, saysSomething } from '../define.ts'
import { factsOfMode, keyToGive } from '../substitute-facts.ts'

/**
 * 同意替代修复方式: a further mode for an agreement (`G1`), or a mode that the agreement already holds without consent
 * (`G1/labor`), each with its own facts. Rules check that the damage can't be wholly restored, and the caps.
 */
export const approveSubstitute = defineAction({
  id: 'approve-substitute',
  title: '同意替代修复方式',
  matter: 'substitute-consent',
  needsPermission: true,
  moves: false,
  follows: 'sign',
  subjects: (facts) =>
    bindingAgreements(facts).flatMap(({ id, substitutes }) => [
      id,
      ...(substitutes ?? []).filter(isUnapproved).map(({ mode }) => `${id}/${mode}`),
    ]),
  advised: ({ facts }, subject) => unapproved(facts, subject) !== undefined,
  blockers: ({ facts }) =>
    blockIf(
      isFullyRestorable(facts),
      '鉴定评估认定损害可以修复，应当修复；只可异地修复（经科学论证）或者分期赔付',
      'substitutes',
      { unless: ({ mode }) => mode === 'off-site' || mode === 'instalments' || mode === 'monetary' },
    ),
  section: 'agreements.agreements[].substitutes[]',
  at: placeOf,
  mode: 'upsert',
  ask: [
    'mode',
    'amount',
    'basis',
    'consentedOn',
    'work',
    'days',
    'supervisedBy',
    'proof',
    'place',
    'argument',
    'area',
    'project',
    'investment',
    'description',
    'reason',
  ],
  required: ['consentedOn'],
  defaults: ({ facts, today }, subject) => ({ ...unapproved(facts, subject), consentedOn: today }),
  refuse: refuseSubstitute,
})

/** Money needs no consent: 「除货币赔偿外」. */
function isUnapproved({ mode, consentedOn }: Substitute): boolean {
  return mode !== 'monetary' && consentedOn === undefined
}

/** The mode without consent that the address names. */
function unapproved(facts: Facts, subject: string): Substitute | undefined {
  const [id, mode] = parsePair(subject)
  const all = facts.agreements[agreementIndex(facts, id)]?.substitutes ?? []
  return all.find((substitute) => substitute.mode === mode && isUnapproved(substitute))
}

function placeOf(facts: Facts, subject: string): [number, number] {
  const at = agreementIndex(facts, parsePair(subject)[0])
  const all = facts.agreements[at]?.substitutes ?? []
  const known = unapproved(facts, subject)
  return [at, known ? all.indexOf(known) : all.length]
}

function refuseSubstitute(
  { regulation }: CaseView,
  item: AnswersSoFar<'agreements.agreements[].substitutes[]'>,
  subject: string,
) {
  const [id, mode] = parsePair(subject)
  const label = regulation.label('substituteModes', item.mode ?? '')
  const { matter, keys } = factsOfMode(item.mode)
  return [
    ...contradictionIf(
      mode !== '' && item.mode !== mode,
      `协议 ${id} 待同意的方式是${regulation.label('substituteModes', mode)}`,
      'substitute-consent',
      { key: 'mode' },
    ),
    ...keys.flatMap(([key, what]) =>
      blockIf(!saysSomething(item[key]), `${label}应当写明${keyToGive(key, what)}`, matter, { key }),
    ),
  ]
}
