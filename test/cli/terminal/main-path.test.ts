import { afterEach, describe, expect, it } from 'vitest'
import { createRepository } from '../../support/cli.ts'
import { hasTmux, openOfficerTerminal, type TerminalOfficer } from './officer.ts'

const CASE = 'NN-2026-0001'
const CLUE = `title: 某养殖场排污案
cause: 畜禽养殖废水直排
clue: { channel: complaint-media, reference: 群众来信, receivedOn: 2026-03-02 }
damage:
  scope: covered
  kind: pollutant-discharge
  knownOn: 2026-03-02
  location: 某区某村河段
  media: [surface-water]
  description: 养殖废水未经处理直排入河，约 300 米河段发黑。
  estimatedLoss: "86000.00"
officers: [{ name: 覃某 }]
obligors:
  - kind: organization
    name: 某养殖场
    address: 某区某村
    creditCode: "91440300708461136T"
    representative: { name: 黄某, post: 场长 }
summary: 某养殖场将养殖废水直排入河，造成地表水损害。
`

describe.skipIf(!hasTmux())('a case from clue to consultation at the terminal', () => {
  const offices: TerminalOfficer[] = []
  afterEach(() => {
    for (const office of offices.splice(0)) office.close()
  })

  it('is screened, initiated, concluded, noticed, served, met: each step chosen from what can be done', async () => {
    const repository = createRepository()
    const recorded = repository.ejc(['new', '--from', '-', '--today', '2026-03-02'], { input: CLUE })
    expect(recorded.exit, recorded.stderr).toBe(0)
    const office = openOfficerTerminal(repository.root)
    offices.push(office)
    /** Chooses an action on a day, answers what matters, leaves the rest as proposed and agrees to the preview. */
    const acts = async (today: string, action: string, answer: () => Promise<void>): Promise<void> => {
      await office.ejc(`advance ${CASE} --today ${today}`)
      await office.chooses('办理什么', action)
      await answer()
      await office.leaves('写入并提交吗')
      await office.chooses('写入并提交吗', '写入')
      expect(await office.exits()).toBe(0)
    }

    await acts('2026-03-05', '记录初步核查', async () => {
      await office.answers('核查完成日期', '3.5')
      await office.chooses('是否造成损害', '是')
      await office.answers('核查情况', '河段发黑，废水直排。')
      await office.chooses('核查决定', '启动索赔')
    })
    await acts('2026-03-06', '启动索赔', async () => {
      await office.answers('启动文号', '南环损启〔2026〕1号')
      await office.answers('启动日期')
      await office.answers('启动理由', '废水直排造成损害。')
    })
    await acts('2026-03-09', '登记证据', () => office.answers('证据名称', '现场勘查笔录'))
    await acts('2026-03-10', '记录损害事实和法律依据', async () => {
      await office.answers('事实陈述', '养殖废水直排入河，300 米河段发黑。')
      await office.ticks('证据', '现场勘查笔录')
      await office.chooses('还有第 2 项', '否')
      await office.answers('法律依据', '民法典第一千二百三十四条')
    })
    await acts('2026-03-11', '委托鉴定评估', async () => {
      await office.chooses('鉴定评估方式', '鉴定评估报告')
      await office.answers('机构名称', '某环境损害鉴定评估中心')
      await office.leaves('鉴定评估其余选填栏')
      await office.sees('委托方：赔偿权利人一方')
    })
    await acts('2026-04-10', '收到鉴定评估结论', async () => {
      await office.answers('收到报告日期', '4.10')
      await office.leaves('能否修复')
      await office.chooses('能否修复', '可以修复')
      await office.ticks('损害数额', '清除污染')
      await office.answers('评估数额', '8.6万')
    })
    await acts('2026-04-20', '形成调查结论', async () => {
      await office.answers('调查结束日期')
      await office.chooses('处理意见', '启动磋商')
      await office.answers('结论理由', '事实清楚。')
      await office.answers('处理建议', '与义务人磋商。')
    })
    await acts('2026-04-21', '发出磋商告知书', async () => {
      await office.answers('告知书文号', '南环损磋〔2026〕1号')
      await office.leaves('答复截止日期')
      await office.answers('答复截止日期', '5.8')
      await office.chooses('填写“会议安排”吗', '否')
    })
    await acts('2026-04-22', '送达磋商告知书', async () => {
      await office.chooses('送达方式', '直接送达')
      await office.answers('送达日期', '4.22')
    })
    await acts('2026-04-27', '记录赔偿义务人答复', async () => {
      await office.leaves('是否同意磋商')
      await office.chooses('是否同意磋商', '是')
    })
    await acts('2026-05-12', '记录磋商会议', async () => {
      await office.leaves('会议结果')
      await office.chooses('会议结果', '达成一致')
    })
    await office.ejc(`show ${CASE} --today 2026-05-13`)
    // Longer than the screen: it is paged.
    await office.sees('空格翻下页')
    office.types(' ')
    await office.sees('经过')
    office.types(' ')
    await office.sees('现在可办')
    office.types(' ')
    // The signing is the first of what can be done.
    await office.sees(/^(?:现在可办\n)?事项[^\n]*\n签订赔偿协议/mu)
    office.types('q')
    expect(await office.exits()).toBe(0)
    await office.ejc('due --today 2026-05-13')
    await office.sees(CASE, 'exit=')
    expect(await office.exits()).toBe(0)
    expect(office.tooWide()).toEqual([])
  })
})
