import { describe, expect, it } from 'vitest'
import type { ConfigPrompts } from '../../../../src/cli/commands/init/config.ts'
import { collectConfig } from '../../../../src/cli/commands/init/config.ts'
import { papersOfOffice } from '../../../../src/cli/commands/init/papers.ts'
import { lackingText } from '../../../../src/cli/commands/init/particulars.ts'
import type { ConfigDocument } from '../../../../src/core/facts/documents.ts'
import { loadLaw } from '../../../../src/repository/law.ts'
import { settingOn } from '../../../support/setting.ts'

const law = await loadLaw()
const BRANCH = '南宁市武鸣生态环境局'
const CITY = '南宁市生态环境局'

/** The name on papers of an office, without questions. */
async function nameOf(...sets: readonly string[]): Promise<string | undefined> {
  const { config } = await collectConfig(law, { from: undefined, sets }, undefined)
  return config.unit?.inNameOf
}

/** An officer of a branch who chooses a name by a part of what is offered. */
function officer(choice: string | undefined, written = '') {
  const told: string[] = []
  const offered: string[] = []
  const prompts: ConfigPrompts = {
    unitName: async () => BRANCH,
    choose: async (at, _, choices, proposal) => {
      if (at !== 'unit.inNameOf?') return proposal
      offered.push(...choices.map(({ name }) => name))
      return choices.find(({ name }) => choice !== undefined && name.includes(choice))?.value ?? proposal
    },
    rest: async ({ ask, defaults }, given) => ({
      ...defaults,
      ...given,
      ...(ask.includes('inNameOf') && { inNameOf: written }),
    }),
    say: (text) => void told.push(text),
  }
  return { prompts, told, offered }
}

describe('whose name stands on the papers of an office (第七条)', () => {
  it.each([
    [BRANCH, CITY],
    ['南宁市生态环境局横州分局', CITY],
    ['南宁市自然资源局武鸣分局', '南宁市自然资源局'],
    [CITY, undefined],
    ['横州市农业农村局', undefined],
    ['广西壮族自治区生态环境厅', undefined],
  ])('of %s, where nothing else is said: %s', async (unit, name) => {
    expect(await nameOf(`unit.name=${unit}`)).toBe(name)
  })

  it('is what the call says; a branch whose name does not tell its department acts in its own', async () => {
    expect(await nameOf(`unit.name=${BRANCH}`, 'unit.inNameOf=南宁市林业局')).toBe('南宁市林业局')
    expect(await nameOf('unit.name=武鸣局', 'unit.kind=city-branch')).toBeUndefined()
  })

  it('is asked of a branch: its department, its own, or another that is written', async () => {
    const nameBy = async (choice?: string, written?: string) => {
      const { prompts } = officer(choice, written)
      return (await collectConfig(law, { from: undefined, sets: [] }, prompts)).config.unit?.inNameOf
    }
    expect(await nameBy()).toBe(CITY)
    expect(await nameBy('自己的名义')).toBeUndefined()
    expect(await nameBy('别的部门', '南宁市行政审批局')).toBe('南宁市行政审批局')
  })

  it('is said before its particulars are asked, and in what they still lack', async () => {
    const { prompts, told, offered } = officer(undefined)
    const { config, regulation } = await collectConfig(law, { from: undefined, sets: [] }, prompts)
    expect(offered.map((name) => name.slice(0, 8))).toEqual([CITY, BRANCH.slice(0, 8), '（别的部门，接着'])
    expect(told.join()).toContain(`填${CITY}的`)
    expect(lackingText(config, regulation)).toContain(`${CITY}的负责人、地址、电话、统一社会信用代码`)
  })

  it('stays as it was recorded, and goes with the kind of the office', async () => {
    const recorded = {
      ...(await collectConfig(law, { from: undefined, sets: [`unit.name=${BRANCH}`] }, undefined)).config,
    }
    const again = async (before: ConfigDocument, ...sets: string[]) =>
      (await collectConfig(law, { from: undefined, sets, recorded: before }, undefined)).config.unit?.inNameOf
    expect(await again(recorded, 'unit.phone=0771-1')).toBe(CITY)
    expect(await again(recorded, 'unit.kind=department')).toBeUndefined()
    const own = { ...recorded, unit: { name: BRANCH, kind: 'city-branch' } }
    expect(await again(own, 'unit.phone=0771-1')).toBeUndefined()
  })
})

describe('what an office says of itself', () => {
  const papers = papersOfOffice(law, settingOn('2026-11-24').regulation, '2026-11-24')

  it.each([
    ['localBasis', '司法确认申请书'],
    ['unit.address', '磋商告知书'],
    ['unit.creditCode', '司法确认申请书'],
    ['unit.representative.post', '法定代表人身份证明书'],
    ['unit.agents', '授权委托书'],
    ['reformOffice', '重大案件报告'],
  ])('%s is for the %s, as its question says', (path, paper) => {
    expect(papers('config', path.split('.'))).toContain(paper)
  })
})
