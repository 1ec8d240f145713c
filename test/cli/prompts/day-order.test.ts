import { describe, expect, it } from 'vitest'
import { askItem } from '../../../src/cli/prompts/ask.ts'
import type { WantedItem } from '../../../src/cli/shared/answers/collect.ts'
import { dayOrderOf } from '../../../src/cli/shared/entry/day-order.ts'
import type { Target } from '../../../src/core/stages/define.ts'
import { openWorkspace } from '../../../src/repository/workspace.ts'
import { createRepository } from '../../support/cli.ts'
import { putSample } from '../../support/sample-case.ts'
import { settingOn } from '../../support/setting.ts'
import { terminalWith } from '../../support/terminal.ts'

const today = '2026-06-01'
const id = 'NN-2025-0007'

/** Asks, in the sample case, for the keys of an item that goes to a place; answers are typed. */
async function ask(target: Target, wanted: Partial<WantedItem>, ...typed: string[]) {
  const repository = createRepository()
  putSample(repository.root, id)
  const workspace = await openWorkspace(repository.root, today)
  const { raw, view } = workspace.needCase(id)
  const document = raw.documents[target.document]
  const { regulation } = settingOn(today)
  const digest = document?.digest() ?? null
  const recipient = { id, regulation, view, text: document?.text(), digest }
  const { terminal, ...seen } = terminalWith(...typed)
  const place = { name: target.document, path: target.mode === 'append' ? [...target.path, 0] : target.path }
  const context = { terminal, today, facts: view.facts, law: regulation, clauses: [], choices: {} }
  const about = { ...place, lists: regulation.lists, ask: [], required: [], defaults: {}, ...wanted }
  const dayOrder = dayOrderOf(workspace, recipient, target)
  const item = askItem({ ...about, dayOrder }, {}, { ...context, known: () => undefined })
  return { ...seen, item: await item }
}

const activity = { document: 'investigation', path: ['process', 'activities'], mode: 'append' } as const

describe('a day that is asked for', () => {
  it('is refused at once where it lies before a step on record, with the day of that step', async () => {
    const { item, told } = await ask(activity, { ask: ['on'] }, '2025.3.5', '2025.3.28')
    expect(item).toEqual({ on: '2025-03-28' })
    expect(told).toEqual([
      expect.stringMatching(
        /“调查日期”（2025-03-05）早于“启动日期”（2025-\d\d-\d\d）.*ejc amend NN-2025-0007/,
      ),
    ])
  })

  it('is refused beside a day that was answered before it in the same item', async () => {
    const target = { document: 'case', path: ['damage'], mode: 'upsert' } as const
    const ask2 = { ask: ['occurredFrom', 'occurredTo'], required: ['occurredFrom', 'occurredTo'] }
    const { item, told } = await ask(target, ask2, '2025-02-10', '2025-02-01', '2025-02-11')
    expect(item).toEqual({ occurredFrom: '2025-02-10', occurredTo: '2025-02-11' })
    expect(told).toEqual([expect.stringContaining('（2025-02-01）早于')])
  })

  it('is asked about where a step in another document is on record before it, and stays where it is so', async () => {
    const target = { document: 'screening', path: [], mode: 'upsert' } as const
    const { item, told, asked } = await ask(
      target,
      { ask: ['checkedOn'] },
      '2026-05-30',
      'no',
      '2026-05-30',
      'yes',
    )
    expect(item).toEqual({ checkedOn: '2026-05-30' })
    expect(told).toEqual([])
    expect(asked.join()).toMatch(/“启动日期”（2025-.*）早于“核查完成日期”（2026-05-30）.*就这样填写吗？/)
  })

  it('says nothing of a day that is only proposed and comes later', async () => {
    const target = { document: 'case', path: ['damage'], mode: 'upsert' } as const
    const wanted = {
      ask: ['occurredTo', 'occurredFrom'],
      required: ['occurredTo', 'occurredFrom'],
      defaults: { occurredFrom: '2026-05-01' },
    }
    const { item, told } = await ask(target, wanted, '2025-02-10', '2025-02-01')
    expect(item.occurredTo).toBe('2025-02-10')
    expect(told).toEqual([])
  })
})
