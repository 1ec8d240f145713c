import { describe, expect, it } from 'vitest'
import type { Documents, Suit } from '../../src/core/facts/documents.ts'
import { type BoardCase, boardCase, boardDeadline } from '../../src/core/reports/board.ts'
import { type Board, boardData, boardOf } from '../../src/core/reports/board-figures.ts'
import { only } from '../forms/support.ts'
import { wholeCase } from '../forms/whole.ts'

const today = '2026-12-24'
const none = { error: 0, warning: 0, notice: 0 }
const onBoard = (change?: (documents: Documents) => void) => boardCase(wholeCase(today, change), none)

/** A case of the board with other figures. */
const withFigures = (more: Partial<BoardCase>): BoardCase => ({ ...onBoard(), deadlines: [], ...more })
const board = (...cases: BoardCase[]): Board =>
  boardOf(cases, {
    ...{ today, unit: null, regulation: '细则', officer: null, withinDays: 7, office: [] },
    ...{ officeFindings: none, unreadable: [] },
  })
const chart = (title: string, ...cases: BoardCase[]) =>
  boardData(board(...cases))
    .charts.find((each) => each.title === title)
    ?.bars.filter(({ value }) => value)
    .map(({ label, value }) => `${label} ${value}`)

describe('a case on the board', () => {
  it('says who handles what, and where each obligor stands, without what is personal', () => {
    const named = onBoard(({ case: about, closing }) => {
      about.title = '某造纸有限公司、郑大明排污案'
      for (const obligor of about.obligors) if (obligor.id === 'o2') obligor.name = '郑大明'
      return closing
    })
    expect(named).toMatchObject({
      case: 'NN-2025-0007',
      title: '某造纸有限公司、郑某排污案',
      stage: 'performance',
      handlingUnit: '南宁市生态环境局',
      department: '生态环境主管部门',
      officers: ['罗某'],
      obligors: [
        { name: '某造纸有限公司', stage: 'performance' },
        { name: '郑某', stage: 'performance' },
      ],
      major: true,
      clueOn: '2025-03-03',
      endedOn: null,
    })
    expect(named.timeline.length).toBeGreaterThan(10)
    expect(named.timeline.map(({ about }) => about).join()).not.toContain('郑大明')
    expect(named.timeline.map(({ about }) => about)).toContain('郑某')
  })

  it('gives an obligor its own stage where it differs from that of the case', () => {
    const ended = onBoard((documents) => {
      documents.closing = {
        terminations: [{ obligors: ['o2'], ground: 'other', decidedOn: '2026-06-01', reason: '已故' }],
      }
    })
    expect(new Set(ended.obligors.map(({ stage }) => stage)).size).toBe(2)
  })

  it('shows a deadline with its subject in words, and says of an unread provision alone that it is one', () => {
    const [deadline] = wholeCase(today).deadlines
    if (!deadline) throw new Error('no deadline')
    const { verified: _, ...read } = deadline
    expect(boardDeadline({ ...read, verified: false }, '甲', ['罗某'])).toMatchObject({
      case: deadline.case,
      deadline: deadline.deadline,
      title: deadline.title,
      about: '甲',
      officers: ['罗某'],
      verified: false,
    })
    expect(boardDeadline(read, '甲', [])).not.toHaveProperty('verified')
  })
})

describe('the money of a case on the board', () => {
  const suit = (more: Partial<Suit>): Suit => ({ id: 'S1', obligors: ['o1'], filedOn: '2026-03-02', ...more })
  const sued = (...suits: Suit[]) =>
    onBoard((documents) => {
      documents.court = { suits }
    })

  it('is the highest appraisal, the sum of the claims before the court, or what was settled', () => {
    expect(onBoard().claimed).toBe('300000.00')
    expect(
      sued(suit({ claimAmount: '200000.00' }), suit({ id: 'S2', claimAmount: '150000.00' })).claimed,
    ).toBe('350000.00')
    expect(sued(suit({ claimAmount: '100000.00' })).claimed).toBe('300000.00')
    const settled = onBoard(({ appraisals, agreements }) => {
      delete only(appraisals?.appraisals).amounts
      only(agreements?.agreements).compensation = {
        items: [{ head: 'service-loss', amount: '7.00', by: 'payment' }],
      }
    })
    expect(settled).toMatchObject({ claimed: '7.00', settled: '7.00' })
  })

  it('adds a judgment that binds, but not one on the breach of an agreement that is counted', () => {
    const judged: Partial<Suit> = {
      effectiveOn: '2026-06-01',
      result: 'won',
      payments: [{ id: 'P9', dueOn: today, amount: '5.00' }],
    }
    expect(sued(suit(judged)).settled).toBe('300005.00')
    expect(sued(suit({ ...judged, agreement: 'G1' })).settled).toBe('300000.00')
    const { payments: _, ...unpaid } = judged
    expect(sued(suit(unpaid)).settled).toBe('300000.00')
  })
})

