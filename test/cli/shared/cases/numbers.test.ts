import { describe, expect, it, vi } from 'vitest'
import { withCaseNumbers } from '../../../../src/cli/shared/cases/numbers.ts'
import type { Output } from '../../../../src/cli/shared/output/output.ts'
import { openWorkspace } from '../../../../src/repository/workspace.ts'
import { notified } from '../../../support/actions.ts'
import { id, repositoryAfter } from '../../../support/advance.ts'
import { createRepository } from '../../../support/cli.ts'
import { terminalWith } from '../../../support/terminal.ts'

describe('a case called by its number', () => {
  it.each([['advance'], ['show'], ['due'], ['amend']])(
    'in a library without cases: ejc %s says where to begin',
    (command) => {
      const { exit, stderr } = createRepository().ejc([command, '1', '--no-input'])
      expect(exit).toBe(2)
      expect(stderr).toContain('案件库里还没有案件。运行 ejc new 登记线索。')
    },
  )

  it('that no case has is named, where there are others', () => {
    expect(createRepository('example-case').ejc(['show', '77', '--no-input']).stderr).toContain('77')
  })
})

describe('a number that several cases have', () => {
  const library = () => {
    const repository = createRepository('example-case')
    repository.addCase('example-case-2', 'NN-2025-0001')
    return repository
  }

  it('is refused with the shortest words that mean one of them', () => {
    const { exit, stderr } = library().ejc(['show', '1', '--no-input'])
    expect(exit).toBe(2)
    expect(stderr).toContain('请写 2025-1 或 2026-1。')
    expect(library().ejc(['show', '2026-1', '--no-input']).stdout).toContain('NN-2026-0001')
  })

  it('is asked for in a terminal', async () => {
    const { root } = library()
    const { terminal, asked } = terminalWith('NN-2025-0001')
    vi.doMock('../../../../src/cli/prompts/terminal.ts', () => ({ openTerminal: () => terminal }))
    const out = { progress: () => ({ at: () => undefined, end: () => undefined }), note: () => undefined }
    const context = {
      root: async () => root,
      interactive: true,
      workspace: () => openWorkspace(root, '2026-11-24'),
      out: out as unknown as Output,
    }
    const words = ['1', '记录付款']
    const declared = [
      { syntax: '[案件]', help: '' },
      { syntax: '[事项]', help: '' },
    ]
    expect(await withCaseNumbers(context, declared, words)).toEqual(['NN-2025-0001', '记录付款'])
    expect(asked[0]).toContain('“1”是哪一件？')
  })
})

describe('the subject of a step', () => {
  const failed = (subject: string) =>
    repositoryAfter(notified).ejc([
      ...[
        'advance',
        id,
        'record-failed-service',
        subject,
        '--set',
        'method=邮寄送达',
        '--set',
        'result=退回',
      ],
      ...['--today', '2026-07-02', '--no-input', '--dry-run'],
    ])

  it('is meant by the id that one address alone holds: o2 for 1/o2', () => {
    expect(failed('o2').exit).toBe(0)
    expect(failed('o2').stdout).toBe(failed('1/o2').stdout)
  })

  it('is not guessed where several addresses hold the word', () => {
    expect(failed('1').stderr).toContain('1/o2（第1轮 韦某）')
  })
})
