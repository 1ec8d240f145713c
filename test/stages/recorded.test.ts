import { describe, expect, it } from 'vitest'
import { type Recorded, recordedIn } from '../../src/core/stages/recorded.ts'
import { viewOfFixture } from '../support/setting.ts'
import { type Given, step, upToConclusion, upToScreening } from '../support/step.ts'

const today = '2026-11-24'
const recorded = (given: Given = {}): Recorded[] => recordedIn(step('meet', given).view)
const second = (): Recorded[] => recordedIn(viewOfFixture('example-case-2', today))

/** What a step recorded. */
const of = (all: readonly Recorded[], id: string): Recorded[] => all.filter(({ step: by }) => by === id)
const subjects = (all: readonly Recorded[], id: string) => of(all, id).map(({ subject }) => subject)
const keysOf = (all: readonly Recorded[], id: string): readonly string[] => of(all, id)[0]?.keys ?? []

describe('what was recorded in a case', () => {
  it('comes newest first, what has no day last', () => {
    const days = recorded().map(({ on }) => on)
    const dated = days.filter((day) => day !== undefined)
    expect(dated).toEqual(dated.toSorted().reverse())
    expect(days.slice(dated.length).every((day) => day === undefined)).toBe(true)
    expect([days[0], dated.at(-1)]).toEqual(['2026-05-15', '2025-03-03'])
  })

  it.each<[string, string | null, string, string, string | undefined]>([
    ['reply', '1/o2', '第1轮 郑某', 'consultation.rounds.0.replies.1', '2025-06-03'],
    ['meet', '1/2', '第1轮 第2次', 'consultation.rounds.0.meetings.1', '2025-07-10'],
    ['sign', 'G1', '协议 G1', 'agreements.agreements.0', '2025-07-24'],
    ['pay', 'P2/2025-08-15', '款项 P2 某造纸有限公司 2025年8月15日', 'payments.payments.1', '2025-08-15'],
    ['evaluate', 'R1/1', '修复 R1 第1轮', 'restoration.projects.0.evaluations.0', '2026-04-10'],
    [
      'log-investigation',
      '2025-03-07/某河段',
      '2025年3月7日 某河段',
      'investigation.process.activities.0',
      '2025-03-07',
    ],
    ['record-approval', 'section-head', '机构负责人', 'investigation.initiation.approvals.0', '2025-03-06'],
    ['conclude', null, '', 'investigation.conclusion', '2025-05-20'],
    ['screen', null, '', 'screening', '2025-03-05'],
    ['add-evidence', 'E9', '证据 E9', 'evidence.evidence.8', undefined],
    ['new', null, '', 'case', '2025-03-03'],
  ])('%s %s is “%s”', (id, subject, about, place, on) => {
    const found = of(recorded(), id).find((each) => each.subject === subject)
    expect(found).toMatchObject({ about, on })
    expect([found?.document, ...(found?.path ?? [])].join('.')).toBe(place)
  })

  it.each([
    ['object', 'A1/B1', '鉴定评估 A1 异议 B1'],
    ['record-proceeding', 'penalty/自然资罚〔2025〕3号', '行政处罚 自然资罚〔2025〕3号'],
    ['transfer', 'public-security/2025-03-12', '公安机关 2025年3月12日'],
    ['record-failed-service', '1/o2/direct/2025-08-19', '第1轮 梁某 直接送达 2025年8月19日'],
    ['approve-substitute', 'G2/off-site/某林场', '协议 G2 异地修复 某林场'],
    ['report-month', '2025-04', '2025年4月'],
    ['record-enforcement', 'F1', '执行 F1'],
    ['interrupt-limitation', 'o1/2025-08-19', '某矿业有限公司 2025年8月19日'],
  ])('%s %s is “%s”', (id, subject, about) => {
    expect(of(second(), id).find((each) => each.subject === subject)?.about).toBe(about)
  })

  it('is the clue, by the day on which it was found or received', () => {
    const { clue } = step('meet').view.facts.case
    const { foundOn: _, ...unfound } = clue
    const received = recorded({ case: { clue: { ...unfound, receivedOn: '2025-03-04' } } })
    expect(of(received, 'new')[0]?.on).toBe('2025-03-04')
    const both = recorded({ case: { clue: { ...clue, receivedOn: '2025-03-01' } } })
    expect(of(both, 'new')[0]).toMatchObject({ on: '2025-03-03', whole: false, title: '登记线索' })
    expect(of(both, 'new')[0]?.value).toEqual(
      step('meet', { case: { clue: { ...clue, receivedOn: '2025-03-01' } } }).view.facts.case,
    )
  })

  it('is told by its day or its number, where nothing else tells it', () => {
    const enforcements = [
      { instrument: 'judgment' as const, appliedOn: '2026-08-03' },
      { instrument: 'judgment' as const },
    ]
    const court = recorded({ court: { enforcements } })
    expect(of(court, 'apply-enforcement').map(({ subject, about }) => [subject, about])).toEqual([
      ['2026-08-03', '2026年8月3日'],
      ['2', '第2项'],
    ])
  })

  it('is told by its number among its like, where a debt was paid twice on one day', () => {
    const paid = { id: 'P1', agreement: 'G1', obligor: 'o1', paidOn: '2025-08-01', destination: 'treasury' }
    const payments = ['100.00', '200.00'].map((amount) => ({ ...paid, amount }))
    const found = of(recorded({ payments: { payments } }), 'pay')
    expect(found.map(({ subject, value }) => [subject, value.amount])).toEqual([
      ['P1/2025-08-01', '100.00'],
      ['P1/2025-08-01#2', '200.00'],
    ])
    expect(found[1]?.about).toMatch(/第2项$/u)
  })
})

