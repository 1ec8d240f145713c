import { describe, expect, it } from 'vitest'
import { type PackSchema, schemaFaults } from '../../src/core/regulation/check/schema.ts'
import schema from '../../src/generated/regulation.schema.json' with { type: 'json' }
import { validate } from '../../src/generated/validators-regulation.js'
import { type Editable, itemOf, ownPack } from './own.ts'

/** What the schema finds in a pack after a change: each place with its message. */
function wrong(change: (pack: Editable) => void): string[] {
  const pack = ownPack(change)
  if (validate(pack)) return []
  // The schema of packs is our own file.
  return schemaFaults(validate.errors ?? [], pack, schema as unknown as PackSchema).map(
    ({ kind, path, message }) => `${kind} ${path.join('.')} ${message}`,
  )
}

describe('a pack that is not written as one', () => {
  it.each<[what: string, change: (pack: Editable) => void, place: string, message: string]>([
    [
      'lacks its title',
      (pack) => {
        delete pack.title
      },
      '',
      '规范包缺少「名称（title）」：请补上这一项。',
    ],
    [
      'has an item without its code',
      ({ lists }) => {
        delete lists.media.items[1].code
      },
      'lists.media.items.1',
      '「lists.media.items」第 2 项缺少「media.items.第 2 项 的代码（code）」：请补上这一项。',
    ],
    [
      'has a key that there is not',
      ({ periods }) => {
        periods.investigation.word = '甲'
      },
      'periods.investigation.word',
      '「期限（investigation）」没有「word」这一项：是否想写 words（原文）？',
    ],
    [
      'has a key unlike any',
      ({ rolling, ...pack }) => {
        pack.matters.urging.zzzzzz = 1
      },
      'matters.urging.zzzzzz',
      '「督促启动（urging）」没有「zzzzzz」这一项：请改正或者删去；可用的有',
    ],
    [
      'has a key of the head that there is not',
      (pack) => {
        pack.titel = '甲'
      },
      'titel',
      '规范包没有「titel」这一项：是否想写 title（名称）？',
    ],
    [
      'has a figure as a text',
      ({ periods }) => {
        periods.investigation.amount = '60'
      },
      'periods.investigation.amount',
      '「investigation 的数量（amount）」应当是不加引号的整数，现在是「60」。',
    ],
    [
      'has a figure of nothing',
      ({ periods }) => {
        periods.investigation.amount = 0
      },
      'periods.investigation.amount',
      '「investigation 的数量（amount）」应当在 1 到 3650 之间，现在是 0。',
    ],
    [
      'has a percentage above the whole',
      ({ limits }) => {
        limits['tech-upgrade'].percent = 101
      },
      'limits.tech-upgrade.percent',
      '「tech-upgrade 的百分比（percent）」应当不大于 100，现在是 101。',
    ],
    [
      'has an amount as a number',
      ({ limits }) => {
        limits['simple-case'].amount = 300000
      },
      'limits.simple-case.amount',
      '应当是文本，现在被读成数字：请给值加引号，写成 amount: "…"，否则数字会走样。',
    ],
    [
      'has an amount with its unit',
      ({ limits }) => {
        limits['simple-case'].amount = '30万'
      },
      'limits.simple-case.amount',
      '应当是带引号、以元为单位的数，如 "300000.00"，现在是「30万」。',
    ],
    [
      'has a region in words',
      (pack) => {
        pack.region = '广西'
      },
      'region',
      '「适用地区（region）」应当是带引号的六位行政区划代码，如 "450000"，现在是「广西」。',
    ],
    [
      'has a day in words',
      (pack) => {
        pack.effectiveFrom = '2026年7月1日'
      },
      'effectiveFrom',
      '「施行日期（effectiveFrom）」应当写成年-月-日，如 2026-03-02，现在是「2026年7月1日」。',
    ],
    [
      'has a last day in words',
      (pack) => {
        pack.effectiveTo = '明年'
      },
      'effectiveTo',
      '「失效日期（effectiveTo）」应当写成年-月-日，如 2026-03-02，现在是「明年」。',
    ],
    [
      'has a value from a day in words',
      ({ periods }) => {
        periods.investigation.values = [
          { amount: 1, unit: 'day', article: '第一条' },
          { from: '明年', amount: 1, unit: 'day', article: '第一条' },
        ]
      },
      'periods.investigation.values.1.from',
      '应当写成年-月-日，如 2026-03-02，现在是「明年」。',
    ],
    [
      'has an id in capitals',
      (pack) => {
        pack.id = 'Own'
      },
      'id',
      '以小写字母开头，只用小写字母、数字和短横，现在是「Own」。',
    ],
    [
      'has a list named in Chinese',
      ({ lists }) => {
        lists.列表 = { title: '甲', items: [] }
      },
      'lists.列表',
      '“列表”不能作编号：以小写字母开头，只用字母、数字和短横。',
    ],
    [
      'has a unit that there is not',
      ({ periods }) => {
        periods.investigation.unit = '天'
      },
      'periods.investigation.unit',
      '「investigation 的单位（unit）」没有「天」这个选项：',
    ],
    [
      'has a unit that is nearly one',
      ({ periods }) => {
        periods.investigation.unit = 'days'
      },
      'periods.investigation.unit',
      '没有「days」这个选项：是否想写 day',
    ],
    [
      'has a matter that there is not',
      ({ clauses }) => {
        itemOf(clauses, 'liability').matter = 'form-agrement'
      },
      'clauses.4.matter',
      '「liability 的事项（matter）」没有「form-agrement」这个选项：是否想写 form-agreement（示范文本：赔偿协议）？',
    ],
    [
      'has a mark in other words',
      ({ matters }) => {
        matters.urging.review = '已核'
      },
      'matters.urging.review',
      '「urging 的待核（review）」只能写 待核，现在是「已核」。',
    ],
    [
      'has an empty title',
      (pack) => {
        pack.title = ''
      },
      'title',
      '「名称（title）」是空的：请填写，或者删去这一项。',
    ],
    [
      'has nothing as a title',
      (pack) => {
        pack.title = null
      },
      'title',
      '「名称（title）」是空的：请填写，或者删去这一项。',
    ],
    [
      'has a yes in quotes',
      ({ clauses }) => {
        clauses[0].required = 'true'
      },
      'clauses.0.required',
      '「facts 的必备（required）」应当写 true（是）或者 false（否），不加引号，现在是「true」。',
    ],
    [
      'has a list as a text',
      ({ clauses }) => {
        clauses[0].recognise.headings = '事实、经过'
      },
      'clauses.0.recognise.headings',
      '应当是列表，现在「事实、经过」是一段文字',
    ],
    [
      'has a number among words',
      ({ clauses }) => {
        clauses[0].recognise.headings = ['事实', 7]
      },
      'clauses.0.recognise.headings.1',
      '「clauses.facts.recognise.headings」第 2 项应当是文本，现在被读成数字：请给值加引号，写成 headings: "…"，否则数字会走样。',
    ],
  ])('%s', (_, change, place, message) => {
    expect(wrong(change)).toEqual([expect.stringContaining(message)])
    expect(wrong(change)[0]).toMatch(new RegExp(`^schema ${place.replaceAll('.', '\\.')} `, 'u'))
  })

  it('is told once at each place, and whole packs not at all', () => {
    const both = wrong((pack) => {
      pack.title = ''
      pack.periods.investigation.amount = 'x'
    })
    expect(both).toHaveLength(2)
    expect(wrong(() => undefined)).toEqual([])
  })
})
