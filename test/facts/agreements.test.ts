import { describe, expect, test } from 'vitest'
import {
  accelerationClause,
  agreementIndex,
  agreementsBindingAnyone,
  bindingAgreements,
  boundAsBefore,
  confirmedUntilReplaced,
  firstInInstalments,
  instalmentTerms,
  isPaidInInstalments,
  laterVersions,
  obligedUnder,
  obligingAgreements,
  penaltyClause,
} from '../../src/core/facts/agreements.ts'
import type { Agreement } from '../../src/core/facts/documents.ts'
import { type Facts, factsOf } from '../../src/core/facts/facts.ts'
import { instalments } from '../../src/core/facts/instalments.ts'
import { obligations, projectsUnder } from '../../src/core/facts/performance.ts'
import { liveAgreements } from '../../src/core/facts/queries.ts'
import { documentsFor, type Values } from '../golden/read.ts'

const signed: Agreement = { id: 'G1', obligors: ['o1', 'o2'], signedOn: '2026-05-20' }
const ids = (agreements: readonly Agreement[]) => agreements.map(({ id }) => id)

function factsWith(agreements: readonly Agreement[], more: Values = {}): Facts {
  return factsOf(documentsFor({ base: 'minimal', facts: { agreements: { agreements }, ...more } }))
}

