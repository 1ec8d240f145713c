import { fenOf } from '../../facts/money.ts'
import type { CaseView } from '../../view.ts'
import { nextId } from '../addresses.ts'
import { type Blocker, before, blockIf, defineAction, type Item } from '../define.ts'

/** 委托鉴定评估: during the investigation; an expert opinion only in a simple case. 第十五条 */
export const commissionAppraisal = defineAction({
  id: 'commission-appraisal',
  title: '委托鉴定评估',
  article: '第十五条',
  moves: false,
  blockers: ({ facts: { investigation } }) => [
    ...blockIf(!investigation?.initiation, '尚未启动索赔', '第十五条'),
    ...blockIf(investigation?.conclusion !== undefined, '损害调查已经形成结论', '第十五条'),
  ],
  target: () => ({ document: 'appraisals', path: ['appraisals'], mode: 'append' }),
  ask: ['kind', 'commissionedBy', 'body', 'experts', 'materials', 'commissionedOn'],
  required: ['commissionedOn'],
  choices: ({ facts, config }) => ({
    commissionedBy: [
      { code: 'obligee', label: `赔偿权利人一方（${config.unit?.name ?? '本单位'}）` },
      ...facts.obligors.map(({ id, name }) => ({ code: id, label: `赔偿义务人 ${name}（共同委托）` })),
      { code: 'public-security', label: '公安机关' },
    ],
  }),
  defaults: ({ facts, today }) => ({
    id: nextId('A', facts.appraisals),
    commissionedBy: ['obligee'],
    commissionedOn: today,
  }),
  refuse: (view, item) => [
    ...aboveSimpleCase(view, item),
    ...blockIf(
      before(item.commissionedOn, view.facts.investigation?.initiation?.initiatedOn) && !fromPolice(item),
      '委托日期早于启动索赔日期（公安机关委托的除外）',
      '第十五条',
    ),
  ],
})

function fromPolice({ commissionedBy }: Item): boolean {
  return Array.isArray(commissionedBy) && commissionedBy.includes('public-security')
}

/** Opinions by experts and determinations from documents are for simple cases alone. */
function aboveSimpleCase({ facts, regulation }: CaseView, { kind }: Item): readonly Blocker[] {
  if (kind !== 'expert-opinion' && kind !== 'comprehensive-determination') return []
  const estimate = facts.case.damage.estimatedLoss
  const limit = regulation.amount('simple-case')
  return blockIf(
    estimate !== undefined && fenOf(estimate) > fenOf(limit),
    `初步估算 ${estimate} 元，超过简单案件的 ${limit} 元，不能采用${regulation.label('appraisalKinds', kind)}`,
    '第十五条',
  )
}
