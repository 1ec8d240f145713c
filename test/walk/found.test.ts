import { describe, expect, it } from 'vitest'
import { both, caseWithActions, upTo } from '../support/actions.ts'

/** What random walks came upon, each as a case of its own. */
describe('第十三条: a consultation that the obligor asked for does not take the place of the conclusion', () => {
  const early = both(upTo.consultation, ({ investigation, consultation }) => {
    delete investigation?.conclusion
    const [round] = consultation?.rounds ?? []
    if (round) round.earlyRequest = { by: 'o1', requestedOn: '2026-06-01' }
  })

  it('no agreement is signed before the conclusion', () => {
    expect(caseWithActions('example-case', '2026-09-28', early).blocked('sign', '1')).toEqual(['第十三条'])
    expect(caseWithActions('example-case', '2026-09-28', upTo.consultation).blocked('sign', '1')).toEqual([])
  })

  it('no suit is brought before the conclusion', () => {
    const failed = both(early, ({ consultation }) => {
      const [round] = consultation?.rounds ?? []
      if (!round) return
      round.meetings = []
      round.outcomes = [
        { obligor: 'o1', kind: 'failed', ground: 'refused-or-no-reply', decidedOn: '2026-09-20' },
      ]
    })
    expect(caseWithActions('example-case', '2026-09-28', failed).blocked('sue', 'o1')).toEqual(['第十三条'])
  })
})

describe('第十五条: a simple case is determined anew when somebody else is found liable', () => {
  const determined = (undisputedBy: string[]) =>
    both(upTo.initiation, ({ case: file }) => {
      file.damage.estimatedLoss = '200000.00'
      file.simpleCase = {
        factsSimple: true,
        liabilityUndisputed: true,
        undisputedBy,
        determinedOn: '2026-03-01',
      }
    })

  it('offered while one of the obligors has not said that the liability is undisputed', () => {
    const subjects = (undisputedBy: string[]) =>
      caseWithActions('example-case', '2026-06-30', determined(undisputedBy)).subjects(
        'determine-simple-case',
      )
    expect(subjects(['o1'])).toEqual([null])
    expect(subjects(['o1', 'o2'])).toEqual([])
  })
})

describe('第二十一条: an amended agreement keeps the instalments that were paid', () => {
  it('one that drops a paid instalment is refused', () => {
    const example = caseWithActions('example-case', '2026-11-24')
    const { payments } = example.known('amend-agreement', 'G1')
    const kept = Array.isArray(payments) ? payments : []
    expect(example.refused('amend-agreement', 'G1', { payments: kept })).toEqual([])
    expect(example.refused('amend-agreement', 'G1', { payments: kept.slice(1) })).toEqual(['第二十一条'])
  })
})
