import { describe, expect, it } from 'vitest'
import { usualKeys } from '../../../src/cli/prompts/usual.ts'
import { requiredKeys } from '../../../src/cli/shared/answers/collect.ts'
import { schemaAt } from '../../../src/core/schema/walk.ts'
import { actions } from '../../../src/core/stages/actions/index.ts'
import type { Action, Item } from '../../../src/core/stages/define.ts'
import type { CaseView } from '../../../src/core/view.ts'
import { viewAfter } from '../../support/actions.ts'
import { unpaid } from '../../support/court.ts'
import { viewOfFixture } from '../../support/setting.ts'
import { step } from '../../support/step.ts'

/** Cases in which something is owed and was not done, so that there is something to propose. */
const views: readonly CaseView[] = [
  step('pay', { payments: undefined, restoration: undefined }, '2027-01-20').view,
  step('pay', { payments: undefined, court: undefined }, '2027-01-20').view,
  viewAfter('2027-01-20', unpaid),
  viewOfFixture('example-case', '2027-01-20', (documents) => {
    Object.assign(documents.case, { officers: [{ name: '韦某', from: '2026-01-01' }] })
  }),
]

/** The keys of an action in the order in which a terminal asks for them. */
function orderOf({ ask, required = [], target }: Action, view: CaseView, subject: string | null): string[] {
  const { document: name, path: at, mode } = target(view.facts, subject)
  const path = mode === 'append' ? [...at, 0] : at
  const nodeOf = (key: string) => schemaAt(name, [...path, key])
  const { usual, others } = usualKeys(
    { name, path, lists: {} },
    ask,
    requiredKeys({ name, path, required }),
    nodeOf,
  )
  return [...usual, ...others]
}

/** Another answer than the one that is known: an earlier day, none of a list. */
function otherThan(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(1)
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? '2026-12-20' : undefined
}

/** The proposals of an action that an answer changes though it is given after them: `breach by appliedOn`. */
function changedLater(action: Action, view: CaseView, subject: string | null): string[] {
  const known: Item = action.defaults?.(view, subject) ?? {}
  const order = orderOf(action, view, subject)
  const proposed = (answers: Item): Item => action.proposes?.(view, answers, subject) ?? {}
  const before = proposed(known)
  return order.flatMap((later, index) => {
    if (!(later in known)) return []
    const after = proposed({ ...known, [later]: otherThan(known[later]) })
    return order
      .slice(0, index)
      .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
      .map((key) => `${key} by ${later}`)
  })
}

describe('what is proposed for a question', () => {
  const proposing = actions.filter(({ proposes }) => proposes)

  it.each(proposing.map((action) => [action.id, action] as const))(
    '%s: no answer changes a proposal that was made before it',
    (_, action) => {
      const cases = views.flatMap((view) =>
        action.subjects(view.facts, view).map((subject) => ({ view, subject })),
      )
      const all = cases.length ? cases : views.map((view) => ({ view, subject: null }))
      expect(all.flatMap(({ view, subject }) => changedLater(action, view, subject))).toEqual([])
    },
  )

  it('is found in these cases where something is owed', () => {
    const found = proposing.filter((action) =>
      views.some((view) =>
        action.subjects(view.facts, view).some((subject) => {
          const known = action.defaults?.(view, subject) ?? {}
          return JSON.stringify(action.proposes?.(view, known, subject) ?? {}) !== '{}'
        }),
      ),
    )
    expect(found.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['apply-enforcement', 'demand-performance']),
    )
  })
})
