import { describe, expect, test } from 'vitest'
import type { Values } from '../golden/read.ts'
import { agreed, agreement, consulted, restored, rows, sued, told } from '../support/ledger-rows.ts'

describe('第二十一条、第二十四条: the agreement and the court', () => {
  test('was signed on the day of its first version in that round', () => {
    const amending = { ...agreement, id: 'G2', amends: 'G1', signedOn: '2026-07-20' }
    expect(told(agreed(agreement, amending), 'signedOn')).toEqual(['2026-05-20'])
    expect(
      told(
        { ...agreed(agreement, { ...amending, round: 2 }), ...consulted({ round: 1 }, { round: 2 }) },
        'signedOn',
      ),
    ).toEqual(['2026-07-20'])
    const others = [
      { ...agreement, obligors: ['o1'] },
      { ...agreement, id: 'G2', obligors: ['o2'], signedOn: '2026-05-18' },
    ]
    expect(told(agreed(...others), 'signedOn')).toEqual(['2026-05-18'])
    expect(told(agreed({ ...agreement, status: 'rescinded' }), 'signedOn')).toEqual([undefined])
  })

  test('comes to its total, else to its items; without an agreement, to what is ordered, else claimed', () => {
    const items = [{ amount: '1.00' }, { amount: '2.50' }]
    const comes = (facts: Values) => told(facts, 'total')
    const judged = { id: 'S1', obligors: ['o1'], claimAmount: '9.00' }
    const payments = [
      { id: 'P1', amount: '4.00' },
      { id: 'P2', amount: '4.50' },
    ]
    expect(comes(agreed({ ...agreement, compensation: { items, total: '3.60' } }))).toEqual(['3.60'])
    expect(comes(agreed({ ...agreement, compensation: { items } }))).toEqual(['3.50'])
    expect(comes(agreed({ ...agreement, compensation: {} }))).toEqual([undefined])
    expect(comes(sued({ ...judged, payments }))).toEqual(['8.50'])
    expect(comes(sued(judged))).toEqual(['9.00'])
    expect(comes(sued(judged, { ...judged, id: 'S2', claimAmount: '0.50' }))).toEqual(['9.50'])
    expect(
      comes({ ...agreed({ ...agreement, compensation: { items } }), ...sued({ ...judged, payments }) }),
    ).toEqual(['3.50'])
    expect(comes({})).toEqual([undefined])
  })

  test('was confirmed on the day of the ruling, and not where the court refused', () => {
    const applied = { agreement: 'G1', appliedOn: '2026-06-01', ruledOn: '2026-07-01' }
    const ruled = (result: string) =>
      told(
        { ...agreed(agreement), court: { confirmations: [{ ...applied, result }] } },
        'confirmationAppliedOn',
        'confirmedOn',
      )
    expect(ruled('confirmed')).toEqual(['2026-06-01', '2026-07-01'])
    expect(ruled('refused')).toEqual(['2026-06-01', undefined])
  })

  test('of several suits the first days', () => {
    const both = [
      { id: 'S1', obligors: ['o1'], filedOn: '2026-07-02', judgedOn: '2026-09-01' },
      { id: 'S2', obligors: ['o2'], filedOn: '2026-07-01', judgedOn: '2026-09-02' },
    ]
    expect(told(sued(...both), 'suedOn', 'judgedOn')).toEqual(['2026-07-01', '2026-09-01'])
  })

  test('the money that is due, by its days; of the judgments where nothing was agreed', () => {
    const payments = [
      { id: 'P1', obligor: 'o1', dueOn: '2026-09-01', amount: '1.00' },
      { id: 'P2', dueOn: '2026-08-01', amount: '2.00' },
      { id: 'P3', amount: '3.00' },
    ]
    const due = [
      { on: '2026-08-01', amount: '2.00' },
      { on: '2026-09-01', amount: '1.00', payer: '某造纸有限公司' },
    ]
    expect(told(agreed({ ...agreement, payments }), 'paymentDue')).toEqual([due])
    expect(told(sued({ id: 'S1', obligors: ['o1'], payments }), 'paymentDue')).toEqual([due])
    expect(
      told({ ...agreed(agreement), ...sued({ id: 'S1', obligors: ['o1'], payments }) }, 'paymentDue'),
    ).toEqual([undefined])
    expect(told(agreed({ ...agreement, payments: [{ id: 'P3', amount: '3.00' }] }), 'paymentDue')).toEqual([
      undefined,
    ])
  })

  test('the share of one alone, over all agreements', () => {
    const shares = [
      { obligors: ['o1'], amount: '1.00' },
      { obligors: ['o1'], amount: '0.50' },
      { obligors: ['o1', 'o2'], amount: '7.00' },
    ]
    expect(rows(agreed({ ...agreement, shares })).obligors.map(({ share }) => share)).toEqual([
      '1.50',
      undefined,
    ])
  })

  test('第三十六条: what was published of the agreement; without one, of the judgment', () => {
    const disclosures = [
      { matter: 'agreement', publishedOn: '2026-06-09' },
      { matter: 'agreement', publishedOn: '2026-06-08' },
      { matter: 'judgment', publishedOn: '2026-06-07' },
      { matter: 'funds', publishedOn: '2026-06-06' },
    ]
    const published = (facts: Values) => told({ supervision: { disclosures }, ...facts }, 'disclosedOn')
    expect(published(agreed(agreement))).toEqual(['2026-06-08'])
    expect(published({})).toEqual(['2026-06-07'])
    expect(published(agreed({ ...agreement, signedOn: undefined }))).toEqual(['2026-06-07'])
  })
})

