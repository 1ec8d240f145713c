import { describe, expect, it } from 'vitest'
import { askItem } from '../../../src/cli/prompts/ask.ts'
import { oddNames } from '../../../src/cli/shared/answers/collect.ts'
import { isUnlikeName, isUnlikePerson } from '../../../src/core/unlike-name.ts'
import { settingOn } from '../../support/setting.ts'
import { terminalWith } from '../../support/terminal.ts'

const { regulation } = settingOn('2026-03-02')
const activity = { name: 'investigation', path: ['process', 'activities', 0] } as const

function ask(...typed: string[]) {
  const { terminal, ...seen } = terminalWith(...typed)
  const context = {
    terminal,
    today: '2026-03-02',
    facts: undefined,
    law: regulation,
    clauses: [],
    choices: {},
  }
  const wanted = { ...activity, lists: regulation.lists, ask: ['officers'], required: [], defaults: {} }
  return { ...seen, item: askItem(wanted, {}, { ...context, known: () => undefined }) }
}

describe('a list of persons', () => {
  it('is asked for once more where a sentence stands in it', async () => {
    const { item, asked } = ask('倾倒污泥约300立方米，覆盖耕地4.5亩。', 'no', '覃某、李某')
    expect(await item).toEqual({ officers: ['覃某', '李某'] })
    expect(asked.join()).toContain('分成了 2 个人名，其中“倾倒污泥约300立方米”、“覆盖耕地4.5亩。”像是句子')
  })

  it('keeps what the officer says is a name', async () => {
    const { item } = ask('某某某某自然保护区巡护队', 'yes')
    expect(await item).toEqual({ officers: ['某某某某自然保护区巡护队'] })
  })

  it.each(['覃某', '阿卜杜热西提·买买提', '李某（监测站）', '市监测站 黄某', 'John Smith', '欧阳某某'])(
    'holds %s, which is no sentence',
    (name) => expect(isUnlikePerson(name)).toBe(false),
  )

  it.each(['覆盖耕地4.5亩', '现场查看了河道', '无异议。', '据“群众”反映'])(
    'holds %s, which is a part of one',
    (text) => expect(isUnlikePerson(text)).toBe(true),
  )

  it('is named in a call without questions, with its title', () => {
    expect(oddNames(activity, { officers: ['覃某', '现场查看了河道'] })).toEqual([
      '参加人员中的“现场查看了河道”',
    ])
  })
})

describe('a list of units or papers', () => {
  it('may hold long names with figures, and no sentence', () => {
    expect(isUnlikeName('南宁市生态环境局监测报告（2026）第12号')).toBe(false)
    expect(isUnlikeName('已经提交。')).toBe(true)
  })
})
