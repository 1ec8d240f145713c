import { describe, expect, it } from 'vitest'
import { createRepository } from '../../../support/cli.ts'

describe('ejc new', () => {
  const clue = [
    'title=某厂排污案',
    'clue.channel=complaint-media',
    'clue.receivedOn=2026-03-02',
    'damage.scope=covered',
  ]
  const register = (...sets: string[]) =>
    createRepository().ejc([
      'new',
      '--today',
      '2026-03-02',
      ...[...clue, ...sets].flatMap((set) => ['--set', set]),
    ])

  it('proposes level, department and unit, each with its article', () => {
    const { stderr, exit } = register('damage.kind=illegal-mining')
    expect(exit).toBe(0)
    expect(stderr).toMatch(/管辖层级：.*（第十条：/)
    expect(stderr).toMatch(/主管部门：.*自然资源.*（附件1：/)
    expect(stderr).toMatch(/承办单位：南宁市生态环境局.*（第七条）/)
  })

  it('lets the level be overridden with a reason, and not without', () => {
    const sets = [
      'damage.kind=pollutant-discharge',
      'damage.crossRegion=cross-city',
      'jurisdiction.level=city',
    ]
    const refused = register(...sets)
    expect(refused.exit).toBe(1)
    expect(refused.stderr).toContain('第十条')
    const overridden = register(...sets, 'jurisdiction.overrideReason=自治区交办')
    expect(overridden.exit).toBe(0)
    expect(overridden.stderr).toContain('改变建议的理由：自治区交办')
  })

  it('asks a joint team for its lead unit', () => {
    const sets = ['damage.kind=pollutant-discharge', 'jurisdiction.jointUnits[]=南宁市林业局']
    const unled = register(...sets)
    expect(unled.exit).toBe(0)
    expect(unled.stderr).toContain('没有确定牵头部门')
    const led = register(...sets, 'jurisdiction.leadUnit=南宁市生态环境局')
    expect(led.exit).toBe(0)
    expect(led.stderr).toContain('牵头部门 南宁市生态环境局（第十条）')
  })
})