describe('the restorations of a case on the board', () => {
  it('are told by the step at which each stands', () => {
    const { restoration } = onBoard(({ restoration: works }) => {
      const done = only(works?.projects)
      const { startedOn: _, completedOn: __, evaluations: ___, ...bare } = done
      works?.projects?.push(
        { ...bare, id: 'R2' },
        { ...bare, id: 'R3' },
        { ...bare, id: 'R4' },
        { ...bare, id: 'R5', startedOn: '2026-01-01' },
        { ...bare, id: 'R6', startedOn: '2026-01-01' },
        { ...bare, id: 'R7', startedOn: '2026-01-01', completedOn: '2026-02-01' },
      )
    })
    expect(restoration).toEqual({ notStarted: 3, underWay: 2, awaiting: 1, done: 1 })
  })
})

describe('the figures of the board', () => {
  const cases = [
    withFigures({ claimed: '3.00', settled: '2.00', paid: '1.00' }),
    withFigures({
      ...{ claimed: '0.50', settled: '0.25', paid: '0.10', major: false, endedOn: '2026-06-01' },
      restoration: { notStarted: 1, underWay: 2, awaiting: 3, done: 4 },
      ...{ officers: [], damage: '其他' },
    }),
  ]

  it('count what is in hand and what is major, and add up money and works', () => {
    expect(board(...cases).figures).toMatchObject({
      ...{ cases: 2, inHand: 1, major: 1, late: 0, claimed: '3.50', settled: '2.25', paid: '1.10' },
      restoration: { notStarted: 1, underWay: 2, awaiting: 3, done: 5 },
    })
  })

  it('show the stages of all cases, money in yuan, and the kinds of damage of those in hand', () => {
    expect(chart('案件所处阶段', ...cases)).toEqual(['履行修复 2'])
    expect(chart('赔偿金额', ...cases)).toEqual(['主张 3.50', '协议、裁判确定 2.25', '到账 1.10'])
    expect(chart('在办案件的损害类型', ...cases)).toEqual(['违法排放污染物污染环境事件 1'])
    expect(chart('各承办人在办案件', ...cases)).toEqual(['罗某 1'])
    expect(
      chart('近十二个月新收线索', withFigures({ clueOn: null }), withFigures({ clueOn: today })),
    ).toEqual(['2026-12 1'])
  })

  it('put the officer with most cases first', () => {
    const two = [
      withFigures({ officers: ['甲'] }),
      withFigures({ officers: ['乙'] }),
      withFigures({ officers: ['乙'] }),
    ]
    expect(chart('各承办人在办案件', ...two)).toEqual(['乙 2', '甲 1'])
  })
})

describe('the lists of the board', () => {
  const [sample] = onBoard().deadlines
  const deadline = (rolledDue: string | null, more: object = {}) => {
    if (!sample) throw new Error('no deadline')
    return {
      ...sample,
      rolledDue,
      status: 'open',
      advisory: false,
      deadline: 'disclosure',
      ...more,
    } as typeof sample
  }
  const lists = (...deadlines: (typeof sample & object)[]) => {
    const { near, overdue, figures } = board(
      withFigures({ deadlines }),
      withFigures({ case: 'NN-2025-0001', deadlines: [deadline('2026-12-30', { case: 'NN-2025-0001' })] }),
    )
    const shown = (list: typeof near) => list.map((each) => `${each.case} ${each.rolledDue}`)
    return { near: shown(near), overdue: shown(overdue), late: figures.late }
  }

  it('are in the order of the last days, on one day of the numbers of the cases', () => {
    expect(lists(deadline('2026-12-31'), deadline('2026-12-30'), deadline('2026-12-24')).near).toEqual([
      'NN-2025-0007 2026-12-24',
      'NN-2025-0001 2026-12-30',
      'NN-2025-0007 2026-12-30',
      'NN-2025-0007 2026-12-31',
    ])
  })

  it('hold as near what ends within the days, or is moved by a rest day now', () => {
    expect(
      lists(
        deadline('2027-01-01'),
        deadline('2026-12-31', { status: 'soon' }),
        deadline('2027-02-01', { status: 'rolled' }),
        deadline(null),
        deadline('2026-12-25', { status: 'suspended' }),
      ).near,
    ).toEqual(['NN-2025-0001 2026-12-30', 'NN-2025-0007 2026-12-31', 'NN-2025-0007 2027-02-01'])
  })

  it('hold as overdue what is late, once a case for the figure', () => {
    const late = { status: 'overdue' }
    expect(lists(deadline('2026-12-01', late), deadline('2026-11-01', late))).toMatchObject({
      overdue: ['NN-2025-0007 2026-11-01', 'NN-2025-0007 2026-12-01'],
      late: 1,
    })
    const mixed = withFigures({ deadlines: [deadline('2026-12-01', late), deadline('2026-12-30')] })
    expect(chart('各承办人有逾期的案件', mixed, withFigures({ officers: ['乙'] }))).toEqual(['罗某 1'])
  })
})
