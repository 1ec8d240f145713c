import { agreementIndex, bindingAgreements, isPaidInInstalments } from '../../facts/agreements.ts'
import { fenOf } from '../../facts/money.ts'
import { contradictionIf, defineAction } from '../define.ts'

/** 缴纳履约保证金: asked wherever compensation is paid in instalments. */
export const payBond = defineAction({
  id: 'pay-bond',
  title: '记录履约保证金',
  matter: 'performance-bond',
  moves: false,
  follows: 'sign',
  subjects: (facts) =>
    bindingAgreements(facts)
      .filter((agreement) => agreement.performanceBond || isPaidInInstalments(agreement))
      .filter(({ performanceBond }) => !performanceBond?.paidOn)
      .map(({ id }) => id),
  blockers: () => [],
  section: 'agreements.agreements[].performanceBond',
  at: (facts, subject) => [agreementIndex(facts, subject)],
  mode: 'upsert',
  ask: ['amount', 'providedAs', 'paidOn', 'acceptedOn', 'voucher'],
  required: ['paidOn'],
  // How it was provided is told beside what was agreed: the signed agreement says no more than before.
  defaults: ({ facts, today }, subject) => {
    const bond = facts.agreements[agreementIndex(facts, subject)]?.performanceBond
    return { ...bond, ...(bond?.form !== undefined && { providedAs: bond.form }), paidOn: today }
  },
  refuse: (_, item) => [
    ...contradictionIf(
      item.amount !== undefined && fenOf(item.amount) <= 0n,
      '保证金金额不能为零',
      'performance-bond',
      { key: 'amount' },
    ),
  ],
})
