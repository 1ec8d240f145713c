import { describe, expect, it } from 'vitest'
import type { Agreement, Meeting, Round, Service } from '../../src/core/facts/documents.ts'
import { type Given, step, upToConclusion, upToMeetings } from '../support/step.ts'

const today = '2026-11-24'
const notice = { issuedOn: '2025-05-26', replyBy: '2025-06-09' }
const agrees = (obligor: string) => ({ obligor, repliedOn: '2025-06-03', agrees: true })

const inRounds = (...rounds: Round[]): Given => ({ ...upToMeetings, consultation: { rounds } })
const first = (more: Partial<Round> = {}): Given => inRounds({ round: 1, notice, ...more })

const agreed = (more: Partial<Agreement> = {}): Given => ({
  agreements: { agreements: [{ id: 'G1', round: 1, obligors: ['o1'], signedOn: '2025-07-24', ...more }] },
})
const drafted: Given = { agreements: { agreements: [{ id: 'G1', round: 1, obligors: ['o1'] }] } }
const refused: Given = {
  court: { confirmations: [{ agreement: 'G1', ruledOn: '2025-09-20', result: 'refused' }] },
}
const terminated = (...obligors: string[]): Given => ({
  closing: { terminations: [{ obligors, ground: 'no-assets', decidedOn: '2025-06-15' }] },
})
const failed = (...obligors: string[]) =>
  obligors.map((obligor) => ({ obligor, kind: 'failed' as const, decidedOn: '2025-06-15' }))

const held = (number: number, more: Partial<Meeting> = {}): Meeting => ({
  number,
  heldOn: `2025-06-1${number}`,
  attended: ['o1'],
  outcome: 'continued',
  ...more,
})

describe('答复 (第十七条)', () => {
  const served = (obligor: string): Service => ({ obligor, method: 'direct', servedOn: '2025-05-27' })
  const services = [served('o1'), served('o2')]

  it.each<[string, Given, string[]]>([
    ['is awaited of all who were served', first({ services }), ['1/o1', '1/o2']],
    ['is awaited of nobody who was not', first(), []],
    ['is not awaited where every way failed', first({ services: [{ obligor: 'o1', method: 'mail' }] }), []],
    ['is given once', first({ services, replies: [agrees('o1')] }), ['1/o2']],
    ['comes too late once consultation has failed', first({ services, outcomes: failed('o1') }), ['1/o2']],
    ['is not asked of one released', { ...first({ services }), ...terminated('o2') }, ['1/o1']],
    ['is of its own round', inRounds({ round: 1, notice }, { round: 2, notice, services }), ['2/o1', '2/o2']],
  ])('%s', (_, given, subjects) => {
    expect(step('reply', given).subjects).toEqual(subjects)
  })

  it('follows the service, and is that of the obligor himself', () => {
    const { known, refused: refuse, blocked, place } = step('reply', first({ services: [served('o1')] }))
    expect(blocked('1/o1')).toEqual([])
    for (const subject of ['1/o2', '2/o1']) expect(blocked(subject)).toEqual(['notice-service'])
    const unserved = first({ services: [{ obligor: 'o1', method: 'mail' }] })
    expect(step('reply', unserved).blocked('1/o1')).toEqual(['notice-service'])
    expect(step('reply', first()).blocked('1/o1')).toEqual(['notice-service'])
    expect(known('1/o1')).toEqual({ obligor: 'o1', repliedOn: today })
    expect(refuse('1/o1')).toEqual([])
    expect(refuse('1/o1', { obligor: 'o2' })).toEqual(['consultation-reply obligor'])
    expect(place('1/o1')).toBe('consultation.rounds.0.replies')
  })
})

