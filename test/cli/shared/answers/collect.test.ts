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

describe('what follows from the answers', () => {
  it('takes the place of what is known by default, and never of what the call gives', async () => {
    const proposes = ({ method }: { readonly method?: unknown }) => ({
      recipient: method === 'lien' ? undefined : `${method}`,
    })
    const item = (...sets: string[]) =>
      collectItem(
        { ...wanted, proposes, defaults: { obligor: 'o1', recipient: '某人' } },
        { from: undefined, sets: ['servedOn=2026-06-30', ...sets] },
      )
    expect(await item('method=direct')).toMatchObject({ recipient: 'direct' })
    expect(await item('method=lien')).not.toHaveProperty('recipient')
    expect(await item('method=lien', 'recipient=韦某')).toMatchObject({ recipient: '韦某' })
  })
})

describe('what stands inside a section of the item', () => {
  const owed = (key: string, { mode }: { readonly mode?: unknown }): boolean =>
    /^substitutes\.\d+\.reason$/.test(key) && mode === 'instalments'
  const signed: WantedItem = {
    ...{
      name: 'agreements',
      path: ['agreements', 0],
      lists,
      ask: ['substitutes'],
      required: [],
      defaults: {},
    },
    owed,
    defaults: { id: 'G1', round: 1, obligors: ['o1'], signedOn: '2026-03-02', clauses: {} },
  }
  const sets = ['substitutes.0.mode=货币赔偿', 'substitutes.1.mode=分期赔付']

  it('is owed by what stands beside it without a terminal too (第二十六条)', async () => {
    await expect(collectItem(signed, { from: undefined, sets })).rejects.toThrow(
      /^(?!.*substitutes\.0)[\s\S]*substitutes\.1\.reason（采用理由）$/,
    )
    const whole = await collectItem(signed, { from: undefined, sets: [...sets, 'substitutes.1.reason=停产'] })
    expect(whole.substitutes).toHaveLength(2)
  })

  it('is left to the questions where they are asked', async () => {
    const prompt = async (): Promise<Record<string, unknown>> => ({
      ...signed.defaults,
      substitutes: [{ mode: 'instalments' }],
    })
    expect(await collectItem(signed, { from: undefined, sets: [], prompt })).toHaveProperty('substitutes')
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

  it('keeps of a section what is known, beside the part of it that --set gives', async () => {
    const said: string[] = []
    const supervisor = { name: '某监理公司', creditCode: '91450100MA5K00000X' }
    const project: WantedItem = {
      ...{ name: 'restoration', path: ['projects', 0], lists, ask: ['supervisor'], required: [] },
      defaults: { id: 'R1', mode: 'in-situ', supervisor },
      say: (text) => said.push(text),
    }
    const given = (...sets: string[]) => collectItem(project, { from: undefined, sets })
    const { supervisor: known } = await given('supervisor.report=E1')
    expect(known).toEqual({ ...supervisor, report: 'E1' })
    expect(said).toEqual([expect.stringMatching(/没有写的照原来的记录：.*统一社会信用代码/u)])
    const { supervisor: same } = await given('supervisor.name=某监理公司', 'supervisor.report=E1')
    expect(same).toEqual(known)
    // Of another company nothing is known.
    const { supervisor: other } = await given('supervisor.name=另一公司', 'supervisor.report=E1')
    expect(other).toEqual({ name: '另一公司', report: 'E1' })
  })
})
