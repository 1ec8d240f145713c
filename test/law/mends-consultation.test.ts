import { describe, expect, test } from 'vitest'
import type { Round } from '../../src/core/facts/documents.ts'
import { factsOf } from '../../src/core/facts/facts.ts'
import { sampleDocuments } from '../../src/core/lint/sample.ts'
import { stageOf } from '../../src/core/stages/stage.ts'
import { viewOf } from '../../src/core/view.ts'
import { settingOn } from '../support/setting.ts'
import { all, type Change, found, inRound, meeting, severitiesAndCodes, unsigned } from './mends.ts'

const GROUND = 'consultation/failure-ground'

/** The first obligor's consultation failed on a ground and a day; nothing came after. */
const failed = (
  ground: string,
  decidedOn: string,
  change: (round: Round) => void = () => undefined,
): Change =>
  all(
    unsigned,
    inRound((round) => {
      round.outcomes = [{ obligor: 'o1', kind: 'failed', ground, decidedOn, by: '许某' }]
      for (const held of round.meetings ?? []) held.outcome = 'continued'
      change(round)
    }),
  )

const viewWith = (change: Change, on: string) => {
  const documents = sampleDocuments()
  change(documents)
  return viewOf(factsOf(documents), settingOn(on))
}

describe('第二十二条第二款第一项: an answer after the time set is none', () => {
  const answered = (repliedOn: string) =>
    failed('refused-or-no-reply', '2025-06-16', (round) => {
      round.replies = [{ obligor: 'o1', repliedOn, agrees: true }]
    })

  test('on the last day it is in time, and the ground does not hold', () => {
    expect(severitiesAndCodes(GROUND, answered('2025-06-09'))).toEqual(['error refused-or-no-reply'])
  })

  test('three days late, the officer may hold that there was none', () => {
    expect(severitiesAndCodes(GROUND, answered('2025-06-12'))).toEqual([])
  })
})

describe('民法典第二百零三条: a last day on a rest day', () => {
  const silent = (decidedOn: string) =>
    failed('refused-or-no-reply', decidedOn, (round) => {
      round.replies = []
      if (round.notice) round.notice.replyBy = '2025-06-14'
    })

  test.each([
    ['2025-06-14', ['error refused-or-no-reply']],
    ['2025-06-15', ['warning refused-or-no-reply']],
    ['2025-06-16', ['warning refused-or-no-reply']],
    ['2025-06-17', []],
  ])('silence until Saturday 2025-06-14 and failure decided on %s: %j', (decidedOn, expected) => {
    expect(severitiesAndCodes(GROUND, silent(decidedOn))).toEqual(expected)
  })

  test('says that the period was moved', () => {
    expect(found(GROUND, silent('2025-06-15'))[0]?.message).toContain('顺延至 2025-06-16')
  })

  test('a refusal is a refusal on any day', () => {
    const refused = failed('refused-or-no-reply', '2025-06-15', (round) => {
      round.replies = [{ obligor: 'o1', repliedOn: '2025-06-03', agrees: false }]
      if (round.notice) round.notice.replyBy = '2025-06-14'
    })
    expect(severitiesAndCodes(GROUND, refused)).toEqual([])
  })
})

describe('第二十二条第二款第五项、第二十条: meetings are counted for each obligor', () => {
  const held = (...meetings: ReturnType<typeof meeting>[]) =>
    failed('three-meetings', '2025-07-11', (round) => {
      round.meetings = meetings
    })

  test('three meetings, of which one with him, are not three', () => {
    const others = [meeting(1, '2025-06-20', 'o2'), meeting(2, '2025-07-01', 'o2')]
    expect(severitiesAndCodes(GROUND, held(...others, meeting(3, '2025-07-10', 'o1')))).toEqual([
      'error three-meetings',
    ])
  })

  test('one that he left or missed is his, and one that names nobody is everybody’s', () => {
    const absent = { ...meeting(2, '2025-07-01', 'o2'), absent: ['o1'] }
    expect(
      severitiesAndCodes(GROUND, held(meeting(1, '2025-06-20'), absent, meeting(3, '2025-07-10', 'o1'))),
    ).toEqual([])
  })

  test('two meetings with each of two are not four', () => {
    const apart = inRound((round) => {
      const [last] = round.meetings?.splice(1) ?? []
      round.meetings = [
        meeting(1, '2025-06-20', 'o1'),
        meeting(2, '2025-06-21', 'o2'),
        meeting(3, '2025-06-22', 'o1'),
        ...(last ? [{ ...last, number: 4 }] : []),
      ]
    })
    expect(severitiesAndCodes('consultation/too-many-meetings', apart)).toEqual([])
  })
})

