import { describe, expect, it } from 'vitest'
import { faultsOf } from '../../src/core/regulation/check.ts'
import { type Editable, faultsAfter, itemOf, ownPack, placeIn, shippedPacks } from './own.ts'

describe('the head of a pack', () => {
  const told = (change: (pack: Editable) => void) =>
    faultsAfter(change).map(({ kind, path, message }) => `${kind} ${path.join('.')} ${message}`)
  const noFirstDay =
    'contradiction status 状态是 in-force（现行），没有写施行日期：请补上 effectiveFrom，或者把 status 改为 draft。'
  const noSuccessor =
    'contradiction status 状态是 superseded（已被取代），没有写被何取代：请补上 supersededBy。'
  const unknown = (id: string, hint: string) => `contradiction supersededBy 没有名为 ${id} 的规范包。${hint}`
  const reversed = (place: string, to: string, from: string) =>
    `contradiction ${place}effectiveTo 失效日期 ${to} 早于施行日期 ${from}：请核对两个日期。`
  const unreal = (place: string, day: string) =>
    `schema ${place} 「${day}」不是真实存在的日期：请核对年月日。`

  it.each<[what: string, change: (pack: Editable) => void, expected: string[]]>([
    [
      'in force without a first day',
      (pack) => {
        delete pack.effectiveFrom
      },
      [noFirstDay],
    ],
    [
      'a draft without a first day',
      (pack) => {
        pack.status = 'draft'
        delete pack.effectiveFrom
      },
      [],
    ],
    [
      'superseded by nothing',
      (pack) => {
        pack.status = 'superseded'
      },
      [noSuccessor],
    ],
    [
      'superseded by a known pack',
      (pack) => {
        pack.status = 'superseded'
        pack.supersededBy = 'national-2026'
      },
      [],
    ],
    [
      'superseded by nearly a known pack',
      (pack) => {
        pack.supersededBy = 'national-2027'
      },
      [unknown('national-2027', '是否想写 national-2026？')],
    ],
    [
      'superseded by an unknown pack',
      (pack) => {
        pack.supersededBy = 'zz'
      },
      [unknown('zz', '现有：guangxi-2025-draft、national-2026。')],
    ],
    [
      'in force until a day before its first',
      (pack) => {
        pack.effectiveTo = '2026-06-30'
      },
      [reversed('', '2026-06-30', '2026-07-01')],
    ],
    [
      'in force for one day',
      (pack) => {
        pack.effectiveTo = '2026-07-01'
      },
      [],
    ],
    [
      'with a last day alone',
      (pack) => {
        pack.status = 'draft'
        delete pack.effectiveFrom
        pack.effectiveTo = '2026-06-30'
      },
      [],
    ],
    [
      'with a day that there is not',
      (pack) => {
        pack.effectiveFrom = '2026-02-30'
      },
      [unreal('effectiveFrom', '2026-02-30')],
    ],
    [
      'with a last day that there is not',
      (pack) => {
        pack.effectiveTo = '2027-02-30'
      },
      [unreal('effectiveTo', '2027-02-30')],
    ],
    [
      'with such days in a law',
      ({ laws }) => {
        laws[1].effectiveFrom = '2026-07-01'
        laws[1].effectiveTo = '2026-06-31'
      },
      [unreal('laws.1.effectiveTo', '2026-06-31'), reversed('laws.1.', '2026-06-31', '2026-07-01')],
    ],
    [
      'with such a day of a value',
      ({ periods }) => {
        periods.investigation = {
          title: '损害调查',
          values: [
            { amount: 1, unit: 'day' },
            { from: '2027-02-30', amount: 1, unit: 'day' },
          ],
        }
      },
      [unreal('periods.investigation.values.1.from', '2027-02-30')],
    ],
  ])('%s', (_, change, expected) => {
    expect(told(change).toSorted()).toEqual(expected.toSorted())
  })

  it('superseded by itself, with the packs of the others alone to choose from', () => {
    const own = ownPack((pack) => {
      pack.supersededBy = 'own'
    })
    expect(faultsOf(own, [own, ...shippedPacks]).map(({ message }) => message)).toEqual([
      '不能由自己取代：请写取代它的规范包。',
    ])
    const lost = ownPack((pack) => {
      pack.supersededBy = 'zz'
    })
    expect(faultsOf(lost, [lost, ...shippedPacks]).map(({ message }) => message)).toEqual([
      '没有名为 zz 的规范包。现有：guangxi-2025-draft、national-2026。',
    ])
  })

  it('that builds on nothing known is told with the packs that there are, itself among them once', () => {
    const own = ownPack((pack) => {
      pack.extends = 'national-2027'
    })
    expect(faultsOf(own, [own, ...shippedPacks]).map(({ message }) => message)).toEqual([
      '没有名为“national-2027”的法规数据。现有：own、guangxi-2025-draft、national-2026。',
    ])
  })

  it('that builds on a pack which there is not is told with what else is wrong in the file alone', () => {
    const found = told((pack) => {
      pack.extends = 'national-2027'
      delete pack.effectiveFrom
      pack.articles[0].review = '待核'
    })
    expect(found).toEqual([
      expect.stringMatching(/^contradiction extends 没有名为“national-2027”的法规数据。/u),
      noFirstDay,
      'review articles.0.review 「第一条 制定依据」还没有与正式文本核对：核对、改正以后删去这一行。'.replace(
        '制定依据',
        ownTitle(),
      ),
    ])
  })
})

const ownTitle = (): string => String(Object(ownPack()).articles[0].title)

describe('an entry that was copied and not yet compared', () => {
  it.each<[what: string, mark: (pack: Editable) => Editable, name: string]>([
    ['a matter', ({ matters }) => matters.urging, '督促启动'],
    ['a period', ({ periods }) => periods.investigation, '损害调查'],
    ['a clause', ({ clauses }) => itemOf(clauses, 'other'), '其他事项'],
    ['an article', ({ articles }) => articles[19], '第二十条 磋商期限和次数'],
    ['an annex', ({ annexes }) => annexes[1], '附件2 索赔文书示范文本'],
    ['the jurisdiction', ({ jurisdiction }) => jurisdiction, '管辖'],
    ['an item of a list', ({ lists }) => lists.media.items[0], 'media'],
    ['the region', (pack) => pack, '适用地区'],
  ])('%s is told by its name', (_, mark, name) => {
    const found = faultsAfter((pack) => {
      mark(pack).review = '待核'
    })
    expect(found).toEqual([
      expect.objectContaining({
        kind: 'review',
        message: `「${name}」还没有与正式文本核对：核对、改正以后删去这一行。`,
      }),
    ])
    expect(found[0]?.path.at(-1)).toBe('review')
  })

  it('of an unknown matter is told by that, and the rule for the last day by its name', () => {
    const found = faultsAfter((pack) => {
      pack.matters.unknown = { article: '第一条', review: '待核' }
      pack.rolling = { rolls: true, article: '第一条', verified: true, review: '待核' }
    })
    expect(found.map(({ message }) => message.slice(0, 6))).toEqual(['「unkno', '「末日顺延」'])
  })

  it('is told at its place in its list', () => {
    const at = placeIn(Object(ownPack()).clauses, 'breach')
    expect(
      faultsAfter(({ clauses }) => {
        itemOf(clauses, 'breach').review = '待核'
      })[0]?.path,
    ).toEqual(['clauses', at, 'review'])
  })
})