describe('第三十五条: what was paid', () => {
  const paid = (...payments: Values[]) => {
    const found = rows({ payments: { payments }, evidence: { evidence: [{ id: 'E1', title: '缴款书' }] } })
    return [found.case.payments, found.payments.map(({ payer, voucher }) => [payer, voucher])]
  }
  const one = { id: 'P1', paidOn: '2026-08-02', amount: '1.00', payer: 'o1' }

  test('is in the order of its days, and of one on one day in one sum', () => {
    const parts = [one, { ...one, paidOn: '2026-08-01' }, { ...one, id: 'P2', amount: '0.50' }]
    expect(paid(...parts)[0]).toEqual([
      { on: '2026-08-01', amount: '1.00', payer: '某造纸有限公司' },
      { on: '2026-08-02', amount: '1.50', payer: '某造纸有限公司' },
    ])
    expect(paid(one, { ...one, payer: 'o2' })[0]).toHaveLength(2)
    expect(paid()).toEqual([undefined, []])
  })

  test('by an obligor, another by his name, or nobody where several may have paid', () => {
    const { payer: _, ...unnamed } = one
    expect(paid(one, { ...one, payer: { name: '某保险公司' } }, unnamed)[1]).toEqual([
      ['某造纸有限公司', undefined],
      ['某保险公司', undefined],
      [undefined, undefined],
    ])
    const alone = rows({
      case: { obligors: [{ id: 'o1', name: '甲公司' }] },
      payments: { payments: [unnamed] },
    })
    expect(alone.payments.map(({ payer }) => payer)).toEqual(['甲公司'])
  })

  test('with its receipts: by their titles, as they are numbered, or as noted', () => {
    expect(paid({ ...one, voucher: 'E1', note: '备注' })[1]).toEqual([['某造纸有限公司', '缴款书']])
    expect(paid({ ...one, voucher: '回单12' })[1]).toEqual([['某造纸有限公司', '回单12']])
    expect(paid({ ...one, note: '转账' })[1]).toEqual([['某造纸有限公司', '转账']])
    const parts = [
      { ...one, voucher: 'E1' },
      { ...one, id: 'P2', voucher: 'E1' },
      { ...one, id: 'P3', note: '转账' },
    ]
    expect(paid(...parts)[1]).toEqual([['某造纸有限公司', '缴款书；转账']])
  })
})

