import { describe, expect, test } from 'vitest'
import {
  atAgreement,
  atCase,
  atInstalment,
  atInstrument,
  atMajor,
  atObligor,
  atProject,
  atService,
  atSuit,
} from '../../src/core/deadlines/places.ts'
import { factsOf } from '../../src/core/facts/facts.ts'
import { documentsFor } from '../golden/read.ts'

const due = (id: string, obligor: string) => ({ id, obligor, dueOn: '2026-09-01', amount: '1.00' })
const facts = factsOf(
  documentsFor({
    base: 'minimal',
    facts: {
      consultation: {
        rounds: [
          {
            round: 1,
            services: [
              { obligor: 'o1', method: 'mail' },
              { obligor: 'o2', method: 'direct' },
            ],
          },
          { round: 2, services: [{ obligor: 'o2', method: 'lien' }] },
        ],
      },
      agreements: {
        agreements: [
          {
            id: 'G1',
            obligors: ['o1'],
            signedOn: '2026-05-20',
            payments: [due('P1', 'o1'), due('P2', 'o1')],
          },
        ],
      },
      court: { suits: [{ id: 'S1', obligors: ['o2'] }], paymentOrders: [{ id: 'Z1', agreement: 'G1' }] },
      restoration: {
        projects: [
          { id: 'R1', agreement: 'G1' },
          { id: 'R2', suit: 'S1' },
        ],
      },
      supervision: { major: { markedOn: '2026-03-02' } },
    },
  }),
)

describe('the fact to which a deadline belongs', () => {
  test.each([
    ['a service of a round', atService, ['1', 'o2'], { method: 'direct' }],
    ['a service of another round', atService, ['2', 'o2'], { method: 'lien' }],
    ['an agreement', atAgreement, ['G1'], { id: 'G1' }],
    ['a suit', atSuit, ['S1'], { id: 'S1' }],
    ['an agreement that is enforced', atInstrument, ['G1'], { id: 'G1' }],
    ['a judgment that is enforced', atInstrument, ['S1'], { id: 'S1' }],
    ['a payment order that is enforced', atInstrument, ['Z1'], { id: 'Z1' }],
    ['a project', atProject, ['R2'], { id: 'R2' }],
    ['what asks for a project that has not begun', atProject, ['S1'], { id: 'S1' }],
    ['an instalment', atInstalment, ['P2', ''], { id: 'P2' }],
    ['an instalment of an agreement', atInstalment, ['G1', 'P2'], { id: 'P2' }],
    ['an obligor', atObligor, ['o2'], { id: 'o2' }],
    ['what makes the case a major one', atMajor, [''], { markedOn: '2026-03-02' }],
  ] as const)('%s', (_, find, [first, second = ''], expected) => {
    expect(find(facts, first, second)).toMatchObject(expected)
  })

  test.each([
    ['the case as a whole', atCase, ['G1']],
    ['a service in a round that was not held', atService, ['3', 'o2']],
    ['a service that was not made', atService, ['2', 'o1']],
    ['an agreement that is not there', atAgreement, ['G9']],
    ['an instrument that is not there', atInstrument, ['Z9']],
    ['a project that is not there', atProject, ['R9']],
    ['a suit that is not there', atSuit, ['S9']],
    ['an instalment that is not there', atInstalment, ['P9', '']],
  ] as const)('none for %s', (_, find, [first, second = '']) => {
    expect(find(facts, first, second)).toBeUndefined()
  })
})
