import { agreementsBindingAnyone, boundAsBefore } from '../../facts/agreements.ts'
import type { Agreement, Payment } from '../../facts/documents.ts'
import type { Facts } from '../../facts/facts.ts'
import { paymentsUnder } from '../../facts/instalments.ts'
import { obligorName, versionsOf } from '../../facts/queries.ts'
import { nextIdOfKind } from '../addresses.ts'
import { agreedKeys } from '../asked-keys.ts'
import { contradictionIf, defineAction } from '../define.ts'
import { droppedInstalments } from '../dropped-instalments.ts'
import { isFactOfMode } from '../substitute-facts.ts'
import { takenInstalments } from '../taken-instalments.ts'
import { missingTerms } from './sign.ts'

/**
 * 变更赔偿协议: a new agreement replaces the old one, with everything that an agreement must say
 * (`agreement-contents`); work done under the old agreement counts.
 */
export const amendAgreement = defineAction({
  id: 'amend-agreement',
  title: '变更赔偿协议',
  matter: 'agreement',
  form: 'agreement',
  moves: false,
  follows: 'sign',
  advised: () => false,
  subjects: (facts) =>
    agreementsBindingAnyone(facts)
      .filter(({ signedOn }) => signedOn)
      .map(({ id }) => id),
  blockers: () => [],
  section: 'agreements.agreements',
  mode: 'append',
  mark: 'amends',
  ask: [...agreedKeys, 'coSignatories', 'signatories', 'remarks', 'signedCopy'],
  required: ['signedOn', 'clauses', 'compensation'],
  owed: isFactOfMode,
  defaults: ({ facts, today }, subject) => {
    const amended = facts.agreements.find(({ id }) => id === subject)
    const {
      status: _status,
      document: _document,
      signatories: _signatories,
      signedCopy: _copy,
      signedText: _text,
      ...terms
    } = amended ?? {}
    const left = amended ? boundAsBefore(facts, amended) : []
    const parties = left.length ? { obligors: left } : {}
    return { ...terms, ...parties, id: nextIdOfKind('G', facts.agreements), amends: subject, signedOn: today }
  },
  refuse: ({ facts }, item, subject) => {
    const amended = facts.agreements.find(({ id }) => id === subject)
    const left = amended ? boundAsBefore(facts, amended) : []
    const parties = left.length ? left : (amended?.obligors ?? [])
    const strangers = (item.obligors ?? []).filter((id) => !parties.includes(id))
    return [
      ...contradictionIf(item.amends !== subject, `“变更的协议”应为 ${subject}`, 'agreement', {
        key: 'amends',
      }),
      ...contradictionIf(item.id === subject, '变更后的协议应当另编“协议编号”', 'agreement', { key: 'id' }),
      ...contradictionIf(
        strangers.length > 0,
        `${strangers.map((id) => obligorName(facts, id)).join('、')} 不是原协议的当事人，应当另行磋商`,
        'agreement',
        { key: 'obligors' },
      ),
      ...droppedInstalments(item.payments, paidUnderVersions(facts, amended), '变更后的协议', 'agreement'),
      ...missingTerms(item),
      ...takenInstalments(facts, item.payments, amended, 'agreement'),
    ]
  },
})

function paidUnderVersions(facts: Facts, amended: Agreement | undefined): Payment[] {
  const old = amended ? versionsOf(facts, amended).map(({ id }) => id) : []
  const credited = amended ? paymentsUnder(facts, amended) : []
  const paid = facts.payments.filter(({ agreement }) => old.some((id) => id === agreement))
  return [...paid, ...credited]
}
