import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { createRepository, ejcIn, listOf, temporaryFolder } from '../../../support/cli.ts'

const repository = createRepository()
const explain = (...topic: string[]) => repository.ejc(['explain', ...topic])

describe('ejc explain', () => {
  it.each(['第二十条', '20', '第20条'])(
    'explains an article written as %s, with all that names it',
    (topic) => {
      const { stdout, exit } = explain(topic)
      expect(exit).toBe(0)
      expect(stdout).toContain('第二十条 磋商期限和次数')
      expect(stdout).toContain('consultation  赔偿磋商')
      expect(stdout).toContain('consultation/too-many-meetings')
    },
  )

  it('explains a rule: why, how to mend it, and examples', () => {
    const { stdout } = explain('agreement/tech-upgrade-cap')
    for (const part of ['第二十六条', '理由', '改法', '会报告', '不报告']) expect(stdout).toContain(part)
  })

  it.each([
    ['investigation', /期限 {2}investigation {2}损害调查（第十三条）[\s\S]*60 日/],
    ['sign', /办理事项 {2}sign/],
    ['索赔启动登记表', /文书 {2}initiation-register/],
    ['技改抵扣', /术语 {2}tech-upgrade/],
    ['channels', /清单[\s\S]*routine-supervision/],
    ['evaluation', /阶段[\s\S]*效果评估/],
    ['breach', /术语[\s\S]*协议应当写明/],
  ])('explains %s', (topic, says) => {
    const { stdout, exit } = explain(topic)
    expect(exit).toBe(0)
    expect(stdout).toMatch(says)
  })

  it('lists every rule under lint', () => {
    const rules = listOf(explain('lint', '--json'), 'explain')
    expect(rules.length).toBeGreaterThan(30)
    expect(new Set(rules.map(({ topic }) => topic))).toEqual(new Set(['rule']))
  })

  it('proposes what was meant when there is no such topic, exit 2', () => {
    const unknown = explain('agreement/tech-upgrade-cp')
    expect(unknown).toMatchObject({ exit: 2, stdout: '' })
    expect(unknown.stderr).toContain('agreement/tech-upgrade-cap')
    expect(explain('第九十九条').exit).toBe(2)
  })

  it('needs no case repository', () => {
    expect(ejcIn(temporaryFolder(), ['explain', '第二十一条']).exit).toBe(0)
  })

  it('prints JSON of its schema', () => {
    expect(listOf(explain('20', '--json'), 'explain')).toMatchObject([{ topic: 'article', id: '20' }])
  })

  it('has no line wider than 80 columns', () => {
    for (const topic of ['20', '21', 'lint', 'agreement', 'clauses']) {
      const { lines } = repository.ejc(['explain', topic], { columns: 80 })
      expect(Math.max(0, ...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(80)
    }
  })
})
