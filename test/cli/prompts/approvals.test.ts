import { describe, expect, it } from 'vitest'
import { askItem } from '../../../src/cli/prompts/ask.ts'
import type { WantedItem } from '../../../src/cli/shared/answers/collect.ts'
import type { SchemaName } from '../../../src/core/schema/validate.ts'
import { settingOn } from '../../support/setting.ts'
import { terminalWith } from '../../support/terminal.ts'

const today = '2026-03-02'
const { regulation } = settingOn(today)

/** Asks for the approvals of a step and its reason; what is left over of the answers is a plain Enter. */
async function askStep(name: SchemaName, path: readonly (string | number)[], ...answers: string[]) {
  const { terminal, asked } = terminalWith(...answers, ...Array.from({ length: 12 }, () => ''))
  const wanted: WantedItem = {
    name,
    path,
    lists: regulation.lists,
    ask: ['reason', 'approvals', 'handlers'],
    required: [],
    defaults: {},
  }
  const context = {
    ...{ terminal, today, facts: undefined, law: regulation, clauses: regulation.clauses, choices: {} },
    known: () => undefined,
  }
  return { item: await askItem(wanted, {}, context), asked }
}

describe('who approved a step whose paper prints it', () => {
  it.each<[SchemaName, readonly (string | number)[]]>([
    ['investigation', ['initiation']],
    ['investigation', ['conclusion']],
  ])('is asked for, not only offered: %s %j', async (name, path) => {
    const { asked } = await askStep(name, path)
    expect(asked).toContain('审批意见')
  })

  it('is told by ticking who has signed, each asked for his name', async () => {
    const { item, asked } = await askStep('investigation', ['initiation'], '直排', 'department-head', '莫某')
    expect(asked.join()).toContain('部门负责人 部门负责人')
    expect(item.approvals).toMatchObject([{ role: 'department-head', name: '莫某' }])
  })

  it('and nobody is, where nobody has yet: one Enter', async () => {
    expect((await askStep('investigation', ['initiation'], '直排', '')).item).toEqual({ reason: '直排' })
  })
})
