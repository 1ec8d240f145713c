import { describe, expect, it } from 'vitest'
import type { Deadline } from '../../src/core/deadlines/define.ts'
import type { Documents } from '../../src/core/facts/documents.ts'
import { viewOfFixture } from '../support/setting.ts'

function deadlinesOf(
  name: string,
  id: string,
  change: (documents: Documents) => void = () => undefined,
  today = '2026-11-24',
): Deadline[] {
  return viewOfFixture(name, today, change).deadlines.filter(({ deadline }) => deadline === id)
}

describe('第二十一条: a joint agreement follows the last of its obligors', () => {
  it('counts the 15 working days from the meeting in which the last agreed', () => {
    const [signing] = deadlinesOf('example-case', 'agreement', ({ consultation }) => {
      const [first, second] = consultation?.rounds[0]?.meetings ?? []
      if (first) Object.assign(first, { outcome: 'agreed', agreedWith: ['o1'] })
      if (second) Object.assign(second, { agreedWith: ['o2'] })
    })
    expect(signing).toMatchObject({ start: '2026-09-10', due: '2026-10-08', status: 'met' })
  })
})

describe('第二十二条: silence, failure and suit', () => {
  it('an obligor who came to the meeting owes no reply any more', () => {
    const replies = deadlinesOf('example-case', 'reply', ({ consultation }) => {
      const [round] = consultation?.rounds ?? []
      if (round) round.replies = round.replies?.filter(({ obligor }) => obligor === 'o1') ?? []
    })
    expect(replies.find(({ subject }) => subject === '1/o2')?.status).toBe('closed')
  })

  it('a meeting stays owed to the one who agreed, though another refused', () => {
    const [meeting] = deadlinesOf('example-case', 'meet', ({ consultation, agreements }) => {
      const [round] = consultation?.rounds ?? []
      if (!round || !agreements) return
      agreements.agreements = []
      round.meetings = []
      round.replies = [
        { obligor: 'o1', repliedOn: '2026-07-06', agrees: true },
        { obligor: 'o2', repliedOn: '2026-07-07', agrees: false },
      ]
      round.outcomes = [
        { obligor: 'o2', kind: 'failed', ground: 'refused-or-no-reply', decidedOn: '2026-07-11' },
      ]
    })
    expect(meeting?.status).toBe('duty')
  })

  it('a suit that was withdrawn is no suit', () => {
    const withdrawn = ({ court }: Documents) => {
      const [suit] = court?.suits ?? []
      if (!suit) return
      suit.result = 'withdrawn'
      delete suit.effectiveOn
    }
    const [suing] = deadlinesOf('example-case-2', 'start-suit', withdrawn)
    expect(suing).toMatchObject({ subject: '1/o2', status: 'duty' })
    const limits = deadlinesOf('example-case-2', 'limitation', withdrawn)
    expect(limits.find(({ subject }) => subject === 'o2')).toMatchObject({ met: null, due: '2030-03-07' })
  })
})

describe('第二十四条: what binds', () => {
  it('an agreement that the court refused asks for nothing once a new round began', () => {
    const payments = deadlinesOf('example-case-2', 'payment', ({ agreements }) => {
      const [first] = agreements?.agreements ?? []
      if (!first || !agreements) return
      delete first.status
      first.payments = [{ id: 'P9', obligor: 'o1', dueOn: '2026-01-31', amount: '100.00' }]
      agreements.agreements = [first]
    })
    expect(payments.map(({ subject }) => subject)).toEqual(['P3'])
  })

  it('a rescinded agreement and an unsigned draft ask for nothing', () => {
    const rescinded = deadlinesOf('example-case', 'payment', ({ agreements }) => {
      const [agreement] = agreements?.agreements ?? []
      if (agreement) agreement.status = 'rescinded'
    })
    const unsigned = deadlinesOf('example-case', 'restoration-complete', ({ agreements }) => {
      delete agreements?.agreements[0]?.signedOn
    })
    expect([...rescinded, ...unsigned]).toEqual([])
  })

  it('a judgment on the breach takes the place of the agreement', () => {
    const payments = deadlinesOf('example-case', 'payment', (documents) => {
      documents.court = {
        suits: [
          {
            id: 'S1',
            agreement: 'G1',
            obligors: ['o1', 'o2'],
            filedOn: '2026-10-20',
            effectiveOn: '2026-11-20',
            result: 'won',
            payments: [{ id: 'P9', obligor: 'o1', dueOn: '2026-12-20', amount: '98200.00' }],
          },
        ],
      }
    })
    expect(payments.map(({ subject }) => subject)).toEqual(['P9'])
  })
})

