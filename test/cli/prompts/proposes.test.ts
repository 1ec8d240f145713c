import { describe, expect, it } from 'vitest'
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
  const { terminal, asked } = terminalWith('', '', '', '', '', '')
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

describe('a step of an earlier day', () => {
  const officers = [{ name: '韦某', from: '2026-01-01' }]
  const view = viewOfFixture('example-case', '2026-11-24', (documents) => {
    Object.assign(documents.case, { officers })
  })
  const context = {
    ...{ today: '2026-11-24', facts: view.facts, law: regulation, clauses: regulation.clauses, choices: {} },
    known: () => undefined,
  }
  const wantedOf = (id: string): WantedItem => {
    const action = actionOf(id)
    if (!action) throw new Error(id)
    const { document, path, mode } = action.target(view.facts, null)
    return {
      name: document,
      path: mode === 'append' ? [...path, 0] : path,
      lists: regulation.lists,
      ask: action.ask,
      required: [],
      defaults: action.defaults?.(view, null) ?? {},
      proposes: (answers) => action.proposes?.(view, answers, null) ?? {},
    }
  }
  const signed = [{ name: '韦某', date: '2026-07-10' }]

  it('has its day as that of the officers who sign, though that column is not ticked, and the label says so', async () => {
    const { terminal } = terminalWith('1', '2026-07-10', '理由', '', '')
    const offered: string[] = []
    const { checkbox } = terminal
    terminal.checkbox = (words, choices, ...rest) => {
      offered.push(...choices.map(({ name }) => name))
      return checkbox(words, choices, ...rest)
    }
    const item = await askItem(wantedOf('initiate'), {}, { ...context, terminal })
    expect(item).toMatchObject({ initiatedOn: '2026-07-10', handlers: signed })
    expect(offered.join('\n')).toContain('2026-07-10')
    expect(offered.join('\n')).not.toContain('2026-11-24')
  })

  it.each([
    ['initiate', 'initiatedOn'],
    ['conclude', 'concludedOn'],
    ['terminate', 'decidedOn'],
    ['decline', 'decidedOn'],
  ])('%s: the same where the call gives the day, and the rest is not asked', async (id, day) => {
    const { terminal } = terminalWith()
    const given = { [day]: '2026-07-10' }
    const brief = { ...context, terminal, brief: true }
    const { askWanted, top } = await import('../../../src/cli/prompts/ask.ts')
    const { createInterview } = await import('../../../src/cli/prompts/interview.ts')
    const interview = createInterview(terminal, {}, () => undefined)
    const wanted = { ...wantedOf(id), ask: [day, 'handlers'] }
    const item = await interview.run(() => askWanted(wanted, given, { ...top, ...brief, interview }))
    expect(item.handlers).toEqual(signed)
  })
})
