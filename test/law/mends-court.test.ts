import { describe, expect, test } from 'vitest'
import type { Suit } from '../../src/core/facts/documents.ts'
import { factsOf } from '../../src/core/facts/facts.ts'
import { sampleDocuments } from '../../src/core/lint/sample.ts'
import { breachOf } from '../../src/core/stages/breach.ts'
import { viewOf } from '../../src/core/view.ts'
import { caseWithActions } from '../support/actions.ts'
import { settingOn } from '../support/setting.ts'
import { all, type Change, inRound, severitiesAndCodes, sued, today, unsigned, without } from './mends.ts'

const viewWith = (change: Change, on = today) => {
  const documents = sampleDocuments()
  change(documents)
  return viewOf(factsOf(documents), settingOn(on))
}

describe('a suit that was lost leaves nothing to perform (第二十四条第二款)', () => {
  const lost: Change = ({ court }) => {
    const [suit] = court?.suits ?? []
    if (suit) suit.result = 'lost'
    if (court) court.enforcements = []
  }
  const after = caseWithActions('example-case-2', today, lost)

  test('the obligor stays with the suit, and the case is shown as what the others perform', () => {
    expect(after.view.stage.obligors.get('o2')).toBe('suit')
    expect(after.view.stage.case).toBe('evaluation')
  })

  test('nobody can be sued again for what was dismissed', () => {
    expect(after.subjects('sue')).not.toContain('o2')
  })

  test('it does not keep the case from being closed', () => {
    const alone = caseWithActions('example-case-2', today, (documents) => {
      lost(documents)
      documents.case.obligors = documents.case.obligors.filter(({ id }) => id === 'o2')
      for (const name of ['agreements', 'restoration', 'payments'] as const) delete documents[name]
      documents.court = { suits: documents.court?.suits ?? [] }
      documents.supervision = { disclosures: [{ matter: 'judgment', publishedOn: '2026-07-01' }] }
    })
    expect(alone.view.stage.case).toBe('suit')
    expect(alone.blocked('close', null)).toEqual([])
    expect(alone.known('close', null)).toMatchObject({ result: 'dismissed' })
  })

  test('a suit that is still pending does', () => {
    const pending = caseWithActions('example-case-2', today, ({ court }) => {
      const [suit] = court?.suits ?? []
      delete suit?.effectiveOn
    })
    expect(pending.view.stage.case).toBe('suit')
    expect(pending.blocked('close', null)).toContain('第十四条、第二十二条')
  })
})

describe('a confirmed agreement is enforced, not sued upon (第二十四条第二款)', () => {
  const suit: Suit = { id: 'S1', agreement: 'G1', obligors: ['o1'], filedOn: '2025-10-20' }
  const both: Change = ({ court }) => {
    if (court) court.suits = [suit]
  }

  test('the suit is a warning and moves no stage', () => {
    expect(severitiesAndCodes('court/enforcement-instrument', both)).toEqual(['warning suit'])
    expect(viewWith(both).stage.obligors.get('o1')).toBe('performance')
  })

  test('without confirmation it is the way, and moves the stage', () => {
    expect(severitiesAndCodes('court/enforcement-instrument', sued(suit))).toEqual([])
    expect(viewWith(sued(suit)).stage.obligors.get('o1')).toBe('suit')
  })
})

describe('第二十四条第一款: after a refusal, only a new round that has failed opens the court', () => {
  const refused =
    (filedOn: string): Change =>
    ({ court, consultation }) => {
      const [confirmation] = court?.confirmations ?? []
      if (confirmation) confirmation.result = 'refused'
      const outcomes = ['o1', 'o2'].map((obligor) => {
        return {
          obligor,
          kind: 'failed' as const,
          ground: 'other',
          reason: '分歧过大',
          decidedOn: '2025-11-13',
        }
      })
      consultation?.rounds.push({ round: 2, outcomes })
      if (court) court.suits = [{ id: 'S1', obligors: ['o1', 'o2'], agreement: 'G1', filedOn }]
    }

  test('sued a month before the new round failed: an error for each', () => {
    expect(severitiesAndCodes('court/refused-needs-new-round', refused('2025-10-11'))).toEqual([
      'error suit',
      'error suit',
    ])
  })

  test('sued on the day it failed: none', () => {
    expect(severitiesAndCodes('court/refused-needs-new-round', refused('2025-11-13'))).toEqual([])
  })
})

