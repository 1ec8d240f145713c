import { afterEach, describe, expect, it } from 'vitest'
import { createRepository, type TestRepository } from '../../support/cli.ts'
import { hasTmux, openOfficerTerminal, type TerminalOfficer } from './officer.ts'

const today = '--today 2026-03-02'
const file = 'cases/NN-2026-0001/case.yaml'

/** What the officer types below, as a file. */
const clue = `
title: 某养殖场排污案
cause: 畜禽养殖废水直排
clue: { channel: complaint-media, receivedOn: 2026-03-02, reference: 群众来信 }
damage:
  scope: covered
  kind: pollutant-discharge
  knownOn: 2026-03-02
  location: 某区某村河段
  media: [surface-water, soil]
  description: 养殖废水未经处理直排入河。
  estimatedLoss: "86000.00"
officers: [{ name: 覃某 }, { name: 李某 }]
obligors:
  - kind: organization
    name: 某养殖场
    address: 某区某村
    creditCode: "91440300708461136T"
    representative: { name: 黄某, post: 场长 }
summary: 某养殖场将养殖废水直排入河，造成地表水损害。
`

describe.skipIf(!hasTmux())('a clue entered at the terminal', () => {
  const offices: TerminalOfficer[] = []
  afterEach(() => {
    for (const office of offices.splice(0)) office.close()
  })

  function officeIn({ root }: TestRepository): TerminalOfficer {
    const office = openOfficerTerminal(root)
    offices.push(office)
    return office
  }

  it('becomes a committed case, the same as from a file, and no line is wider than the terminal', async () => {
    const repository = createRepository()
    const office = officeIn(repository)
    await office.ejc(`new ${today}`)
    await enterClue(office)
    await enterObligor(office)
    await enterRest(office)
    await office.chooses('写入并提交吗', '写入')
    expect(await office.exits()).toBe(0)
    expect(repository.git('log', '-1', '--format=%s').trim()).toBe('NN-2026-0001 登记线索')
    expect(repository.git('status', '--porcelain')).toBe('')
    expect(office.tooWide()).toEqual([])

    const other = createRepository()
    expect(other.ejc(['new', '--from', '-', ...today.split(' ')], { input: clue })).toMatchObject({ exit: 0 })
    expect(repository.read(file)).toBe(other.read(file))
  })

  it('is not lost when the officer breaks off inside an obligor, and is taken up where it stood', async () => {
    const repository = createRepository()
    const office = officeIn(repository)
    await office.ejc(`new ${today}`)
    await enterClue(office)
    await office.chooses('填写“赔偿义务人”吗', '是')
    await office.chooses('义务人类别', '单位')
    await office.answers('名称（姓名）', '某养殖场')
    await office.presses('地址', 'C-c')
    expect(await office.exits()).toBe(130)
    expect(office.screen()).toContain('答过的内容已保留')
    expect(repository.git('status', '--porcelain')).toBe('')

    await office.ejc(`new ${today}`)
    await office.sees('✔ 赔偿义务人1 名称（姓名）：某养殖场')
    await office.chooses('接着填吗', '是')
    await office.answers('地址', '某区某村')
    await enterCode(office)
    await enterRest(office)
    await office.chooses('写入并提交吗', '写入')
    expect(await office.exits()).toBe(0)
    const other = createRepository()
    other.ejc(['new', '--from', '-', ...today.split(' ')], { input: clue })
    expect(repository.read(file)).toBe(other.read(file))
  })

  it('is asked for anew when the officer does not take up what was left', async () => {
    const office = officeIn(createRepository())
    await office.ejc(`new ${today}`)
    await office.answers('案件名称', '写错的案名')
    await office.presses('案由', 'C-c')
    await office.exits()
    await office.ejc(`new ${today}`)
    await office.chooses('接着填吗', '否')
    expect(await office.sees('? 案件名称')).not.toContain('(写错的案名)')
  })

  it('that is likely registered is named with its case, and not writing it is proposed', async () => {
    const repository = createRepository()
    repository.ejc(['new', '--from', '-', ...today.split(' ')], { input: clue })
    const office = officeIn(repository)
    await office.ejc(
      `new ${today} --set clue.channel=other --set clue.receivedOn=2026-03-02 --set damage.scope=covered --set damage.kind=other`,
    )
    await office.answers('案件名称', '某养殖场 排污案')
    await office.sees('这条线索可能已经登记过', '案件名称相同', 'ejc show NN-2026-0001')
    await office.presses('可能与 NN-2026-0001 重复，仍要登记线索', 'Enter')
    expect(await office.exits()).toBe(130)
    expect(repository.git('log', '--format=%s')).not.toContain('NN-2026-0002')
  })

  it('can be corrected one question back, and in the end, before it is written', async () => {
    const repository = createRepository()
    const office = officeIn(repository)
    await office.ejc(
      `new ${today} --set clue.channel=other --set damage.scope=covered --set damage.kind=other`,
    )
    await office.answers('案件名称', '某厂案')
    // Neither day of the clue was given: refused with the article, and the officer gets to change an answer.
    await office.sees('第十二条：线索应当写明发现日期')
    await office.presses('改哪几栏', 'C-c')
    expect(await office.exits()).toBe(130)

    await office.ejc(
      `new ${today} --set clue.channel=other --set clue.receivedOn=2026-03-02 --set damage.scope=covered --set damage.kind=other`,
    )
    await office.chooses('接着填吗', '是')
    await office.chooses('写入并提交吗', '返回修改')
    await office.ticks('改哪几栏', '案件名称')
    await office.answers('案件名称', '某化工厂案')
    await office.chooses('写入并提交吗', '写入')
    expect(await office.exits()).toBe(0)
    expect(repository.read(file)).toContain('title: 某化工厂案')
  })
})

