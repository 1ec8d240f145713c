import { describe, expect, it } from 'vitest'
import type { Agreement, Round, Service } from '../../src/core/facts/documents.ts'
import { caseWithActions } from '../support/actions.ts'
import { type Given, step, upToConclusion, upToMeetings, upToScreening } from '../support/step.ts'

const today = '2026-11-24'
const notice = { issuedOn: '2025-05-26', replyBy: '2025-06-09' }

/** The sample case in consultation, with nothing of it on record but these rounds. */
const inRounds = (...rounds: Round[]): Given => ({ ...upToMeetings, consultation: { rounds } })
const first = (more: Partial<Round> = {}): Given => inRounds({ round: 1, notice, ...more })

const agreement = { id: 'G1', round: 1, obligors: ['o1'], signedOn: '2025-07-24' }

/** What the sample case is once the court refused to confirm these agreements. */
const refusedBy = (...agreements: Agreement[]): Given => ({
  agreements: { agreements },
  court: { confirmations: agreements.map(({ id }) => ({ agreement: id, result: 'refused' as const })) },
})

const terminated = (...obligors: string[]): Given => ({
  closing: { terminations: [{ obligors, ground: 'no-assets', decidedOn: '2025-06-01' }] },
})

describe('磋商告知书 (第十七条)', () => {
  it('is given for the first round, and once more after each agreement that the court refused', () => {
    expect(step('notify', upToConclusion).subjects).toEqual(['1'])
    expect(step('notify', inRounds({ round: 1 })).subjects).toEqual(['1'])
    expect(step('notify', first()).subjects).toEqual([])
    expect(step('notify', { ...first(), agreements: { agreements: [agreement] } }).subjects).toEqual([])
    expect(step('notify', { ...first(), ...refusedBy(agreement) }).subjects).toEqual(['2'])
    const { round: _, ...unnumbered } = agreement
    expect(step('notify', { ...first(), ...refusedBy(unnumbered) }).subjects).toEqual(['2'])
    const both = refusedBy(agreement, { ...agreement, id: 'G2', obligors: ['o2'] })
    expect(step('notify', { ...first(), ...both }).subjects).toEqual(['2'])
    const again = inRounds({ round: 1, notice }, { round: 2, notice })
    expect(step('notify', { ...again, ...refusedBy(agreement) }).subjects).toEqual([])
  })

  it('is asked for while it is owed, not once an agreement was signed without one', () => {
    expect(step('notify', upToConclusion).advised('1')).toBe(true)
    expect(step('notify', { consultation: { rounds: [{ round: 1 }] } }).advised('1')).toBe(false)
  })

  it('waits for a conclusion that recommends consultation, or an early request', () => {
    const before = { ...upToConclusion, investigation: {} }
    expect(step('notify', upToConclusion).blocked('1')).toEqual([])
    expect(step('notify', { ...before, investigation: undefined }).blocked('1')).toEqual([
      'initiation',
      'investigation-conclusion,early-consultation',
    ])
    const initiation = { initiatedOn: '2025-03-06' }
    expect(step('notify', { ...before, investigation: { initiation } }).blocked('1')).toEqual([
      'investigation-conclusion,early-consultation',
    ])
    const asked = inRounds({ round: 1, earlyRequest: { by: 'o1', requestedOn: '2025-04-01' } })
    expect(step('notify', { ...asked, investigation: { initiation } }).blocked('1')).toEqual([])
    const conclusion = { concludedOn: '2025-05-20', recommendation: 'terminate' as const }
    expect(step('notify', { ...before, investigation: { initiation, conclusion } }).blocked('1')).toEqual([
      'investigation-conclusion',
    ])
  })

  it('tells the matter, who consults for the office, and by when to reply', () => {
    const { known, refused, place, also } = step('notify', upToConclusion)
    expect(known('1')).toEqual({ issuedOn: today, matter: '违法排放废水污染河流', panel: ['罗某'] })
    expect(refused('1')).toEqual(['reply-period replyBy,replyWithinDays'])
    expect(refused('1', { replyBy: '2026-12-10' })).toEqual([])
    expect(refused('1', { replyWithinDays: 7 })).toEqual([])
    expect(place('1')).toBe('consultation.rounds.0.notice')
    expect(also('1')).toEqual({ 'rounds.0.round': 1 })
    const bare = caseWithActions('example-case', today, ({ case: file }) => {
      delete file.cause
      delete file.officers
    })
    expect(bare.known('notify', '1')).toEqual({ issuedOn: today, panel: [] })
    const second = step('notify', { ...first(), ...refusedBy(agreement) })
    expect(second.place('2')).toBe('consultation.rounds.1.notice')
    expect(second.also('2')).toEqual({ 'rounds.1.round': 2 })
  })
})

