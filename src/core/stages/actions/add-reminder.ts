import { nextIdOfKind } from '../addresses.ts'
import { contradictionIf, defineAction, saysSomething } from '../define.ts'

/** 自设提醒: a day of the officer's own, which then stands among the deadlines. */
export const addReminder = defineAction({
  id: 'add-reminder',
  title: '设置提醒',
  matter: 'one-case-one-file',
  moves: false,
  several: true,
  always: true,
  advised: () => false,
  blockers: () => [],
  section: 'case.reminders',
  mode: 'append',
  ask: ['title', 'dueOn', 'source', 'note'],
  defaults: ({ facts }) => ({ id: nextIdOfKind('T', facts.case.reminders ?? []) }),
  refuse: ({ facts }, { id, title }) => [
    ...contradictionIf(!saysSomething(title), '应当写明“提醒事项”', 'one-case-one-file', { key: 'title' }),
    ...contradictionIf(
      (facts.case.reminders ?? []).some((each) => each.id === id),
      `提醒编号 ${id} 已经用过`,
      'one-case-one-file',
      { key: 'id' },
    ),
  ],
})
