import { describe, expect, it } from 'vitest'
import { actionsFor } from '../../src/core/stages/possible.ts'
import {
  articles,
  blockers,
  both,
  type Change,
  deadlineOf,
  done,
  errors,
  offered,
  refusals,
  subjects,
  upTo,
  viewAfter,
} from '../support/actions.ts'

const inCounty: Change = ({ case: file }) => {
  file.jurisdiction.handlingUnitKind = 'county-department'
}
const reported: Change = ({ case: file }) => {
  file.clue.reporter = { kind: 'citizen', name: '某', reportedOn: '2026-02-11' }
}
const checked: Change = ({ screening }) => {
  if (screening) delete screening.decision
}

describe('第七条、第十条: who handles the case', () => {
  it('a county records the authorisation of the city, and may then initiate', () => {
    const county = both(upTo.screening, inCounty)
    expect(subjects('authorize-county', county)).toEqual([null])
    expect(subjects('authorize-county', upTo.screening)).toEqual([])
    expect(articles(blockers('initiate', null, county))).toEqual(['第七条'])
    const authorised = both(
      county,
      done('authorize-county', null, { document: '南政函〔2026〕1号', grantedOn: '2026-02-20' }),
    )
    expect(blockers('initiate', null, authorised)).toEqual([])
    expect(subjects('authorize-county', authorised)).toEqual([])
  })

  it('a branch of the city needs no authorisation', () => {
    const branch: Change = ({ case: file }) => {
      file.jurisdiction.level = 'county'
      file.jurisdiction.handlingUnitKind = 'city-branch'
    }
    expect(subjects('authorize-county', both(upTo.screening, branch))).toEqual([])
  })

  it('an authorisation names its document', () => {
    const item = { grantedBy: '南宁市人民政府', grantedOn: '2026-02-20' }
    expect(articles(refusals('authorize-county', null, both(upTo.screening, inCounty), item))).toEqual([
      '第七条',
    ])
  })

  it('a dispute is designated, until the investigation is concluded', () => {
    expect(subjects('designate', upTo.clue)).toEqual([null])
    expect(subjects('designate', upTo.conclusion)).toEqual([])
    expect(articles(refusals('designate', null, upTo.clue, {}))).toEqual(['第十条'])
    const item = { designation: { by: '南宁市人民政府', on: '2026-02-20' } }
    expect(refusals('designate', null, upTo.clue, item)).toEqual([])
    const designated = viewAfter('2026-06-30', upTo.clue, done('designate', null, item))
    expect(designated.facts.case.jurisdiction).toMatchObject({ level: 'city', ...item })
    expect(subjects('designate', both(upTo.clue, done('designate', null, item)))).toEqual([])
  })

  it('a joint team without a lead unit gets one, at any time', () => {
    const joint: Change = ({ case: file }) => {
      file.jurisdiction.jointUnits = ['南宁市林业局']
    }
    expect(subjects('designate', both(upTo.conclusion, joint))).toEqual([null])
    const led = both(upTo.conclusion, joint, done('designate', null, { leadUnit: '南宁市生态环境局' }))
    expect(subjects('designate', led)).toEqual([])
    expect(errors('jurisdiction/lead-unit', led)).toEqual([])
  })
})

describe('第十二条、第十四条: before initiation', () => {
  it('only an unanswered reporter is answered', () => {
    expect(subjects('answer-reporter', upTo.clue)).toEqual([])
    const waiting = both(upTo.clue, reported)
    expect(subjects('answer-reporter', waiting)).toEqual([null])
    const answered = both(
      waiting,
      done('answer-reporter', null, { answeredOn: '2026-03-02', answer: '已受理。' }),
    )
    expect(subjects('answer-reporter', answered)).toEqual([])
    expect(deadlineOf(viewAfter('2026-06-30', answered), 'reply-to-reporter')).toMatchObject({
      status: 'met',
      met: '2026-03-02',
    })
    expect(
      articles(refusals('answer-reporter', null, waiting, { answeredOn: '2026-02-10', answer: '已受理。' })),
    ).toEqual(['第十二条'])
  })

  it('a reporter is owed an answer also where the law does not apply or no claim is made', () => {
    const marine: Change = ({ case: file }) => {
      file.damage.scope = 'marine'
    }
    expect(offered('answer-reporter', null, both(upTo.clue, reported, marine))).toBe(true)
    const declined = both(
      upTo.screening,
      reported,
      done('decline', null, { ground: 'manifestly-minor', reason: '显著轻微。', evidence: ['E1'] }),
    )
    expect(offered('answer-reporter', null, declined)).toBe(true)
  })

  it('not to initiate is decided after the check and before initiation', () => {
    expect(articles(blockers('decline', null, upTo.clue))).toEqual(['第十四条'])
    expect(blockers('decline', null, upTo.screening)).toEqual([])
    expect(articles(blockers('decline', null, upTo.initiation))).toEqual(['第十四条'])
    expect(articles(refusals('decline', null, upTo.screening, { decidedOn: '2026-02-23' }))).toEqual([
      '第十四条',
    ])
  })

  it('a decision not to initiate ends the case and the duty to initiate', () => {
    const decision = { ground: 'already-performed', reason: '已自行修复。', evidence: ['E1'] }
    const declined = viewAfter(
      '2026-06-30',
      upTo.screening,
      checked,
      done('decline', null, { ...decision, decidedOn: '2026-02-25' }),
    )
    expect(declined.stage.case).toBe('not-initiated')
    expect(deadlineOf(declined, 'initiate')?.status).toBe('closed')
    const bare = both(upTo.screening, done('decline', null, { ...decision, reason: '', evidence: [] }))
    expect(errors('screening/not-initiated-ground', bare)).toEqual(['reason', 'evidence'])
  })

  it('not initiating is not what is advised where damage was found', () => {
    const first = actionsFor(viewAfter('2026-06-30', upTo.screening))[0]
    expect(first?.action.id).toBe('initiate')
  })
})