describe('which step recorded it', () => {
  it('is one that fills in a key, where one of its keys has a value', () => {
    const services = [
      { obligor: 'o1', method: 'direct' as const, servedOn: '2025-05-27' },
      { obligor: 'o2', method: 'direct' as const, servedOn: '2025-06-09', replyBy: '2025-06-20' },
    ]
    const all = recorded({ consultation: { rounds: [{ round: 1, services }] } })
    expect(subjects(all, 'serve')).toEqual(['1/o2', '1/o1'])
    expect(subjects(all, 'set-reply-day')).toEqual(['1/o2'])
    expect(of(all, 'set-reply-day')[0]).toMatchObject({ whole: false, on: '2025-06-20' })
    expect(of(all, 'set-reply-day')[0]?.keys).toEqual(['replyBy', 'toldOn'])
    expect(of(recorded(upToConclusion), 'mark-major')).toEqual([])
  })

  it('is one of two that append to a list, by the key that tells them apart', () => {
    const first = { id: 'A1', kind: 'expert-opinion' as const, commissionedOn: '2025-03-12' }
    const appraisals = [first, { ...first, id: 'A2', reappraises: 'A1' }]
    const all = recorded({ ...upToConclusion, appraisals: { appraisals } })
    expect(subjects(all, 'commission-appraisal')).toEqual(['A1'])
    expect(subjects(all, 'reappraise')).toEqual(['A2'])
  })

  it('is the change of an agreement, and not a signing too', () => {
    expect(subjects(second(), 'sign')).toEqual(['G1'])
    expect(subjects(second(), 'amend-agreement')).toEqual(['G2'])
  })

  it('is one that made an item, though all that it asks is still open', () => {
    const confirmations = [{ agreement: 'G1', result: 'confirmed' as const }]
    const all = recorded({ court: { confirmations } })
    expect(subjects(all, 'apply-confirmation')).toEqual(['G1'])
    expect(subjects(all, 'rule-confirmation')).toEqual(['G1'])
    const projects = [{ id: 'R1', evaluations: [{ round: 1, reportedOn: '2026-04-10' }] }]
    expect(subjects(recorded({ restoration: { projects } }), 'start-restoration')).toEqual(['R1'])
  })

  it('is the exemption of a project, and not an evaluation too', () => {
    expect(subjects(second(), 'exempt-evaluation')).toEqual(['R2/1'])
    expect(subjects(second(), 'evaluate')).toEqual(['R1/1'])
    const evaluations = [
      { round: 1, reportedOn: '2026-04-10', exemption: { ground: 'existing-report' as const } },
    ]
    const both = recorded({ restoration: { projects: [{ id: 'R1', evaluations }] } })
    expect([...subjects(both, 'evaluate'), ...subjects(both, 'exempt-evaluation')]).toEqual(['R1/1', 'R1/1'])
  })
})

