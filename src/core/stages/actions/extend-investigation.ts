import type { DeadlineStatus } from '../../deadlines/define.ts'
import type { CaseView } from '../../view.ts'
import { type Blocker, before, blockIf, defineAction, type Item } from '../define.ts'
import { blockedInvestigation } from '../investigation.ts'

/** 延长调查: once, with the consent of the head of the handling unit, before the period ends. 第十三条 */
export const extendInvestigation = defineAction({
  id: 'extend-investigation',
  title: '延长损害调查',
  article: '第十三条',
  moves: false,
  advised: ({ deadlines }) =>
    deadlines.some(({ deadline, status }) => deadline === 'investigation' && isEnding.has(status)),
  subjects: ({ investigation }) => (investigation?.conclusion ? [] : [null]),
  blockers: ({ facts }) => [
    ...blockedInvestigation(facts),
    ...blockIf(facts.investigation?.extension !== undefined, '调查期限只能延长一次，已经延长过', '第十三条'),
  ],
  target: () => ({ document: 'investigation', path: ['extension'], mode: 'set' }),
  ask: ['approvedBy', 'approvedOn', 'reason'],
  required: ['approvedBy'],
  defaults: ({ config, today }) => ({
    approvedOn: today,
    ...(config.unit?.representative ? { approvedBy: config.unit.representative } : {}),
  }),
  refuse: (view, item) => [
    ...tooLate(view, item),
    ...blockIf(
      before(item.approvedOn, view.facts.investigation?.initiation?.initiatedOn),
      '批准延长的日期早于启动索赔日期',
      '第十三条',
    ),
  ],
})

const isEnding: ReadonlySet<DeadlineStatus> = new Set(['soon', 'rolled'])

/** An approval after the (rolled) unextended end has no effect, so it is not entered as an extension. */
function tooLate({ deadlines }: CaseView, { approvedOn }: Item): readonly Blocker[] {
  const unextended = deadlines.find(({ deadline }) => deadline === 'investigation')
  const last = unextended?.rolledDue
  return blockIf(
    typeof approvedOn === 'string' && !!last && approvedOn > last,
    `调查期限已于 ${last} 届满，${approvedOn} 的批准不产生延长效力`,
    '第十三条',
  )
}
