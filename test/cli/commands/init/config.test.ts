import { describe, expect, it } from 'vitest'
import { type ConfigPrompts, collectConfig } from '../../../../src/cli/commands/init/config.ts'
import { lackingText } from '../../../../src/cli/commands/init/particulars.ts'
import { loadLaw } from '../../../../src/repository/law.ts'

const law = await loadLaw()
const name = 'unit.name=南宁市生态环境局'
const particulars = {
  representative: { name: '周某', post: '局长' },
  address: '南宁市某区某路 1 号',
  phone: '0771-0000000',
}

/** An officer who fills in what is asked from what is written down, and leaves the rest. */
function officer(answers: Readonly<Record<string, unknown>>) {
  const asked: string[] = []
  const prompts: ConfigPrompts = {
    unitName: async (known) => String(answers.unitName ?? known ?? '南宁市生态环境局'),
    choose: async (at, _title, choices, proposal) => {
      const chosen = answers[at] ?? proposal
      const known = choices.find(({ value, name: shown }) => value === chosen || shown === chosen)
      if (!known) throw new Error(`${at}: ${chosen} is not offered`)
      return known.value
    },
    say: () => undefined,
    rest: async ({ ask, defaults }, given) => {
      asked.push(...ask)
      const filled = ask.flatMap((key) => (answers[key] === undefined ? [] : [[key, answers[key]] as const]))
      return { ...defaults, ...given, ...Object.fromEntries(filled) }
    },
  }
  return { prompts, asked }
}

