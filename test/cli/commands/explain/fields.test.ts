import { describe, expect, it } from 'vitest'
import { fieldLines } from '../../../../src/cli/commands/explain/fields.ts'
import { applySets, type ItemPlace } from '../../../../src/cli/shared/answers/set.ts'
import { actionOf, actions } from '../../../../src/core/stages/actions/index.ts'
import type { Action } from '../../../../src/core/stages/define.ts'
import { settingOn } from '../../../support/setting.ts'

const { lists } = settingOn('2026-11-24').regulation

/** What each line says is to be typed. */
const typedIn = (action: Action): string[] =>
  fieldLines(action, lists).map((line) => line.slice(line.indexOf('：') + 1).replaceAll('"', ''))

const placeOf = ({ writes }: Action): ItemPlace => {
  const [name = '', ...steps] = writes.section.split('.')
  const path = steps.flatMap((step) => (step.endsWith('[]') ? [step.slice(0, -2), 0] : [step]))
  return {
    name: name as ItemPlace['name'],
    path: writes.mode === 'append' ? [...path, 0] : path,
    lists,
    today: '2026-11-24',
  }
}

describe('what an action asks', () => {
  it.each(actions.map((action) => [action.id, action] as const))(
    '%s: each line can be typed',
    (_, action) => {
      const typed = typedIn(action)
      expect(typed.length).toBeGreaterThanOrEqual(action.ask.length)
      for (const set of typed.filter((each) => !each.includes('=@') && !each.endsWith('…')))
        expect(() => applySets(placeOf(action), {}, [set]), set).not.toThrow()
    },
  )

  it('says what must be answered, in any case or where its section is written', () => {
    const sign = actionOf('sign')
    const lines = sign ? fieldLines(sign, lists) : []
    expect(lines).toContain('签订日期（必填）：signedOn=2026-03-02')
    expect(lines).toContain('签订地点（选填）：place=文字')
    expect(lines).toContain('责任份额 › 份额金额（写这一项的必填）：shares.0.amount=26.5万')
    expect(lines).toContain('协议条款（必填）：clauses=@协议.docx')
  })
})
