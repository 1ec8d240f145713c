import { describe, expect, it } from 'vitest'
import { previewOfAction } from '../../src/core/stages/preview.ts'
import type { CaseView } from '../../src/core/view.ts'
import { type Given, step, upToConclusion } from '../support/step.ts'

const initiation = { initiatedOn: '2025-03-06' }
const on = (today: string, investigation: Given['investigation'], more: Given = {}): CaseView =>
  step('conclude', { ...upToConclusion, investigation, ...more }, today).view
const conclusion = { concludedOn: '2025-05-20', recommendation: 'consult' as const }

/** What an action changes of the investigation, or of another deadline: status, last day and day of performance, before and after. */
function changed(before: CaseView | undefined, after: CaseView, id = 'investigation') {
  const { deadlines } = previewOfAction(before, after)
  const found = deadlines.find(({ to }) => to.deadline === id)
  return found && [found.from, found.to].map((each) => each && [each.status, each.due, each.met])
}

describe('what an action changes', () => {
  const before = on('2025-05-20', { initiation })
  const after = on('2025-05-20', { initiation, conclusion })

  it('is nothing where it is the same case', () => {
    expect(previewOfAction(before, on('2025-05-20', { initiation }))).toEqual({ stages: [], deadlines: [] })
  })

  it('is the stage of the case and of each obligor', () => {
    const moved = { from: 'investigation', to: 'consultation' }
    expect(previewOfAction(before, after).stages).toEqual([
      { obligor: null, ...moved },
      { obligor: 'o1', ...moved },
      { obligor: 'o2', ...moved },
    ])
  })

  it('is the stage of one obligor alone', () => {
    const terminations = [{ obligors: ['o2'], ground: 'no-assets', decidedOn: '2025-05-20' }]
    const ended = on('2025-05-20', { initiation }, { closing: { terminations } })
    expect(previewOfAction(before, ended).stages).toEqual([
      { obligor: 'o2', from: 'investigation', to: 'terminated' },
    ])
  })

  it('is all of a new case, and all of a new obligor', () => {
    const { stages, deadlines } = previewOfAction(undefined, before)
    expect(stages).toEqual(
      [null, 'o1', 'o2'].map((obligor) => ({ obligor, from: null, to: 'investigation' })),
    )
    expect(deadlines.map(({ to }) => to)).toEqual(before.deadlines)
    expect(deadlines.every(({ from }) => from === undefined)).toBe(true)
    const obligors = before.facts.obligors.slice(0, 1)
    const alone = on('2025-05-20', { initiation }, { case: { obligors: [...obligors] } })
    expect(previewOfAction(alone, before).stages).toEqual([
      { obligor: 'o2', from: null, to: 'investigation' },
    ])
  })

  it('is a deadline that is met now, and one that runs from now on', () => {
    expect(changed(before, after)).toEqual([
      ['open', '2025-06-03', null],
      ['met', '2025-06-03', '2025-05-20'],
    ])
    expect(changed(before, after, 'notify')).toMatchObject([undefined, ['duty', null, null]])
  })

  it('is the last day, the status, or the day of performance alone', () => {
    const extension = { approvedOn: '2025-05-08' }
    expect(changed(before, on('2025-05-20', { initiation, extension }))?.map((each) => each?.[1])).toEqual([
      '2025-06-03',
      '2025-07-03',
    ])
    expect(changed(before, on('2025-06-10', { initiation }))?.map((each) => each?.[0])).toEqual([
      'open',
      'overdue',
    ])
    const sooner = on('2025-05-20', { initiation, conclusion: { ...conclusion, concludedOn: '2025-05-19' } })
    expect(changed(sooner, after)?.map((each) => each?.[2])).toEqual(['2025-05-19', '2025-05-20'])
  })

  it('tells the deadlines of one kind from one another by what they are about', () => {
    const services = ['o1', 'o2'].map((obligor) => ({
      obligor,
      method: 'direct' as const,
      servedOn: '2025-05-27',
    }))
    const served = (count: number) =>
      step(
        'serve',
        {
          ...upToConclusion,
          consultation: {
            rounds: [
              {
                round: 1,
                notice: { issuedOn: '2025-05-26', replyBy: '2025-06-09' },
                services: services.slice(0, count),
              },
            ],
          },
        },
        '2025-05-28',
      ).view
    const subjects = previewOfAction(served(1), served(2)).deadlines.map(({ to }) => to.subject)
    expect(new Set(subjects)).toEqual(new Set(['1/o2']))
  })
})