describe('第二十一条: the agreements under which something is owed', () => {
  const obliging = (agreement: Agreement, more: Values = {}) =>
    ids(obligingAgreements(factsWith([agreement], more)))

  test('are signed, in their last version, and not rescinded', () => {
    const { signedOn: _, ...draft } = signed
    const rescinded: Agreement = { ...signed, status: 'rescinded' }
    expect(obliging(signed)).toEqual(['G1'])
    expect(obliging(draft)).toEqual([])
    expect(obliging(rescinded)).toEqual([])
    expect(ids(bindingAgreements(factsWith([draft])))).toEqual(['G1'])
    expect(ids(bindingAgreements(factsWith([rescinded])))).toEqual([])
    const both = factsWith([signed, { ...signed, id: 'G2', amends: 'G1' }])
    expect(ids(obligingAgreements(both))).toEqual(['G2'])
    expect(ids(liveAgreements(both))).toEqual(['G2'])
    expect(agreementIndex(both, 'G2')).toBe(1)
    expect(agreementIndex(both, 'G9')).toBe(-1)
  })

  test('not one that the court refused to confirm, whatever followed', () => {
    const refused = { confirmations: [{ agreement: 'G1', appliedOn: '2026-06-01', result: 'refused' }] }
    expect(obliging(signed, { court: refused })).toEqual([])
    expect(obliging(signed, { court: refused, consultation: { rounds: [{ round: 2 }] } })).toEqual([])
    expect(obliging(signed, { consultation: { rounds: [{ round: 1 }, { round: 2 }] } })).toEqual(['G1'])
  })

  test('an amendment that came to nothing gives way to what the court confirmed, and to nothing else', () => {
    const confirmed = { agreement: 'G1', appliedOn: '2026-06-01', result: 'confirmed' }
    const refused = { agreement: 'G2', appliedOn: '2026-07-01', result: 'refused' }
    const amending = { ...signed, id: 'G2', amends: 'G1' }
    const void2 = { ...amending, status: 'rescinded' as const }
    const under = (agreements: Agreement[], ...confirmations: Values[]) =>
      ids(obligingAgreements(factsWith(agreements, { court: { confirmations } })))
    expect(under([signed, void2], confirmed)).toEqual(['G1'])
    expect(under([signed, amending], confirmed, refused)).toEqual(['G1'])
    expect(under([signed, { ...signed, id: 'G3', amends: 'G1' }, void2], confirmed)).toEqual(['G3'])
    expect(under([signed, void2])).toEqual([])
    expect(under([signed, amending], confirmed)).toEqual(['G2'])
  })

  test('what the court confirmed can be enforced until what amends it is confirmed too', () => {
    const confirmed = (...of: string[]) => ({
      court: {
        confirmations: of.map((agreement) => ({ agreement, appliedOn: '2026-06-01', result: 'confirmed' })),
      },
    })
    const second = { ...signed, id: 'G2', amends: 'G1', signedOn: '2026-07-20' }
    const third = { ...signed, id: 'G3', amends: 'G2', signedOn: '2026-08-20' }
    const kept = (agreements: Agreement[], ...of: string[]) =>
      ids(confirmedUntilReplaced(factsWith(agreements, confirmed(...of))))
    expect(kept([signed, second], 'G1')).toEqual(['G1'])
    expect(kept([signed, second, third], 'G1')).toEqual(['G1'])
    expect(kept([signed, second, third], 'G1', 'G2')).toEqual(['G2'])
    expect(kept([signed, second, third], 'G1', 'G3')).toEqual([])
    expect(kept([signed, second])).toEqual([])
    expect(kept([signed], 'G1')).toEqual([])
    expect(kept([{ ...signed, status: 'rescinded' }, second], 'G1')).toEqual([])
  })

  test('the versions after one are those that amend it, directly or by way of others', () => {
    const second = { ...signed, id: 'G2', amends: 'G1' }
    const facts = factsWith([signed, second, { ...signed, id: 'G3', amends: 'G2' }, { ...signed, id: 'G9' }])
    const laterThan = (id: string) =>
      ids(facts.agreements.filter((each) => each.id === id).flatMap((each) => laterVersions(facts, each)))
    expect(laterThan('G1')).toEqual(['G2', 'G3'])
    expect(laterThan('G2')).toEqual(['G3'])
    expect(laterThan('G9')).toEqual([])
  })

  test('who is left out of an amendment is bound as before, unless the confirmation holds for all', () => {
    const amending = { ...signed, id: 'G2', amends: 'G1', obligors: ['o1'], signedOn: '2026-07-20' }
    const bound = (more: Values = {}) => {
      const facts = factsWith([signed, amending], more)
      return [ids(agreementsBindingAnyone(facts)), facts.agreements.map((each) => boundAsBefore(facts, each))]
    }
    expect(bound()).toEqual([
      ['G1', 'G2'],
      [['o2'], []],
    ])
    const confirmations = [{ agreement: 'G1', appliedOn: '2026-06-01', result: 'confirmed' }]
    expect(bound({ court: { confirmations } })).toEqual([['G2'], [[], []]])
    const facts = factsWith([signed, amending])
    expect(facts.agreements.map((each) => obligedUnder(facts, each))).toEqual([['o2'], ['o1']])
  })

  test('a judgment on its breach takes its place, for those on whom it was given', () => {
    const judged = (...obligors: string[]) => ({
      court: { suits: [{ id: 'S1', obligors, agreement: 'G1', effectiveOn: '2026-09-01', result: 'won' }] },
    })
    expect(obliging(signed, judged('o1'))).toEqual(['G1'])
    expect(obligedUnder(factsWith([signed], judged('o1')), signed)).toEqual(['o2'])
    expect(obliging(signed, judged('o1', 'o2'))).toEqual([])
  })

  test('of its instalments, those of the obligors whom it still binds, and those that name nobody', () => {
    const payments = ['o1', 'o2', undefined].map((obligor, index) => ({
      id: `P${index + 1}`,
      dueOn: '2026-10-01',
      amount: '100.00',
      ...(obligor && { obligor }),
    }))
    const suit = { id: 'S1', obligors: ['o1'], agreement: 'G1', effectiveOn: '2026-09-01', result: 'won' }
    const owed = (court: Values) =>
      instalments(factsWith([{ ...signed, payments }], { court })).map(({ payment }) => payment.id)
    expect(owed({})).toEqual(['P1', 'P2', 'P3'])
    expect(owed({ suits: [suit] })).toEqual(['P2', 'P3'])
    expect(instalments(factsWith([signed], { court: { suits: [suit] } }))).toEqual([])
  })
})

describe('what binds, and the restoration under it', () => {
  test('agreements and judgments, each with its own projects', () => {
    const suits = [{ id: 'S1', obligors: ['o2'], effectiveOn: '2026-09-01', result: 'won' }]
    const projects = [
      { id: 'R1', agreement: 'G1' },
      { id: 'R2', suit: 'S1' },
      { id: 'R3', suit: 'S2' },
    ]
    const facts = factsWith([signed], { court: { suits }, restoration: { projects } })
    const under = obligations(facts).map((each) => [
      'agreement' in each ? each.agreement.id : each.suit.id,
      projectsUnder(facts, each).map(({ id }) => id),
    ])
    expect(under).toEqual([
      ['G1', ['R1']],
      ['S1', ['R2']],
    ])
  })
})

