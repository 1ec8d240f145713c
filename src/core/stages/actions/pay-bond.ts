import { agreementIndex, bindingAgreements, isPaidInInstalments } from '../../facts/agreements.ts'
import { before, blockIf, defineAction } from '../define.ts'

/** 缴纳履约保证金: asked wherever compensation is paid in instalments. 第二十六条第四项 */
export const payBond = defineAction({
  id: 'pay-bond',
  title: '记录履约保证金',
  article: '第二十六条',
  moves: false,
  subjects: (facts) =>
    bindingAgreements(facts)
      .filter((agreement) => agreement.performanceBond || isPaidInInstalments(agreement))
      .filter(({ performanceBond }) => !performanceBond?.paidOn)
      .map(({ id }) => id),
  blockers: () => [],
  target: (facts, subject) => ({
    document: 'agreements',
    path: ['agreements', agreementIndex(facts, subject), 'performanceBond'],
    mode: 'upsert',
  }),
  ask: ['amount', 'form', 'paidOn', 'acceptedOn', 'voucher'],
  required: ['paidOn'],
  defaults: ({ facts, today }, subject) => ({
    ...facts.agreements[agreementIndex(facts, subject)]?.performanceBond,
    paidOn: today,
  }),
  refuse: ({ facts }, item, subject) => [
    ...blockIf(
      typeof item.paidOn === 'string' && before(item.acceptedOn, item.paidOn),
      '接受保证金的日期早于缴纳日期',
      '第二十六条',
    ),
    ...blockIf(
      typeof item.amount === 'string' && /^0+(\.0*)?$/.test(item.amount),
      '保证金金额不能为零',
      '第二十六条',
    ),
    ...blockIf(
      before(item.paidOn, facts.investigation?.initiation?.initiatedOn),
      `协议 ${subject} 的保证金缴纳日期早于启动索赔日期`,
      '第二十六条',
    ),
  ],
})
