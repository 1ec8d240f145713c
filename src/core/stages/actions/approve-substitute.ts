import { agreementIndex, bindingAgreements } from '../../facts/agreements.ts'
import { isFullyRestorable } from '../../facts/appraisals.ts'
import type { Substitute } from '../../facts/documents.ts'
import type { Facts } from '../../facts/facts.ts'
import type { Matter } from '../../regulation/cite.ts'
import { titleAt } from '../../schema/walk.ts'
import type { CaseView } from '../../view.ts'
import { parsePair } from '../addresses.ts'
import { type AnswersSoFar, blockIf, contradictionIf, defineAction, saysSomething } from '../define.ts'

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
  return mode === ''
    ? undefined
    : all.find((substitute) => substitute.mode === mode && isUnapproved(substitute))
}

function placeOf(facts: Facts, subject: string): [number, number] {
  const at = agreementIndex(facts, parsePair(subject)[0])
  const all = facts.agreements[at]?.substitutes ?? []
  const known = unapproved(facts, subject)
  return [at, known ? all.indexOf(known) : all.length]
}

/** The keys of the texts that describe a mode. */
type ModeTextKey =
  | 'amount'
  | 'work'
  | 'supervisedBy'
  | 'proof'
  | 'place'
  | 'argument'
  | 'investment'
  | 'description'
  | 'reason'

/** The texts that each mode must give, each with its own matter. */
const ownFacts: Readonly<
  Record<string, { matter: Matter; keys: readonly (readonly [ModeTextKey, string])[] }>
> = {
  labor: {
    matter: 'labor',
    keys: [
      ['amount', '折抵金额'],
      ['work', '劳务内容'],
      ['supervisedBy', '监督的专业人员或者单位'],
      ['proof', '落实的证明方式'],
    ],
  },
  'off-site': {
    matter: 'off-site',
    keys: [
      ['amount', '折抵金额'],
      ['place', '指定的区域'],
      ['argument', '科学论证意见'],
    ],
  },
  'tech-upgrade': {
    matter: 'tech-upgrade',
    keys: [
      ['amount', '抵扣金额'],
      ['investment', '技改投入'],
      ['description', '技改内容'],
    ],
  },
  instalments: { matter: 'instalments', keys: [['reason', '赔偿能力不足但积极履责的情况']] },
  other: { matter: 'other-substitute', keys: [['description', '承担方式的说明']] },
}

/** The title of a key in the form, with what it must say of this mode. */
function keyToGive(key: ModeTextKey, what: string): string {
  const title = titleAt('agreements', ['agreements', 0, 'substitutes', 0, key]) ?? what
  return title === what ? `“${title}”` : `“${title}”（${what}）`
}

function refuseSubstitute(
  { regulation }: CaseView,
  item: AnswersSoFar<'agreements.agreements[].substitutes[]'>,
  subject: string,
) {
  const [id, mode] = parsePair(subject)
  const label = regulation.label('substituteModes', item.mode ?? '')
  const { matter = 'substitutes', keys = [] } = ownFacts[item.mode ?? ''] ?? {}
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
