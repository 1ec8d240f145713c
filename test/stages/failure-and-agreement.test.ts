import { describe, expect, it } from 'vitest'
import type { Deadline } from '../../src/core/deadlines/define.ts'
import type { Meeting, Round } from '../../src/core/facts/documents.ts'
import { failureObjection, rolledDoubt, shownGrounds } from '../../src/core/stages/failure-ground.ts'
import type { CaseView } from '../../src/core/view.ts'
import { type Given, step, upToAgreement, upToMeetings } from '../support/step.ts'

const failing = (ground: string, decidedOn: string) => ({ obligor: 'o1', decidedOn, ground })
const held = (number: number, more: Partial<Meeting> = {}): Meeting => ({
  number,
  heldOn: `2025-06-1${number}`,
  attended: ['o1'],
  outcome: 'continued',
  ...more,
})

function inCase(given: Given): { view: CaseView; round: Round } {
  const { view } = step('fail-consultation', given)
  return { view, round: view.facts.rounds[0] ?? expect.fail('there is no round') }
}
const inRound = (more: Partial<Round>) =>
  inCase({ ...upToMeetings, consultation: { rounds: [{ round: 1, ...more }] } })

describe('第二十二条: with whom an agreement stands consultation has not failed', () => {
  it('after the day of the signing; that day tells no order', () => {
    const { view, round } = inCase({
      ...upToAgreement,
      consultation: { rounds: [{ round: 1, meetings: [held(1, { attended: ['o2'], absent: ['o1'] })] }] },
    })
    const objection = (decidedOn: string) =>
      failureObjection(view, round, failing('absent-or-withdrew', decidedOn))
    expect(objection('2025-07-24')).toBeUndefined()
    expect(objection('2025-07-25')).toBe('该义务人 2025-07-24 签订的协议 G1 仍然有效')
  })
})

describe('第二十二条第二款第五项: three meetings, and one that agreed', () => {
  const objection = (decidedOn: string, ...meetings: Meeting[]) => {
    const { view, round } = inRound({ meetings })
    return failureObjection(view, round, failing('three-meetings', decidedOn))
  }
  const agreeing = (number: number) => held(number, { outcome: 'agreed', agreedWith: ['o1'] })

  it('by the day of the decision is none', () => {
    expect(objection('2025-06-13', held(1), held(2), agreeing(3))).toBe(
      '2025-06-13 的会议已与该义务人达成一致',
    )
    expect(objection('2025-06-20', held(1), held(2), agreeing(3))).toBe(
      '2025-06-13 的会议已与该义务人达成一致',
    )
    expect(objection('2025-06-13', held(1), held(2), held(3), agreeing(4))).toBeUndefined()
    expect(objection('2025-06-12', held(1), held(2), agreeing(3))).toBe(
      '认定时与该义务人开了 2 次会议，不足 3 次',
    )
  })

  it('is no ground where the text sets no number', () => {
    const { view, round } = inRound({ meetings: [held(1), held(2), held(3)] })
    const uncounted = { ...view, regulation: { ...view.regulation, count: () => undefined } }
    expect(failureObjection(uncounted, round, failing('three-meetings', '2025-06-20'))).toBe(
      '没有规定磋商会议的次数',
    )
  })
})

describe('the grounds of another text', () => {
  const { view, round } = inRound({ meetings: [held(1, { absent: ['o1'], attended: ['o2'] })] })
  const { regulation } = view
  const shown = (changes: Partial<CaseView['regulation']>) =>
    shownGrounds({ ...view, regulation: { ...regulation, ...changes } }, round, {
      obligor: 'o1',
      decidedOn: '2025-06-20',
    })

  it('are proposed where it has their matter', () => {
    expect(shown({})).toEqual(['absent-or-withdrew'])
    expect(shown({ has: (matter) => matter !== 'absence' && regulation.has(matter) })).toEqual([])
  })

  it('of which the program knows nothing are for an officer to judge', () => {
    const [first] = regulation.list('failureGrounds')
    const list: CaseView['regulation']['list'] = () => (first ? [{ ...first, code: 'of-this-province' }] : [])
    expect(shown({ list })).toEqual(['of-this-province'])
    expect(failureObjection(view, round, failing('of-this-province', '2025-06-20'))).toBeUndefined()
  })

  it('are none of one who is not in the case', () => {
    const unknown = { ...failing('detained', '2025-06-20'), obligor: 'o9' }
    expect(failureObjection(view, round, unknown)).toBe('没有该义务人被羁押的记录')
  })
})

describe('a last day that an arrangement of days off may still move', () => {
  const { view, round } = inRound({ services: [{ obligor: 'o1', method: 'direct', servedOn: '2025-05-27' }] })
  const [known] = view.deadlines
  const replyDue = (more: Partial<Deadline>): CaseView => ({
    ...view,
    deadlines: known ? [{ ...known, deadline: 'reply', subject: '1/o1', ...more }] : [],
  })
  const provisional = { due: '2027-01-01', rolledDue: '2027-01-04', latestDue: '2027-01-11' }
  const doubt = (decidedOn: string, more: Partial<Deadline> = provisional) =>
    rolledDoubt(replyDue(more), round, failing('refused-or-no-reply', decidedOn))

  it('leaves a doubt until the latest day has passed', () => {
    expect(doubt('2027-01-01')).toBeUndefined()
    for (const day of ['2027-01-02', '2027-01-11'])
      expect(doubt(day)).toBe(
        '期满日 2027-01-01，最后一日 2027-01-04（暂定），放假安排公布后最迟可能到 2027-01-11，认定时未必届满',
      )
    expect(doubt('2027-01-12')).toBeUndefined()
  })

  it('leaves none where no day is known', () => {
    expect(doubt('2027-01-05', { ...provisional, due: null })).toBeUndefined()
    expect(doubt('2027-01-05', { ...provisional, rolledDue: null })).toBeUndefined()
    expect(
      rolledDoubt({ ...view, deadlines: [] }, round, failing('refused-or-no-reply', '2027-01-05')),
    ).toBeUndefined()
    expect(rolledDoubt(replyDue(provisional), round, failing('other', '2027-01-05'))).toBeUndefined()
  })

  it('lets an answer count until then', () => {
    const answered = (repliedOn: string) => ({
      ...round,
      replies: [{ obligor: 'o1', repliedOn, agrees: true }],
    })
    const objection = (repliedOn: string) =>
      failureObjection(
        replyDue(provisional),
        answered(repliedOn),
        failing('refused-or-no-reply', '2027-01-20'),
      )
    expect(objection('2027-01-11')).toBe('该义务人已答复同意磋商')
    expect(objection('2027-01-12')).toBeUndefined()
  })
})
