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
      expect(stdout).toContain('赔偿磋商')
      expect(stdout).toContain('超过原则次数的磋商会议事先经同意')
    },
  )

  it('explains a rule: why, how to mend it, and examples', () => {
    const { stdout } = explain('agreement/tech-upgrade-cap')
    for (const part of ['第二十六条', '理由', '改法', '会报告', '不报告']) expect(stdout).toContain(part)
  })

  it.each([
    ['investigation', /期限 {2}损害调查（第十三条）[\s\S]*60 日/],
    ['sign', /办理事项 {2}签订赔偿协议/],
    ['索赔启动登记表', /文书 {2}索赔启动登记表/],
    ['技改抵扣', /术语 {2}技改抵扣/],
    ['channels', /清单[\s\S]*日常监管/],
    ['evaluation', /阶段[\s\S]*效果评估/],
    ['breach', /术语[\s\S]*协议应当写明/],
  ])('explains %s', (topic, says) => {
    const { stdout, exit } = explain(topic)
    expect(exit).toBe(0)
    expect(stdout).toMatch(says)
  })

  it('prints titles, which people type, and leaves the ids to programs', () => {
    for (const topic of ['第二十条', '损害调查', '线索渠道'])
      expect(explain(topic).stdout).not.toMatch(/^ +[a-z][\w/-]+ {2}/mu)
    expect(explain('第二十条', '--json').stdout).toContain('consultation  赔偿磋商')
  })

  it('names the call that records what the office sends upward, wherever its deadline stands', () => {
    for (const topic of ['线索清单', '报送季度案件线索清单', '第十一条'])
      expect(explain(topic).stdout).toContain('ejc report 季度线索清单 --quarter 2026Q3 --sent 今天')
    expect(explain('年度工作汇报').stdout).toContain('ejc report 年度情况 --year 2026 --sent 今天')
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