describe('第二十五条: restoration under a judgment has its days too', () => {
  it('counts to the day that the judgment names', () => {
    const [restoring] = deadlinesOf('example-case-2', 'restoration-complete', ({ court, agreements }) => {
      if (agreements) agreements.agreements = []
      const [suit] = court?.suits ?? []
      if (suit) suit.restoration = { mode: 'in-situ', completeBy: '2026-10-31' }
    })
    expect(restoring).toMatchObject({
      subject: 'S1',
      due: '2026-10-31',
      rolledDue: '2026-11-02',
      status: 'overdue',
    })
  })
})

describe('民事诉讼法第二百五十条: the two years to apply for enforcement', () => {
  const unapplied = ({ court }: Documents) => {
    if (court) court.enforcements = []
  }

  it('begin anew with a demand', () => {
    const [applying] = deadlinesOf('example-case-2', 'enforcement-apply', (documents) => {
      unapplied(documents)
      documents.court?.limitationInterruptions?.push({ obligor: 'o2', on: '2026-10-08', how: 'demand' })
    }).filter(({ subject }) => subject === 'S1/o2/money')
    expect(applying).toMatchObject({ start: '2026-10-08', due: '2028-10-08' })
  })

  it('run from the effect of a judgment that names no day for performance', () => {
    const [applying] = deadlinesOf('example-case-2', 'enforcement-apply', (documents) => {
      unapplied(documents)
      const [suit] = documents.court?.suits ?? []
      if (!suit) return
      delete suit.performBy
      suit.payments = []
    }).filter(({ subject }) => subject === 'S1/o2/money')
    expect(applying).toMatchObject({ start: '2026-06-15', due: '2028-06-15' })
  })
})

describe('第三十四条: monthly reports', () => {
  it('are owed from the month after the case became major', () => {
    const months = deadlinesOf('example-case-2', 'monthly-report', ({ supervision }) => {
      if (supervision?.major) supervision.major.markedOn = '2026-08-20'
    }).map(({ subject }) => subject)
    expect(months).toEqual(['2026-09', '2026-10', '2026-11'])
  })
})

describe('第十四条: a claim never initiated', () => {
  it('leaves no limitation running', () => {
    const limits = deadlinesOf(
      'example-case',
      'limitation',
      (documents) => {
        for (const name of Object.keys(documents))
          if (name !== 'case') Reflect.deleteProperty(documents, name)
        documents.screening = { checkedOn: '2026-02-24', damageFound: true, decision: 'not-initiate' }
      },
      '2032-01-05',
    )
    expect(limits.map(({ status }) => status)).toEqual(['closed', 'closed'])
  })
})

describe('第十三条: an appraisal commissioned after the period had ended changes nothing', () => {
  it('though it touches one that began on the rolled last day', () => {
    // 60 days end on Friday 2026-05-01, which rolls to 05-06; A1 takes ten days, to 05-11; A2 begins only on 05-16.
    const [counted] = deadlinesOf('example-case', 'investigation', ({ appraisals, investigation }) => {
      if (!investigation?.initiation || !appraisals) return
      investigation.initiation.initiatedOn = '2026-03-02'
      delete investigation.extension
      delete investigation.conclusion
      appraisals.appraisals = [
        { id: 'A1', kind: 'appraisal-report', commissionedOn: '2026-05-06', receivedOn: '2026-05-16' },
        { id: 'A2', kind: 'appraisal-report', commissionedOn: '2026-05-16', receivedOn: '2026-05-26' },
      ]
    })
    expect(counted).toMatchObject({ due: '2026-05-11', rolledDue: '2026-05-11' })
  })
})
