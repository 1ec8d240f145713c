import { describe, expect, test } from 'vitest'
import type { Documents } from '../../src/core/facts/documents.ts'
import { sampleDocuments } from '../../src/core/lint/sample.ts'
import { findingsIn } from '../support/lint.ts'

/** What one rule finds in the sample case after a change, as severity and message. */
function found(rule: string, change: (documents: Documents) => void, today = '2026-11-24') {
  const documents = sampleDocuments()
  change(documents)
  return findingsIn(documents, today).filter((finding) => finding.rule === rule)
}

/** The first round of the sample. */
function roundOf({ consultation }: Documents) {
  const [round] = consultation?.rounds ?? []
  if (!round) throw new Error('the sample has no round')
  return round
}

describe('what is owed by others leaves the next step to the officer', () => {
  const silent = (documents: Documents) => {
    const round = roundOf(documents)
    round.replies = []
    round.meetings = []
    round.outcomes = []
    delete documents.agreements
    delete documents.court
  }

  test('第二十二条第二款第一项: no reply in time may be regarded as failure; it is no fault of the office', () => {
    const replies = found('deadline/overdue', silent, '2025-06-11').filter(({ code }) => code === 'reply')
    expect(replies.map(({ severity }) => severity)).toEqual(['warning', 'warning'])
    expect(replies[0]?.message).toContain('可以视为磋商未达成一致')
  })

  test('第十六条: an explanation that the appraisal body owes is a warning', () => {
    const asked = ({ appraisals }: Documents) => {
      const [appraisal] = appraisals?.appraisals ?? []
      if (appraisal) appraisal.objections = [{ id: 'B1', by: 'o1', explanationRequestedOn: '2025-04-15' }]
    }
    expect(found('deadline/overdue', asked)).toMatchObject([
      { severity: 'warning', code: 'appraisal-explanation' },
    ])
  })

  test('第二十四条: no text sets a period to apply for confirmation, and the finding says so', () => {
    const unperformed = (documents: Documents) => {
      for (const name of ['court', 'restoration'] as const) delete documents[name]
    }
    const [finding] = found('deadline/overdue', unperformed, '2025-08-27')
    expect(finding?.message).toContain('没有条文规定期限')
    expect(finding?.message).not.toContain('逾期')
  })

  test('生态环境法典第一千零五十四条: an expired limitation is not mended by acting late', () => {
    const expired = (documents: Documents) => {
      // Signing would have begun the period anew.
      for (const name of ['court', 'agreements', 'payments', 'restoration'] as const) delete documents[name]
    }
    const limits = found('deadline/overdue', expired, '2030-03-07').filter(
      ({ code }) => code === 'limitation',
    )
    expect(limits).toHaveLength(2)
    for (const { message } of limits) expect(message).not.toContain('请尽快办理')
  })
})

describe('第七条、第十条: nobody can authorise a county to handle what is not theirs', () => {
  const county = (crossRegion: string) => (documents: Documents) => {
    const { damage, jurisdiction } = documents.case
    damage.crossRegion = crossRegion
    jurisdiction.level = 'county'
    jurisdiction.countyAuthorization = { document: '南政函〔2025〕1号', grantedOn: '2025-03-05' }
  }

  test('an authorisation by the city makes the level of the county a notice in a case of the city', () => {
    expect(found('jurisdiction/level', county('none'))).toMatchObject([{ severity: 'notice' }])
  })

  test('in a case of the region it stays an error', () => {
    expect(found('jurisdiction/level', county('cross-province'))).toMatchObject([{ severity: 'error' }])
  })
})

describe('第二十二条第二款第三项: 均无法送达', () => {
  const undeliverable = (methods: readonly string[]) => (documents: Documents) => {
    const round = roundOf(documents)
    const attempts = methods.map((method) => ({ method, on: '2025-05-27' }))
    round.services = [{ obligor: 'o1', method: 'direct', attempts }]
    round.outcomes = [{ obligor: 'o1', kind: 'failed', ground: 'undeliverable', decidedOn: '2025-06-10' }]
  }

  test('one way that did not reach the obligor is a warning', () => {
    const once = found('consultation/failure-ground', undeliverable(['direct', 'direct']))
    expect(once).toMatchObject([{ severity: 'warning' }])
  })

  test('two ways are enough to leave it to the officer', () => {
    expect(found('consultation/failure-ground', undeliverable(['direct', 'mail']))).toEqual([])
  })
})

describe('第十七条: the notice is served on every obligor', () => {
  test('one who is served and one who is not', () => {
    const left = (documents: Documents) => {
      const round = roundOf(documents)
      round.services?.pop()
      round.replies?.pop()
      round.meetings = []
      round.outcomes = []
      delete documents.agreements
      delete documents.court
    }
    expect(found('consultation/service', left)).toMatchObject([{ severity: 'warning', code: 'o2' }])
  })
})

describe('生态环境法典第一千二百四十二条: the list of what to prove is a notice for a suit filed before the code', () => {
  const sued = (filedOn: string) => (documents: Documents) => {
    documents.court = { ...documents.court, suits: [{ id: 'S1', obligors: ['o2'], filedOn, proof: ['act'] }] }
  }

  test.each([
    ['2026-08-14', 'notice'],
    ['2026-08-15', 'warning'],
  ])('filed on %s: %s', (filedOn, severity) => {
    expect(found('court/suit-evidence', sued(filedOn))).toMatchObject([{ severity }])
  })
})

describe('第十四条: the register of a termination is approved under its own article', () => {
  test('the finding names 第十四条, not that of the initiation', () => {
    const terminated = (documents: Documents) => {
      const termination = {
        obligors: ['o2'],
        ground: 'no-assets',
        decidedOn: '2025-05-20',
        reason: '已注销。',
      }
      documents.closing = { terminations: [termination] }
    }
    const articles = found('investigation/approvals', terminated).map(({ article }) => article)
    expect(articles).toEqual(['第十四条', '第十四条'])
  })
})

describe('第十七条第二款: a meeting is waived by those with whom the round is held', () => {
  /** o1 settled in the first round by a meeting; in the second o2 waives it. */
  const inTurn = (result: 'confirmed' | 'refused') => (documents: Documents) => {
    const [agreement] = documents.agreements?.agreements ?? []
    const [confirmation] = documents.court?.confirmations ?? []
    if (!agreement || !confirmation) throw new Error('the sample has no agreement')
    agreement.obligors = ['o1']
    confirmation.result = result
    documents.case.simpleCase = { factsSimple: true, liabilityUndisputed: true }
    const consents = [{ obligor: 'o2', consentedOn: '2025-07-20', document: '同意书' }]
    documents.consultation?.rounds.push({ round: 2, meetingWaiver: { consents } })
    documents.agreements?.agreements.push({ id: 'G2', round: 2, obligors: ['o2'], signedOn: '2025-07-24' })
  }

  test('one who is bound by the agreement of another round is not asked', () => {
    expect(found('consultation/waiver', inTurn('confirmed'))).toEqual([])
  })

  test('one whose agreement the court refused to confirm is', () => {
    expect(found('consultation/waiver', inTurn('refused'))).toMatchObject([{ code: 'o1' }])
  })
})