describe('第二十六条第四项: payment in instalments', () => {
  const payment = { id: 'P1', obligor: 'o1', dueOn: '2026-10-01', amount: '100.00' }
  const declared: Agreement = { ...signed, substitutes: [{ mode: 'instalments' }, { mode: 'labor' }] }

  test('is declared as a substitute, or shows when one of them pays on several days', () => {
    expect(instalmentTerms(declared).map(({ mode }) => mode)).toEqual(['instalments'])
    expect(isPaidInInstalments(declared)).toBe(true)
    expect(isPaidInInstalments({ ...signed, payments: [payment, { ...payment, dueOn: '2026-11-01' }] })).toBe(
      true,
    )
  })

  test('is none when each pays on one day, though they pay on different days', () => {
    const other = { ...payment, obligor: 'o2', dueOn: '2026-11-01' }
    expect(isPaidInInstalments({ ...signed, payments: [payment, payment, other] })).toBe(false)
    expect(isPaidInInstalments({ ...signed, substitutes: [{ mode: 'labor' }] })).toBe(false)
    expect(isPaidInInstalments(signed)).toBe(false)
  })

  test('is counted from the first version that allowed it', () => {
    const first: Agreement = { ...signed, id: 'G0' }
    const second: Agreement = { ...declared, id: 'G1', amends: 'G0' }
    const third: Agreement = { ...declared, id: 'G2', amends: 'G1' }
    expect(firstInInstalments(factsWith([first, second, third]), third).id).toBe('G1')
    expect(firstInInstalments(factsWith([first]), first).id).toBe('G0')
  })
})

describe('the penalty that an agreement has', () => {
  test.each([
    ['逾期按日支付违约金。', '逾期按日支付违约金'],
    [
      '乙方逾期的，应当向甲方支付违约金一万元。甲方迟延配合的，向乙方支付违约金一万元。',
      '乙方逾期的，应当向甲方支付违约金一万元',
    ],
    ['乙方未按期支付的，按日万分之五支付违约金。', '乙方未按期支付的，按日万分之五支付违约金'],
    ['双方不约定违约金，按照法律规定承担责任。', undefined],
    ['甲方迟延配合的，向乙方支付违约金一万元。', undefined],
    ['无违约金。', undefined],
    ['不追究违约责任。', undefined],
    ['乙方按期修复的，不再支付违约金。', undefined],
  ])('%s', (breach, penalty) => {
    const facts = factsWith([{ ...signed, clauses: { breach } }])
    expect(penaltyClause(facts, 'G1')).toBe(penalty)
  })
})

describe('what falls due at once under an agreement when one instalment is not paid', () => {
  test.each([
    ['任何一期未按时支付的，剩余款项全部到期。', '任何一期未按时支付的，剩余款项全部到期'],
    [
      '逾期三十日的，甲方有权要求乙方一次性付清全部剩余款项；另付违约金。',
      '逾期三十日的，甲方有权要求乙方一次性付清全部剩余款项',
    ],
    ['逾期的，视为全部债务到期。', '逾期的，视为全部债务到期'],
    ['乙方违约的，未到期款项加速到期。', '乙方违约的，未到期款项加速到期'],
    ['乙方可以提前一次性支付剩余款项。', undefined],
    ['乙方提前支付剩余款项的，免收利息。', undefined],
    ['全部款项一并支付后，视为履行完毕。', undefined],
    ['全部赔偿款已于签订时一并支付。', undefined],
    ['全部款项到期后未付的，支付违约金。', undefined],
    ['甲方不得要求乙方提前支付剩余款项。', undefined],
    ['乙方逾期的，支付违约金。', undefined],
  ])('%s', (breach, clause) => {
    const facts = factsWith([{ ...signed, clauses: { breach } }])
    expect(accelerationClause(facts, 'G1')).toBe(clause)
  })
})
