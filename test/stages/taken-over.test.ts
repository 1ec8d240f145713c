import { describe, expect, it } from 'vitest'
import type { Documents } from '../../src/core/facts/documents.ts'
import { actionsFor } from '../../src/core/stages/possible.ts'
import { both, type Change, caseWithActions, upTo } from '../support/actions.ts'

const today = '2026-07-01'
const takenOver =
  (on: string): Change =>
  (documents) => {
    documents.case.backfilled = { on, source: '台账.xlsx', row: 3 }
  }
const without =
  (...names: readonly (keyof Documents)[]): Change =>
  (documents) => {
    for (const name of names) Reflect.deleteProperty(documents, name)
  }
const caseAfter = (...changes: Change[]) => caseWithActions('example-case', today, both(...changes))

describe('第三十八条: a case taken over from a ledger goes on though a step before that is not on record', () => {
  it('is initiated without the check, whose last day lies before the takeover', () => {
    const bare = both(upTo.clue, without('screening'))
    expect(caseAfter(bare).blocked('initiate', null)).toEqual(['第十二条'])
    expect(caseAfter(bare, takenOver('2026-06-01')).blocked('initiate', null)).toEqual([])
  })

  it('is not, where the last day of the check lies on the day of the takeover or after it', () => {
    // The clue came on 2026-02-11; its five working days end on 2026-02-25.
    const bare = both(upTo.clue, without('screening'))
    expect(caseAfter(bare, takenOver('2026-02-25')).blocked('initiate', null)).toEqual(['第十二条'])
    expect(caseAfter(bare, takenOver('2026-02-26')).blocked('initiate', null)).toEqual([])
  })

  it('is given notice of the consultation without the conclusion, once the investigation had run out', () => {
    const initiated = both(upTo.initiation, without('appraisals'))
    expect(caseAfter(initiated).blocked('notify', '1')).not.toEqual([])
    expect(caseAfter(initiated, takenOver('2026-06-30')).blocked('notify', '1')).toEqual([])
    expect(caseAfter(initiated, takenOver('2026-03-01')).blocked('notify', '1')).not.toEqual([])
  })

  it('comes to a meeting with whoever was served before the takeover, since no ledger says who replied', () => {
    const served = both(upTo.consultation, ({ consultation }) => {
      for (const round of consultation?.rounds ?? []) {
        round.replies = []
        round.meetings = []
        delete round.outcomes
      }
    })
    expect(caseAfter(served).subjects('meet')).toEqual([])
    // o1 was served on 2026-06-30, o2 on 2026-07-03.
    expect(caseAfter(served, takenOver('2026-07-01')).subjects('meet')).toEqual(['1'])
    expect(caseAfter(served, takenOver('2026-06-30')).subjects('meet')).toEqual([])
    expect(caseAfter(served, takenOver('2026-07-01')).blocked('meet', '1')).not.toContain('第二十条')
  })

  it('is in the stage of its last step, though the ledger does not say when it was initiated', () => {
    const signedOnly = without(
      'screening',
      'investigation',
      'consultation',
      'court',
      'payments',
      'restoration',
    )
    const stageOf = (...changes: Change[]) => caseAfter(signedOnly, ...changes).view.stage.case
    expect(stageOf()).toBe('screening')
    expect(stageOf(takenOver('2026-06-30'))).toBe('performance')
    // Nothing of it lies before this takeover: that it was initiated is not to be supposed.
    expect(stageOf(takenOver('2026-01-05'))).toBe('screening')
  })

  it('is refused what contradicts the record, as any case is', () => {
    const declined: Change = ({ screening }) => {
      if (screening) screening.decision = 'not-initiate'
    }
    const change = both(upTo.screening, declined, takenOver('2026-06-30'))
    expect(caseAfter(change).blocked('initiate', null)).toContain('第十四条')
  })
})

describe('第三十八条: what a case taken over from a ledger had gone past', () => {
  it('is no longer advised, though it can still be recorded', () => {
    const unpublished: Change = ({ supervision }) => {
      if (supervision) supervision.disclosures = []
    }
    const offered = (...changes: Change[]) =>
      actionsFor(caseWithActions('example-case', '2027-06-01', both(unpublished, ...changes)).view)
        .filter(({ action, subject }) => action.id === 'disclose' && subject === 'agreement/G1')
        .map(({ advised, blockedBy }) => ({ advised, blocked: blockedBy.length }))
    expect(offered()).toEqual([{ advised: true, blocked: 0 }])
    expect(offered(takenOver('2027-05-01'))).toEqual([{ advised: false, blocked: 0 }])
    // On the day after the signature nothing had followed yet.
    expect(offered(takenOver('2026-09-29'))).toEqual([{ advised: true, blocked: 0 }])
  })
})
