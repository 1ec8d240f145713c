import { describe, expect, test } from 'vitest'
import { readYaml } from '../../../src/repository/yaml/read.ts'
import { typedProblems } from '../../../src/repository/yaml/typed.ts'

const told = (text: string, strict = false) =>
  typedProblems(text, { strict }).map(({ line, column, message }) => `${line}:${column} ${message}`)

const refused = (text: string) => {
  const result = readYaml(Buffer.from(text))
  return result.ok ? '' : (result.problems[0]?.message ?? '')
}

describe('what YAML reads otherwise than it was meant', () => {
  test.each([
    ['id: x\nname: 某公司 #2 储罐\n', '2:7', '"某公司 #2 储罐"'],
    ['l:\n  - 某公司 #2\n', '2:5', '“#2”被当作注释'],
    ['officers: [韩某，宁某]\n', '1:12', '[韩某, 宁某]'],
    ['obligors: [o1、o2, o3]\n', '1:12', '不是 2 项'],
    ['officers: 【韩某，宁某】\n', '1:11', '全角括号'],
    ['officer: { name：韩某 }\n', '1:12', '写成 name: …'],
    ['summary: 甲\n  cause：乙\n', '1:10', '写成 cause: …'],
    ['phone: (无)\n', '1:8', '删去这一项'],
    ['phone: （无）\n', '1:8', '删去这一项'],
  ])('%j is told at %s: %s', (text, place, says) => {
    const [first, ...more] = told(text)
    expect(more).toEqual([])
    expect(first).toContain(says)
    expect(first?.startsWith(`${place} `)).toBe(true)
  })

  test.each([
    'id: NN-2026-0001        # 案号\n',
    'name: 某公司 # 全称\n',
    'name: "某公司 #2 储罐"\n',
    'text: |\n  某公司 #2 储罐\n  name：乙\n  (无)\n',
    'reasons: [污染土壤，危害地下水, 其他]\n',
    'title: 【急】某案\n',
    'note: 甲、乙，（无）异议\n',
    'summary: 时间：上午；地点：某地\n',
    'o: { name: "韩某，宁某" }\n',
  ])('%j is as it was meant', (text) => {
    expect(told(text)).toEqual([])
  })

  test('a comment with one blank beside prose is doubtful where it is about to be lost for good', () => {
    expect(told('name: 某公司 # 2 号储罐\n', true)).toHaveLength(1)
    expect(told('foundOn: 2026-02-11 # 发现日期\nname: 某公司    # 全称\n', true)).toEqual([])
  })
})

describe('Chinese signs in the place of those of YAML, in a file that cannot be read', () => {
  test.each([
    ['title：某案\n', '“title：”的冒号是全角的'],
    ['id: 1\ntitle：某案\nb: 2\n', '第 2 行“title：”'],
    ['o: [{ name: 韩某，unit: 某局 }]\n', '第 1 行的 ， 是全角的'],
    ['o: ｛name: 甲｝\n', '第 1 行的 ｛ ｝ 是全角的'],
    ['l: [某公司 #2, 乙]\n', '括号里的“ #”以后当作注释'],
  ])('%j: %s', (text, says) => {
    expect(refused(text)).toContain(says)
  })

  test('other faults keep their own words', () => {
    expect(refused('a: "甲\nb: 2\n')).not.toContain('全角')
    expect(refused('- a\n')).toContain('文件顶层应为')
  })
})
