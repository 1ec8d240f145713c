import { expect, it } from 'vitest'
import { askItem } from '../../../src/cli/prompts/ask.ts'
import type { WantedItem } from '../../../src/cli/shared/answers/collect.ts'
import { settingOn } from '../../support/setting.ts'
import { terminalWith } from '../../support/terminal.ts'

const { regulation } = settingOn('2026-03-02')

it('what follows from an answer is proposed at the questions after it', async () => {
  const { terminal, asked } = terminalWith('mail', '2026-03-01', '')
  const wanted: WantedItem = {
    name: 'consultation',
    path: ['rounds', 0, 'services', 0],
    lists: regulation.lists,
    ask: ['method', 'servedOn', 'recipient'],
    required: ['recipient'],
    defaults: { obligor: 'o1', method: 'direct', recipient: '某人' },
    proposes: ({ method }) => ({ recipient: `${method}的签收人` }),
  }
  const context = {
    terminal,
    ...{ today: '2026-03-02', facts: undefined, law: regulation, clauses: regulation.clauses, choices: {} },
    known: () => undefined,
  }
  const item = await askItem(wanted, {}, context)
  expect(asked.join('\n')).toContain('签收人 (mail的签收人)')
  expect(item).toMatchObject({ method: 'mail', recipient: 'mail的签收人' })
})
