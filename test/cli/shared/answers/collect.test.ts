import { describe, expect, it } from 'vitest'
import { collectItem, itemProblems, type WantedItem } from '../../../../src/cli/shared/answers/collect.ts'
import { settingOn } from '../../../support/setting.ts'

const { lists } = settingOn('2026-03-02').regulation
const service = { name: 'consultation', path: ['rounds', 0, 'services', 0], lists } as const
const wanted: WantedItem = {
  ...service,
  ask: ['method', 'servedOn', 'recipient'],
  required: ['servedOn'],
  defaults: { obligor: 'o1' },
}

describe('the problems of an item', () => {
  it('are none where it is of its schema', () => {
    expect(itemProblems(service, { obligor: 'o1', method: 'direct', servedOn: '2026-06-30' })).toEqual([])
  })

  it('are told by the titles that the officer was asked by', () => {
    const problems = itemProblems(service, { obligor: 'o1', method: 'pigeon', servedOn: '2026-02-30', x: 1 })
    expect(problems.map((problem) => /「.+?」/u.exec(problem)?.[0])).toEqual(
      expect.arrayContaining(['「送达方式」', '「送达日期」', '「送达」']),
    )
  })

  it('name a required key that is missing', () => {
    expect(itemProblems(service, { obligor: 'o1' }).join()).toContain('缺少「送达方式」')
  })

  it('leave out what is wrong around the item, which is not the officer’s doing', () => {
    const round = { name: 'consultation', path: ['rounds', 0, 'notice'], lists } as const
    expect(itemProblems(round, { issuedOn: '2026-06-29' })).toEqual([])
  })
})

describe('the item of an action', () => {
  it('holds what is known, what was given over it, and stands in the order of the schema', async () => {
    const sets = ['recipient=黄某', 'servedOn=2026-06-30', 'method=direct']
    const item = await collectItem(wanted, { from: undefined, sets })
    expect(Object.entries(item)).toEqual([
      ['obligor', 'o1'],
      ['method', 'direct'],
      ['servedOn', '2026-06-30'],
      ['recipient', '黄某'],
    ])
  })

  it('is what the questions made of it, where they can be asked: a value that was known can be taken out', async () => {
    const known = { ...wanted, defaults: { obligor: 'o1', recipient: '黄某' } }
    const prompt = async () => ({ obligor: 'o1', method: 'direct', servedOn: '2026-06-30' })
    expect(await collectItem(known, { from: undefined, sets: [], prompt })).not.toHaveProperty('recipient')
  })

  it('is refused without a terminal, every missing key named with its title', async () => {
    await expect(collectItem(wanted, { from: undefined, sets: [] })).rejects.toThrow(
      /method（送达方式）\n {2}servedOn（送达日期）/,
    )
  })
})
