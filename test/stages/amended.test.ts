import { describe, expect, it } from 'vitest'
import type { Agreement, Round } from '../../src/core/facts/documents.ts'
import { factsOf } from '../../src/core/facts/facts.ts'
import { placesWithout, recordedAction, refusedCorrection } from '../../src/core/stages/amended.ts'
import { type Recorded, recordedIn } from '../../src/core/stages/recorded.ts'
import { type CaseView, viewOf } from '../../src/core/view.ts'
import { editData } from '../../src/repository/yaml/edit.ts'
import { type Given, step, upToConclusion, upToMeetings } from '../support/step.ts'

const viewOfCase = (given: Given = {}): CaseView => step('meet', given).view
const inRound = (more: Partial<Round>): Given => ({
  ...upToMeetings,
  consultation: { rounds: [{ round: 1, ...more }] },
})
const reply = { obligor: 'o1', repliedOn: '2025-06-03', agrees: true }

/** What a step recorded. */
function recordedBy(view: CaseView, id: string, subject: string | null = null): Recorded {
  const found = recordedIn(view).find((each) => each.step === id && each.subject === subject)
  return found ?? expect.fail(`${id} ${subject} is not on record`)
}

/** The places that go with it: `rounds.0.replies`. */
function places(given: Given, id: string, subject: string | null = null): string[] {
  const view = viewOfCase(given)
  const recorded = recordedBy(view, id, subject)
  return placesWithout(view.facts.documents[recorded.document], recorded).map((path) => path.join('.'))
}

/** The action that recorded it, asked in the case without it. */
function actionBehind(given: Given, id: string, subject: string | null = null) {
  const view = viewOfCase(given)
  const recorded = recordedBy(view, id, subject)
  const { documents } = view.facts
  const data = documents[recorded.document]
  const edits = placesWithout(data, recorded).map((path) => ({ kind: 'remove', path }) as const)
  const left = { ...documents, [recorded.document]: editData(data, edits) }
  const found = recordedAction(recorded, viewOf(factsOf(left), view))
  return { recorded, found, subject: found?.subject }
}

describe('what goes with something that was recorded', () => {
  it('is an item of a list alone, while the list holds others', () => {
    expect(places({}, 'reply', '1/o1')).toEqual(['rounds.0.replies.0'])
    expect(places({}, 'pay', 'P2/2025-08-15')).toEqual(['payments.1'])
  })

  it('is its list too, where nothing else stands in it', () => {
    const notice = { issuedOn: '2025-05-26', replyBy: '2025-06-09' }
    expect(places(inRound({ notice, replies: [reply] }), 'reply', '1/o1')).toEqual([
      'rounds.0.replies.0',
      'rounds.0.replies',
    ])
  })

  it('is what is around it, as far as that says no more than its number', () => {
    expect(places(inRound({ replies: [reply] }), 'reply', '1/o1')).toEqual([
      'rounds.0.replies.0',
      'rounds.0.replies',
      'rounds.0',
      'rounds',
    ])
    const earlyRequest = { by: 'o1', requestedOn: '2025-04-01' }
    expect(places(inRound({ earlyRequest }), 'request-early-consultation', '1')).toEqual([
      'rounds.0.earlyRequest',
      'rounds.0',
      'rounds',
    ])
  })

  it('is no more than the keys that the step fills in, where others stand beside them', () => {
    const attempts = [{ method: 'mail' as const, on: '2025-05-27' }]
    const service = { obligor: 'o1', method: 'direct' as const, servedOn: '2025-06-01' }
    const served = ['rounds.0.services.0.method', 'rounds.0.services.0.servedOn']
    expect(places(inRound({ services: [{ ...service, attempts }] }), 'serve', '1/o1')).toEqual(served)
    const whole = [...served, 'rounds.0.services.0', 'rounds.0.services', 'rounds.0', 'rounds']
    expect(places(inRound({ services: [service] }), 'serve', '1/o1')).toEqual(whole)
  })

  it('is a section of a document, but not the document', () => {
    const given = { ...upToConclusion, supervision: { major: { grounds: [], markedOn: '2025-03-10' } } }
    expect(places(given, 'mark-major')).toEqual(['major.grounds', 'major.markedOn', 'major'])
    expect(places(given, 'screen')).toEqual(['checkedOn', 'officers', 'damageFound', 'findings', 'decision'])
  })

  it('is the first report of a major case, but not what else is said of it', () => {
    const reports = [{ to: '自治区生态环境厅', on: '2025-03-10' }]
    const major = { grounds: ['inspection-typical'], reports }
    expect(places({ supervision: { major } }, 'report-major', '自治区生态环境厅/2025-03-10')).toEqual([
      'major.reports.0',
      'major.reports',
    ])
  })

  it('is not a list that must be there, though it is empty then', () => {
    const items = [{ head: 'service-loss', amount: '1.00', by: 'payment' }]
    const data = { agreements: [{ id: 'G1', obligors: ['o1'], compensation: { items } }] }
    const at = ['agreements', 0, 'compensation', 'items', 0]
    const item = { ...recordedBy(viewOfCase(), 'sign', 'G1'), path: at, whole: true }
    expect(placesWithout(data, item)).toEqual([at])
  })
})

