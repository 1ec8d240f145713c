import { defineAction } from '../define.ts'
import { majorProposals } from '../major.ts'

/**
 * 认定重大案件: by the kinds of the text; the program proposes those to which the facts point, and none is an answer
 * too.
 */
export const markMajor = defineAction({
  id: 'mark-major',
  title: '认定重大案件',
  matter: 'major-cases',
  moves: false,
  advised: (view) => view.facts.supervision.major?.grounds === undefined && majorProposals(view).length > 0,
  subjects: ({ supervision }) => (supervision.major?.grounds?.length ? [] : [null]),
  blockers: () => [],
  section: 'supervision.major',
  mode: 'upsert',
  ask: ['grounds', 'markedOn', 'supervisingUnit', 'tasks', 'dueOn'],
  required: ['grounds', 'markedOn'],
  defaults: (view) => {
    const grounds = majorProposals(view).map(({ ground }) => ground.code)
    return { ...(grounds.length && { grounds }), markedOn: view.today }
  },
})
