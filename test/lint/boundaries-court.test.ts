import { describe, expect, test } from 'vitest'
import type { CourtDocument, Suit } from '../../src/core/facts/documents.ts'
import { all, inCase, inConfirmation, inCourt, inProject, inRound } from '../../src/core/lint/change.ts'
import { sampleDocuments, sampleToday } from '../../src/core/lint/sample.ts'
import type { Regulation } from '../../src/core/regulation/regulation.ts'
import { type Change, found, lines, ruleNamed } from '../support/boundaries.ts'
import { scopeOf } from '../support/lint.ts'
import { settingOn } from '../support/setting.ts'

const { regulation } = settingOn(sampleToday)

const sued = (more: Partial<Suit>): Change =>
  inCourt((court) => {
    court.suits = [{ id: 'S1', obligors: ['o2'], ...more }]
  })
const inCourts = (more: Partial<CourtDocument>): Change =>
  inCourt((court) => {
    Object.assign(court, more)
  })

describe('生态环境法典第一千零八十一条: what a suit is to prove', () => {
  test('is owed since 2026-08-15, the day on which that law came into force', () => {
    const filed = (more: Partial<Suit>) => lines('court/suit-evidence', sued(more))
    expect(filed({ filedOn: '2026-08-14' })).toEqual(['notice - court.suits.0'])
    expect(filed({ filedOn: '2026-08-15' })).toEqual(['warning - court.suits.0'])
    expect(filed({})).toEqual(['warning - court.suits.0'])
    expect(filed({ filedOn: '2026-08-15', proof: ['act'] })).toEqual(['warning - court.suits.0.proof'])
  })

  test('is named by its titles, what is there left out', () => {
    const [lacking] = found(
      'court/suit-evidence',
      sued({ filedOn: '2026-08-15', proof: ['act', 'illegality'] }),
    )
    const labels = regulation.list('suitProof').map(({ label }) => label)
    expect(lacking?.message).toContain(`没有准备证明：${labels.slice(2, 4).join('、')}。`)
  })
})

describe('第二十四条: a suit on the breach of an agreement', () => {
  const scope = (more: Partial<Suit>) =>
    lines('court/suit-scope', sued({ obligors: ['o1'], agreement: 'G1', ...more }))

  test('says what it claims, once it is filed', () => {
    expect(scope({ filedOn: '2026-09-01' })).toEqual(['warning S1 court.suits.0.agreement'])
    expect(scope({})).toEqual([])
    expect(scope({ filedOn: '2026-09-01', debts: ['work'] })).toEqual([])
    expect(scope({ filedOn: '2026-09-01', agreement: 'G9' })).toEqual([])
  })

  test('a judgment is not to be performed before it takes effect', () => {
    const judged = (more: Partial<Suit>) =>
      lines('court/perform-before-effect', sued({ effectiveOn: '2026-09-18', ...more }))
    const due = (dueOn?: string) =>
      judged({ payments: [{ id: 'J1', amount: '1.00', ...(dueOn && { dueOn }) }] })
    expect(judged({ performBy: '2026-09-17' })).toEqual(['warning S1 court.suits.0.performBy'])
    expect(judged({ performBy: '2026-09-18' })).toEqual([])
    expect(judged({})).toEqual([])
    expect(due('2026-09-17')).toEqual(['warning J1 court.suits.0.payments.0.dueOn'])
    expect(due('2026-09-18')).toEqual([])
    expect(due()).toEqual([])
  })

  test('an agreement is announced for thirty days before it is confirmed', () => {
    const ruledOn = (day: string) =>
      lines(
        'court/confirmation-late',
        inConfirmation((confirmation) => {
          confirmation.ruledOn = day
        }),
      )
    // Announced on 2025-08-12.
    expect(ruledOn('2025-09-11')).toEqual([])
    expect(ruledOn('2025-09-10')).toEqual(['notice announcement court.confirmations.0.ruledOn'])
  })
})

describe('第七条: who may sue', () => {
  const county = inCase(({ jurisdiction }) => {
    jurisdiction.handlingUnitKind = 'county-department'
    jurisdiction.handlingUnit = ' 横州市某局 '
  })
  const named = (plaintiff: string) => lines('court/plaintiff', all(county, sued({ plaintiff })))

  test('not the county department that handles the case, named or unnamed', () => {
    expect(named('横州市某局')).toEqual(['warning - court.suits.0.plaintiff'])
    expect(named(' ')).toEqual(['warning - court.suits.0'])
    expect(named('南宁市人民政府')).toEqual([])
  })
})

