import { describe, expect, it } from 'vitest'
import { requiredKeys } from '../../src/cli/shared/answers/collect.ts'
import { actionOf, actions } from '../../src/core/stages/actions/index.ts'
import type { Action } from '../../src/core/stages/define.ts'
import type { CaseView } from '../../src/core/view.ts'
import { type Change, upTo } from '../support/actions.ts'
import { viewOfFixture } from '../support/setting.ts'

/** A day on which nothing in the example cases happened. */
const today = '2027-04-22'

const unevaluated: Change = ({ restoration }) => {
  const [project] = restoration?.projects ?? []
  if (!project) throw new Error('the example has a project')
  project.startedOn ??= '2026-09-01'
  project.completedOn = '2026-10-20'
  delete project.evaluations
}
const servedTooLate: Change = (documents) => {
  upTo.consultation(documents)
  for (const round of documents.consultation?.rounds ?? []) {
    delete round.outcomes
    delete round.replies
    if (round.notice) {
      round.notice.replyBy = '2026-07-10'
      delete round.notice.replyWithinDays
    }
    for (const service of round.services ?? []) service.servedOn = '2026-07-10'
  }
}
const views: readonly CaseView[] = [
  ...[undefined, unevaluated, servedTooLate, ...Object.values(upTo)].map((change) =>
    viewOfFixture('example-case', today, change),
  ),
  viewOfFixture('example-case-2', today),
]

/** The optional keys of an item that an action fills with today. */
function filledWithToday(view: CaseView, action: Action): string[] {
  return action.subjects(view.facts, view).flatMap((subject) => {
    const { document: name, path, mode } = action.target(view.facts, subject)
    const place = { name, path: mode === 'append' ? [...path, 0] : path, lists: view.regulation.lists }
    const wanted = { ...place, ask: action.ask, required: action.required ?? [], defaults: {} }
    const required = requiredKeys(wanted)
    return Object.entries(action.defaults?.(view, subject) ?? {}).flatMap(([key, value]) =>
      value === today && !required.includes(key) ? [`${action.id}.${key}`] : [],
    )
  })
}

describe('a day that may be left open', () => {
  it('is not today unless somebody says so, in any step', () => {
    const filled = views.flatMap((view) => actions.flatMap((action) => filledWithToday(view, action)))
    expect([...new Set(filled)]).toEqual([])
  })

  it.each([
    'evaluate',
    'mark-major',
    'amend-obligors',
    'record-proceeding',
    'exempt-evaluation',
    'set-reply-day',
  ])('is looked at in %s', (id) => {
    const action = actionOf(id)
    expect(views.some((view) => action?.subjects(view.facts, view).length)).toBe(true)
  })
})
