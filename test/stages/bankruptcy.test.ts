import { describe, expect, it } from 'vitest'
import { actionOf } from '../../src/core/stages/actions/index.ts'
import { type Change, done, offered, refusals, subjects, upTo, viewAfter } from '../support/actions.ts'

const opened = { openedOn: '2026-07-01', claimBy: '2026-09-01', administrator: { name: '某律师事务所' } }
const bankrupt = done('record-bankruptcy', 'o1', opened)
const claimed = done('record-bankruptcy', 'o1', { ...opened, claimedOn: '2026-07-20', claimed: '100000.00' })
const reasons = (...call: Parameters<typeof refusals>): string =>
  refusals(...call)
    .map(({ reason }) => reason)
    .join('\n')

describe('破产 (企业破产法, not verified)', () => {
  it('is recorded of an organisation, on and on until the proceedings are over', () => {
    expect(subjects('record-bankruptcy', upTo.initiation)).toEqual(['o1'])
    expect(offered('record-bankruptcy', 'o1', bothOf(upTo.initiation, bankrupt))).toBe(true)
    const over = done('record-bankruptcy', 'o1', { ...opened, endedOn: '2026-11-01' })
    expect(subjects('record-bankruptcy', bothOf(upTo.initiation, over))).toEqual([])
  })

  it('keeps what was recorded before, when the claim is declared', () => {
    const view = viewAfter('2026-07-20', bothOf(upTo.initiation, bankrupt), claimed)
    expect(view.facts.obligors[0]?.bankruptcy).toMatchObject({ ...opened, claimedOn: '2026-07-20' })
    const deadline = view.deadlines.find((each) => each.deadline === 'bankruptcy-claim')
    expect(deadline).toMatchObject({ subject: 'o1', due: '2026-09-01', status: 'met' })
  })

  it('distributions come once a day, and not above what was admitted', () => {
    expect(subjects('record-distribution', bothOf(upTo.initiation, bankrupt))).toEqual([])
    const admitted = done('record-bankruptcy', 'o1', {
      ...opened,
      claimedOn: '2026-07-20',
      admitted: '500.00',
    })
    const before = bothOf(upTo.initiation, admitted)
    const paid = done('record-distribution', 'o1', { on: '2026-10-08', amount: '300.00' })
    expect(viewAfter('2026-10-08', before, paid).facts.obligors[0]?.bankruptcy?.distributions).toEqual([
      { on: '2026-10-08', amount: '300.00' },
    ])
    const after = bothOf(before, paid)
    expect(reasons('record-distribution', 'o1', after, { on: '2026-10-09', amount: '200.01' })).toContain(
      '多于确认的债权',
    )
    expect(reasons('record-distribution', 'o1', after, { on: '2026-10-09', amount: '200.00' })).toBe('')
    expect(reasons('record-distribution', 'o1', after, { on: '2026-10-08', amount: '1.00' })).toContain(
      '已经记录',
    )
  })
})

describe('共同索赔的其他权利人 (第七条)', () => {
  const other = { name: '崇左市人民政府', handlingUnit: '崇左市生态环境局' }

  it('is registered with its unit, once', () => {
    const added = done('record-claimant', null, other)
    const view = viewAfter('2026-06-30', upTo.initiation, added)
    expect(view.facts.case.jurisdiction.obligees).toEqual([other])
    expect(reasons('record-claimant', null, bothOf(upTo.initiation, added), other)).toContain('已经登记')
    const { obligee } = view.facts.case.jurisdiction
    expect(reasons('record-claimant', null, upTo.initiation, { ...other, name: obligee })).toContain(
      '已经登记',
    )
  })
})

describe('付款人', () => {
  it('of what is paid before the agreement is the obligor, or somebody who pays for him', () => {
    const item = { id: 'Y1', amount: '100.00', paidOn: '2026-06-30', destination: 'cost-bearer' }
    const by = (payer: unknown) => reasons('pay', 'o1', upTo.initiation, { ...item, payer })
    expect(by('o1')).toBe('')
    expect(by({ name: '某保险公司', relation: 'insurer', obligor: 'o1' })).toBe('')
    expect(by({ name: '某保险公司', relation: 'insurer' })).toContain('代谁付款')
    expect(by('o2')).toContain('付款人')
  })

  it('is not written down twice: the same money of the same day needs a voucher of its own', () => {
    const item = { id: 'Y1', payer: 'o1', amount: '100.00', paidOn: '2026-06-29', destination: 'cost-bearer' }
    const paid = bothOf(upTo.initiation, done('pay', 'o1', item))
    const again = (changes: object) => reasons('pay', 'o1', paid, { ...item, id: 'Y2', ...changes })
    expect(again({})).toContain('已经记录过')
    expect(again({ amount: '100' })).toContain('已经记录过')
    expect(again({ voucher: 'E1' })).toBe('')
    expect(again({ paidOn: '2026-06-30' })).toBe('')
    expect(again({ amount: '200.00' })).toBe('')
  })
})

function bothOf(...changes: Change[]): Change {
  return (documents) => {
    for (const change of changes) change(documents)
  }
}

describe('申请强制执行 against somebody in bankruptcy', () => {
  const unpaid: Change = (documents) => {
    documents.payments = { payments: [] }
    const [agreement] = documents.agreements?.agreements ?? []
    for (const payment of agreement?.payments ?? [])
      Object.assign(payment, { obligor: 'o1', dueOn: '2026-10-12' })
    const [confirmation] = documents.court?.confirmations ?? []
    if (confirmation) Object.assign(confirmation, { result: 'confirmed', ruledOn: '2026-10-30' })
  }
  const broke: Change = (documents) => {
    const [obligor] = documents.case.obligors
    if (obligor) obligor.bankruptcy = { openedOn: '2026-10-20', claimedOn: '2026-10-30' }
  }

  it('is no longer advised, and is proposed against those alone who are not', () => {
    const proposed = (...changes: Change[]) => {
      const view = viewAfter('2026-11-24', bothOf(...changes))
      const action = actionOf('apply-enforcement')
      const defaults = action?.defaults?.(view, 'G1')
      return { obligors: defaults?.obligors, advised: action?.advised?.(view, 'G1') }
    }
    expect(proposed(unpaid)).toEqual({ obligors: ['o1'], advised: true })
    expect(proposed(unpaid, broke)).toEqual({ obligors: ['o1'], advised: false })
    const both: Change = (documents) => {
      const [agreement] = documents.agreements?.agreements ?? []
      const [, second] = agreement?.payments ?? []
      if (second) second.obligor = 'o2'
    }
    expect(proposed(unpaid, both, broke)).toEqual({ obligors: ['o2'], advised: true })
  })
})