describe('which keys belong to it', () => {
  it('are those that it asks, then the others of its section', () => {
    expect(keysOf(recorded(), 'reply')).toEqual(['repliedOn', 'agrees', 'content', 'obligor', 'document'])
    expect(of(recorded(), 'reply')[0]?.whole).toBe(true)
    expect(keysOf(recorded(), 'pay')).not.toContain('id')
  })

  it('are none that another step fills in or records inside', () => {
    const project = keysOf(recorded(), 'start-restoration')
    expect(project).toEqual(expect.arrayContaining(['mode', 'startedOn', 'agreement']))
    for (const other of ['completedOn', 'filedOn', 'sentToCourtOn', 'inspections', 'evaluations'])
      expect(project).not.toContain(other)
    expect(keysOf(recorded(), 'sign')).not.toContain('rescindedOn')
    expect(keysOf(recorded(), 'initiate')).toContain('approvals')
    expect(keysOf(recorded(), 'notify')).toContain('replyWithinDays')
  })

  it('are not left out since another step asks for the like elsewhere', () => {
    expect(keysOf(recorded(), 'meet')).toEqual(expect.arrayContaining(['place', 'panel', 'record']))
    expect(keysOf(second(), 'sue')).toEqual(
      expect.arrayContaining(['obligors', 'reason', 'court', 'filedOn', 'claims', 'proof']),
    )
    for (const other of ['judgedOn', 'result', 'servedOn', 'appeal', 'retrial', 'id'])
      expect(keysOf(second(), 'sue')).not.toContain(other)
  })

  it('are none that are never asked', () => {
    expect(keysOf(recorded(), 'commission-appraisal')).not.toContain('reappraises')
    expect(keysOf(second(), 'sign')).not.toContain('status')
  })
})

describe('what one step records beside things of another kind', () => {
  it('bears the name of its kind', () => {
    const outcome = { obligor: 'o1', decidedOn: '2025-07-10', by: '罗某' }
    const consultation = step('meet').view.facts.documents.consultation
    const rounds = (consultation?.rounds ?? []).map((round) => ({
      ...round,
      outcomes: [
        { ...outcome, kind: 'agreed' as const },
        { ...outcome, obligor: 'o2', kind: 'failed' as const, ground: 'other' },
      ],
    }))
    const titles = of(recorded({ consultation: { rounds } }), 'fail-consultation').map(({ title }) => title)
    expect(titles.sort()).toEqual(['认定磋商未达成一致', '认定磋商达成一致'].sort())
  })

  it.each([
    ['added', '增加赔偿义务人'],
    ['corrected', '更正赔偿义务人'],
    ['withdrawn', '撤出赔偿义务人'],
  ] as const)('%s: %s', (kind, title) => {
    const obligorAmendments = [{ on: '2025-04-01', kind, obligors: ['o2'], reason: '查明' }]
    expect(of(recorded({ case: { obligorAmendments } }), 'withdraw-obligor')).toMatchObject([{ title }])
  })
})

describe('what no step reaches', () => {
  it('is a section by itself, with the keys that no step records inside', () => {
    const [process] = of(recorded(), 'investigation.process')
    expect(process).toMatchObject({ title: '调查经过', subject: null, about: '', whole: true })
    expect(process?.keys).toEqual(['investigators', 'scope'])
    const rounds = of(second(), 'consultation.rounds')
    expect(rounds.map(({ subject, about, keys }) => [subject, about, keys])).toEqual([
      ['1', '第1轮', ['reason']],
      ['2', '第2轮', ['reason']],
    ])
    const found = of(recorded(), 'investigation.facts')
    expect(found.map(({ subject, about, path }) => [subject, about, path])).toEqual([
      ['1', '第1项', ['facts', 0]],
    ])
  })

  it('is nothing of the registration, of lists of words, or of what is never asked', () => {
    const steps = new Set([...recorded(), ...second()].map((each) => each.step))
    for (const section of [
      'case.clue',
      'case.obligors',
      'case.lint',
      'investigation.legalBasis',
      'investigation.initiation',
      'screening.officers',
    ])
      expect([...steps]).not.toContain(section)
    expect(subjects(recorded(upToScreening), 'investigation.process')).toEqual([])
  })
})