describe('磋商会议 (第十九条): with whom', () => {
  const replies = [agrees('o1')]
  const earlyRequest = { by: 'o1', requestedOn: '2025-04-01' }
  const agreeing = held(1, { outcome: 'agreed', agreedWith: ['o1'] })

  it.each<[string, Given, string[]]>([
    ['with nobody who has not replied', first(), []],
    ['with whoever agreed to consult', first({ replies }), ['1']],
    ['with nobody who refused', first({ replies: [{ ...agrees('o1'), agrees: false }] }), []],
    ['with whoever asked for it', first({ earlyRequest }), ['1']],
    ['with whoever came to a meeting', first({ meetings: [held(1)] }), ['1']],
    ['not again with whom it was agreed', first({ replies, meetings: [agreeing] }), []],
    [
      'with the other of two still',
      first({ replies: [agrees('o1'), agrees('o2')], meetings: [agreeing] }),
      ['1'],
    ],
    ['not with one who has signed', { ...first({ replies }), ...agreed() }, []],
    ['with one who has only a draft', { ...first({ replies }), ...drafted }, ['1']],
    [
      'not with one whom an agreement of another round binds',
      { ...inRounds({ round: 1, notice }, { round: 2, notice, replies }), ...agreed() },
      [],
    ],
    [
      'not in the round whose agreement the court refused',
      { ...first({ replies }), ...agreed(), ...refused },
      [],
    ],
    [
      'in the round after it',
      { ...inRounds({ round: 1, notice, replies }, { round: 2, notice, replies }), ...agreed(), ...refused },
      ['2'],
    ],
    ['not after it has failed', first({ replies, outcomes: failed('o1') }), []],
    ['not with one at an end', { ...first({ replies }), ...terminated('o1') }, []],
    [
      'again where the agreement was rescinded',
      { ...first(), ...agreed({ status: 'rescinded', rescindedOn: '2025-08-20' }) },
      ['1'],
    ],
  ])('%s', (_, given, subjects) => {
    expect(step('meet', given).subjects).toEqual(subjects)
  })

  it('needs somebody who is willing, and an appraisal to go by', () => {
    const blocked = (given: Given, round = '1') => step('meet', given).blocked(round)
    const unreceived: Given = { appraisals: { appraisals: [{ id: 'A1', kind: 'forensic-opinion' }] } }
    expect(blocked(first({ replies }))).toEqual([])
    expect(blocked(first())).toEqual(['consultation-reply'])
    expect(blocked(first({ replies }), '2')).toEqual(['consultation-reply'])
    expect(blocked({ ...first({ replies }), ...unreceived })).toEqual(['consultation-basis'])
    expect(blocked({ ...first({ replies }), appraisals: undefined })).toEqual(['consultation-basis'])
    expect(blocked({ ...first({ earlyRequest }), appraisals: undefined })).toEqual([])
    expect(blocked({ ...first(), appraisals: undefined }, '2')).toEqual([
      'consultation-reply',
      'consultation-basis',
    ])
  })

  it('is no more blocked by its number where nobody is left to meet', () => {
    const thrice = [1, 2].map((number) => held(number))
    const over = first({ replies, meetings: [...thrice, held(3, { outcome: 'agreed', agreedWith: ['o1'] })] })
    expect(step('meet', over).blocked('1')).toEqual([])
    const open = first({ replies, meetings: [...thrice, held(3)] })
    expect(step('meet', open).blocked('1')).toEqual(['meeting-limit'])
    expect(step('meet', first({ replies, meetings: thrice })).blocked('1')).toEqual([])
    const early = inRounds({ round: 1, earlyRequest, meetings: [...thrice, held(3)] })
    expect(step('meet', early).blocked('1')).toEqual(['meeting-limit'])
  })

  it('has the next number of its round, today', () => {
    const twice = first({ replies, meetings: [held(1), held(2)] })
    expect(step('meet', twice).known('1')).toEqual({ number: 3, heldOn: today })
    expect(step('meet', first({ replies })).known('1')).toEqual({ number: 1, heldOn: today })
    expect(step('meet', first({ replies })).known('2')).toEqual({ number: 1, heldOn: today })
    // Those whom the notice names sit at the meeting, until another meeting says who did.
    const named = { ...notice, panel: ['罗某', '秦某'] }
    expect(step('meet', first({ replies, notice: named })).known('1').panel).toEqual(['罗某', '秦某'])
    const met = first({ replies, notice: named, meetings: [held(1, { panel: ['许某'] }), held(2)] })
    expect(step('meet', met).known('1').panel).toEqual(['许某'])
    const second = inRounds({ round: 1, notice }, { round: 2, notice, replies })
    expect(step('meet', second).place('2')).toBe('consultation.rounds.1.meetings')
  })
})

