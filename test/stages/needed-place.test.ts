import { describe, expect, it } from 'vitest'
import { forms } from '../../src/core/forms/index.ts'
import { neededPlace } from '../../src/core/stages/needed-place.ts'
import { recordedIn } from '../../src/core/stages/recorded.ts'
import { viewOfFixture } from '../support/setting.ts'

const views = [viewOfFixture('example-case', '2026-11-24'), viewOfFixture('example-case-2', '2026-11-24')]

describe('where a fact belongs that a paper lacks', () => {
  const [view = views[0]] = views

  it('is the step that recorded its section, with the key as --set takes it', () => {
    if (!view) throw new Error('no fixture')
    expect(neededPlace(view, 'consultation.rounds[1].notice.replyBy')).toMatchObject({
      recorded: { step: 'notify', subject: '1' },
      key: 'replyBy',
      keyOfRecorded: 'replyBy',
    })
    expect(neededPlace(view, 'case.obligors[o2].representative.name')).toMatchObject({
      recorded: { step: 'amend-obligors', subject: 'o2' },
      key: 'representative',
    })
    expect(neededPlace(view, 'case.clue.reference')).toMatchObject({
      recorded: { step: 'new' },
      keyOfRecorded: 'clue.reference',
    })
  })

  it('is nowhere while the step was not done, and for what is configuration', () => {
    if (!view) throw new Error('no fixture')
    for (const path of [
      'closing.closed.closedOn',
      'consultation.rounds[7].notice.matter',
      'config.unit.phone',
    ])
      expect(neededPlace(view, path)).toBeUndefined()
  })

  it('names for every need of every paper a section that holds the key', () => {
    for (const each of views)
      for (const form of forms)
        for (const subject of form.subjects(each))
          for (const { path } of form.fill(each, subject).missing) {
            const place = neededPlace(each, path)
            if (place) expect(place.recorded.document).toBe(path.split('.')[0])
          }
  })
})

describe('what was recorded', () => {
  it('has one address for each thing, so that a call can name it', () => {
    for (const view of views) {
      const names = recordedIn(view).map(({ step, subject }) => `${step} ${subject ?? ''}`)
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
    }
  })

  it('holds every section and list item of the case, so that nothing is beyond correction', () => {
    for (const view of views) {
      const all = recordedIn(view)
      const beyond = Object.entries(view.facts.documents).flatMap(([document, data]) =>
        Object.entries(data ?? {}).flatMap(([key, value]) => {
          if (typeof value !== 'object' || ['regulationMoves', 'lint', 'assignments'].includes(key)) return []
          if (Array.isArray(value) && !value.length) return []
          const reached = all.some(
            (each) =>
              each.document === document &&
              (each.path[0] === key || (!each.path.length && each.keys.includes(key))),
          )
          return reached ? [] : `${document}.${key}`
        }),
      )
      expect(beyond).toEqual([])
    }
  })
})
