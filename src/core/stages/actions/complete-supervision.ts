import { before, blockIf, defineAction } from '../define.ts'

/** 督办任务完成: all of them; the monthly reports end with it. 第三十四条第二款 */
export const completeSupervision = defineAction({
  id: 'complete-supervision',
  title: '记录督办任务完成',
  article: '第三十四条',
  moves: false,
  advised: () => false,
  always: true,
  subjects: ({ supervision: { major }, investigation }) =>
    major?.grounds?.length && !major.tasksCompletedOn && investigation?.initiation ? [null] : [],
  blockers: () => [],
  target: () => ({ document: 'supervision', path: ['major'], mode: 'upsert' }),
  ask: ['tasksCompletedOn'],
  required: ['tasksCompletedOn'],
  defaults: ({ today }) => ({ tasksCompletedOn: today }),
  refuse: ({ facts }, item) =>
    blockIf(
      before(item.tasksCompletedOn, facts.investigation?.initiation?.initiatedOn),
      '督办任务完成日期早于启动索赔日期',
      '第三十四条',
    ),
})
