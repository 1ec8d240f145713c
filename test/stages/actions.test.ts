import { describe, expect, it } from 'vitest'
import { actionsFor } from '../../src/core/stages/possible.ts'
import { articles, blockers, both, type Change, refusals, subjects, upTo } from '../support/actions.ts'
import { viewOfFixture } from '../support/setting.ts'

describe('第十二条、第十三条: from the clue to initiation', () => {
  it('a claim is not initiated before the check', () => {
    expect(articles(blockers('initiate', null, upTo.clue))).toContain('第十二条')
    expect(blockers('initiate', null, upTo.screening)).toEqual([])
  })

  it('a check that found no damage can not decide to initiate', () => {
    const item = { checkedOn: '2026-02-24', damageFound: false, decision: 'initiate' }
    expect(articles(refusals('screen', null, upTo.clue, item))).toEqual(['第十二条'])
    expect(refusals('screen', null, upTo.clue, { ...item, damageFound: true })).toEqual([])
  })

  it('a decision not to initiate needs one of the six grounds', () => {
    const item = { checkedOn: '2026-02-24', damageFound: true, decision: 'not-initiate' }
    expect(articles(refusals('screen', null, upTo.clue, item))).toEqual(['第十四条'])
    expect(refusals('screen', null, upTo.clue, { ...item, notInitiate: { ground: 'no-assets' } })).toEqual([])
  })

  it('a county initiates only with the authorisation of the city', () => {
    const county = both(upTo.screening, ({ case: file }) => {
      file.jurisdiction.handlingUnitKind = 'county-department'
    })
    expect(articles(blockers('initiate', null, county))).toEqual(['第七条'])
  })

  it('dates do not run backwards', () => {
    expect(articles(refusals('screen', null, upTo.clue, { checkedOn: '2026-02-10' }))).toContain('第十二条')
    expect(articles(refusals('initiate', null, upTo.screening, { initiatedOn: '2026-02-23' }))).toEqual([
      '第十三条',
    ])
  })

  it('damage out of scope goes no further than the clue', () => {
    const marine = both(upTo.clue, ({ case: file }) => {
      file.damage.scope = 'marine'
    })
    expect(articles(blockers('screen', null, marine))).toEqual(['第五条'])
  })
})

describe('第十三条、第十五条: the investigation', () => {
  it('an expert opinion is for losses up to 300,000 yuan, the limit included', () => {
    const estimated = (amount: string) =>
      both(upTo.initiation, ({ case: file }) => {
        file.damage.estimatedLoss = amount
      })
    const item = { kind: 'expert-opinion', commissionedOn: '2026-03-10' }
    expect(refusals('commission-appraisal', null, estimated('300000.00'), item)).toEqual([])
    expect(articles(refusals('commission-appraisal', null, estimated('300000.01'), item))).toEqual([
      '第十五条',
    ])
  })

  it('only a running appraisal can be received', () => {
    expect(subjects('receive-appraisal', upTo.appraisal)).toEqual([])
    const running = both(upTo.appraisal, ({ appraisals }) => {
      delete appraisals?.appraisals[0]?.receivedOn
    })
    expect(subjects('receive-appraisal', running)).toEqual(['A1'])
    expect(articles(refusals('receive-appraisal', 'A1', running, { receivedOn: '2026-03-09' }))).toEqual([
      '第十五条',
    ])
  })

  it('an extension is approved on the last (rolled) day at the latest, and once', () => {
    expect(refusals('extend-investigation', null, upTo.appraisal, { approvedOn: '2026-06-08' })).toEqual([])
    expect(
      articles(refusals('extend-investigation', null, upTo.appraisal, { approvedOn: '2026-06-09' })),
    ).toEqual(['第十三条'])
    const extended = both(upTo.appraisal, ({ investigation }) => {
      if (investigation) investigation.extension = { approvedOn: '2026-05-28' }
    })
    expect(articles(blockers('extend-investigation', null, extended))).toEqual(['第十三条'])
  })

  it('a conclusion needs an obligor', () => {
    const nobody = both(upTo.appraisal, ({ case: file }) => {
      file.obligors = []
    })
    expect(articles(blockers('conclude', null, nobody))).toEqual(['第十三条'])
    expect(blockers('conclude', null, upTo.appraisal)).toEqual([])
  })
})

