import { describe, expect, test } from 'vitest'
import type { Round } from '../../src/core/facts/documents.ts'
import {
  failureObjection,
  isOrdinaryService,
  rolledDoubt,
  shownGrounds,
} from '../../src/core/stages/failure-ground.ts'
import type { CaseView } from '../../src/core/view.ts'
import { viewOn } from '../golden/conclude.ts'
import { documentsFor, type Values } from '../golden/read.ts'
import { consulted, served } from '../law/case.ts'

const TODAY = '2026-12-01'
const reply = (repliedOn: string, agrees: boolean) => ({ obligor: 'o2', repliedOn, agrees })
const meeting = (number: number, heldOn: string, more: Values = {}) => ({
  number,
  heldOn,
  attended: ['o2'],
  ...more,
})

function inRound(happened: Values, more: Values = {}): { view: CaseView; round: Round } {
  const view = viewOn(consulted({ services: [served('o2', '2026-06-01')], ...happened }, more), TODAY)
  const [round] = view.facts.rounds
  if (!round) throw new Error('the round is gone')
  return { view, round }
}

/** Whether the facts show a ground against o2 on a day. */
function shows(ground: string, decidedOn: string, happened: Values, more: Values = {}): boolean {
  const { view, round } = inRound(happened, more)
  return failureObjection(view, round, { obligor: 'o2', decidedOn, ground }) === undefined
}

/** Why the facts do not show it. */
function objection(ground: string, decidedOn: string, happened: Values): string | undefined {
  const { view, round } = inRound(happened)
  return failureObjection(view, round, { obligor: 'o2', decidedOn, ground })
}

function proposed(decidedOn: string, happened: Values, more: Values = {}): string[] {
  const { view, round } = inRound(happened, more)
  return shownGrounds(view, round, { obligor: 'o2', decidedOn })
}

describe('第二十二条第二款第一项: refused, or no reply by 2026-06-30', () => {
  const ground = 'refused-or-no-reply'

  test('silence shows from the day after the last', () => {
    expect(shows(ground, '2026-06-30', {})).toBe(false)
    expect(shows(ground, '2026-07-01', {})).toBe(true)
  })

  test('a refusal shows at once, also of one who had agreed before', () => {
    expect(shows(ground, '2026-06-10', { replies: [reply('2026-06-09', false)] })).toBe(true)
    expect(
      shows(ground, '2026-06-10', { replies: [reply('2026-06-05', true), reply('2026-06-09', false)] }),
    ).toBe(true)
  })

  test('an agreement in time is no ground, on the last day still; one after it is', () => {
    expect(shows(ground, '2026-07-10', { replies: [reply('2026-06-30', true)] })).toBe(false)
    expect(shows(ground, '2026-07-10', { replies: [reply('2026-07-01', true)] })).toBe(true)
    expect(shows(ground, '2026-07-10', { replies: [{ ...reply('2026-06-20', true), obligor: 'o1' }] })).toBe(
      true,
    )
  })

  test('why it does not show', () => {
    const agreeing = { replies: [reply('2026-06-20', true)] }
    expect(objection(ground, '2026-06-20', agreeing)).toBe('该义务人已答复同意磋商')
    expect(objection(ground, '2026-06-19', agreeing)).toBe('答复时间到 2026-06-30 才届满')
    expect(objection(ground, '2026-06-20', { services: [] })).toBe('没有送达或者没有规定答复时间')
    expect(objection(ground, '2026-07-20', { services: [served('o2', '2026-06-30')] })).toBe(
      '送达时告知书规定的答复日已到或者已过，该义务人没有答复的时间，须另定答复日（办“另定答复日并告知”）',
    )
    expect(objection(ground, '2026-07-20', { services: [served('o1', '2026-07-05')] })).toBe(
      '没有送达或者没有规定答复时间',
    )
    const twice = [served('o2', '2026-06-01'), served('o2', '2026-07-05'), served('o1', '2026-07-05')]
    expect(objection(ground, '2026-06-20', { services: twice })).toBe('答复时间到 2026-06-30 才届满')
  })

  test('who agreed too late is not proposed; an officer may hold to it', () => {
    expect(proposed('2026-07-10', { replies: [reply('2026-07-01', true)] })).not.toContain(ground)
    expect(proposed('2026-07-10', {})).toEqual([ground])
    expect(proposed('2026-07-10', { replies: [{ ...reply('2026-07-01', true), obligor: 'o1' }] })).toEqual([
      ground,
    ])
    const changed = [reply('2026-07-01', true), reply('2026-07-02', false)]
    expect(proposed('2026-07-10', { replies: changed })).toEqual([ground])
  })

  test('who was served on the day of the reply or after it had no time, until another day is set', () => {
    const late = served('o2', '2026-06-30')
    expect(shows(ground, '2026-07-20', { services: [late] })).toBe(false)
    expect(shows(ground, '2026-07-20', { services: [{ ...late, replyBy: '2026-07-15' }] })).toBe(true)
    expect(shows(ground, '2026-07-15', { services: [{ ...late, replyBy: '2026-07-15' }] })).toBe(false)
    expect(shows(ground, '2026-07-20', { services: [] })).toBe(false)
  })
})

