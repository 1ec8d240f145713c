import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readFrom } from '../../../../src/cli/shared/answers/from.ts'
import { createRepository, temporaryFolder } from '../../../support/cli.ts'

function from(text: string): Record<string, unknown> {
  const file = join(temporaryFolder(), 'a.yaml')
  writeFileSync(file, text)
  return readFrom(file)
}

describe('what --from reads', () => {
  it('takes codes in small letters, full width and with blanks as the capitals that they are', () => {
    expect(
      from('obligors:\n  - creditCode: "91350100m000100y43"\n    idNumber: "１１０１０５ 19491231002x"\n'),
    ).toEqual({ obligors: [{ creditCode: '91350100M000100Y43', idNumber: '11010519491231002X' }] })
  })

  it.each([
    ['name: 某公司 #2 储罐\n', '第 1 行', '#2 储罐'],
    ['id: x\nname: 某公司 # 2 号储罐\n', '第 2 行', '被当作注释'],
    ['officers: [韩某，宁某]\n', '第 1 行', '[韩某, 宁某]'],
    ['title：某案\n', '第 1 行', '冒号是全角的'],
    ['phone: (无)\n', '第 1 行', '删去这一项'],
  ])('refuses %j rather than store something else', (text, line, says) => {
    expect(() => from(text)).toThrow(line)
    expect(() => from(text)).toThrow(says)
  })

  it('takes comments as people put them', () => {
    expect(from('# 线索\nfoundOn: 2026-02-11 # 发现日期\ntitle: 某案    # 名称\n')).toEqual({
      foundOn: '2026-02-11',
      title: '某案',
    })
  })
})

describe('what was typed so, in a file of a case', () => {
  it('is told by ejc lint, while the case can be used', () => {
    const repository = createRepository('example-case')
    const title = 'title: 某化工有限公司等倾倒废酸案'
    repository.replace('cases/NN-2026-0001/case.yaml', title, 'title: 某化工有限公司 #2 储罐泄漏案')
    const { stdout } = repository.ejc([
      'lint',
      '--rule',
      'schema/typed',
      '--format',
      'json',
      '--today',
      '2026-11-24',
    ])
    expect(JSON.parse(stdout).data).toMatchObject([
      {
        rule: 'schema/typed',
        severity: 'warning',
        line: 3,
        message: expect.stringContaining('#2 储罐泄漏案'),
      },
    ])
    expect(repository.ejc(['show', 'NN-2026-0001', '--today', '2026-11-24']).exit).toBe(0)
  })

  it('says of a code in small letters that it should be capitals', () => {
    const repository = createRepository('example-case')
    const text = repository.read('cases/NN-2026-0001/case.yaml')
    const code = /creditCode: "([^"]+)"/.exec(text)?.[1] ?? ''
    repository.replace('cases/NN-2026-0001/case.yaml', `"${code}"`, '"91350100m000100y43"')
    const { stdout } = repository.ejc(['lint', '--rule', 'case/obligor-id-checksum', '--today', '2026-11-24'])
    expect(stdout.replace(/\s/g, '')).toContain('字母应当大写')
  })
})
