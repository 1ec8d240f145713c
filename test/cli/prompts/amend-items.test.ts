import { expect, it } from 'vitest'
import { agreedHeads, isLikely, misnamed } from '../../../src/cli/prompts/agreed.ts'
import { amendItems } from '../../../src/cli/prompts/amend.ts'
import { askWanted, top } from '../../../src/cli/prompts/ask.ts'
import { createInterview } from '../../../src/cli/prompts/interview.ts'
import { settingOn, viewOfFixture } from '../../support/setting.ts'
import { terminalWith } from '../../support/terminal.ts'

const { regulation } = settingOn('2026-09-28')
const { facts } = viewOfFixture('example-case', '2026-09-28')
const lists = regulation.lists
const at = (...path: (string | number)[]) =>
  ({ name: 'agreements', path: ['agreements', 0, ...path], lists }) as const

it('a list of which nothing is ticked is added to: yes is proposed, once', async () => {
  const { terminal, asked } = terminalWith('', '', '')
  const interview = createInterview(terminal, {}, () => undefined)
  const asking = {
    ...{
      terminal,
      today: '2026-09-28',
      facts,
      law: regulation,
      clauses: [],
      choices: {},
      known: () => undefined,
    },
    ...{ ...top, interview, amends: true },
  }
  const place = { name: 'case', path: ['officers'], lists } as const
  const known = [{ name: '覃某' }]
  const node = { title: '办案人员' }
  const items = await interview.run(() =>
    amendItems(
      { place, node, required: false, known, given: undefined },
      async () => ({ name: '黄某' }),
      asking,
    ),
  )
  expect(items).toMatchObject([{ name: '覃某' }, { name: '黄某' }])
  expect(asked[1]).toBe('还要增加一项“办案人员”吗？ (yes)')
  expect(asked[2]).toBe('还要增加一项“办案人员”吗？ (no)')
})

it('a payment is for the heads agreed, where there are several', () => {
  const whole = (...heads: string[]) => ({ compensation: { items: heads.map((head) => ({ head })) } })
  expect(agreedHeads(at('payments', 0, 'heads', 0), whole('service-loss', 'prevention'))).toEqual([
    'service-loss',
    'prevention',
  ])
  expect(agreedHeads(at('payments', 0, 'heads', 0), whole('service-loss'))).toBeUndefined()
  expect(
    agreedHeads(at('compensation', 'items', 0, 'head'), whole('service-loss', 'prevention')),
  ).toBeUndefined()
})

it('the account of a payment is not proposed where that before has none, and is named by no figures', () => {
  const payee = at('payments', 1, 'payee')
  expect(isLikely(payee, { whole: {}, before: [{ amount: '1.00' }] })).toBe(false)
  expect(isLikely(payee, { whole: {}, before: [] })).toBe(true)
  expect(misnamed(at('payments', 1, 'payee', 'name'), '6.30')).toContain('不能只有数字')
  expect(misnamed(at('payments', 1, 'payee', 'name'), '某县财政局')).toBeUndefined()
  expect(misnamed(at('payments', 1, 'payee', 'account'), '123456')).toBeUndefined()
  const replyTo = { name: 'config', path: ['unit', 'replyTo', 'address'], lists } as const
  expect(misnamed(replyTo, '0771-6220000')).toContain('不能只有数字')
  expect(misnamed(replyTo, '永宁路5号')).toBeUndefined()
})

it('a group of which nothing is ticked leads back to the question before it, which says so', async () => {
  const said: string[] = []
  const { terminal, asked } = terminalWith('representative', 'change', '', 'change', 'post', '主任')
  const interview = createInterview({ ...terminal, say: (text) => said.push(text) }, {}, () => undefined)
  const representative = { name: '覃某', post: '局长' }
  const recorded = { name: '南宁市生态环境局', representative }
  const place = { name: 'config', path: ['unit'], lists } as const
  const item = await interview.run(() =>
    askWanted(
      { ...place, ask: ['name', 'representative'], required: [], defaults: recorded, amends: recorded },
      {},
      {
        ...{ terminal, interview, today: '2026-09-28', facts, law: regulation, clauses: [], choices: {} },
        ...{ ...top, known: () => undefined },
      },
    ),
  )
  expect(asked[1]).toContain('怎么改')
  expect(asked[3]).toContain('怎么改')
  expect(said).toEqual(['“承办单位负责人”里没有勾选要改的栏，回到上一题。'])
  expect(item).toEqual({ ...recorded, representative: { name: '覃某', post: '主任' } })
})

it('an item that a correction adds is asked for as when it is recorded', async () => {
  const { terminal, asked } = terminalWith('restoration', '48万', '')
  const interview = createInterview(terminal, {}, () => undefined)
  const recorded = { id: 'A1', kind: 'appraisal-report' }
  const place = { name: 'appraisals', path: ['appraisals', 0], lists } as const
  const item = await interview.run(() =>
    askWanted(
      { ...place, ask: ['amounts'], required: [], defaults: recorded, amends: recorded },
      {},
      {
        ...{ terminal, interview, today: '2026-09-28', facts, law: regulation, clauses: [], choices: {} },
        ...{ ...top, known: () => undefined },
      },
    ),
  )
  expect(item).toEqual({ ...recorded, amounts: [{ head: 'restoration', amount: '480000.00' }] })
  expect(asked.join()).not.toContain('要改哪几栏')
})
