import { expect, it } from 'vitest'
import { askItem } from '../../../src/cli/prompts/ask.ts'
import type { WantedItem } from '../../../src/cli/shared/answers/collect.ts'
import { actionOf } from '../../../src/core/stages/actions/index.ts'
import { settingOn, viewOfFixture } from '../../support/setting.ts'
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

it('a publication is proposed where the last of the case stood, and by whom it was read; Enter keeps both', async () => {
  const { terminal, asked } = terminalWith('', '', '', '', '')
  const { facts } = viewOfFixture('example-case', '2026-11-24')
  const last = { matter: 'agreement', publishedOn: '2026-09-15', channel: '本局网站', readBy: '覃某' }
  const wanted: WantedItem = {
    name: 'supervision',
    path: ['disclosures', 0],
    lists: regulation.lists,
    ask: actionOf('disclose')?.ask ?? [],
    required: ['readBy'],
    defaults: { matter: 'funds', publishedOn: '2026-10-20' },
  }
  const context = {
    terminal,
    ...{ today: '2026-11-24', law: regulation, clauses: regulation.clauses, choices: {} },
    facts: { ...facts, supervision: { ...facts.supervision, disclosures: [last] } },
    known: () => undefined,
  }
  const item = await askItem(wanted, {}, context)
  expect(item).toMatchObject({ channel: '本局网站', readBy: '覃某' })
  const titles = asked.join('\n')
  expect(titles.indexOf('公开渠道')).toBeLessThan(titles.indexOf('公开网址'))
})