describe('送达 (第十七条)', () => {
  const service = (more: Partial<Service> = {}): Service => ({
    obligor: 'o1',
    method: 'direct',
    servedOn: '2025-05-27',
    ...more,
  })

  it.each<[string, Given, string[]]>([
    ['is of the notice of a round on everybody', first(), ['1/o1', '1/o2']],
    ['is done once it has reached one', first({ services: [service()] }), ['1/o2']],
    [
      'is done by a publication',
      first({ services: [{ obligor: 'o2', method: 'public-notice', publishedOn: '2025-05-27' }] }),
      ['1/o1'],
    ],
    [
      'is not done by an attempt in vain',
      first({
        services: [{ obligor: 'o2', method: 'mail', attempts: [{ method: 'mail', on: '2025-05-27' }] }],
      }),
      ['1/o1', '1/o2'],
    ],
    [
      'is of no use where consultation has failed',
      first({ outcomes: [{ obligor: 'o1', kind: 'failed', decidedOn: '2025-06-10' }] }),
      ['1/o2'],
    ],
    ['is not for one at an end', { ...first(), ...terminated('o1') }, ['1/o2']],
    [
      'in a later round is for those whose agreement the court refused',
      { ...inRounds({ round: 1, notice }, { round: 2, notice }), ...refusedBy(agreement) },
      ['1/o1', '1/o2', '2/o1'],
    ],
  ])('%s', (_, given, subjects) => {
    expect(step('serve', given).subjects).toEqual(subjects)
    expect(step('record-failed-service', given).subjects).toEqual(subjects)
  })

  it('is asked for while it is owed, and follows the notice', () => {
    expect(step('serve', first()).advised('1/o2')).toBe(true)
    const signed: Given = { ...first(), agreements: { agreements: [agreement] } }
    expect(step('serve', signed).advised('1/o1')).toBe(false)
    expect(step('serve', first()).blocked('1/o1')).toEqual([])
    for (const id of ['serve', 'record-failed-service']) {
      expect(step(id, inRounds({ round: 1 })).blocked('1/o1')).toEqual(['consultation-notice'])
      expect(step(id, first()).blocked('2/o1')).toEqual(['consultation-notice'])
    }
  })

  it('stands beside the services of the others, or where attempts were made before', () => {
    const tried = first({ services: [service(), { obligor: 'o2', method: 'mail' }] })
    expect(step('serve', tried).place('1/o2')).toBe('consultation.rounds.0.services.1')
    expect(step('serve', tried).place('1/o3')).toBe('consultation.rounds.0.services.2')
    expect(step('serve', first()).place('1/o2')).toBe('consultation.rounds.0.services.0')
    expect(step('serve', first()).place('2/o2')).toBe('consultation.rounds.1.services.0')
    expect(step('record-failed-service', tried).place('1/o2')).toBe(
      'consultation.rounds.0.services.1.attempts',
    )
  })

  const published = { method: 'public-notice', publishedOn: '2025-06-01' }
  it.each<[string, Record<string, unknown>, string[]]>([
    ['a service with its day', { method: 'direct', servedOn: '2025-05-27' }, []],
    ['a service without its day', { method: 'direct' }, ['consultation-period servedOn']],
    ['a publication without its day', { method: 'public-notice' }, ['public-notice-service publishedOn']],
    [
      'a publication with the day of service alone',
      { method: 'public-notice', servedOn: '2025-07-01' },
      ['public-notice-service publishedOn'],
    ],
    ['a publication with its day', published, []],
    [
      'a publication, the last day of its period',
      { ...published, servedOn: '2025-06-30' },
      ['public-notice-service servedOn'],
    ],
    ['a publication, the day after its period', { ...published, servedOn: '2025-07-01' }, []],
    ['a service on another', { servedOn: '2025-05-27', obligor: 'o1' }, ['notice-service obligor']],
  ])('%s', (_, item, expected) => {
    const { known, refused } = step('serve', first())
    expect(known('1/o2')).toEqual({ obligor: 'o2' })
    expect(refused('1/o2', item)).toEqual(expected)
  })

  it('in vain is recorded with each way, but for the public notice', () => {
    const { known, refused, advised, also } = step('record-failed-service', first())
    expect(known('1/o2')).toEqual({ on: today })
    expect(advised('1/o2')).toBe(false)
    expect(refused('1/o2', { method: 'mail' })).toEqual([])
    expect(refused('1/o2', { method: 'public-notice' })).toEqual(['undeliverable method'])
    expect(also('1/o2', { method: 'mail' })).toEqual({
      'rounds.0.services.0.obligor': 'o2',
      'rounds.0.services.0.method': 'mail',
    })
    const second = step('record-failed-service', first({ services: [service()] }))
    expect(second.also('1/o2', { method: 'mail' })).toMatchObject({ 'rounds.0.services.1.obligor': 'o2' })
    expect(second.also('1/o1', { method: 'mail' })).toEqual({})
    expect(second.also('2/o1', { method: 'mail' })).toMatchObject({ 'rounds.1.services.0.obligor': 'o1' })
  })
})

