import { describe, expect, it } from 'vitest'
import type { Documents } from '../../src/core/facts/documents.ts'
import { rowContradictions } from '../../src/core/ledger/intake/contradictions.ts'
import type { IntakeCase } from '../../src/core/ledger/intake/intake.ts'
import { sampleDocuments } from '../../src/core/lint/sample.ts'
import { intakeSetting } from '../support/ledger-sheet.ts'

const row: IntakeCase = {
  ...{ sheet: '台账', row: 7, rows: [7], beside: [], number: '1', title: '某案' },
  ...{ values: new Map(), obligors: [], payments: [], headings: new Map(), faults: [] },
}

/** What contradicts itself in the lawful sample case after a change, as `sheet row column`. */
function places(change: (documents: Documents) => void, of: Partial<IntakeCase> = {}, before?: Documents) {
  const after = sampleDocuments()
  change(after)
  return rowContradictions({ ...row, ...of }, { after, ...(before && { before }) }, intakeSetting).map(
    (each) => `${each.sheet} ${each.row} ${each.column}${each.refuses ? ' refused' : ''}`,
  )
}

const signedEarly = ({ agreements }: Documents) => {
  const [first] = agreements?.agreements ?? []
  if (first) first.signedOn = '2025-01-01'
}
const paidLater =
  (...days: string[]) =>
  ({ payments }: Documents) => {
    for (const [index, day] of days.entries()) {
      const payment = payments?.payments[index]
      if (payment) payment.paidOn = day
    }
  }
const servedLater = (day: string, index = 0) => {
  return ({ consultation }: Documents) => {
    const [round] = consultation?.rounds ?? []
    const service = round?.services?.[index]
    if (service) service.servedOn = day
    if (round) Object.assign(round, { replies: [], meetings: [], outcomes: [] })
  }
}

describe('a contradiction is told at the cell that says it', () => {
  it('under its heading in the file, or that of ejc', () => {
    expect(places(signedEarly)).toEqual(['台账 7 签约日期'])
    expect(places(signedEarly, { headings: new Map([['signedOn', '协议签订日']]) })).toEqual([
      '台账 7 协议签订日',
    ])
  })

  it('at the whole row, where no column holds it', () => {
    const change = ({ evidence }: Documents) => {
      const [first] = evidence?.evidence ?? []
      if (first) first.collectedOn = '2027-01-01'
    }
    expect(places(change)).toEqual(['台账 7 （整行） refused'])
  })

  it('at the column that holds a part of what it is about', () => {
    const withoutPayments = (documents: Documents) => {
      const [first] = documents.agreements?.agreements ?? []
      if (first) first.payments = []
    }
    expect(places(withoutPayments)).toContain('台账 7 付款期限')
  })

  it('at the row of the payment, in the sheet of payments', () => {
    const place = { sheet: '付款', row: 3, column: '付款日期' }
    const other = { sheet: '付款', row: 4, column: '付款日期' }
    const payments = [
      { on: '2027-01-01', amount: '1.00' },
      { on: '2027-02-01', amount: '1.00', place },
      { on: '2027-03-01', amount: '1.00', place: other },
    ]
    const found = (...days: string[]) =>
      places(paidLater(...days), { payments }).filter((each) => each.endsWith('refused'))
    expect(found('2027-02-01', '2027-03-01')).toEqual(['付款 3 付款日期 refused', '付款 4 付款日期 refused'])
    expect(found('2027-01-01')).toEqual(['台账 7 付款日期和金额 refused'])
  })

  it('at the row of the obligor, in the sheet of obligors', () => {
    const obligors = ['某造纸有限公司', '郑某'].map((name, index) => ({
      name,
      places: { servedOn: { sheet: '义务人', row: index + 2, column: '送达日期' } },
    }))
    const found = (index: number, of: Partial<IntakeCase>) =>
      places(servedLater('2027-01-01', index), of).filter((each) => each.endsWith('refused'))
    expect(found(0, { obligors })).toEqual(['义务人 2 送达日期 refused'])
    expect(found(1, { obligors })).toEqual(['义务人 3 送达日期 refused'])
    expect(found(1, { obligors: obligors.slice(0, 1) })).toEqual(['台账 7 送达日期 refused'])
    expect(found(1, { obligors: [{ name: '郑某' }] })).toEqual(['台账 7 送达日期 refused'])
  })

  it('not at the service, where another day of the consultation is meant', () => {
    const obligors = [
      { name: '某造纸有限公司', places: { servedOn: { sheet: '义务人', row: 2, column: '送达日期' } } },
    ]
    const replied = ({ consultation }: Documents) => {
      const reply = consultation?.rounds[0]?.replies?.[0]
      if (reply) reply.repliedOn = '2027-01-01'
    }
    expect(places(replied, { obligors })).toEqual(['台账 7 （整行） refused'])
  })
})

describe('a contradiction is not told', () => {
  it('of a lawful case', () => {
    expect(places(() => undefined)).toEqual([])
  })

  it('that the case had before', () => {
    const before = sampleDocuments()
    signedEarly(before)
    expect(places(signedEarly, {}, before)).toEqual([])
    expect(places(signedEarly, {}, sampleDocuments())).toEqual(['台账 7 签约日期'])
  })

  it('of a certificate or of the pack, of which other places tell', () => {
    expect(
      places(({ case: own }) => {
        const [first] = own.obligors
        if (first) first.creditCode = '91350100M000100Y44'
      }),
    ).toEqual([])
    expect(
      places(({ case: own }) => {
        own.regulation = 'national-2026'
      }),
    ).toEqual([])
  })
})

it('an error makes the row doubtful, a warning does not; a day to come refuses it', () => {
  const found = (change: (documents: Documents) => void) => {
    const after = sampleDocuments()
    change(after)
    return rowContradictions(row, { after }, intakeSetting).map(({ refuses, doubtful = false, message }) => ({
      ...{ refuses, doubtful, ends: message.slice(-1) },
    }))
  }
  expect(found(signedEarly)).toEqual([{ refuses: false, doubtful: true, ends: '期' }])
  expect(found(servedLater('2027-01-01'))).toContainEqual({ refuses: true, doubtful: false, ends: '录' })
  const paidTwice = (documents: Documents) => {
    for (const payment of documents.payments?.payments ?? []) payment.amount = '100000.00'
  }
  expect(found(paidTwice).map(({ doubtful }) => doubtful)).toEqual([false, false])
})
