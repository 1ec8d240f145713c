import { isAtWork, projectIndex } from '../../facts/restoration.ts'
import { defineAction } from '../define.ts'
import { officerNames } from '../officers.ts'

/** 修复监督检查: while the work goes on. */
export const inspectRestoration = defineAction({
  id: 'inspect-restoration',
  title: '记录修复监督检查',
  matter: 'restoration-supervision',
  moves: false,
  follows: 'start-restoration',
  subjects: ({ restoration }) => restoration.projects.filter(isAtWork).map(({ id }) => id),
  blockers: () => [],
  section: 'restoration.projects[].inspections',
  at: (facts, subject) => [projectIndex(facts, subject)],
  mode: 'append',
  ask: ['on', 'officers', 'findings', 'evidence'],
  required: ['findings'],
  defaults: (view) => ({ on: view.today, officers: officerNames(view) }),
})