describe('法释〔2019〕8号第十六条: a public-interest suit beside', () => {
  const beside = (suit: Partial<Suit>, proceeding: object = {}) =>
    all(
      sued(suit),
      inCase((file) => {
        file.relatedProceedings = [
          { kind: 'public-interest', reference: '（2026）桂01民初5号', obligors: ['o2'], ...proceeding },
        ]
      }),
    )

  test('before another court is a warning; where one of the courts is unknown, a notice', () => {
    const [ours, other] = ['南宁市中级人民法院', '桂林市中级人民法院']
    const told = (court?: string, theirs?: string) =>
      lines('court/parallel-suit', beside(court ? { court } : {}, theirs ? { court: theirs } : {}))
    expect(told(ours, other)).toEqual(['warning - court.suits.0.court'])
    expect(told(ours, ours)).toEqual(['notice - court.suits.0.court'])
    expect(told(ours)).toEqual(['notice - court.suits.0.court'])
    expect(told(undefined, other)).toEqual(['notice - court.suits.0'])
  })

  test('is no matter once our suit is decided with effect', () => {
    expect(lines('court/parallel-suit', beside({ effectiveOn: '2026-09-01' }))).toEqual([])
  })
})

describe('第三十八条: what refers to nothing', () => {
  const dangling = (change: Change) => lines('case/dangling-reference', change)
  const paid =
    (payment: object): Change =>
    ({ payments }) => {
      Object.assign(payments?.payments[0] ?? {}, { id: 'P9', agreement: undefined }, payment)
    }
  const remanded = { remanded: [{ judgedOn: '2026-01-05' }], judgedOn: '2026-05-01' }

  test('a payment on a judgment that was set aside is none, until the new one', () => {
    const on = (suit: object, payment: object) =>
      dangling(all(inCourts({ suits: [{ id: 'S1', obligors: ['o1'], ...suit }] }), paid(payment)))
    const none = ['error P9 payments.payments.0.id']
    expect(on(remanded, { suit: 'S1', paidOn: '2026-05-01' })).toEqual([])
    expect(on(remanded, { suit: 'S1', paidOn: '2026-05-02' })).toEqual(none)
    expect(on(remanded, { paidOn: '2026-05-01' })).toEqual([])
    expect(on({ ...remanded, judgedOn: undefined }, { suit: 'S1', paidOn: '2026-05-02' })).toEqual([])
    expect(on({ judgedOn: '2026-05-01' }, { suit: 'S1', paidOn: '2026-05-01' })).toEqual(none)
    expect(on({ ...remanded, id: 'S2' }, { suit: 'S1', paidOn: '2026-05-01' })).toContain(none[0])
  })

  test('terms and phases of a restoration are those of its own agreement', () => {
    const restored = (terms: object | object[], project: object) =>
      dangling(
        all(
          ({ agreements }) => {
            for (const agreement of agreements?.agreements ?? [])
              Object.assign(agreement, { restoration: terms })
          },
          inProject((each) => {
            Object.assign(each, project)
          }),
        ),
      )
    const sets = [{ id: 'W1', phases: [{ id: '1' }] }, { id: 'W2' }]
    expect(restored(sets, { terms: 'W1', phase: '1' })).toEqual([])
    expect(restored(sets, { terms: 'W9' })).toEqual(['error W9 restoration.projects.0.terms'])
    expect(restored(sets, { terms: 'W2', phase: '1' })).toEqual(['error 1 restoration.projects.0.phase'])
    expect(restored(sets, { phase: '1' })).toEqual([])
    expect(restored({ phases: [{ id: '1' }] }, { phase: '2' })).toEqual([
      'error 2 restoration.projects.0.phase',
    ])
  })

  test('a project of the library is one that the library holds', () => {
    const named: Change = ({ agreements }) => {
      Object.assign(agreements?.agreements[0] ?? {}, { substitutes: [{ mode: 'off-site', project: 'L1' }] })
    }
    const documents = sampleDocuments()
    named(documents)
    const within = (...ids: string[]) => {
      const scope = Object.assign(scopeOf(documents, sampleToday), {
        projects: ids.map((id) => ({ id, title: id })),
      })
      return [...ruleNamed('case/dangling-reference').check(scope)].map(({ code }) => code)
    }
    expect(within('L1')).toEqual([])
    expect(within('L2')).toEqual(['L1'])
    expect(within()).toEqual(['L1'])
  })
})

