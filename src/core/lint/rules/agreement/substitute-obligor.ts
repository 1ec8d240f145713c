import { bindingAgreements } from '../../../facts/agreements.ts'
import type { Agreement, Substitute } from '../../../facts/documents.ts'
import { isInKind } from '../../../facts/shares.ts'
import { cite } from '../../../regulation/cite.ts'
import { all, inAgreement, part, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const substituteObligor = defineRule({
  id: 'agreement/substitute-obligor',
  severity: 'warning',
  about: 'breach',
  unrecorded: '替代履行由谁承担',
  matter: 'substitutes',
  title: '各自承担份额的，替代方式写明是谁的',
  why: '份额各自独立，折抵只减少本人应付的数额；没有写明是谁的，履行和执行时算不出各人的欠款。',
  mend: '核对协议原件，填写「采用该方式的义务人」；几个人各自采用的，分别列项。',
  *check({ facts, regulation }) {
    for (const agreement of bindingAgreements(facts)) {
      for (const substitute of (agreement.substitutes ?? []).filter(isInKind)) {
        if (isWithinOneShare(agreement, substitute)) continue
        const label = regulation.label('substituteModes', substitute.mode)
        yield at(substitute, [], unnamed(label), { code: substitute.mode, keys: ['obligors'] })
      }
    }
  },
  examples: {
    accept: [
      { title: '连带承担', change: unchanged },
      { title: '份额各自独立，写明了义务人', change: offsetBy('60000.00', ['o1']) },
      {
        title: '只有一份',
        change: all(
          offsetBy('60000.00'),
          inAgreement(({ shares }) => {
            shares?.pop()
          }),
        ),
      },
      {
        title: '有一份是连带的',
        change: all(
          offsetBy('60000.00'),
          inAgreement(({ shares }) => {
            part(shares?.[0]).joint = true
          }),
        ),
      },
      {
        title: '分期付款不折抵份额',
        change: all(
          offsetBy('60000.00'),
          inAgreement((agreement) => {
            agreement.substitutes = [{ mode: 'instalments' }]
          }),
        ),
      },
    ],
    reject: [
      {
        title: '份额各自独立，没有写明义务人',
        finds: ['warning tech-upgrade agreements.agreements.0.substitutes.0'],
        change: offsetBy('60000.00'),
      },
      {
        title: '份额各自独立，一项替代方式由两人采用',
        finds: ['warning tech-upgrade agreements.agreements.0.substitutes.0'],
        change: offsetBy('60000.00', ['o1', 'o2']),
      },
    ],
  },
})

/**
 * Whether it is plain whose debt a substitute lessens: there is one share, all are liable together, or it names who.
 */
function isWithinOneShare({ shares = [] }: Agreement, { obligors = [] }: Substitute): boolean {
  if (shares.length <= 1 || shares.some(({ joint }) => joint)) return true
  return obligors.length > 0 && shares.some((share) => obligors.every((id) => share.obligors.includes(id)))
}

/** An offset under two shares of which each stands alone. */
function offsetBy(amount: string, obligors?: string[]) {
  return inAgreement((agreement) => {
    agreement.shares = ['o1', 'o2'].map((id) => ({ obligors: [id], amount }))
    const offset: Substitute = { mode: 'tech-upgrade', amount, consentedOn: '2025-07-24' }
    agreement.substitutes = [{ ...offset, ...(obligors && { obligors }) }]
  })
}

const unnamed = (label: string) =>
  `各义务人的份额各自独立，「${label}」没有写明折抵的是谁的份额。${cite('substitutes')}；请填写「采用该方式的义务人」，几个人各自采用的分别列项。`
