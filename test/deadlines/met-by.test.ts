import { describe, expect, test } from 'vitest'
import { deadlineRules } from '../../src/core/deadlines/index.ts'
import { factsOf } from '../../src/core/facts/facts.ts'
import { blockersOfAnyItem } from '../../src/core/stages/define.ts'
import { actionsFor } from '../../src/core/stages/possible.ts'
import { type CaseView, viewOf } from '../../src/core/view.ts'
import { configFor, documentsFor, goldenFiles, type Happened } from '../golden/read.ts'
import { settingOn } from '../support/setting.ts'

/** A day of a case. */
type State = Happened & { readonly today: string }

const sinceInvestigation = ['appraisals', 'consultation', 'agreements', 'court', 'restoration', 'payments']
const sinceSigning = ['agreements', 'court', 'restoration', 'payments']
const conclusion = 'investigation.conclusion'
const objection = { id: 'B1', by: 'o1', raisedOn: '2025-04-20', explanationRequestedOn: '2025-04-22' }
const failed = {
  obligor: 'o1',
  kind: 'failed',
  ground: 'refused-or-no-reply',
  decidedOn: '2025-07-15',
  by: '许某',
}
const evaluations = 'restoration.projects.0.evaluations'

/** Days on which deadlines run that run in no golden case. */
const further: readonly State[] = [
  {
    base: 'sample',
    today: '2025-03-04',
    set: { 'case.clue.reporter': { name: '韦某', reportedOn: '2025-03-03' } },
    remove: ['screening', 'investigation', ...sinceInvestigation],
  },
  { base: 'sample', today: '2025-03-20', remove: [conclusion, ...sinceInvestigation] },
  {
    base: 'sample',
    today: '2025-04-23',
    set: { 'appraisals.appraisals.0.objections': [objection] },
    remove: [conclusion, 'consultation', ...sinceSigning],
  },
  {
    base: 'sample',
    today: '2025-06-05',
    set: {
      'consultation.rounds.0.meetings': [],
      'consultation.rounds.0.outcomes': [],
      'case.simpleCase': { factsSimple: true, liabilityUndisputed: true, undisputedBy: ['o1', 'o2'] },
    },
    remove: sinceSigning,
  },
  {
    base: 'sample',
    today: '2025-07-20',
    facts: {
      court: {
        confirmations: [],
        preservations: [
          { kind: 'property', appliedOn: '2025-07-12', takenOn: '2025-07-15', obligors: ['o1'] },
        ],
      },
    },
    set: {
      'consultation.rounds.0.meetings': [],
      'consultation.rounds.0.outcomes': [failed],
    },
    remove: ['agreements', 'restoration', 'payments'],
  },
  { base: 'sample', today: '2026-04-01', set: { [evaluations]: [] } },
  { base: 'sample', today: '2026-04-20', remove: [`${evaluations}.0.acceptedOn`, `${evaluations}.0.passed`] },
]

/** The actions that are open to an officer while a deadline runs, about whatever, as `deadline action`. */
function openFor(view: CaseView): string[] {
  const running = view.deadlines.filter(({ status }) => ['open', 'soon', 'rolled', 'duty'].includes(status))
  if (running.length === 0) return []
  const open = actionsFor(view).filter(({ blockedBy }) => blockersOfAnyItem(blockedBy).length === 0)
  return running.flatMap(({ deadline }) => open.map(({ action }) => `${deadline} ${action.id}`))
}

const states: readonly State[] = [...goldenFiles().flatMap(({ cases }) => cases), ...further]
const seen = new Set(
  states.flatMap((state) =>
    openFor(viewOf(factsOf(documentsFor(state)), { ...settingOn(state.today), config: configFor(state) })),
  ),
)
const named = deadlineRules.flatMap(({ id, metBy }) => metBy.map((action) => ({ id, action })))

describe('what meets a deadline can be done while it runs', () => {
  test.each(named)('$id: $action', ({ id, action }) => {
    expect(seen, `no golden case has a day on which ${id} runs and ${action} can be done`).toContain(
      `${id} ${action}`,
    )
  })
})
