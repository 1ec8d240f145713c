import { expect, it } from 'vitest'
import { advance, id, repositoryAfter } from '../../../support/advance.ts'

/** The example case, closed with everything paid or waived. */
const closed = () =>
  repositoryAfter((documents) => {
    delete documents.payments
    delete documents.agreements
    delete documents.court
    documents.closing = { closed: { closedOn: '2026-11-20', result: 'other', summary: '说明' } }
  })

it.each([
  ['记录付款', null],
  ['记录付款', 'P9'],
  ['inspect-restoration', null],
  ['送达', '7/o9'],
])(
  'in a closed case, %s %s is refused because the case is closed, with the way to take that back',
  (step, subject) => {
    const { exit, stderr } = advance(closed(), step, subject, [], '2026-11-24')
    expect(exit).toBe(1)
    expect(stderr).toContain('本案已结案')
    expect(stderr).toContain(`先撤销结案：ejc amend ${id} 结案 --remove`)
  },
)