describe('who recorded something', () => {
  const agreed = { id: 'G1', round: 1, obligors: ['o1', 'o2'], signedOn: '2025-07-24' }
  const payments = ['P1', 'P2'].map((id) => ({ id, dueOn: '2025-08-20', amount: '60000.00' }))
  const owing = (agreement: Agreement): Given => ({ agreements: { agreements: [agreement] } })

  it('is the action of its step, for the subject that it had then', () => {
    expect(actionBehind({}, 'reply', '1/o2').subject).toBe('1/o2')
    expect(actionBehind(upToMeetings, 'meet', '1/2').subject).toBe('1')
    expect(actionBehind({}, 'record-approval', 'department-head').subject).toBe('department-head')
    expect(actionBehind(upToConclusion, 'screen').subject).toBe(null)
  })

  it('is told from others that write to the same place by what it knew', () => {
    expect(actionBehind(owing({ ...agreed, payments }), 'pay', 'P2/2025-08-15').subject).toBe('P2')
    expect(actionBehind(owing({ ...agreed, payments }), 'pay', 'P1/2025-08-15').subject).toBe('P1')
  })

  it('is told by what it knew, where what follows has moved into its place', () => {
    expect(actionBehind({}, 'serve', '1/o1').subject).toBe('1/o1')
    expect(actionBehind({}, 'serve', '1/o2').subject).toBe('1/o2')
  })

  it('is told by what it knew, where several could be recorded there', () => {
    const notice = { issuedOn: '2025-05-26', replyBy: '2025-06-09' }
    const services = [{ obligor: 'o2', method: 'direct' as const, servedOn: '2025-05-28' }]
    expect(actionBehind(inRound({ notice, services }), 'serve', '1/o2').subject).toBe('1/o2')
    const consents = [{ obligor: 'o1', consentedOn: '2025-05-21', document: '同意书' }]
    expect(actionBehind(inRound({ meetingWaiver: { consents } }), 'waive-meeting', '1').subject).toBe('1')
  })

  it('is told by its list, where the like could be recorded in another', () => {
    const meetings = [{ number: 1, heldOn: '2025-06-20', attended: ['o1'], outcome: 'continued' as const }]
    const rounds = [
      { round: 1, replies: [reply] },
      { round: 2, replies: [reply], meetings },
    ]
    expect(actionBehind({ ...upToMeetings, consultation: { rounds } }, 'meet', '2/1').subject).toBe('2')
  })

  it('is told by its place, where what it knew does not tell it', () => {
    const objection = { by: 'o1', raisedOn: '2025-04-15', explainedOn: '2025-05-06' }
    const objections = ['B1', 'B2'].map((id) => ({ id, ...objection }))
    const appraisals = [{ id: 'A1', kind: 'forensic-opinion' as const, receivedOn: '2025-04-10', objections }]
    const explained = { ...upToConclusion, appraisals: { appraisals } }
    expect(actionBehind(explained, 'explain-appraisal', 'A1/B2').subject).toBe('A1/B2')
    expect(actionBehind(explained, 'explain-appraisal', 'A1/B1').subject).toBe('A1/B1')
    const requested = objections.map(({ explainedOn: _, ...each }) => ({
      ...each,
      explanationRequestedOn: '2025-04-16',
    }))
    const asked = { appraisals: appraisals.map((each) => ({ ...each, objections: requested })) }
    expect(actionBehind({ ...upToConclusion, appraisals: asked }, 'explain-appraisal', 'A1/B2').subject).toBe(
      'A1/B2',
    )
  })

  it('is nobody where it could not be recorded there now', () => {
    expect(actionBehind({}, 'meet', '1/2').found).toBeUndefined()
    // The next meeting would be the second one again.
    expect(actionBehind(upToMeetings, 'meet', '1/1').found).toBeUndefined()
    expect(actionBehind({}, 'new').found).toBeUndefined()
  })
})

describe('a correction', () => {
  const corrected = (given: Given, changes: object) => {
    const { recorded, found } = actionBehind(given, 'meet', '1/2')
    if (!found) throw new Error('no action')
    return refusedCorrection(found, recorded.value, { ...recorded.value, ...changes }).map(({ keys }) => keys)
  }

  it('is refused what the law refuses of the item, unless it refused that before', () => {
    expect(corrected(upToMeetings, { minutes: 'E9' })).toEqual([])
    expect(corrected(upToMeetings, { attended: ['o1'] })).toEqual([['agreedWith']])
    const [round] = viewOfCase().facts.rounds
    const meetings = round?.meetings?.map((each) =>
      each.number === 2 ? { ...each, attended: ['o1'] } : each,
    )
    const wrong: Given = {
      ...upToMeetings,
      consultation: { rounds: round && meetings ? [{ ...round, meetings }] : [] },
    }
    expect(corrected(wrong, { minutes: 'E9' })).toEqual([])
    expect(corrected(wrong, { outcome: 'continued' })).toEqual([['agreedWith']])
  })
})