describe('磋商会议: what its record may say', () => {
  const replies = [agrees('o1'), agrees('o2')]
  const attended = ['o1', 'o2']

  it.each<[string, Record<string, unknown>, string[]]>([
    ['it goes on', { outcome: 'continued', attended }, []],
    ['nothing', { outcome: undefined, attended: undefined }, []],
    ['agreed, with one of two', { outcome: 'agreed', attended, agreedWith: ['o1'] }, []],
    ['agreed, with nobody', { outcome: 'agreed', attended }, ['agreement agreedWith']],
    ['agreed, with an empty list', { outcome: 'agreed', attended, agreedWith: [] }, ['agreement agreedWith']],
    ['agreed with one, and no outcome', { attended, agreedWith: ['o1'] }, ['agreement agreedWith']],
    [
      'agreed with one who did not come',
      { outcome: 'agreed', attended: ['o1'], agreedWith: ['o1', 'o2'] },
      ['meeting-procedure agreedWith'],
    ],
    ['agreed where nobody came', { outcome: 'agreed', agreedWith: ['o1'] }, ['meeting-procedure agreedWith']],
    ['failed, with one of two', { outcome: 'failed', attended, failedWith: ['o2'] }, []],
    ['failed', { outcome: 'failed', attended }, []],
    [
      'agreed with one, failed with another',
      { outcome: 'agreed', attended, agreedWith: ['o1'], failedWith: ['o2'] },
      ['agreement failedWith'],
    ],
  ])('%s', (_, item, expected) => {
    expect(step('meet', first({ replies })).refused('1', item)).toEqual(expected)
  })

  it('fails with nobody who signed that day, unless it fails with others alone', () => {
    const meetings = [
      held(1, { attended, outcome: 'agreed', agreedWith: ['o1'] }),
      held(2, { attended: ['o2'], outcome: 'agreed', agreedWith: ['o2'] }),
    ]
    const fails = step('meet', { ...first({ replies, meetings }), ...agreed({ signedOn: '2025-06-20' }) })
    const item = { heldOn: '2025-06-20', outcome: 'failed', attended }
    expect(fails.refused('1', item)).toEqual(['agreement failedWith'])
    expect(fails.reasons('1', item)).toMatch(/^某造纸有限公司当日签署了协议/)
    expect(fails.refused('1', { ...item, failedWith: ['o2'] })).toEqual([])
    expect(fails.refused('1', { ...item, heldOn: '2025-06-21' })).toEqual([])
    const ended = { signedOn: '2025-06-20', status: 'rescinded', rescindedOn: '2025-06-30' } as const
    expect(step('meet', { ...first({ replies, meetings }), ...agreed(ended) }).refused('1', item)).toEqual([])
    const unconfirmed = { ...agreed({ signedOn: '2025-06-20' }), ...refused }
    expect(step('meet', { ...first({ replies, meetings }), ...unconfirmed }).refused('1', item)).toEqual([])
  })

  it('names those who did not come', () => {
    const item = { outcome: 'agreed', attended: ['o1'], agreedWith: ['o1', 'o2'] }
    expect(step('meet', first({ replies })).reasons('1', item)).toMatch(/^郑某没有到会/)
  })

  it('is no fourth meeting with anybody, whose name is told', () => {
    const meetings = [1, 2, 3].map((number) => held(number, { attended: ['o1'] }))
    const more = step('meet', first({ replies, meetings }))
    const item = { outcome: 'continued', attended }
    expect(more.refused('1', item)).toEqual(['meeting-limit attended'])
    expect(more.reasons('1', item)).toMatch(/^与某造纸有限公司的磋商会议已满/)
    expect(more.refused('1', { ...item, number: undefined, heldOn: undefined })).toEqual([
      'meeting-limit attended',
    ])
    expect(more.refused('1', { outcome: 'continued', attended: ['o2'] })).toEqual([])
    const moreMeetings = { consentedOn: '2025-06-20' }
    expect(step('meet', first({ replies, meetings, moreMeetings })).refused('1', item)).toEqual([])
    const four = [...meetings, held(4, { attended: ['o1'] })]
    expect(
      step('meet', first({ replies, meetings: four })).refused('1', { ...item, attended: ['o2'] }),
    ).toEqual([])
    expect(more.refused('2', item)).toEqual([])
    const early = inRounds({ round: 1, meetings })
    expect(step('meet', early).refused('1', item)).toEqual(['meeting-limit attended'])
  })
})