describe('另定答复日', () => {
  const late: Service = { obligor: 'o1', method: 'direct', servedOn: '2025-06-09' }
  const servedLate = (more: Partial<Round> = {}) => first({ services: [late], ...more })

  it('is for whom the notice reached on the day of the reply, or after it', () => {
    expect(step('set-reply-day', servedLate()).subjects).toEqual(['1/o1'])
    const inTime = { ...late, servedOn: '2025-06-08' }
    expect(step('set-reply-day', first({ services: [inTime] })).subjects).toEqual([])
    expect(step('set-reply-day', first()).subjects).toEqual([])
    const { servedOn: _, ...unserved } = late
    const published = { ...unserved, method: 'public-notice' as const, publishedOn: '2025-05-20' }
    expect(step('set-reply-day', first({ services: [published] })).subjects).toEqual(['1/o1'])
    const failed = servedLate({ outcomes: [{ obligor: 'o1', kind: 'failed', decidedOn: '2025-06-10' }] })
    expect(step('set-reply-day', failed).subjects).toEqual([])
    expect(step('set-reply-day', { ...servedLate(), ...terminated('o1') }).subjects).toEqual([])
    expect(step('set-reply-day', { ...servedLate(), ...terminated('o2') }).subjects).toEqual(['1/o1'])
  })

  it('is told before it, and the day of telling is not counted', () => {
    const { known, refused, place, blocked } = step('set-reply-day', servedLate())
    expect(known('1/o1')).toEqual({ obligor: 'o1', method: 'direct', toldOn: today })
    expect(known('1/o2')).toEqual({ obligor: 'o2', toldOn: today })
    expect(known('2/o1')).toEqual({ obligor: 'o1', toldOn: today })
    expect(step('set-reply-day', first()).known('1/o1')).toEqual({ obligor: 'o1', toldOn: today })
    const wrong = ['reply-period replyBy,toldOn']
    expect(refused('1/o1')).toEqual([])
    expect(refused('1/o1', { replyBy: '2026-11-25' })).toEqual([])
    expect(refused('1/o1', { replyBy: '2026-11-24' })).toEqual(wrong)
    expect(refused('1/o1', { replyBy: '2026-11-25', toldOn: '2026-11-26' })).toEqual(wrong)
    expect(refused('1/o1', { replyBy: '2026-11-25', toldOn: undefined })).toEqual(wrong)
    expect(refused('1/o1', { obligor: 'o2' })).toEqual(['reply-period obligor'])
    expect(place('1/o1')).toBe('consultation.rounds.0.services.0')
    expect(blocked('1/o1')).toEqual([])
  })
})

describe('主动要求磋商 (第十七条第二款)', () => {
  const initiation = { initiatedOn: '2025-03-06' }
  const investigating: Given = { ...upToConclusion, investigation: { initiation } }

  it('is recorded once, between initiation and conclusion, before a notice', () => {
    const open = (given: Given) => step('request-early-consultation', given).subjects
    expect(open(investigating)).toEqual([null])
    expect(open(upToScreening)).toEqual([null])
    expect(open(upToConclusion)).toEqual([])
    expect(open({ ...first(), investigation: { initiation } })).toEqual([])
    const asked = inRounds({ round: 1, earlyRequest: { by: 'o1', requestedOn: '2025-04-01' } })
    expect(open({ ...asked, investigation: { initiation } })).toEqual([])
    expect(open({ ...inRounds({ round: 1 }), investigation: { initiation } })).toEqual([null])
  })

  it('needs an investigation that runs, and an obligor', () => {
    const blocked = (given: Given) => step('request-early-consultation', given).blocked(null)
    expect(blocked(investigating)).toEqual([])
    expect(blocked(upToScreening)).toEqual(['early-consultation'])
    expect(blocked(upToConclusion)).toEqual(['early-consultation'])
    expect(blocked({ ...investigating, case: { obligors: [] } })).toEqual(['early-consultation'])
  })

  it('comes from an obligor of the case, who is proposed where there is one alone', () => {
    const { known, refused, also, place, advised } = step('request-early-consultation', investigating)
    expect(known(null)).toEqual({ requestedOn: today })
    expect(refused(null, { by: 'o2' })).toEqual([])
    expect(refused(null, { by: 'o3' })).toEqual(['early-consultation by'])
    expect(also(null)).toEqual({ 'rounds.0.round': 1 })
    expect(place(null)).toBe('consultation.rounds.0.earlyRequest')
    expect(advised(null)).toBe(false)
    const obligorAmendments = [{ on: '2025-04-01', kind: 'withdrawn' as const, obligors: ['o2'], reason: '' }]
    const alone = step('request-early-consultation', { ...investigating, case: { obligorAmendments } })
    expect(alone.known(null)).toEqual({ requestedOn: today, by: 'o1' })
    expect(alone.refused(null, { by: 'o2' })).toEqual(['early-consultation by'])
    const nobody = step('request-early-consultation', { ...investigating, case: { obligors: [] } })
    expect(nobody.known(null)).toEqual({ requestedOn: today })
  })
})
