import { describe, expect, it } from 'vitest'
import { actionOf, actions } from '../../src/core/stages/actions/index.ts'
import { actionsFor, firstToDo } from '../../src/core/stages/possible.ts'
import { both, type CaseWithActions, caseWithActions, upTo } from '../support/actions.ts'

/** The ids of what the facts ask for, in the order in which it is offered. */
function advisedIn({ view }: CaseWithActions): string[] {
  const open = actionsFor(view).filter(({ blockedBy, advised }) => advised && !blockedBy.length)
  return [...new Set(open.map(({ action }) => action.id))]
}

/** The ids of what is merely possible. */
function merelyPossibleIn({ view }: CaseWithActions): string[] {
  const open = actionsFor(view).filter(({ blockedBy, advised }) => !advised && !blockedBy.length)
  return [...new Set(open.map(({ action }) => action.id))]
}

describe('the order in which actions are offered', () => {
  const clue = caseWithActions(
    'example-case',
    '2026-02-12',
    both(upTo.clue, ({ case: file }) => {
      file.relatedProceedings = []
    }),
  )

  it('after the clue the check comes first; what the facts do not ask for stays possible, and comes last', () => {
    expect(advisedIn(clue)).toEqual(['screen'])
    expect(merelyPossibleIn(clue)).toEqual(
      expect.arrayContaining(['transfer', 'mark-major', 'designate', 'amend-obligors', 'add-evidence']),
    )
    const offered = actionsFor(clue.view).filter(({ blockedBy }) => !blockedBy.length)
    const first = offered.findIndex(({ advised }) => !advised)
    expect(offered.slice(first).some(({ advised }) => advised)).toBe(false)
  })

  it('第二十二条: a suspected crime on record asks for the transfer', () => {
    const crime = caseWithActions(
      'example-case',
      '2026-02-12',
      both(upTo.clue, ({ case: file }) => {
        file.clue.channel = 'complaint-media'
        file.relatedProceedings = [{ kind: 'criminal', reference: '涉嫌污染环境罪', on: '2026-02-12' }]
      }),
    )
    expect(advisedIn(crime)).toContain('transfer')
  })

  it('第三十四条: the grade of the incident asks for the marking, until somebody has answered', () => {
    const graded = both(upTo.clue, ({ case: file }) => {
      file.damage.incidentGrade = 'larger'
    })
    expect(advisedIn(caseWithActions('example-case', '2026-02-12', graded))).toContain('mark-major')
    const answered = both(graded, (documents) => {
      documents.supervision = { major: { grounds: [] } }
    })
    expect(advisedIn(caseWithActions('example-case', '2026-02-12', answered))).not.toContain('mark-major')
  })

  it('第十条: a joint team without a lead asks for one', () => {
    const joint = caseWithActions(
      'example-case',
      '2026-02-12',
      both(upTo.clue, ({ case: file }) => {
        file.jurisdiction.jointUnits = ['南宁市林业局']
        delete file.jurisdiction.leadUnit
      }),
    )
    expect(advisedIn(joint)).toContain('designate')
  })
})

describe('what comes first, where an action has nothing to be done for', () => {
  const first = ({ view }: CaseWithActions, id: string) => {
    const action = actionOf(id)
    return action && firstToDo(view, action)?.action.id
  }
  const clue = caseWithActions('example-case', '2026-02-12', upTo.clue)
  const consulted = caseWithActions('example-case', '2026-06-30', upTo.consultation)

  it.each([
    ['accept', 'screen'],
    ['serve', 'screen'],
    ['receive-appraisal', 'commission-appraisal'],
    ['report-month', 'mark-major'],
    ['finish-reminder', 'add-reminder'],
  ])('%s: a case that was just found needs %s before', (id, before) => {
    expect(first(clue, id)).toBe(before)
  })

  it('is nothing once that was done: then nothing of the kind is left', () => {
    expect(first(consulted, 'serve')).toBeUndefined()
    expect(first(consulted, 'apply-confirmation')).toBe('sign')
  })

  it('leads from no action back to itself', () => {
    for (const { id } of actions) {
      const passed: string[] = []
      for (let next = actionOf(id); next; next = next.follows && actionOf(next.follows)) {
        expect(passed).not.toContain(next.id)
        passed.push(next.id)
      }
    }
  })
})
