import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { createRepository, dataOf, listOf } from '../../support/cli.ts'

const day = ['--today', '2026-11-24']
const both = createRepository('example-case', 'example-case-2')

describe('ejc list', () => {
  it('tells of each case its stage, what is due next, and who handles it', () => {
    const { stdout, exit } = both.ejc(['list', ...day], { columns: 160 })
    expect(exit).toBe(0)
    expect(stdout).toMatch(/编号 +案件 +义务人 +阶段 +最近期限 +状态 +承办人/)
    expect(stdout).toMatch(
      /NN-2026-0001 .*某化工有限公司、韦某 .*履行修复 .*完成修复 2027-04-30 暂定 +还剩 157 天 +覃某/,
    )
    expect(stdout).toMatch(/NN-2025-0003 .*逾期 \d+ 天/)
  })

  it.each([80, 120])('has no line wider than %d columns', (columns) => {
    const { lines } = both.ejc(['list', ...day], { columns })
    expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(columns)
  })

  it('filters by stage, in Chinese or by its code, and by officer', () => {
    expect(listOf(both.ejc(['list', '--stage', '履行修复', '--json', ...day]), 'list')).toHaveLength(2)
    expect(listOf(both.ejc(['list', '--stage', 'screening', '--json', ...day]), 'list')).toHaveLength(0)
    const mine = listOf(both.ejc(['list', '--officer', '覃某', '--json', ...day]), 'list')
    expect(mine.map((each) => each.case)).toEqual(['NN-2026-0001'])
  })

  it('finds cases by words of their numbers, names, causes and parties, all of which must be there', () => {
    const found = (...words: string[]) =>
      listOf(both.ejc(['list', ...words, '--json', ...day]), 'list').map((each) => each.case)
    expect(found('某化工')).toEqual(['NN-2026-0001'])
    expect(found('nn-20', '韦某')).toEqual(['NN-2026-0001'])
    expect(found('某化工', '某矿业')).toEqual([])
  })

  it('counts findings only when asked, and shows one page when asked', () => {
    const paged = both.ejc(['list', '--findings', '--limit', '1', '--page', '2', ...day], { columns: 160 })
    expect(paged.lines[0]).toMatch(/ 问题 /)
    expect(paged.lines).toHaveLength(2)
    expect(paged.lines[1]).toMatch(/^NN-2026-0001 .* (无|\d+ 个(错误|警告)) /)
    expect(paged.stderr).toContain('第 2 页，共 2 页、2 件')
    const counted = listOf(both.ejc(['list', '--findings', '--json', ...day]), 'list')
    expect(counted[0]?.findings).toEqual({
      error: expect.any(Number),
      warning: expect.any(Number),
      notice: expect.any(Number),
    })
    expect(listOf(both.ejc(['list', '--json', ...day]), 'list')[0]?.findings).toBeNull()
  })

  it('names the stage that was meant, and all of them, when one does not exist, exit 2', () => {
    const wrong = both.ejc(['list', '--stage', '磋商'])
    expect(wrong.exit).toBe(2)
    expect(wrong.stderr).toContain('是否想写 赔偿磋商？')
    expect(wrong.stderr).toContain('赔偿磋商、')
  })

  it('shows neither control characters nor bidi overrides of the data', () => {
    const repository = createRepository('example-case')
    repository.replace(
      'cases/NN-2026-0001/case.yaml',
      'title: 某化工',
      'title: "\\u202e某\\u001b[31m化工"\nsummary: 某',
    )
    const { stdout } = repository.ejc(['list', ...day])
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that there are none is the point.
    expect(stdout).not.toMatch(/[\u001b\u202e]/)
  })
})