async function enterClue(office: TerminalOfficer): Promise<void> {
  await office.answers('案件名称', '某养殖场排污案')
  await office.answers('案由', '畜禽养殖废水直排')
  await office.chooses('线索渠道', '突发生态环境事件')
  await office.presses('发现日期', 'Escape')
  await office.chooses('线索渠道', '信访投诉')
  // A complaint bears the day on which it came in.
  await office.answers('收到日期', '今天')
  await office.answers('发现日期')
  await office.answers('线索依据', '群众来信')
  await office.ticks('线索其余选填栏')
  await office.chooses('适用范围', '生态环境损害')
  await office.chooses('损害种类', '违法排放污染物')
  // Proposed: the day on which the clue came in.
  await office.answers('知道损害日期')
  await office.answers('损害地点', '某区某村河段')
  await office.ticks('受损要素', '地表水', '土壤')
  await office.answers('损害情况描述', '养殖废水未经处理直排入河。')
  await office.answers('初步估算损害金额', '8.6万')
  await office.ticks('损害情况其余选填栏')
}

async function enterObligor(office: TerminalOfficer): Promise<void> {
  await office.chooses('填写“赔偿义务人”吗', '是')
  await office.chooses('义务人类别', '单位')
  await office.answers('名称（姓名）', '某养殖场')
  await office.answers('地址', '某区某村')
  await enterCode(office)
}

async function enterCode(office: TerminalOfficer): Promise<void> {
  await office.answers('统一社会信用代码', '91440300708461136X')
  await office.sees('> 统一社会信用代码有误')
  await office.presses('统一社会信用代码', 'BSpace')
  office.types('t')
  await office.answers('统一社会信用代码')
  await office.chooses('法定代表人', '是')
  await office.answers('姓名', '黄某')
  await office.answers('职务', '场长')
  await office.ticks('赔偿义务人1其余选填栏')
}

async function enterRest(office: TerminalOfficer): Promise<void> {
  await office.chooses('还有第 2 项“赔偿义务人”', '否')
  await office.answers('办案人员', '覃某、李某')
  await office.answers('案情简介', '某养殖场将养殖废水直排入河，造成地表水损害。')
}
