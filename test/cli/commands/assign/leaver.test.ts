import { beforeEach, describe, expect, it, vi } from 'vitest'
import { leaverAsked } from '../../../../src/cli/commands/assign/run.ts'
import { step } from '../../../support/step.ts'

const select = vi.fn<(question: string, choices: readonly { value: string }[]) => Promise<string>>()
vi.mock('../../../../src/cli/prompts/terminal.ts', () => ({ openTerminal: () => ({ select }) }))

const caseOf = (...names: string[]) => {
  const { view } = step('screen', { case: { officers: names.map((name) => ({ name })) } })
  return { id: view.facts.id, title: view.facts.case.title, view }
}

describe('who hands a case over', () => {
  beforeEach(() => {
    select.mockReset()
    select.mockResolvedValue('甲某')
  })

  it('is asked where one case has several officers, by their names', async () => {
    expect(await leaverAsked({ interactive: true }, [caseOf('甲某', '乙某')], '农某')).toBe('甲某')
    expect(select.mock.calls[0]?.[1].map(({ value }) => value)).toEqual(['甲某', '乙某'])
    await leaverAsked({ interactive: true }, [caseOf('甲某', '乙某')], '乙某')
    expect(select.mock.calls[1]?.[1].map(({ value }) => value)).toEqual(['甲某'])
  })

  it('is not asked of the only officer, of several cases, or without a terminal', async () => {
    expect(await leaverAsked({ interactive: true }, [caseOf('甲某')], '农某')).toBeUndefined()
    const two = [caseOf('甲某', '乙某'), caseOf('甲某', '乙某')]
    expect(await leaverAsked({ interactive: true }, two, '农某')).toBeUndefined()
    expect(await leaverAsked({ interactive: false }, two.slice(1), '农某')).toBeUndefined()
    expect(select).not.toHaveBeenCalled()
  })
})
