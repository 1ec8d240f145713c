import { describe, expect, it } from 'vitest'
import { askItem, top } from '../../../src/cli/prompts/ask.ts'
import { briefOf } from '../../../src/cli/prompts/brief.ts'
import { viewOfFixture } from '../../support/setting.ts'
import { terminalWith } from '../../support/terminal.ts'

const { facts, regulation } = viewOfFixture('example-case', '2026-11-24')
const place = { name: 'case', path: [], lists: regulation.lists } as const

async function asked(wanted: object, ...typed: string[]) {
  const { terminal, ...seen } = terminalWith(...typed)
  const context = {
    ...{ terminal, today: '2026-11-24', facts, law: regulation, clauses: [], choices: {} },
    known: () => undefined,
  }
  return {
    ...seen,
    item: await askItem({ ...place, ask: [], required: [], defaults: {}, ...wanted }, {}, context),
  }
}

describe('what is known, in a few words', () => {
  it('names codes by their words, without the numbers of a list, and masks numbers of persons', async () => {
    const obligors = [
      { id: 'o1', kind: 'individual', name: '韦某', idNumber: '11010519491231002X', phone: '6251234' },
    ]
    const { asked: titles } = await asked({ ask: ['obligors'], defaults: { obligors } }, 'yes')
    expect(titles.join()).toContain('赔偿义务人：自然人 韦某 110***********002X *******，沿用吗？')
    expect(titles.join()).not.toMatch(/individual|o1/)
  })
})

describe('what can be corrected', () => {
  it('says each value once, a yes or no too', async () => {
    const { terminal } = terminalWith('')
    const names: string[] = []
    const checkbox: typeof terminal.checkbox = (words, choices, ...others) => {
      names.push(...choices.map(({ name }) => name))
      return terminal.checkbox(words, choices, ...others)
    }
    const wanted = { name: 'screening', path: [], lists: regulation.lists, required: [] } as const
    const defaults = { checkedOn: '2026-03-02', damageFound: true }
    const context = {
      ...{ terminal: { ...terminal, checkbox }, today: '2026-11-24', facts, law: regulation, clauses: [] },
      ...{ choices: {}, known: () => undefined, amends: true },
    }
    await askItem({ ...wanted, ask: ['checkedOn', 'damageFound'], defaults }, {}, context)
    expect(names).toEqual(['核查完成日期：2026-03-02', '是否造成损害：是'])
  })

  it('says of a quantity what it measures and in which unit', () => {
    const place = { name: 'restoration', path: ['projects', 0, 'restored'], lists: regulation.lists } as const
    const { terminal } = terminalWith()
    const context = { terminal, today: '2026-11-24', facts, law: regulation, clauses: [], choices: {} }
    const asking = { ...context, ...top, known: () => undefined } as never
    expect(briefOf(place, { soilM3: '300', wasteT: '12' }, asking)).toBe(
      '修复土壤（立方米）：300 清理固体废物（吨）：12',
    )
  })
})

describe('officers on one line', () => {
  it('may have their telephone numbers behind their names', async () => {
    const { item } = await asked({ ask: ['officers'] }, '覃某 0771-5551234、李某、黄某（13812345678）')
    expect(item.officers).toEqual([
      { name: '覃某', phone: '0771-5551234' },
      { name: '李某' },
      { name: '黄某', phone: '13812345678' },
    ])
  })
})