describe('which text applies', () => {
  const outdated = (more: Partial<Regulation>, pack: object = {}) => {
    const scope = scopeOf(sampleDocuments(), sampleToday)
    const changed = { ...scope.regulation, ...more, pack: { ...scope.regulation.pack, ...pack } }
    return [
      ...ruleNamed('case/regulation-superseded').check(Object.assign(scope, { regulation: changed })),
    ].map(({ message }) => message)
  }

  test('is out of date once it was superseded, or after the last day of its force', () => {
    expect(outdated({})).toEqual([])
    expect(outdated({ status: 'superseded' })).toHaveLength(1)
    expect(outdated({}, { effectiveTo: sampleToday })).toEqual([])
    expect(outdated({}, { effectiveTo: '2026-11-23' })).toHaveLength(1)
    expect(outdated({ status: 'superseded' }, { supersededBy: 'guangxi-2027' }).join()).toContain(
      'ejc regulation diff guangxi-2025-draft guangxi-2027',
    )
  })

  test('is not this one for marine and for legacy damage, each under its own article (第五条)', () => {
    const articles = (scope: string) =>
      found(
        'case/out-of-scope',
        inCase(({ damage }) => {
          damage.scope = scope
        }),
      ).map(({ article }) => article)
    expect(articles('marine')).toEqual([regulation.articleOf('scope')])
    expect(articles('legacy')).toEqual([regulation.articleOf('legacy-damage')])
  })
})

describe('a number that is wrong says how', () => {
  test.each([
    ['creditCode', '91350100m000100y43', '字母应当大写'],
    ['creditCode', '91350100M000100Y42', '校验码有误'],
    ['idNumber', '110105 19491231002X', '字母应当大写'],
    ['idNumber', '110105194912310021', '末位的校验码不符'],
    ['idNumber', '11010519491231002', '应为 18 位，现在是 17 位'],
  ])('%s %s: %s', (key, number, why) => {
    const changed = inCase(({ obligors }) => {
      Object.assign(obligors?.[1] ?? {}, { [key]: number })
    })
    expect(found('case/obligor-id-checksum', changed).map(({ message }) => message)).toEqual([
      expect.stringContaining(why),
    ])
  })
})

describe('第十七条: a public notice that counts as served after the day for the reply', () => {
  const published = (publishedOn: string): Change =>
    inRound((round) => {
      round.replies = []
      round.services = [{ obligor: 'o1', method: 'public-notice', publishedOn }]
    })

  test('is told at the day of the publication, by the day on which it served', () => {
    // Thirty days after 2025-05-10 is 2025-06-09, the day for the reply.
    const [late] = found('consultation/reply-deadline', published('2025-05-10'))
    expect(late?.path.join('.')).toBe('rounds.0.services.0.publishedOn')
    expect(late?.message).toContain('2025-06-09 送达时')
    expect(lines('consultation/reply-deadline', published('2025-05-09'))).toEqual([])
  })
})

describe('a day before several others', () => {
  const preserved = (...preservations: object[]): Change =>
    inCourts({ preservations } as Partial<CourtDocument>)
  const told = (...preservations: object[]) =>
    found('case/date-order', preserved(...preservations)).map(({ path, message }) => [
      path.join('.'),
      /早于“.*”（(.*?)）/u.exec(message)?.[1],
    ])
  const one = { kind: 'property', grantedOn: '2026-03-05', takenOn: '2026-03-06', until: '2026-03-01' }

  test('is told once, with the latest of them; of two that are equal with one; each place for itself', () => {
    expect(told(one)).toEqual([['preservations.0.until', '2026-03-06']])
    expect(told({ ...one, takenOn: '2026-03-05' })).toEqual([['preservations.0.until', '2026-03-05']])
    expect(told(one, { ...one })).toHaveLength(2)
  })
})
