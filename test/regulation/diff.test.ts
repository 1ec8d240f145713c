import { describe, expect, it, test } from 'vitest'
import {
  deadlineChanges,
  limitText,
  packDifferences,
  periodEntryText,
} from '../../src/core/regulation/diff.ts'
import { resolvePack } from '../../src/core/regulation/merge.ts'
import type { LimitEntry, PeriodEntry, RegulationPack } from '../../src/core/regulation/pack.ts'
import { type Editable, shippedPacks } from './own.ts'

const draft = resolvePack('guangxi-2025-draft', shippedPacks)
type CountedOnce = Parameters<typeof deadlineChanges>[0][number]

/** The draft after a change. */
const changed = (change: (pack: Editable) => void): RegulationPack => {
  const pack: Editable = structuredClone(draft)
  change(pack)
  return pack
}

describe('the difference between two texts', () => {
  const period: PeriodEntry = {
    title: '甲',
    amount: 5,
    unit: 'working-day',
    article: '第一条',
    verified: true,
  }
  const limit: LimitEntry = { title: '甲', article: '第一条', verified: true }

  it('shows figures as the text gives them', () => {
    expect(periodEntryText(period)).toBe('5 个工作日（第一条）')
    expect(periodEntryText({ ...period, principle: true })).toBe('5 个工作日（第一条，原则上）')
    expect(periodEntryText({ ...period, principle: true, advisory: true })).toBe(
      '5 个工作日（第一条，供提醒用）',
    )
    const values = [
      { amount: 5, unit: 'day', article: '第一条' },
      { from: '2027-01-01', amount: 1, unit: 'month', article: '第二条' },
    ] as const
    expect(periodEntryText({ ...period, values: [...values] })).toBe(
      '5 日（第一条）；自 2027-01-01 起 1 个月（第二条）',
    )
    expect(limitText({ ...limit, amount: '3.00' })).toBe('3.00 元（第一条）')
    expect(limitText({ ...limit, percent: 50, principle: true })).toBe('50%（第一条，原则上）')
    expect(limitText({ ...limit, count: 3 })).toBe('3（第一条）')
  })

  const differences = (change: (pack: Editable) => void) =>
    packDifferences(draft, changed(change)).map(({ section, id, title, from, to }) => [
      section,
      id,
      title,
      from,
      to,
    ])

  test.each<[what: string, change: (pack: Editable) => void, expected: unknown[]]>([
    [
      'a period',
      ({ periods }) => {
        periods.screening.amount = 6
      },
      ['periods', 'screening', '初步核查', '5 个工作日（第十二条）', '6 个工作日（第十二条）'],
    ],
    [
      'a period that is gone',
      ({ periods }) => {
        delete periods.screening
      },
      ['periods', 'screening', '初步核查', '5 个工作日（第十二条）', null],
    ],
    [
      'a limit that is new',
      ({ limits }) => {
        limits.fine = { title: '罚款', article: '第一条', count: 2 }
      },
      ['limits', 'fine', '罚款', null, '2（第一条）'],
    ],
    [
      'an item of a list',
      ({ lists }) => {
        lists.media.items[0].label = '新'
      },
      [
        'lists',
        `media/${draft.lists.media?.items[0]?.code}`,
        `${draft.lists.media?.title}：新`,
        draft.lists.media?.items[0]?.label,
        '新',
      ],
    ],
    [
      'what an item means',
      ({ lists }) => {
        lists.appraisalKinds.items[0].suspends = 'no'
      },
      [
        'lists',
        'appraisalKinds/forensic-opinion',
        expect.any(String),
        '鉴定意见（不计入调查期限）',
        '鉴定意见（计入调查期限）',
      ],
    ],
    [
      'whether a scope is covered',
      ({ lists }) => {
        Object.assign(lists.media.items[0], { covered: false, when: { channel: ['a'] } })
      },
      [
        'lists',
        expect.any(String),
        expect.any(String),
        expect.any(String),
        expect.stringMatching(/（不适用，\{"channel":\["a"\]\}）$/u),
      ],
    ],
    [
      'a list that is new',
      ({ lists }) => {
        lists.colours = {
          title: '颜色',
          article: '',
          items: [{ code: 'red', label: '红', covered: true, government: '市' }],
        }
      },
      ['lists', 'colours/red', '颜色：红', null, '红（市，适用）'],
    ],
    [
      'a clause',
      ({ clauses }) => {
        clauses[0].required = false
      },
      [
        'clauses',
        'facts',
        '生态环境损害事实',
        '生态环境损害事实（应当写明，第二十一条，文书 一（一））',
        '生态环境损害事实（可以不写，第二十一条，文书 一（一））',
      ],
    ],
    [
      'the rule for the last day',
      ({ rolling }) => {
        rolling.rolls = false
      },
      [
        'rolling',
        'rolling',
        '末日顺延',
        `顺延至其后第一个工作日（${draft.rolling?.article}）`,
        `不顺延（${draft.rolling?.article}）`,
      ],
    ],
    [
      'the jurisdiction',
      ({ jurisdiction }) => {
        jurisdiction.authorized = []
      },
      [
        'jurisdiction',
        'jurisdiction',
        '管辖',
        expect.stringContaining('county：'),
        expect.not.stringContaining('county：'),
      ],
    ],
    [
      'the article of a matter',
      ({ matters }) => {
        matters['reply-period'].item = '第一款'
      },
      ['matters', 'reply-period', '规定的答复时间', '第二十二条第二款第一项', '第二十二条第一款'],
    ],
    [
      'a matter that is gone',
      ({ matters }) => {
        matters['reply-period'].absent = true
      },
      ['matters', 'reply-period', '规定的答复时间', '第二十二条第二款第一项', null],
    ],
    [
      'an article',
      ({ articles }) => {
        articles[0].gist = '新'
      },
      [
        'articles',
        '1',
        draft.articles[0]?.title,
        `${draft.articles[0]?.title}。${draft.articles[0]?.gist}`,
        `${draft.articles[0]?.title}。新`,
      ],
    ],
  ])('names %s', (_, change, expected) => {
    expect(differences(change)).toEqual([expected])
  })

  it('is none between a text and itself', () => {
    expect(packDifferences(draft, draft)).toEqual([])
  })

  it('changes the deadlines whose last day or status differ, and those that begin or end', () => {
    const one: CountedOnce = {
      deadline: 'screening',
      title: '',
      subject: null,
      due: '2026-01-05',
      rolledDue: '2026-01-05',
      status: 'open',
    }
    const other: CountedOnce = { ...one, subject: '1/o1' }
    const ids = (from: CountedOnce[], to: CountedOnce[]) =>
      deadlineChanges(from, to).map((change) => [change.from?.subject, change.to?.subject])
    expect(ids([one], [one])).toEqual([])
    for (const more of [{ due: '2026-01-06' }, { rolledDue: '2026-01-06' }, { status: 'soon' }])
      expect(ids([one], [{ ...one, ...more }])).toEqual([[null, null]])
    expect(ids([one], [])).toEqual([[null, undefined]])
    expect(deadlineChanges([one], [other])).toEqual([
      { from: undefined, to: other },
      { from: one, to: undefined },
    ])
  })
})
