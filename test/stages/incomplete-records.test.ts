import { describe, expect, it } from 'vitest'
import { actionsFor } from '../../src/core/stages/possible.ts'
import { viewOn } from '../golden/conclude.ts'
import type { Happened, Values } from '../golden/read.ts'
import { caseWithActions } from '../support/actions.ts'

const unconfirmed: Values = {
  agreements: {
    agreements: [
      {
        id: 'G1',
        round: 1,
        obligors: ['o1'],
        signedOn: '2024-03-15',
        payments: [{ id: 'P1', obligor: 'o1', dueOn: '2024-06-28', amount: '100000.00' }],
      },
    ],
  },
}

const served: Values = {
  consultation: {
    rounds: [
      {
        round: 1,
        notice: { number: '磋1', issuedOn: '2024-02-22' },
        services: [{ obligor: 'o1', method: 'direct', servedOn: '2024-02-23' }],
        meetings: [
          { number: 1, heldOn: '2024-03-05', attended: ['o1'], outcome: 'agreed', agreedWith: ['o1'] },
        ],
      },
    ],
  },
}

/** What can be done on 2024-07-15, as `action:subject`. */
function possible(facts: Values, set: Values = {}): string[] {
  const happened: Happened = { base: 'minimal', facts: { ...served, ...unconfirmed, ...facts }, set }
  return actionsFor(viewOn(happened, '2024-07-15'))
    .filter(({ blockedBy }) => !blockedBy.length)
    .map(({ action, subject }) => `${action.id}:${subject}`)
}

describe('第二十四条: what was pursued already', () => {
  const order = { id: 'Z1', agreement: 'G1', obligors: ['o1'], amount: '100000.00', appliedOn: '2024-07-01' }

  it('by a payment order in effect is enforced, and not sued for', () => {
    expect(possible({})).toContain('sue:o1')
    const effective = { ...order, effectiveOn: '2024-07-10', result: 'effective' }
    const offered = possible({ court: { paymentOrders: [effective] } })
    expect(offered).not.toContain('sue:o1')
    expect(offered).toContain('apply-enforcement:Z1')
    expect(possible({ court: { paymentOrders: [{ ...effective, result: 'lapsed' }] } })).toContain('sue:o1')
  })

  it('and was enforced in full needs no second application', () => {
    const confirmations = [
      { agreement: 'G1', appliedOn: '2024-03-20', ruledOn: '2024-04-19', result: 'confirmed' },
    ]
    expect(possible({ court: { confirmations } })).toContain('apply-enforcement:G1')
    const enforcements = [
      { id: 'F1', instrument: 'confirmation', reference: 'G1', appliedOn: '2024-07-02', result: 'performed' },
    ]
    expect(possible({ court: { confirmations, enforcements } })).not.toContain('apply-enforcement:G1')
  })
})

describe('第二十三条: a ruling without its day', () => {
  it('can be completed, and keeps its result', () => {
    const [agreement] = caseWithActions('example-case', '2026-11-24').view.facts.agreements
    const undated = caseWithActions('example-case', '2026-11-24', ({ court }) => {
      if (court) court.confirmations = [{ agreement: agreement?.id ?? '', result: 'confirmed' }]
    })
    expect(undated.subjects('rule-confirmation')).toEqual(['G1'])
    expect(undated.known('rule-confirmation', 'G1')).toMatchObject({ result: 'confirmed' })
    const dated = undated.after('rule-confirmation', 'G1', { ruledOn: '2026-11-02' })
    expect(dated.view.facts.court.confirmations[0]).toMatchObject({
      result: 'confirmed',
      ruledOn: '2026-11-02',
    })
    expect(dated.subjects('rule-confirmation')).toEqual([])
  })
})

describe('第三十八条: a case is not closed as performed', () => {
  const close = (ground: string) =>
    caseWithActions('example-case', '2026-11-24', (documents) => {
      documents.payments = { payments: [] }
      documents.closing = {
        terminations: [
          { obligors: ['o1'], ground, reason: '无财产。', decidedOn: '2026-11-20', evidence: ['E1'] },
        ],
      }
    }).refused('close', null, {
      closedOn: '2026-11-24',
      result: 'performed',
      openDuties: ['P1'],
      summary: '终结。',
    })

  it('while one let go on a doubtful ground has paid nothing', () => {
    expect(close('no-assets')).toContain('第二十五条')
    expect(close('other-legal')).toContain('第二十五条')
  })
})

describe('第二十一条: an instalment', () => {
  it('of a judgment does not take the number of one that is owed under another agreement', () => {
    const sued = caseWithActions('example-case', '2026-11-24', (documents) => {
      documents.court = {
        ...documents.court,
        suits: [{ id: 'S1', obligors: ['o1'], filedOn: '2026-09-01' }],
      }
    })
    const judged = (id: string) => {
      const payments = [{ id, obligor: 'o1', dueOn: '2027-01-31', amount: '1.00' }]
      return sued.refused('judge', 'S1', { judgedOn: '2026-11-20', result: 'won', payments })
    }
    expect(judged('P1')).toContain('第二十四条')
    expect(judged('P9')).toEqual([])
  })
})
