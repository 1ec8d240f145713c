import { describe, expect, it } from 'vitest'
import { askWanted, top } from '../../../src/cli/prompts/ask.ts'
import { createInterview } from '../../../src/cli/prompts/interview.ts'
import type { Item } from '../../../src/core/stages/define.ts'
import { settingOn } from '../../support/setting.ts'
import { terminalWith } from '../../support/terminal.ts'

const today = '2026-09-28'
const { regulation } = settingOn(today)

/** Asks for the keys of a place beside what the call states. */
async function asked(place: object, ask: readonly string[], given: Item, brief: boolean, ...typed: string[]) {
  const { terminal, ...seen } = terminalWith(...typed)
  const wanted = {
    name: 'agreements',
    path: [],
    lists: regulation.lists,
    required: [],
    defaults: {},
    ...place,
    ask,
  } as const
  const context = {
    ...{ terminal, today, facts: undefined, law: regulation, choices: {}, known: () => undefined },
    clauses: [
      { code: 'facts', title: '损害事实', required: true },
      { code: 'breach', title: '违约责任', required: true },
      { code: 'other', title: '其他事项', required: false },
    ],
  }
  const interview = createInterview(terminal, {}, () => undefined)
  const item = await interview.run(() => askWanted(wanted, given, { ...context, ...top, interview, brief }))
  return { item, titles: seen.asked }
}

describe('a call that states some answers', () => {
  const screening = { name: 'screening', path: [] }

  it('is asked neither for what is still open nor whether to fill it in', async () => {
    const { item, titles } = await asked(
      screening,
      ['checkedOn', 'findings', 'decision'],
      { checkedOn: '2026-09-01' },
      true,
    )
    expect(titles).toEqual([])
    expect(item).toEqual({ checkedOn: '2026-09-01' })
  })

  it('is asked for what the officer wants to change, or to add to what the call leaves open', async () => {
    const { terminal, ...seen } = terminalWith('2026-09-02', '属实。')
    const wanted = {
      ...({ ...screening, name: 'screening', lists: regulation.lists, required: [] } as const),
      ...{ ask: ['checkedOn', 'findings', 'decision'], defaults: { checkedOn: '2026-09-01' } },
    }
    const open: string[] = []
    const context = {
      ...{ terminal, today, facts: undefined, law: regulation, choices: {}, known: () => undefined },
      ...{ ...top, clauses: [], interview: createInterview(terminal, {}, () => undefined), brief: true },
      ...{
        again: new Set(['checkedOn', 'findings']),
        leaves: (keys: readonly string[]) => open.push(...keys),
      },
    }
    expect(await askWanted(wanted, {}, context)).toEqual({ checkedOn: '2026-09-02', findings: '属实。' })
    expect(seen.asked).toEqual(['核查完成日期 (2026-09-01)', '核查情况'])
    expect(open).toEqual(['decision'])
  })

  it('is asked nothing more where nothing is open', async () => {
    const { titles } = await asked(screening, ['checkedOn'], { checkedOn: '2026-09-01' }, true)
    expect(titles).toEqual([])
  })

  it('is asked for the clauses that its file lacks', async () => {
    const agreement = { name: 'agreements', path: ['agreements', 0] }
    const given = { clauses: { facts: '倾倒废酸。' } }
    const { item, titles } = await asked(agreement, ['clauses'], given, false, '按日万分之五。', '')
    expect(titles).toEqual(['协议条款 1/2 违约责任', '协议条款 2/2 其他事项'])
    expect(item.clauses).toEqual({ facts: '倾倒废酸。', breach: '按日万分之五。' })
  })

  it('is not asked for clauses where its file has all that the text requires', async () => {
    const agreement = { name: 'agreements', path: ['agreements', 0] }
    const given = { clauses: { facts: '倾倒废酸。', breach: '按日万分之五。' } }
    const { titles } = await asked(agreement, ['clauses'], given, false)
    expect(titles).toEqual([])
  })
})
