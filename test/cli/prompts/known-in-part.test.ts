import { describe, expect, it } from 'vitest'
import { askItem } from '../../../src/cli/prompts/ask.ts'
import type { WantedItem } from '../../../src/cli/shared/answers/collect.ts'
import { settingOn } from '../../support/setting.ts'
import { terminalWith } from '../../support/terminal.ts'

const today = '2026-03-02'
const { regulation } = settingOn(today)

/** Asks for the damage, each question answered with the Enter key alone. */
async function askDamage(knownInPart: boolean) {
  const answers = Array.from({ length: 12 }, () => '')
  const { terminal, asked } = terminalWith(...answers)
  const known = { scope: 'covered', kind: 'wildlife', location: '甲地' }
  const wanted: WantedItem = {
    name: 'case',
    path: [],
    lists: regulation.lists,
    ask: ['damage'],
    required: ['damage'],
    defaults: { damage: known },
    ...(knownInPart ? { knownInPart: ['damage'] } : {}),
  }
  const context = {
    terminal: { ...terminal, confirm: async (words: unknown) => asked.push(JSON.stringify(words)) > 0 },
    ...{ today, facts: undefined, law: regulation, clauses: regulation.clauses, choices: {} },
    known: () => undefined,
  }
  const item = await askItem(wanted, {}, context)
  return { item, asked: asked.join('\n') }
}

describe('a section of which a part is known', () => {
  it('is asked through, with what is known as proposals', async () => {
    const { item, asked } = await askDamage(true)
    expect(asked).not.toContain('沿用吗')
    expect(asked).toContain('损害种类 (wildlife)')
    expect(asked).toContain('损害地点 (甲地)')
    expect(asked).toMatch(/损害情况描述|知道损害日期/)
    expect(item.damage).toMatchObject({ scope: 'covered', kind: 'wildlife', location: '甲地' })
  })

  it('and is taken over in one, where all of it is known', async () => {
    const { item, asked } = await askDamage(false)
    expect(asked).toContain('沿用吗')
    expect(asked).not.toContain('损害地点 (甲地)')
    expect(item.damage).toEqual({ scope: 'covered', kind: 'wildlife', location: '甲地' })
  })
})