describe('第二十二条第二款第二项: absent, or left', () => {
  test.each(['absent', 'withdrew'])('%s from a meeting by the day of the decision', (key) => {
    const missed = (on: string) => ({ meetings: [meeting(1, on, { attended: ['o1'], [key]: ['o2'] })] })
    expect(shows('absent-or-withdrew', '2026-07-10', missed('2026-07-10'))).toBe(true)
    expect(shows('absent-or-withdrew', '2026-07-10', missed('2026-07-11'))).toBe(false)
    expect(
      shows('absent-or-withdrew', '2026-07-10', { meetings: [meeting(1, '2026-07-01', { [key]: ['o1'] })] }),
    ).toBe(false)
  })
})

describe('第二十二条第二款第三项: no way but the public notice', () => {
  const attempted = (...methods: string[]) => {
    const attempts = methods.map((method) => ({ method, on: '2026-06-05', result: '退回' }))
    return { services: [{ obligor: 'o2', method: 'mail', attempts }] }
  }

  test('what was tried, and what was served, on the day of the decision counts; what came later does not', () => {
    const tried = attempted('mail')
    expect(shows('undeliverable', '2026-06-05', tried)).toBe(true)
    expect(shows('undeliverable', '2026-06-04', tried)).toBe(false)
    const reached = { services: [...tried.services, served('o2', '2026-06-10')] }
    expect(shows('undeliverable', '2026-06-10', reached)).toBe(false)
    expect(shows('undeliverable', '2026-06-09', reached)).toBe(true)
  })

  test('one way that failed shows it, two are needed to propose it; a public notice is no such way', () => {
    expect(shows('undeliverable', '2026-06-20', attempted('mail'))).toBe(true)
    expect(shows('undeliverable', '2026-06-20', attempted('public-notice'))).toBe(false)
    expect(shows('undeliverable', '2026-06-20', attempted())).toBe(false)
    expect(shows('undeliverable', '2026-06-20', {})).toBe(false)
    expect(proposed('2026-06-20', attempted('mail', 'mail'))).toEqual([])
    expect(proposed('2026-06-20', attempted('mail', 'public-notice'))).toEqual([])
    expect(proposed('2026-06-20', attempted('mail', 'direct'))).toEqual(['undeliverable'])
    const [failed] = attempted('mail').services
    const other = { ...attempted('direct').services[0], obligor: 'o1' }
    expect(proposed('2026-06-20', { services: [failed, other] })).toEqual([])
    expect(
      objection('undeliverable', '2026-06-20', { services: [failed, served('o1', '2026-06-01')] }),
    ).toBeUndefined()
    expect(objection('undeliverable', '2026-06-20', { services: [failed, served('o2', '2026-06-10')] })).toBe(
      '告知书已经送达',
    )
    const others = { services: [{ ...failed, obligor: 'o1' }] }
    expect(objection('undeliverable', '2026-06-20', others)).toBe('没有以公告以外的方式送达未成的记录')
    expect(isOrdinaryService('mail')).toBe(true)
    expect(isOrdinaryService('public-notice')).toBe(false)
  })
})

describe('第二十二条第二款第五项: three meetings', () => {
  const held = (...days: string[]) => ({ meetings: days.map((day, index) => meeting(index + 1, day)) })

  test('the third may be held on the day of the decision, not after it', () => {
    expect(shows('three-meetings', '2026-07-03', held('2026-07-01', '2026-07-02', '2026-07-03'))).toBe(true)
    expect(shows('three-meetings', '2026-07-02', held('2026-07-01', '2026-07-02', '2026-07-03'))).toBe(false)
    expect(shows('three-meetings', '2026-07-03', held('2026-07-01', '2026-07-02'))).toBe(false)
  })

  test('those with another obligor do not count', () => {
    const others = {
      meetings: [1, 2, 3].map((number) => ({ number, heldOn: `2026-07-0${number}`, attended: ['o1'] })),
    }
    expect(shows('three-meetings', '2026-07-10', others)).toBe(false)
  })
})