describe('the configuration of a new case repository', () => {
  it('takes two agents, and refuses a third (民事诉讼法 第六十一条)', async () => {
    const agents = (...names: string[]) =>
      names.flatMap((each, index) => [`unit.agents[${index}].name=${each}`])
    const given = (...names: string[]) => ({ from: undefined, sets: [name, ...agents(...names)] })
    const { config } = await collectConfig(law, given('覃某', '莫某'), undefined)
    expect(config.unit?.agents).toHaveLength(2)
    await expect(collectConfig(law, given('覃某', '莫某', '韦某'), undefined)).rejects.toThrow(
      'unit.agents：委托代理人至多2人（民事诉讼法第六十一条），现有3人，请只留下办理案件的。',
    )
  })

  it('asks for the agents once more where there are three, and keeps the other answers', async () => {
    const named = (...names: string[]) => names.map((each) => ({ name: each }))
    const said: string[] = []
    const given = { ...particulars, agents: named('覃某', '莫某', '韦某') }
    const { prompts, asked } = officer(given)
    const { rest } = prompts
    const corrected: ConfigPrompts = {
      ...prompts,
      say: (text) => void said.push(text),
      rest: async (wanted, item, regulation) =>
        rest(wanted, item, regulation).then((answer) =>
          wanted.ask.join() === 'agents' ? { ...answer, agents: named('覃某', '莫某') } : answer,
        ),
    }
    const { config } = await collectConfig(law, { from: undefined, sets: [] }, corrected)
    expect(said).toContain(
      '委托代理人至多2人（民事诉讼法第六十一条），现有3人：请重新填写，只留下办理案件的。',
    )
    expect(asked.filter((key) => key === 'agents')).toHaveLength(2)
    expect(config.unit).toMatchObject({ ...particulars, agents: named('覃某', '莫某') })
  })

  it('asks at the terminal for what the forms print of the office, and puts it where they look', async () => {
    const localBasis = '《南宁市生态环境损害赔偿制度改革实施方案》'
    const { prompts, asked } = officer({ ...particulars, localBasis })
    const { config } = await collectConfig(law, { from: undefined, sets: [] }, prompts)
    expect(asked).toEqual(
      expect.arrayContaining(['representative', 'address', 'phone', 'creditCode', 'agents']),
    )
    expect(config).toMatchObject({ unit: { name: '南宁市生态环境局', ...particulars }, localBasis })
  })

  it('takes no answer as left out', async () => {
    const { config } = await collectConfig(law, { from: undefined, sets: [] }, officer({}).prompts)
    expect(config.unit).toEqual({ name: '南宁市生态环境局', kind: 'department' })
    expect(config).not.toHaveProperty('localBasis')
  })

  it.each([
    ['南宁市生态环境局', 'department', 'city', '450100', 'NN', '南宁市人民政府', '南宁市委'],
    ['南宁市武鸣生态环境局', 'city-branch', 'city', '450110', 'NNWM', '南宁市人民政府', '南宁市委'],
    ['南宁市生态环境局横州分局', 'city-branch', 'city', '450181', 'NNHZ', '南宁市人民政府', '南宁市委'],
    ['横州市农业农村局', 'county-department', 'county', '450181', 'NNHZ', '南宁市人民政府', '横州市委'],
    ['柳州市融水苗族自治县水利局', 'county-department', 'county', '450225', 'LZRS', '柳州市人民政府', '融水'],
    ['藤县林业局', 'county-department', 'county', '450422', 'WZTX', '梧州市人民政府', '藤县委'],
    ['防城港市生态环境局', 'department', 'city', '450600', 'FCG', '防城港市人民政府', '防城港市委'],
    [
      '广西壮族自治区生态环境厅',
      'department',
      'region',
      '450000',
      'GX',
      '广西壮族自治区人民政府',
      '自治区党委',
    ],
  ])('knows what %s is by its name', async (unit, kind, level, code, idPrefix, obligee, leaders) => {
    const given = { from: undefined, sets: [`unit.name=${unit}`] }
    const { config, recognised } = await collectConfig(law, given, undefined)
    expect(config).toMatchObject({ level, idPrefix, obligee, region: { code }, unit: { kind } })
    expect(config.reformOffice).toMatch(new RegExp(`^${leaders}`))
    expect(recognised).toBe(true)
  })

  it('asks what the office is and where, and lets all else follow from the answers', async () => {
    const answers = { unitName: '武鸣局', 'unit.kind': 'city-branch', place: '南宁市武鸣区' }
    const { config } = await collectConfig(law, { from: undefined, sets: [] }, officer(answers).prompts)
    expect(config).toMatchObject({
      level: 'city',
      idPrefix: 'NNWM',
      obligee: '南宁市人民政府',
      region: { code: '450110', name: '武鸣区' },
      unit: { name: '武鸣局', kind: 'city-branch' },
    })
  })

  it('corrects an answer: what followed from it follows the new one, what was written otherwise stays', async () => {
    const first = await collectConfig(law, { from: undefined, sets: ['unit.name=横州市水利局'] }, undefined)
    const recorded = { ...first.config, court: '南宁铁路运输法院' }
    const given = { from: undefined, sets: [], recorded }
    const { config } = await collectConfig(law, given, officer({ 'unit.kind': 'city-branch' }).prompts)
    expect(config).toMatchObject({
      level: 'city',
      reformOffice: '南宁市委生态环境保护和督察工作领导小组办公室',
      court: '南宁铁路运输法院',
      region: { code: '450181' },
      unit: { name: '横州市水利局', kind: 'city-branch' },
    })
  })

  it('does not ask for what was given', async () => {
    const { prompts, asked } = officer({})
    const sets = [name, 'unit.address=某路 1 号', 'localBasis=《某方案》']
    const { config } = await collectConfig(law, { from: undefined, sets }, prompts)
    expect(asked).not.toContain('address')
    expect(asked).not.toContain('localBasis')
    expect(config).toMatchObject({ unit: { address: '某路 1 号' }, localBasis: '《某方案》' })
  })

  it('writes the letters of case numbers in capitals, and says so', async () => {
    const given = { from: undefined, sets: [name, 'idPrefix=ａb'] }
    const { config, notes } = await collectConfig(law, given, undefined)
    expect(config.idPrefix).toBe('AB')
    expect(notes).toEqual(['案件编号前缀“ab”已改成大写 AB。'])
  })

  it('names what the forms still lack, and the lines that add it', async () => {
    const given = { from: undefined, sets: [name, 'unit.address=某路 1 号'] }
    const { config, regulation } = await collectConfig(law, given, undefined)
    const text = lackingText(config, regulation) ?? ''
    expect(text).toMatch(/承办单位负责人、电话、统一社会信用代码；地方依据/)
    expect(text).toContain('再运行 ejc init')
    expect(text).not.toContain('yaml')
    const whole = {
      ...config,
      unit: { ...config.unit, ...particulars, name, creditCode: '1' },
      localBasis: '《某方案》',
    }
    expect(lackingText(whole, regulation)).toBeUndefined()
  })
})