describe('ejc show', () => {
  const shown = both.ejc(['show', 'NN-2025-0003', ...day])

  it('tells who, what, where each obligor stands, what happened and what is due', () => {
    expect(shown.exit).toBe(0)
    for (const part of ['赔偿义务人', '经过', '期限', '问题', '文书', '下一步'])
      expect(shown.lines).toContain(part)
    expect(shown.stdout).toMatch(/o1 +某矿业有限公司 +单位 +效果评估/)
    expect(shown.stdout).toMatch(/o3 +某运输部 +单位 +终止索赔/)
    expect(shown.stdout).toContain('重大案件')
  })

  it('tells what happened in the order of the days', () => {
    const start = shown.lines.indexOf('经过')
    const dates = shown.lines
      .slice(start, shown.lines.indexOf('文书'))
      .flatMap((line) => line.match(/^\d{4}-\d{2}-\d{2}/) ?? [])
    expect(dates.length).toBeGreaterThan(50)
    expect(dates).toEqual([...dates].sort())
  })

  it('masks identifiers and telephone numbers', () => {
    const { stdout } = both.ejc(['show', 'NN-2026-0001', ...day])
    expect(stdout).not.toContain('450101199001010000')
    expect(stdout).not.toContain('13800000000')
    expect(stdout).toContain('450***********0000')
  })

  it('offers the actions that are possible, and the one next thing to do', () => {
    const repository = createRepository('example-case')
    const folder = join(repository.root, 'cases/NN-2026-0001')
    const early = ['case.yaml', 'screening.yaml']
    for (const file of readdirSync(folder).filter((name) => !early.includes(name))) rmSync(join(folder, file))
    const { stdout } = repository.ejc(['show', 'NN-2026-0001', '--today', '2026-02-25'])
    expect(stdout).toMatch(/现在可办\n.*\n启动索赔 /)
    expect(stdout).toMatch(/下一步\n启动索赔：及时办理\n {2}\$ ejc advance NN-2026-0001 启动索赔\n$/)
  })

  it('compares the papers in documents/ with the facts', () => {
    const repository = createRepository('example-case')
    expect(repository.ejc(['render', 'NN-2026-0001', '1', '--no-commit']).exit).toBe(0)
    const state = () => {
      const data = dataOf(repository.ejc(['show', 'NN-2026-0001', '--json', ...day]), 'show')
      return data && typeof data === 'object' && 'documents' in data ? data.documents : undefined
    }
    expect(state()).toContainEqual(expect.objectContaining({ form: 'initiation-register', state: 'current' }))
    repository.replace('cases/NN-2026-0001/case.yaml', '某化工有限公司\n', '某化学有限公司\n')
    expect(state()).toContainEqual(expect.objectContaining({ form: 'initiation-register', state: 'stale' }))
  })

  it('prints JSON of its schema', () => {
    const data = dataOf(both.ejc(['show', 'NN-2025-0003', '--json', ...day]), 'show')
    expect(data).toMatchObject({
      case: 'NN-2025-0003',
      stage: 'performance',
      obligors: [
        { id: 'o1', stage: 'evaluation' },
        { id: 'o2', stage: 'performance' },
        { id: 'o3', stage: 'terminated' },
      ],
      flags: { confirmation: 'confirmed', enforcement: true, preAgreementRestoration: true, major: true },
      jurisdiction: {
        level: { proposed: 'city', chosen: 'county', conforms: true, article: '第十条' },
        department: { proposed: 'natural-resources', chosen: 'natural-resources', conforms: true },
        handlingUnit: '某县自然资源局',
        overrideReason: null,
      },
      simpleCase: {
        simple: false,
        conditions: [{ id: 'facts' }, { id: 'liability' }, { id: 'amount', holds: false }],
      },
      next: { action: expect.any(String), subject: expect.any(String) },
    })
  })

  it.each([80, 120])('has no line wider than %d columns', (columns) => {
    for (const id of ['NN-2026-0001', 'NN-2025-0003']) {
      const { lines } = both.ejc(['show', id, ...day], { columns })
      expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(columns)
    }
  })
})