describe('民法典第一百八十八条、第一百八十九条: the claim under an unconfirmed agreement', () => {
  const unconfirmed = without('court')
  const claim = (change: Change, on = today) =>
    viewWith(change, on).deadlines.find(
      ({ deadline, subject }) => deadline === 'agreement-limitation' && subject === 'G1/o1/money',
    )

  test('runs three years from the last day for performance', () => {
    const unpaid = all(unconfirmed, without('payments'))
    expect(claim(unpaid)).toMatchObject({
      start: '2025-08-20',
      due: '2028-08-20',
      status: 'open',
    })
    expect(claim(unpaid, '2028-08-22')?.status).toBe('overdue')
  })

  test('begins anew with a demand, and is met by the suit on the agreement', () => {
    const demanded: Change = (documents) => {
      without('payments')(documents)
      documents.court = {
        demands: [{ obligors: ['o1', 'o2'], on: '2026-10-08', reference: 'G1' }],
      }
    }
    expect(claim(demanded)).toMatchObject({ start: '2026-10-08', due: '2029-10-08' })
    const filed = sued({ id: 'S1', agreement: 'G1', obligors: ['o1', 'o2'], filedOn: '2026-11-02' })
    expect(claim(all(without('payments'), filed))).toMatchObject({ status: 'met', met: '2026-11-02' })
  })

  test('a confirmed agreement has none, and one performed asks for nothing', () => {
    expect(claim(() => undefined)).toBeUndefined()
    expect(claim(unconfirmed)?.status).toBe('closed')
  })
})

describe('第二十五条: what a judgment orders is measured by the same days as an agreement', () => {
  const judged = (suit: Partial<Suit>): Change =>
    all(
      unsigned,
      inRound((round) => {
        round.outcomes = ['o1', 'o2'].map((obligor) => {
          return { obligor, kind: 'failed', ground: 'other', reason: '分歧', decidedOn: '2025-07-11' }
        })
      }),
      sued({
        id: 'S1',
        obligors: ['o1', 'o2'],
        filedOn: '2025-08-01',
        judgedOn: '2026-01-05',
        effectiveOn: '2026-02-01',
        result: 'won',
        restoration: { mode: 'in-situ' },
        ...suit,
      }),
    )
  const failures = (change: Change) => breachOf(viewWith(change), 'S1')?.failures.map(({ what }) => what)

  test('its own day for completing, else its day for performance', () => {
    expect(failures(judged({ performBy: '2026-08-31' }))).toEqual([
      '应于2026年8月31日前完成修复，至今没有履行',
    ])
    const terms = { mode: 'in-situ', completeBy: '2026-12-31' } as const
    expect(failures(judged({ performBy: '2026-08-31', restoration: terms }))).toEqual([])
  })

  test('a last day on a rest day has not passed before the next working day', () => {
    const saturday = judged({ performBy: '2026-11-21' })
    expect(breachOf(viewWith(saturday, '2026-11-23'), 'S1')?.failures).toEqual([])
    expect(breachOf(viewWith(saturday, '2026-11-24'), 'S1')?.failures).toHaveLength(1)
  })
})

describe('法释〔2019〕8号第二十条: the court announces for thirty days', () => {
  const ruled =
    (ruledOn: string): Change =>
    ({ court }) => {
      const [confirmation] = court?.confirmations ?? []
      if (confirmation) confirmation.ruledOn = ruledOn
    }

  test.each([
    ['2025-09-10', ['notice announcement']],
    ['2025-09-11', []],
  ])('announced 2025-08-12, ruled %s: %j', (ruledOn, expected) => {
    expect(severitiesAndCodes('court/confirmation-late', ruled(ruledOn))).toEqual(expected)
  })
})
