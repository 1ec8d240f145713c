import { defineAction } from '../define.ts'

/** 督办任务完成: all of them; the monthly reports end with it. */
export const completeSupervision = defineAction({
  id: 'complete-supervision',
  title: '记录督办任务完成',
  matter: 'supervision-tasks',
  moves: false,
  follows: 'mark-major',
  advised: () => false,
  always: true,
  subjects: ({ supervision: { major }, investigation }) =>
    major?.grounds?.length && !major.tasksCompletedOn && investigation?.initiation ? [null] : [],
  blockers: () => [],
  section: 'supervision.major',
  mode: 'upsert',
  ask: ['tasksCompletedOn'],
  required: ['tasksCompletedOn'],
  defaults: ({ today }) => ({ tasksCompletedOn: today }),
})
