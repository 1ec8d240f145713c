import { describe, expect, it } from 'vitest'
import { askItem } from '../../../src/cli/prompts/ask.ts'
import { settingOn, viewOfFixture } from '../../support/setting.ts'
import { terminalWith } from '../../support/terminal.ts'

const { regulation } = settingOn('2026-11-24')
const { facts } = viewOfFixture('example-case', '2026-11-24')

/** Asks who paid, with these answers. */
async function payer(defaults: Record<string, unknown>, ...typed: string[]): Promise<unknown> {
  const { terminal } = terminalWith(...typed)
  const context = {
    terminal,
    today: '2026-11-24',
    facts,
    law: regulation,
    clauses: [],
    choices: {},
    known: () => undefined,
  }
  const place = { name: 'payments', path: ['payments', 0], lists: regulation.lists } as const
  return (await askItem({ ...place, ask: ['payer'], required: [], defaults }, {}, context)).payer
}

describe('付款人', () => {
  it('is an obligor of the case', async () => {
    expect(await payer({}, 'o2')).toBe('o2')
  })

  it('or somebody else, by name, relation and for whom', async () => {
    expect(await payer({}, '/', '某保险公司', 'insurer', '')).toEqual({
      name: '某保险公司',
      relation: 'insurer',
    })
    expect(await payer({}, '/', '某投资有限公司', 'shareholder', 'o1')).toEqual({
      name: '某投资有限公司',
      relation: 'shareholder',
      obligor: 'o1',
    })
  })

  it('or nobody in particular', async () => {
    expect(await payer({}, '')).toBeUndefined()
  })
})
