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
    unitName: async () => '南宁市生态环境局',
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
    expect(config.unit).toEqual({ name: '南宁市生态环境局' })
    expect(config).not.toHaveProperty('localBasis')
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
    expect(notes).toEqual(['案件编号前缀“ａb”已改成大写 AB。'])
  })

  it('names what the forms still lack, and the lines that add it', async () => {
    const given = { from: undefined, sets: [name, 'unit.address=某路 1 号'] }
    const { config, regulation } = await collectConfig(law, given, undefined)
    const text = lackingText(config, regulation) ?? ''
    expect(text).toMatch(/承办单位负责人、电话、统一社会信用代码；地方依据/)
    expect(text).toContain('\n    representative: { name: 姓名, post: 职务 }\n')
    expect(text).not.toContain('address')
    const whole = {
      ...config,
      unit: { ...config.unit, ...particulars, name, creditCode: '1' },
      localBasis: '《某方案》',
    }
    expect(lackingText(whole, regulation)).toBeUndefined()
  })
})