describe('第八条、第十三条: obligors', () => {
  it('one found later is added under the next id, on record once the claim is initiated', () => {
    expect(subjects('amend-obligors', upTo.initiation)).toEqual(['o3', 'o1', 'o2'])
    const item = { kind: 'individual', name: '罗某', identifiedOn: '2026-04-02', remarks: '查明另有承运人。' }
    const added = viewAfter('2026-06-30', upTo.initiation, done('amend-obligors', 'o3', item, '2026-04-03'))
    expect(added.facts.obligors.map(({ id }) => id)).toEqual(['o1', 'o2', 'o3'])
    expect(added.facts.case.obligorAmendments).toEqual([
      { on: '2026-04-03', kind: 'added', obligors: ['o3'], reason: '查明另有承运人。', by: '覃某' },
    ])
    const early = viewAfter('2026-06-30', upTo.screening, done('amend-obligors', 'o3', item))
    expect(early.facts.case.obligorAmendments).toBeUndefined()
  })

  it('custody is recorded as a correction, and what is known stays', () => {
    const held = viewAfter(
      '2026-08-01',
      upTo.initiation,
      done('amend-obligors', 'o2', { custody: { from: '2026-07-01' } }),
    )
    expect(held.facts.obligors[1]).toMatchObject({ name: '韦某', custody: { from: '2026-07-01' } })
    expect(held.facts.case.obligorAmendments?.[0]).toMatchObject({ kind: 'corrected', obligors: ['o2'] })
  })
})

describe('第十三条: the investigation on record', () => {
  it('activities are logged from the initiation on, after the conclusion those until its day', () => {
    expect(articles(blockers('log-investigation', null, upTo.screening))).toEqual(['第十三条'])
    expect(blockers('log-investigation', null, upTo.conclusion)).toEqual([])
    expect(articles(refusals('log-investigation', null, upTo.conclusion, { on: '2026-06-30' }))).toEqual([
      '第十三条',
    ])
    expect(articles(refusals('log-investigation', null, upTo.initiation, { on: '2026-02-24' }))).toEqual([
      '第十三条',
    ])
    const logged = viewAfter(
      '2026-06-30',
      upTo.initiation,
      done('log-investigation', null, { on: '2026-03-09', place: '废弃砖厂', officers: ['覃某', '罗某'] }),
    )
    expect(logged.facts.investigation?.process?.activities?.at(-1)).toMatchObject({ on: '2026-03-09' })
    expect(logged.facts.investigation?.process?.investigators).toEqual(['覃某', '蒙某', '罗某'])
  })

  it('facts and legal basis are recorded after initiation, and what is not given stays', () => {
    const bare: Change = ({ investigation }) => {
      delete investigation?.facts
      delete investigation?.legalBasis
    }
    expect(articles(blockers('record-facts', null, upTo.screening))).toEqual(['第十三条'])
    const first = both(
      upTo.initiation,
      bare,
      done('record-facts', null, {
        facts: [{ statement: '倾倒废酸。', evidence: ['E1'] }],
        legalBasis: ['《民法典》'],
      }),
    )
    const again = viewAfter(
      '2026-06-30',
      first,
      done('record-facts', null, { legalBasis: ['《中华人民共和国民法典》'] }),
    )
    expect(again.facts.investigation).toMatchObject({
      facts: [{ statement: '倾倒废酸。' }],
      legalBasis: ['《中华人民共和国民法典》'],
      initiation: { initiatedOn: '2026-02-25' },
    })
  })
})

describe('第十四条第二款: termination', () => {
  const item = { ground: 'lawful-permit', reason: '持证排污，符合规定。', evidence: ['E1'] }

  it('is for claims already initiated', () => {
    expect(articles(blockers('terminate', null, upTo.screening))).toEqual(['第十四条'])
    expect(blockers('terminate', null, upTo.initiation)).toEqual([])
    expect(
      articles(
        refusals('terminate', null, upTo.initiation, { ...item, obligors: ['o1'], decidedOn: '2026-02-24' }),
      ),
    ).toEqual(['第十四条'])
  })

  it('may name some obligors only; the case goes on with the others', () => {
    const some = viewAfter(
      '2026-07-20',
      upTo.consultation,
      done('terminate', null, { ...item, obligors: ['o2'] }),
    )
    expect(some.stage.obligors.get('o2')).toBe('terminated')
    expect(some.stage.case).not.toBe('terminated')
    const all = viewAfter('2026-07-20', upTo.initiation, done('terminate', null, item))
    expect(all.stage.case).toBe('terminated')
    expect(deadlineOf(all, 'investigation')?.status).toBe('closed')
  })

  it('names each obligor once', () => {
    const once = both(upTo.consultation, done('terminate', null, { ...item, obligors: ['o2'] }))
    expect(articles(refusals('terminate', null, once, { ...item, obligors: ['o2'] }))).toEqual(['第十四条'])
  })

  it('gives reasons and evidence', () => {
    const bare = both(upTo.initiation, done('terminate', null, { ...item, reason: '', evidence: [] }))
    expect(errors('investigation/termination-ground', bare)).toEqual(['reason', 'evidence'])
  })

  it('ends a case in which nobody was found liable', () => {
    const nobody: Change = ({ case: file }) => {
      file.obligors = []
    }
    const ended = viewAfter(
      '2026-06-30',
      upTo.initiation,
      nobody,
      done('terminate', null, { ...item, ground: 'other' }),
    )
    expect(ended.stage.case).toBe('terminated')
  })
})
