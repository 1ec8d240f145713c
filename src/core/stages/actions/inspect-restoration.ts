import { chineseDate } from '../../calendar/dates.ts'
import type { Facts } from '../../facts/facts.ts'
import { isAtWork, projectIndex, projectOf } from '../../facts/restoration.ts'
import { contradictionIf, defineAction } from '../define.ts'
import { officerNames } from '../officers.ts'

/** 修复监督检查: while the work goes on; one that was forgotten can be recorded later. */
export const inspectRestoration = defineAction({
  id: 'inspect-restoration',
  title: '记录修复监督检查',
  matter: 'restoration-supervision',
  moves: false,
  follows: 'start-restoration',
  subjects: ({ restoration }) =>
    restoration.projects.filter(({ startedOn }) => startedOn !== undefined).map(({ id }) => id),
  advised: ({ facts }, subject) => isOngoing(facts, subject),
  blockers: () => [],
  section: 'restoration.projects[].inspections',
  at: (facts, subject) => [projectIndex(facts, subject)],
  mode: 'append',
  ask: ['on', 'officers', 'findings', 'evidence'],
  required: ['findings'],
  // Of an inspection that was forgotten only the officer knows the day.
  defaults: (view, subject) => ({
    ...(isOngoing(view.facts, subject) && { on: view.today }),
    officers: officerNames(view),
  }),
  refuse: ({ facts }, { on }, subject) => {
    const { completedOn } = projectOf(facts, subject) ?? {}
    if (on === undefined || completedOn === undefined || isOngoing(facts, subject)) return []
    return contradictionIf(
      on > completedOn,
      `修复已于${chineseDate(completedOn)}完成，补记的监督检查应当在完成以前`,
      'restoration-supervision',
      { key: 'on' },
    )
  },
})

function isOngoing(facts: Facts, subject: string): boolean {
  const project = projectOf(facts, subject)
  return project !== undefined && isAtWork(project)
}
