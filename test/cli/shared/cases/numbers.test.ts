import { describe, expect, it } from 'vitest'
import { notified } from '../../../support/actions.ts'
import { id, repositoryAfter } from '../../../support/advance.ts'
import { createRepository } from '../../../support/cli.ts'

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