describe('第十七条 to 第二十条: consultation', () => {
  it('no notice before a conclusion, unless the obligor asked first', () => {
    expect(articles(blockers('notify', '1', upTo.appraisal))).toEqual(['第十三条、第十七条'])
    const asked = both(upTo.appraisal, (documents) => {
      documents.consultation = {
        rounds: [{ round: 1, earlyRequest: { by: 'o1', requestedOn: '2026-04-01' } }],
      }
    })
    expect(blockers('notify', '1', asked)).toEqual([])
  })

  it('a notice names by when to reply', () => {
    const item = { issuedOn: '2026-06-29' }
    expect(articles(refusals('notify', '1', upTo.conclusion, item))).toEqual(['第二十二条'])
    expect(refusals('notify', '1', upTo.conclusion, { ...item, replyBy: '2026-07-10' })).toEqual([])
  })

  it('each obligor is served once, and not before the notice', () => {
    const unserved = both(upTo.consultation, ({ consultation }) => {
      const [round] = consultation?.rounds ?? []
      if (round) round.services = [{ obligor: 'o1', method: 'direct', servedOn: '2026-06-30' }]
    })
    expect(subjects('serve', unserved)).toEqual(['1/o2'])
    const item = { obligor: 'o2', method: 'mail', servedOn: '2026-06-28' }
    expect(articles(refusals('serve', '1/o2', unserved, item))).toEqual(['第十七条'])
    expect(
      articles(
        refusals('serve', '1/o2', unserved, { ...item, method: 'public-notice', servedOn: undefined }),
      ),
    ).toEqual(['民事诉讼法第九十五条'])
  })

  it('a fourth meeting needs the consent of the agency', () => {
    const three = both(upTo.consultation, ({ consultation }) => {
      const [round] = consultation?.rounds ?? []
      if (!round) return
      delete round.outcomes
      round.meetings = [1, 2, 3].map((number) => ({
        number,
        heldOn: `2026-07-2${number}`,
        outcome: 'continued' as const,
      }))
    })
    expect(articles(blockers('meet', '1', three))).toEqual(['第二十条'])
    const consented = both(three, ({ consultation }) => {
      const [round] = consultation?.rounds ?? []
      if (round) round.moreMeetings = { consentedOn: '2026-07-24' }
    })
    expect(blockers('meet', '1', consented)).toEqual([])
  })

  it('nobody agrees in a meeting that he did not attend', () => {
    const item = { heldOn: '2026-07-20', attended: ['o1'], outcome: 'agreed', agreedWith: ['o2'] }
    expect(articles(refusals('meet', '1', upTo.consultation, item))).toEqual(['第十九条'])
  })

  it('a meeting says with whom it failed only where it failed', () => {
    const item = { heldOn: '2026-07-20', attended: ['o1'], failedWith: ['o1'] }
    expect(articles(refusals('meet', '1', upTo.consultation, { ...item, outcome: 'continued' }))).toEqual([
      '第二十一条',
    ])
    expect(refusals('meet', '1', upTo.consultation, { ...item, outcome: 'failed' })).toEqual([])
  })

  it('a meeting needs an appraisal to go by', () => {
    const without = both(upTo.consultation, (documents) => {
      delete documents.appraisals
      const [round] = documents.consultation?.rounds ?? []
      if (round) round.meetings = []
    })
    expect(articles(blockers('meet', '1', without))).toEqual(['第十九条'])
  })
})

describe('第二十一条: the agreement', () => {
  it('is signed with those who agreed, once', () => {
    expect(subjects('sign', upTo.consultation)).toEqual(['1'])
    expect(subjects('sign', () => undefined)).toEqual([])
    const onlyFirst = both(upTo.consultation, ({ consultation }) => {
      const meeting = consultation?.rounds[0]?.meetings?.[1]
      if (meeting) meeting.agreedWith = ['o1']
    })
    const item = { round: 1, obligors: ['o1', 'o2'], signedOn: '2026-09-28' }
    expect(articles(refusals('sign', '1', onlyFirst, item))).toEqual(['第二十一条'])
    expect(refusals('sign', '1', onlyFirst, { ...item, obligors: ['o1'] })).toEqual([])
  })

  it('is not signed before the meeting that agreed', () => {
    const item = { round: 1, obligors: ['o1'], signedOn: '2026-09-09' }
    expect(articles(refusals('sign', '1', upTo.consultation, item))).toEqual(['第二十一条'])
  })
})

describe('what is offered', () => {
  it('possible actions come first, those that move the stage before the others', () => {
    const offered = actionsFor(viewOfFixture('example-case', '2026-06-30', upTo.appraisal))
    expect(offered[0]?.action.id).toBe('conclude')
    const states = offered.map(({ blockedBy }) => blockedBy.length > 0)
    expect(states).toEqual(states.toSorted((a, b) => Number(a) - Number(b)))
  })

  it('nothing can be done in a case that is closed but what the closing does not do', () => {
    const possible = (department: string) => {
      const closed: Change = (documents) => {
        documents.closing = { closed: { closedOn: '2026-11-01' } }
        if (documents.case.jurisdiction) documents.case.jurisdiction.department = department
      }
      const offered = actionsFor(viewOfFixture('example-case', '2026-11-24', closed))
      return offered.filter(({ blockedBy }) => !blockedBy.length).map(({ action }) => action.id)
    }
    // 第三十八条: evidence completes the file.
    expect(possible('forestry')).toEqual(['add-evidence'])
    // 高检发办字〔2024〕237号 asks departments of ecology and environment alone.
    expect(possible('ecology-environment')).toEqual(['inform-procuratorate', 'add-evidence'])
  })
})