describe('第十七条: the notice is owed to every obligor', () => {
  const added: Change = (documents) => {
    documents.case.obligors.push({ id: 'o3', kind: 'organization', name: '某运输部' })
    documents.case.obligorAmendments = [{ on: '2025-06-05', kind: 'added', obligors: ['o3'] }]
  }
  const serving = (change: Change) =>
    viewWith(change, '2025-06-20')
      .deadlines.filter(({ deadline }) => deadline === 'serve')
      .map(({ subject, start, status }) => [subject, start, status])

  test('one added after the notice is owed it from the day of that', () => {
    expect(serving(added)).toEqual([
      ['1/o1', '2025-05-26', 'met'],
      ['1/o2', '2025-05-26', 'met'],
      ['1/o3', '2025-06-05', 'duty'],
    ])
  })

  test('one let go is not', () => {
    const withdrawn: Change = (documents) => {
      documents.case.obligorAmendments?.push({ on: '2025-06-10', kind: 'withdrawn', obligors: ['o3'] })
    }
    expect(serving(all(added, withdrawn)).at(-1)).toEqual(['1/o3', '2025-06-05', 'closed'])
  })
})

describe('第八条、第十三条: an obligor taken off the list', () => {
  const withdrawn: Change = all(unsigned, (documents) => {
    documents.case.obligorAmendments = [{ on: '2025-07-01', kind: 'withdrawn', obligors: ['o2'] }]
    inRound((round) => {
      round.meetings = []
      round.outcomes = []
    })(documents)
  })

  test('is at an end, and consultation with him runs no longer', () => {
    const view = viewWith(withdrawn, '2025-12-01')
    expect(view.stage.obligors.get('o2')).toBe('withdrawn')
    const own = view.deadlines.find(
      ({ deadline, subject }) => deadline === 'consultation' && subject === '1/o2',
    )
    expect(own?.status).toBe('closed')
    expect(view.stage.obligors.get('o1')).toBe('consultation')
  })
})

describe('第十三条、第十七条第二款: before and instead of a conclusion', () => {
  test('a recommendation to terminate that nobody carried out is a warning', () => {
    const proposed: Change = (documents) => {
      unsigned(documents)
      delete documents.consultation
      const { conclusion } = documents.investigation ?? {}
      if (conclusion) conclusion.recommendation = 'terminate'
    }
    const terminated: Change = (documents) => {
      documents.closing = {
        terminations: [{ obligors: ['o1', 'o2'], ground: 'no-assets', decidedOn: '2025-06-01' }],
      }
    }
    expect(severitiesAndCodes('investigation/conclusion-missing', proposed)).toEqual(['warning terminate'])
    expect(severitiesAndCodes('investigation/conclusion-missing', all(proposed, terminated))).toEqual([])
  })

  test('one who asked first opens the door for himself; for another it is a notice', () => {
    const early = inRound((round) => {
      round.earlyRequest = { by: 'o1', requestedOn: '2025-05-01' }
      for (const service of round.services ?? []) service.servedOn = '2025-05-10'
    })
    expect(severitiesAndCodes('investigation/conclusion-missing', early)).toEqual(['notice o2'])
  })
})

test('第二十二条: after a rescinded agreement the consultation of its obligors goes on', () => {
  const documents = sampleDocuments()
  const [agreement] = documents.agreements?.agreements ?? []
  if (agreement) agreement.status = 'rescinded'
  expect(stageOf(factsOf(documents)).obligors.get('o1')).toBe('consultation')
})
