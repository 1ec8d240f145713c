import { describe, expect, it } from 'vitest'
import { linesInWords } from '../../../../src/cli/commands/undo/titled.ts'
import { step } from '../../../support/step.ts'

const { facts, regulation } = step('serve').view
const meanings = { facts, lists: regulation.lists }

describe('the lines of a file that an undo takes back', () => {
  it('have the titles of their keys, in lists and sections too; a text keeps what looks like a key', () => {
    const lines = [
      'damage:',
      '  knownOn: 2026-01-02',
      'officers:',
      '  - name: 覃某',
      '    phone: x',
      'note: |',
      '  abc: x',
    ]
    expect(linesInWords('cases/NN-2026-0001/case.yaml', lines, meanings)).toEqual([
      expect.stringMatching(/^\S*损害\S*：$/),
      '  知道损害日期：2026-01-02',
      expect.stringMatching(/^办案人员：$/),
      expect.stringMatching(/^ {2}- \S*姓名\S*：覃某$/),
      expect.stringMatching(/^ {4}\S*电话\S*：x$/),
      'note: |',
      '  abc: x',
    ])
    expect(linesInWords('notes.txt', ['damage:'], meanings)).toEqual(['damage:'])
  })

  it('have the title of a key in quotation marks too, and those of the keys beside it', () => {
    const lines = ['withdrawal:', '  "on": 2027-01-07 # 撤回登记日期', '  reason: 重复登记']
    const told = linesInWords('cases/NN-2026-0001/case.yaml', lines, meanings)
    expect(told.slice(1)).toEqual(['  撤回登记日期：2027-01-07', '  撤回理由：重复登记'])
  })

  it('have labels and names in the place of codes, in lists in one line or in several too', () => {
    const [first, second] = facts.obligors.map(({ name }) => name)
    const lines = [
      'rounds:',
      '  - services:',
      '      - obligor: o2',
      '        method: mail',
      '    meetings:',
      '      - attended:',
      '          - o1',
      '        agreedWith: [o1, o2]',
      '        summary: mail',
    ]
    const told = linesInWords('cases/NN-2026-0001/consultation.yaml', lines, meanings)
    expect(told[2]).toMatch(new RegExp(`：${second}$`))
    expect(told[3]).toMatch(/：邮寄/)
    expect(told[6]).toBe(`          - ${first}`)
    expect(told[7]).toMatch(new RegExp(`：${first}、${second}$`))
    expect(told[8]).toMatch(/mail$/)
  })

  it('have no title twice: the comments of ejc are left out, those of others and a # in a text stay', () => {
    const lines = [
      '# 调查结论',
      'conclusion:',
      '  recommendation: consult # 处理意见',
      '  reason: "见 #2 储罐的记录" # 结论理由',
      "  proposal: 'it''s' # 处理建议",
      '  # 与法规科商量过',
      '  concludedOn: 2026-03-02 # 结论日期',
    ]
    const told = linesInWords('cases/NN-2026-0001/investigation.yaml', lines, meanings)
    expect(told).toEqual([
      '调查结论：',
      expect.stringMatching(/^ {2}处理意见：启动磋商$/),
      expect.stringMatching(/^ {2}\S+：见 #2 储罐的记录$/),
      expect.stringMatching(/^ {2}\S+：'it''s'$/),
      '  # 与法规科商量过',
      expect.stringMatching(/^ {2}\S+：2026-03-02$/),
    ])
  })
})
