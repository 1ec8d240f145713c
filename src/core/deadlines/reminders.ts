import type { Reminder } from '../facts/documents.ts'
import { reminderOf } from '../facts/reminders.ts'
import { countTo } from './count.ts'
import { defineDeadlineForEach } from './define.ts'

const OWN = '承办人自设'

/** 自设提醒: a day that an officer has noted; no text asks for it. */
export const reminder = defineDeadlineForEach<Reminder>({
  id: 'reminder',
  title: '自设提醒',
  matter: 'one-case-one-file',
  kind: 'duty',
  owedBy: 'office',
  metBy: ['finish-reminder'],
  place: reminderOf,
  beyondScope: true,
  besideProcedure: true,
  whenLate: { advice: '请办理并标记办结，不再需要的也标记办结', actions: ['finish-reminder'] },
  each: ({ case: { reminders = [] } }) => reminders,
  subject: ({ id }) => id,
  count: ({ title, dueOn, source, doneOn }, _, facts) =>
    countTo(dueOn, title, 'one-case-one-file')
      .exactly()
      .restingOn(source?.trim() ? source : OWN)
      .metOn(doneOn)
      .closedOn(facts.closing.closed?.closedOn),
})
