import type { Facts } from '../../facts/facts.ts'
import { reminderOf } from '../../facts/reminders.ts'
import { contradictionIf, defineAction } from '../define.ts'

/** 办结提醒: done, or no longer needed. */
export const finishReminder = defineAction({
  id: 'finish-reminder',
  title: '办结提醒',
  matter: 'one-case-one-file',
  moves: false,
  follows: 'add-reminder',
  always: true,
  subjects: (facts) =>
    listed(facts)
      .filter(({ doneOn }) => !doneOn)
      .map(({ id }) => id),
  advised: ({ facts, today }, subject) => (reminderOf(facts, subject)?.dueOn ?? today) <= today,
  blockers: () => [],
  section: 'case.reminders[]',
  at: (facts, subject) => [listed(facts).findIndex(({ id }) => id === subject)],
  mode: 'upsert',
  ask: ['doneOn', 'note'],
  required: ['doneOn'],
  defaults: ({ facts, today }, subject) => {
    const { title, dueOn } = reminderOf(facts, subject) ?? {}
    return { id: subject, ...(title && { title }), ...(dueOn && { dueOn }), doneOn: today }
  },
  refuse: (_, { id }, subject) =>
    contradictionIf(id !== subject, `应当是提醒 ${subject}`, 'one-case-one-file', { key: 'id' }),
})

function listed({ case: { reminders = [] } }: Facts) {
  return reminders
}