describe('免开磋商会议 (第十七条第二款)', () => {
  const simpleCase = { factsSimple: true, liabilityUndisputed: true }
  const simple: Given = { ...upToConclusion, case: { simpleCase } }
  const inFirst = (more: Partial<Round>): Given => ({ ...first(more), case: { simpleCase } })

  it.each<[string, Given, string[]]>([
    ['before the first round', simple, ['1']],
    ['in the first round', inFirst({}), ['1']],
    ['not once there was a meeting', inFirst({ meetings: [held(1)] }), []],
    ['not once it has failed with somebody', inFirst({ outcomes: failed('o2') }), []],
    ['not twice', inFirst({ meetingWaiver: { consents: [] } }), []],
    ['not once somebody has signed', { ...inFirst({}), ...agreed() }, []],
    ['anew after a refused confirmation', { ...inFirst({}), ...agreed(), ...refused }, ['2']],
    [
      'anew after that of an agreement that names no round',
      {
        ...inFirst({}),
        agreements: { agreements: [{ id: 'G1', obligors: ['o1'], signedOn: '2025-07-24' }] },
        ...refused,
      },
      ['2'],
    ],
    [
      'in the last round on record',
      { ...inRounds({ round: 1, meetings: [held(1)] }, { round: 2 }), case: { simpleCase } },
      ['2'],
    ],
    ['not without obligors', { ...simple, case: { simpleCase, obligors: [] } }, []],
  ])('%s', (_, given, subjects) => {
    expect(step('waive-meeting', given).subjects).toEqual(subjects)
  })

  it('follows a conclusion that recommends consultation, or an early request', () => {
    const blocked = (given: Given, round = '1') => step('waive-meeting', given).blocked(round)
    const unready = 'investigation-conclusion,early-consultation'
    expect(blocked(simple)).toEqual([])
    expect(blocked({ ...simple, investigation: {} })).toEqual([unready])
    expect(blocked({ ...simple, investigation: undefined })).toEqual([unready])
    const conclusion = { concludedOn: '2025-05-20', recommendation: 'terminate' as const }
    expect(blocked({ ...simple, investigation: { conclusion } })).toEqual([unready])
    const asked = inFirst({ earlyRequest: { by: 'o1', requestedOn: '2025-04-01' } })
    expect(blocked({ ...asked, investigation: {} })).toEqual([])
    expect(blocked({ ...asked, investigation: {} }, '2')).toEqual([unready])
    expect(blocked(upToConclusion)).toEqual(['simple-case,meeting-waiver', 'simple-case,meeting-waiver'])
  })

  it('has the written consent of every obligor of the round', () => {
    const { refused: refuse, reasons, also, place } = step('waive-meeting', simple)
    const consent = (obligor: string) => ({ obligor, consentedOn: '2025-05-21', document: '同意书' })
    const both = { consents: [consent('o1'), consent('o2')] }
    const missing = 'meeting-waiver consents'
    expect(refuse('1', both)).toEqual([])
    expect(refuse('1', {})).toEqual([missing, missing])
    expect(refuse('1', { consents: [consent('o2')] })).toEqual([missing])
    expect(reasons('1', { consents: [consent('o2')] })).toBe('某造纸有限公司没有同意不召开磋商会议')
    const spoken = { consents: [consent('o1'), { ...consent('o2'), document: ' ' }] }
    expect(refuse('1', spoken)).toEqual([missing])
    expect(reasons('1', spoken)).toMatch(/^郑某的同意应当是书面的/)
    expect(also('1')).toEqual({ 'rounds.0.round': 1 })
    expect(place('1')).toBe('consultation.rounds.0.meetingWaiver')
    const alone = step('waive-meeting', { ...simple, ...terminated('o2') })
    expect(alone.refused('1', { consents: [consent('o1')] })).toEqual([])
    const again = step('waive-meeting', { ...inFirst({}), ...agreed(), ...refused })
    expect(again.refused('2', { consents: [consent('o1')] })).toEqual([])
    expect(again.place('2')).toBe('consultation.rounds.1.meetingWaiver')
  })
})
