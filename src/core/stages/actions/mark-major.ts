import { clueOn } from '../../facts/queries.ts'
import { before, blockIf, defineAction } from '../define.ts'
import { majorProposals } from '../major.ts'

/** 认定重大案件: by the five kinds, those proposed to which the facts point; none is an answer too. 第三十四条第三款 */
export const markMajor = defineAction({
  id: 'mark-major',
  title: '认定重大案件',
  article: '第三十四条',
  moves: false,
  advised: (view) => view.facts.supervision.major?.grounds === undefined && majorProposals(view).length > 0,
  subjects: ({ supervision }) => (supervision.major?.grounds?.length ? [] : [null]),
  blockers: () => [],
  target: () => ({ document: 'supervision', path: ['major'], mode: 'upsert' }),
  ask: ['grounds', 'markedOn', 'supervisingUnit', 'tasks', 'dueOn'],
  required: ['grounds'],
  defaults: (view) => {
    const grounds = majorProposals(view).map(({ ground }) => ground.code)
    return { ...(grounds.length && { grounds }), markedOn: view.today }
  },
  refuse: ({ facts }, item) =>
    blockIf(before(item.markedOn, clueOn(facts)), '认定日期早于发现或者接到线索的日期', '第三十四条'),
})
