import { describe, expect, it } from 'vitest'
import type { Round } from '../../src/core/facts/documents.ts'
import { actionOf } from '../../src/core/stages/actions/index.ts'
import { actionsFor } from '../../src/core/stages/possible.ts'
import {
  articles,
  both,
  type Change,
  deadlineOf,
  done,
  errors,
  inRound,
  offered,
  refusals,
  served,
  subjects,
  viewAfter,
} from '../support/actions.ts'

describe('第二十二条第二款: failed consultation', () => {
  const proposed = (today: string, change: Change) =>
    actionOf('fail-consultation')?.defaults?.(viewAfter(today, change), '1/o2').ground
  const changed = (change: (round: Round) => void) =>
    inRound((round) => {
      round.meetings = []
      change(round)
    })

  it.each<[string, string, Change, string | undefined]>([
    [
      'a refusal',
      '2026-07-09',
      changed((round) => (round.replies = [{ obligor: 'o2', repliedOn: '2026-07-08', agrees: false }])),
      'refused-or-no-reply',
    ],
    ['silence, the last day not passed', '2026-07-10', served, undefined],
    ['silence past the day to reply', '2026-07-11', served, 'refused-or-no-reply'],
    [
      'absence without cause',
      '2026-07-21',
      changed(
        (round) => (round.meetings = [{ number: 1, heldOn: '2026-07-20', attended: ['o1'], absent: ['o2'] }]),
      ),
      'absent-or-withdrew',
    ],
    [
      'withdrawal',
      '2026-07-21',
      changed(
        (round) =>
          (round.meetings = [{ number: 1, heldOn: '2026-07-20', attended: ['o2'], withdrew: ['o2'] }]),
      ),
      'absent-or-withdrew',
    ],
    [
      'no way to serve',
      '2026-07-05',
      changed(
        (round) =>
          (round.services = [
            {
              obligor: 'o2',
              method: 'mail',
              attempts: [
                { method: 'direct', on: '2026-06-30' },
                { method: 'mail', on: '2026-07-02' },
              ],
            },
          ]),
      ),
      'undeliverable',
    ],
    [
      'one way of service that failed',
      '2026-07-05',
      changed(
        (round) =>
          (round.services = [
            { obligor: 'o2', method: 'mail', attempts: [{ method: 'mail', on: '2026-07-02' }] },
          ]),
      ),
      undefined,
    ],
    [
      'only a public notice',
      '2026-07-05',
      changed(
        (round) => (round.services = [{ obligor: 'o2', method: 'public-notice', publishedOn: '2026-07-02' }]),
      ),
      undefined,
    ],
    [
      'custody',
      '2026-07-09',
      both(
        changed(() => undefined),
        ({ case: file }) => {
          const [, second] = file.obligors
          if (second) second.custody = { from: '2026-07-01' }
        },
      ),
      'detained',
    ],
    [
      'custody that ended',
      '2026-07-09',
      both(
        changed(() => undefined),
        ({ case: file }) => {
          const [, second] = file.obligors
          if (second) second.custody = { from: '2026-07-01', to: '2026-07-05' }
        },
      ),
      undefined,
    ],
    [
      'three meetings',
      '2026-07-24',
      changed(
        (round) =>
          (round.meetings = [1, 2, 3].map((number) => ({
            number,
            heldOn: `2026-07-2${number}`,
            attended: ['o1', 'o2'],
          }))),
      ),
      'three-meetings',
    ],
    ['the last of the 90 days', '2026-10-01', changed(() => undefined), undefined],
    ['the last working day after them', '2026-10-08', changed(() => undefined), undefined],
    ['the day after that', '2026-10-09', changed(() => undefined), 'period-expired'],
  ])('%s on %s', (_, today, change, ground) => {
    expect(proposed(today, change)).toBe(ground)
  })

  it('is advised only where the facts show a ground; an officer may find another', () => {
    const moving = (today: string) =>
      actionsFor(viewAfter(today, served))
        .filter(({ moves, blockedBy }) => moves && !blockedBy.length)
        .map(({ action }) => action.id)
    expect(moving('2026-07-10')).not.toContain('fail-consultation')
    expect(moving('2026-07-11')).toContain('fail-consultation')
    expect(offered('fail-consultation', '1/o2', served)).toBe(true)
    const other = (reason: string) =>
      errors(
        'consultation/failure-ground',
        both(served, done('fail-consultation', '1/o2', { ground: 'other', reason, decidedOn: '2026-07-10' })),
      )
    expect(other('')).toEqual(['other'])
    expect(other('双方分歧过大。')).toEqual([])
  })

  it('closes the clocks of that obligor alone and opens the duty to sue', () => {
    const failed = viewAfter(
      '2026-07-12',
      served,
      done('fail-consultation', '1/o2', { reason: '期满未答复。' }, '2026-07-11'),
    )
    expect(failed.stage.obligors.get('o2')).toBe('suit')
    expect(failed.stage.obligors.get('o1')).toBe('consultation')
    expect(deadlineOf(failed, 'start-suit', '1/o2')?.status).toBe('duty')
    expect(deadlineOf(failed, 'consultation', '1/o2')?.status).toBe('closed')
    expect(deadlineOf(failed, 'consultation', '1/o1')?.status).toBe('open')
  })

  it('is found once for each obligor of the round, and not of one who has signed', () => {
    expect(subjects('fail-consultation', served)).toEqual(['1/o1', '1/o2'])
    expect(subjects('fail-consultation', () => undefined)).toEqual([])
    const once = both(served, done('fail-consultation', '1/o2', { reason: '期满未答复。' }, '2026-07-11'))
    expect(subjects('fail-consultation', once)).toEqual(['1/o1'])
    const item = { obligor: 'o2', kind: 'failed', decidedOn: '2026-06-28' }
    expect(articles(refusals('fail-consultation', '1/o2', served, item))).toEqual(['第二十二条'])
  })
})