describe('第二十二条第二款第六项: the 90 days from 2026-06-01, to Sunday 2026-08-30, have passed', () => {
  test('from the day after the last', () => {
    expect(shows('period-expired', '2026-08-30', {})).toBe(false)
    expect(shows('period-expired', '2026-08-31', {})).toBe(true)
    expect(objection('period-expired', '2026-08-30', {})).toBe('磋商期限到 2026-08-30 才届满')
    expect(objection('period-expired', '2026-09-30', { services: [] })).toBe(
      '告知书没有送达，磋商期限尚未起算',
    )
  })

  test('on the working day to which the last day moves, it is doubtful, and not proposed', () => {
    const { view, round } = inRound({ replies: [reply('2026-06-20', true)] })
    const doubt = (decidedOn: string, ground = 'period-expired') =>
      rolledDoubt(view, round, { obligor: 'o2', decidedOn, ground })
    expect(doubt('2026-08-30')).toBeUndefined()
    expect(doubt('2026-08-31')).toBe('期满日 2026-08-30 是休息日，顺延至 2026-08-31，认定时尚未届满')
    expect(doubt('2026-09-01')).toBeUndefined()
    expect(doubt('2026-08-31', 'detained')).toBeUndefined()
    expect(shownGrounds(view, round, { obligor: 'o2', decidedOn: '2026-08-31' })).toEqual([])
    expect(shownGrounds(view, round, { obligor: 'o2', decidedOn: '2026-09-01' })).toEqual(['period-expired'])
  })

  test('so it is after a refusal: another ground was held to', () => {
    const { view, round } = inRound({ replies: [reply('2026-06-20', false)] })
    const failing = { obligor: 'o2', decidedOn: '2026-08-31', ground: 'period-expired' }
    expect(rolledDoubt(view, round, failing)).toContain('2026-08-30')
  })

  test('so it is with the day for the reply, but not after a refusal', () => {
    const notice = { issuedOn: '2026-05-29', replyBy: '2026-06-20' }
    const doubt = (happened: Values) => {
      const { view, round } = inRound({ notice, ...happened })
      return rolledDoubt(view, round, {
        obligor: 'o2',
        decidedOn: '2026-06-22',
        ground: 'refused-or-no-reply',
      })
    }
    expect(doubt({})).toBe('期满日 2026-06-20 是休息日，顺延至 2026-06-22，认定时尚未届满')
    expect(doubt({ replies: [reply('2026-06-10', false)] })).toBeUndefined()
    expect(doubt({ replies: [{ ...reply('2026-06-10', false), obligor: 'o1' }] })).toContain('2026-06-22')
  })
})

describe('第二十二条第二款第四项、第七项: custody, and other grounds', () => {
  test('custody covers the day of the decision, its first and last day too', () => {
    const detained = (custody: Values, decidedOn = '2026-07-09') => {
      const [, second] = documentsFor({ base: 'minimal' }).case.obligors ?? []
      return shows('detained', decidedOn, {}, { case: { obligors: [{ ...second, custody }] } })
    }
    expect(detained({ from: '2026-07-09' })).toBe(true)
    expect(detained({ from: '2026-07-10' })).toBe(false)
    expect(detained({ from: '2026-06-01', to: '2026-07-09' })).toBe(true)
    expect(detained({ from: '2026-06-01', to: '2026-07-08' })).toBe(false)
  })

  test('custody is of this obligor', () => {
    const { view, round } = inRound({})
    expect(
      failureObjection(view, round, { obligor: 'o2', decidedOn: '2026-07-09', ground: 'detained' }),
    ).toBe('没有该义务人被羁押的记录')
  })

  test('another ground is for an officer to find, who writes it down', () => {
    const { view, round } = inRound({})
    const other = (reason?: string) =>
      failureObjection(view, round, {
        obligor: 'o2',
        decidedOn: '2026-07-09',
        ground: 'other',
        ...(reason && { reason }),
      })
    expect(other()).toBe('没有写明具体情形')
    expect(other('  ')).toBe('没有写明具体情形')
    expect(other('双方分歧过大')).toBeUndefined()
    expect(
      shownGrounds(view, round, { obligor: 'o2', decidedOn: '2026-06-10', reason: '双方分歧过大' }),
    ).toEqual([])
  })
})
