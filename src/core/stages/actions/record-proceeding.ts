import { contradictionIf, defineAction, saysSomething } from '../define.ts'

/**
 * 登记关联程序: a penalty, a criminal case, a public-interest suit or a judgment that came after the case was opened.
 */
export const recordProceeding = defineAction({
  id: 'record-proceeding',
  title: '登记处罚、刑事案件、公益诉讼或者生效裁判',
  matter: 'related-liability',
  moves: false,
  always: true,
  advised: () => false,
  blockers: () => [],
  section: 'case.relatedProceedings',
  mode: 'append',
  ask: ['kind', 'reference', 'on', 'authority', 'court', 'obligors', 'amount', 'paidOn', 'result'],
  refuse: ({ facts }, { kind, reference }) => {
    const known = facts.case.relatedProceedings ?? []
    return [
      ...contradictionIf(
        !saysSomething(reference),
        '应当写明“程序文号”，没有文号的写程序的名称',
        'related-liability',
        { key: 'reference' },
      ),
      ...contradictionIf(
        known.some((each) => each.kind === kind && each.reference === reference),
        `同类的 ${reference} 已经登记；有新的进展，办“登记关联程序的进展”`,
        'related-liability',
        { key: 'reference' },
      ),
    ]
  },
})
