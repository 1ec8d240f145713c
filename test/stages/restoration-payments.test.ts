import { describe, expect, it } from 'vitest'
import { type CaseWithActions, caseWithActions } from '../support/actions.ts'

const today = '2026-11-24'

function deadline({ view }: CaseWithActions, id: string, subject: string) {
  return view.deadlines.find((each) => each.deadline === id && each.subject === subject)
}

describe('第三十五条: payments', () => {
  const owing = caseWithActions('example-case', '2026-10-14', (documents) => {
    delete documents.payments
  })

  it('are made in parts until the instalment is paid', () => {
    expect(owing.subjects('pay')).toEqual(['P1', 'P2'])
    const part = owing.after('pay', 'P2', { amount: '20000.00' })
    expect(deadline(part, 'payment', 'P2')?.met).toBeNull()
    expect(part.known('pay', 'P2')).toMatchObject({ amount: '40000.00', agreement: 'G1' })
    const rest = part.after('pay', 'P2', { paidOn: '2026-10-15' })
    expect(deadline(rest, 'payment', 'P2')).toMatchObject({ status: 'met', met: '2026-10-15' })
    expect(rest.subjects('pay')).toEqual(['P1'])
  })

  it('may come before what they are owed under, and are of something', () => {
    expect(owing.refused('pay', 'P1', { paidOn: '2026-09-27' })).toEqual([])
    expect(owing.refused('pay', 'P1', { amount: '0' })).toEqual(['第二十一条'])
    expect(owing.refused('pay', 'P1', { id: 'P2' })).toEqual(['第二十一条'])
  })

  it('compensation goes to the treasury, costs to whoever bore them', () => {
    expect(owing.known('pay', 'P1')).toMatchObject({ destination: 'treasury' })
    expect(owing.known('pay', 'P2')).toMatchObject({ destination: 'cost-bearer' })
  })

  it('where nothing can be restored or substituted, the treasury comes before what was agreed', () => {
    const agreedOtherwise = (restorability: 'none' | 'partial' | 'full') =>
      caseWithActions('example-case', '2026-10-14', (documents) => {
        delete documents.payments
        const [appraisal] = documents.appraisals?.appraisals ?? []
        const [payment] = documents.agreements?.agreements[0]?.payments ?? []
        if (appraisal) appraisal.restorability = restorability
        if (payment) payment.destination = 'implementer'
      }).known('pay', 'P1').destination
    expect(agreedOtherwise('none')).toBe('treasury')
    expect(agreedOtherwise('partial')).toBe('treasury')
    expect(agreedOtherwise('full')).toBe('implementer')
  })

  it('and restorations go on under the agreement that amends the first', () => {
    const amended = caseWithActions('example-case', today, ({ agreements, payments }) => {
      const [first] = agreements?.agreements ?? []
      if (first) agreements?.agreements.push({ ...first, id: 'G2', amends: 'G1', signedOn: '2026-11-01' })
      payments?.payments.pop()
    })
    expect(amended.subjects('pay')).toEqual(['P2'])
    expect(amended.known('pay', 'P2')).toMatchObject({ agreement: 'G2', amount: '60000.00' })
    expect(amended.subjects('start-restoration')).toEqual([])
    expect(deadline(amended, 'restoration-start', 'R1')?.met).toBe('2026-10-08')
  })

  it('of a judgment are recorded under the suit', () => {
    const second = caseWithActions('example-case-2', today)
    // What falls due first comes first.
    expect(second.subjects('pay')).toEqual(['P3', 'P2'])
    expect(second.known('pay', 'P3')).toMatchObject({ suit: 'S1', amount: '260000.00' })
  })
})
