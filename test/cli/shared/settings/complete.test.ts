import { describe, expect, it } from 'vitest'
import { lackingSettings, settingsAt, settingTitles } from '../../../../src/cli/shared/settings/complete.ts'
import { createRepository } from '../../../support/cli.ts'
import { viewOfFixture } from '../../../support/setting.ts'

const CASE = 'NN-2026-0001'
const day = ['--today', '2026-11-24', '--no-input']

describe('what a paper lacks of the settings of the office', () => {
  const lacks = (...paths: string[]) => paths.map((path) => ({ field: '', path, action: 'init' }))
  const view = viewOfFixture('example-case', '2026-11-24')

  it('is asked for by its section; a part of a section of the unit is that section', () => {
    const missing = lacks('config.localBasis', 'config.unit.representative.post', 'case.summary')
    const sections = lackingSettings(view, missing)
    expect(sections.map(({ path, keys }) => [path, keys])).toEqual([
      [[], ['localBasis']],
      [['unit'], ['representative']],
    ])
    expect(settingTitles(sections, view.config)).toEqual(['地方依据', '承办单位负责人'])
    const branch = { name: '南宁市武鸣生态环境局', kind: 'city-branch', inNameOf: '南宁市生态环境局' }
    expect(settingTitles(sections, { ...view.config, unit: branch })).toEqual([
      '地方依据',
      '南宁市生态环境局的法定代表人',
    ])
    expect(settingsAt(['config.obligee', 'config.unit.name']).map(({ keys }) => keys)).toEqual([
      ['obligee'],
      ['name'],
    ])
  })

  it('is not asked for of the unit in a case of another one: it would be wrong there', () => {
    const { config, ...others } = view
    const other = { ...others, config: { ...config, unit: { name: '柳州市生态环境局' } } }
    const missing = lacks('config.unit.address', 'config.localBasis')
    expect(settingTitles(lackingSettings(other as typeof view, missing), other.config)).toEqual(['地方依据'])
  })
})

describe('a call that lacks settings of the office, where nobody can be asked', () => {
  it('names the call that completes them: of a paper, of a new case', () => {
    const { ejc, write, read } = createRepository('example-case')
    const whole = read('ejc.yaml')
    write('ejc.yaml', whole.replace(/^localBasis:.*\n/m, '').replace(/^obligee:.*\n/m, ''))
    const paper = ejc(['render', CASE, '司法确认申请书', ...day])
    expect(paper.exit).toBe(1)
    expect(paper.stderr).toMatch(/用 ejc init 补填：\s+实施方案、办法（地方依据）：--set localBasis=/)
    const clue = ['title=某案', 'clue.channel=other', 'clue.foundOn=2026-11-20']
    const damage = ['damage.scope=covered', 'damage.kind=other']
    const sets = [...clue, ...damage].flatMap((each) => ['--set', each])
    const registered = ejc(['new', ...sets, ...day])
    expect(registered.exit).toBe(2)
    expect(registered.stderr).toContain('没有赔偿权利人')
    expect(registered.stderr).toContain('ejc init --set obligee=')
    expect(ejc(['init', '--set', 'obligee=南宁市人民政府', '--yes', ...day]).exit).toBe(0)
    expect(ejc(['new', ...sets, ...day]).exit).toBe(0)
  })

  it('says of a case of another unit which two names differ, and asks for no particulars of this one', () => {
    const { ejc, replace } = createRepository('example-case')
    replace(`cases/${CASE}/case.yaml`, 'handlingUnit: 南宁市生态环境局', 'handlingUnit: 柳州市生态环境局')
    const paper = ejc(['render', CASE, '司法确认申请书', ...day])
    expect(paper.stderr).toContain('本案文书用柳州市生态环境局的名义，案件库配置的是南宁市生态环境局')
    expect(paper.stderr).not.toContain('--set unit.')
  })
})

describe('a text that is to be published (第三十六条)', () => {
  it('can be made of a matter of public interest before its publication is recorded; what it lacks has its call', () => {
    const { ejc } = createRepository('example-case')
    const text = ['render', CASE, '信息公开稿', 'public-interest']
    const made = ejc([...text, ...day])
    expect(made).toMatchObject({ exit: 0 })
    const found = ejc(['lint', `cases/${CASE}`, '--rule', 'document/stale', ...day])
    expect(found.stdout + found.stderr).not.toContain('public-interest')
  })
})