describe('第二十五条、第二十九条: the restoration of a row', () => {
  test('begins with the first project, is complete and evaluated with the last of them', () => {
    const first = {
      id: 'R1',
      startedOn: '2026-06-02',
      completedOn: '2026-08-01',
      evaluations: [{ reportedOn: '2026-08-10' }, { reportedOn: '2026-09-10' }],
    }
    const second = {
      id: 'R2',
      startedOn: '2026-06-01',
      completedOn: '2026-08-05',
      evaluations: [{ reportedOn: '2026-08-20' }],
    }
    const days = (...projects: Values[]) =>
      told(restored(...projects), 'restorationStartedOn', 'completedOn', 'evaluatedOn')
    expect(days(first, second)).toEqual(['2026-06-01', '2026-08-05', '2026-09-10'])
    expect(days(first, { id: 'R2' })).toEqual(['2026-06-02', undefined, undefined])
    expect(days()).toEqual([undefined, undefined, undefined])
  })

  test('is due on the last of the days that were agreed, phase by phase; of the judgments where nothing was agreed', () => {
    const restoration = {
      completeBy: '2026-10-01',
      phases: [{ id: '1', completeBy: '2026-11-01' }, { id: '2' }],
    }
    const due = (facts: Values) => told(facts, 'restorationDueOn')
    expect(due(agreed({ ...agreement, restoration }))).toEqual(['2026-11-01'])
    expect(due(agreed({ ...agreement, restoration: { completeBy: '2026-10-01' } }))).toEqual(['2026-10-01'])
    expect(due(sued({ id: 'S1', obligors: ['o1'], restoration }))).toEqual(['2026-11-01'])
    expect(due({ ...agreed(agreement), ...sued({ id: 'S1', obligors: ['o1'], restoration }) })).toEqual([
      undefined,
    ])
  })

  test('is in the mode of its projects, else as agreed, else in money where that alone was agreed', () => {
    const mode = (facts: Values) => told(facts, 'restorationMode')
    const money = { substitutes: [{ mode: 'monetary', amount: '5.00' }] }
    const inPlace = { restoration: { mode: 'in-situ' } }
    expect(
      mode({ ...agreed({ ...agreement, ...inPlace }), ...restored({ id: 'R1', mode: 'off-site' }) }),
    ).toEqual(['off-site'])
    expect(mode(agreed({ ...agreement, ...inPlace }))).toEqual(['in-situ'])
    expect(mode(agreed({ ...agreement, ...money }))).toEqual(['monetary'])
    expect(mode(agreed({ ...agreement, ...inPlace, ...money }))).toEqual(['in-situ'])
    expect(mode({ ...agreed({ ...agreement, ...money }), ...restored({ id: 'R1' }) })).toEqual([undefined])
    expect(mode(restored({ id: 'R1', mode: 'off-site' }, { id: 'R2', mode: 'labor' }))).toEqual([undefined])
    const sets = [
      { id: 'W1', mode: 'in-situ' },
      { id: 'W2', mode: 'labor' },
    ]
    expect(mode(agreed({ ...agreement, restoration: sets, ...money }))).toEqual([undefined])
    expect(mode(agreed({ ...agreement, substitutes: [{ mode: 'labor', amount: '5.00' }] }))).toEqual([
      undefined,
    ])
  })

  test('each quantity has a column of its own, damaged and restored; of several projects their sum', () => {
    const quantities = {
      soilM3: '1',
      forestM2: '2',
      farmlandM2: '3',
      surfaceWaterM3: '4',
      groundwaterM3: '5',
      wetlandM2: '6',
      wasteT: '7',
    }
    const { case: row } = rows({
      case: { damage: { quantities } },
      ...restored({ id: 'R1', restored: quantities }, { id: 'R2', restored: { soilM3: '0.5' } }),
    })
    const kinds = ['Soil', 'Forest', 'Farmland', 'SurfaceWater', 'Groundwater', 'Wetland', 'Waste']
    const of = (which: string) => kinds.map((kind) => row[`${which}${kind}` as keyof typeof row])
    expect(of('damaged')).toEqual(['1', '2', '3', '4', '5', '6', '7'])
    expect(of('restored')).toEqual(['1.5', '2', '3', '4', '5', '6', '7'])
    const bare = rows({}).case
    expect([bare.damagedSoil, bare.restoredSoil]).toEqual([undefined, undefined])
  })
})
