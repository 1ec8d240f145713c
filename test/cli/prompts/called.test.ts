import { describe, expect, it } from 'vitest'
import { askItem } from '../../../src/cli/prompts/ask.ts'
import type { WantedItem } from '../../../src/cli/shared/answers/collect.ts'
import { settingOn, viewOfFixture } from '../../support/setting.ts'
import { terminalWith } from '../../support/terminal.ts'

const today = '2026-07-03'
const { regulation } = settingOn(today)
const { facts } = viewOfFixture('example-case', today)

/** Asks for keys of a section; the titles that were asked, and the item. */
async function asked(about: Pick<WantedItem, 'name' | 'path' | 'ask' | 'required'>, ...answers: string[]) {
  const seen = terminalWith(...answers)
  const context = {
    ...{ terminal: seen.terminal, today, facts, law: regulation, clauses: regulation.clauses, choices: {} },
    known: () => undefined,
  }
  const item = await askItem({ ...about, lists: regulation.lists, defaults: {} }, {}, context)
  return { item, titles: seen.asked }
}

describe('what is asked only where it is called for', () => {
  it('a supervisor of the works stands among what may be left out, and is not asked by a yes or no', async () => {
    const about = { name: 'restoration', path: ['projects', 0], ask: ['startedOn', 'supervisor'] } as const
    const { titles, item } = await asked({ ...about, required: ['startedOn'] }, '7.1', ',')
    expect(titles.join()).not.toContain('填写“监理单位”吗')
    expect(item).toEqual({ startedOn: '2026-07-01' })
  })

  it('statements that the step is about are asked at once, not whether to give any', async () => {
    const about = { name: 'investigation', path: [], ask: ['facts'], required: ['facts'] } as const
    const { titles, item } = await asked(about, '河段发黑。', 'E1', '')
    expect(titles.join()).not.toContain('填写“损害事实”吗')
    expect(item.facts).toMatchObject([{ statement: '河段发黑。' }])
  })

  it('the day of a service is proposed as today, but not of one that is published', async () => {
    const about = { name: 'consultation', path: ['rounds', 0, 'services', 0], required: [] } as const
    const ask = ['method', 'servedOn']
    expect((await asked({ ...about, ask }, 'direct', '')).item).toMatchObject({ servedOn: today })
    expect((await asked({ ...about, ask }, 'public-notice', '', '')).item.servedOn).toBeUndefined()
  })
})
