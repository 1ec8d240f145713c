import { describe, expect, it } from 'vitest'
import { type Editable, faultsAfter, itemOf, ownPack, placeIn } from './own.ts'

type Row = readonly [what: string, change: (pack: Editable) => void, path: string, message: string]

/** The faults of a kind with their paths as one text. */
const told = (change: (pack: Editable) => void) =>
  faultsAfter(change).map(({ kind, path, message }) => [kind, path.join('.'), message])

describe('a matter that the text is said to lack', () => {
  it.each<Row>([
    [
      'has an article all the same',
      ({ matters }) => {
        matters.urging = { article: '第十三条', absent: true }
      },
      'matters.urging.article',
      '「督促启动」既写 absent: true，又写了条文：请留下一个。',
    ],
    [
      'still has its period',
      ({ matters }) => {
        matters['appraisal-explanation'] = { absent: true }
      },
      'periods.appraisal-explanation',
      '「书面解释说明」（appraisal-explanation）写了 absent: true，这里却还有 appraisal-explanation：请删去，或者在 matters 写明条文。',
    ],
    [
      'still has its list',
      ({ matters }) => {
        matters['evaluation-exemption'] = { absent: true }
      },
      'lists.evaluationExemptions',
      '「可以不组织评估的情形」（evaluation-exemption）写了 absent: true，这里却还有 evaluationExemptions：请删去，或者给它写上自己的 article。',
    ],
  ])('%s', (_, change, path, message) => {
    expect(told(change)).toContainEqual(['contradiction', path, message])
  })

  it('may keep a list that names another source, but not a period', () => {
    const paths = faultsAfter(({ matters, lists, periods }) => {
      matters['evaluation-exemption'] = { absent: true }
      lists.evaluationExemptions.article = '民法典第一条'
      matters['appraisal-explanation'] = { absent: true }
      periods['appraisal-explanation'].article = '民法典第一条'
    }).map(({ path }) => path.join('.'))
    expect(paths).toContain('periods.appraisal-explanation')
    expect(paths).not.toContain('lists.evaluationExemptions')
  })
})

describe('the dated values of a period', () => {
  const value = (from?: string) => ({ ...(from && { from }), amount: 60, unit: 'day', article: '第十三条' })
  const found = (...from: (string | undefined)[]) =>
    told(({ periods }) => {
      periods.investigation = { title: '损害调查', values: from.map(value) }
    })
  const at = (step: string) => `periods.investigation.values.${step}`

  it('may stand from the oldest to the latest', () => {
    expect(found(undefined, '2027-01-01', '2027-01-02')).toEqual([])
  })

  it('begin with one that has no day', () => {
    expect(found('2026-07-02', '2027-01-01')).toEqual([
      ['contradiction', at('0.from'), '第一个数值是最早的，不写自何日起：请删去 from。'],
    ])
  })

  it('each later one has its day', () => {
    expect(found(undefined, undefined)).toEqual([
      ['contradiction', at('1'), '第二个以后的数值要写自何日起（from）：请补上。'],
    ])
  })

  it.each([
    ['2027-02-01', 'before'],
    ['2027-03-01', 'on'],
  ])('from %s stands after one that is %s the same day or later', (from) => {
    expect(found(undefined, '2027-03-01', from)).toEqual([
      ['contradiction', at('2.from'), `自 ${from} 起的数值排在自 2027-03-01 起的后面：请按日期先后排列。`],
    ])
  })
})

describe('instalments', () => {
  const found = (normal: object, most: object) =>
    told(({ periods }) => {
      Object.assign(periods['instalments-normal'], normal)
      Object.assign(periods['instalments-max'], most)
    })

  it.each([
    ['as long as', { amount: 36, unit: 'month' }, { amount: 3, unit: 'year' }],
    ['shorter than', { amount: 35, unit: 'month' }, { amount: 3, unit: 'year' }],
    ['less in working days than', { amount: 250, unit: 'working-day' }, { amount: 1, unit: 'year' }],
    ['as long, in days, as', { amount: 365, unit: 'day' }, { amount: 1, unit: 'year' }],
  ])('may be %s the longest time', (_, normal, most) => {
    expect(found(normal, most)).toEqual([])
  })

  it.each([
    [{ amount: 37, unit: 'month' }, { amount: 3, unit: 'year' }, '37 个月', '3 年'],
    [{ amount: 366, unit: 'day' }, { amount: 1, unit: 'year' }, '366 日', '1 年'],
    [{ amount: 262, unit: 'working-day' }, { amount: 1, unit: 'year' }, '262 个工作日', '1 年'],
  ])('of %j by rule and %j at most contradict each other', (normal, most, text, limit) => {
    expect(found(normal, most)).toEqual([
      [
        'contradiction',
        'periods.instalments-normal.amount',
        `分期赔付的一般期限（${text}）长于最长期限（${limit}）：请核对两个数值。`,
      ],
    ])
  })

  it('with a unit that there is not are compared as days, and without an amount not at all', () => {
    expect(found({ amount: 2, unit: 'toString' }, { amount: 1, unit: 'day' })).toContainEqual([
      'contradiction',
      'periods.instalments-normal.amount',
      '分期赔付的一般期限（2 日）长于最长期限（1 日）：请核对两个数值。',
    ])
    expect(found({ amount: '9', unit: 'year' }, { amount: 1, unit: 'day' })).toEqual([])
  })
})

describe('the limit of a simple case', () => {
  const found = (amount: unknown) =>
    told(({ limits }) => {
      limits['simple-case'].amount = amount
    })

  it('may reach what national policy lets a region set', () => {
    expect(found('500000.00')).toEqual([])
  })

  it('may not be a cent more', () => {
    expect(found('500000.01')).toEqual([
      [
        'contradiction',
        'limits.simple-case.amount',
        '简单案件的损害数额 500,000.01 元 超过国家给各地的上限 500,000.00 元：请核对数额。',
      ],
    ])
  })

  it('that is no amount is left to the schema', () => {
    expect(found(600000)).toEqual([])
    expect(found('六十万')).toEqual([])
  })
})

describe('a clause', () => {
  const found = (recognise: unknown) =>
    told(({ clauses }) => {
      itemOf(clauses, 'other').recognise = recognise
    })
  const at = placeIn(Object(ownPack()).clauses, 'other')

  it('without a word is told by its title', () => {
    expect(found({ headings: [], content: [], sentences: [] })).toEqual([
      [
        'contradiction',
        `clauses.${at}.recognise`,
        '条款「其他事项」没有识别用词，Word 稿里认不出它：请在 headings 写标题用词。',
      ],
    ])
  })

  it.each([
    { headings: ['附则'], content: [] },
    { headings: [], content: ['未尽事宜'] },
    { headings: [], content: [], sentences: ['未尽事宜'] },
  ])('with one word alone is known: %j', (recognise) => {
    expect(found(recognise)).toEqual([])
  })
})
