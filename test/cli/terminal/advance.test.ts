import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { createRepository, type TestRepository } from '../../support/cli.ts'
import { hasTmux, openOfficerTerminal, type TerminalOfficer } from './officer.ts'

const CASE = 'NN-2026-0001'
const NOTICE = `rounds:
  - round: 1
    notice: { number: 南环损磋〔2026〕1号, issuedOn: 2026-06-29, replyBy: 2026-07-10 }
`
const CLAUSES = [
  ['facts', '2026年1月6日至2月9日倾倒废酸约 42 吨。'],
  ['evidence', '现场勘查笔录、鉴定评估报告。'],
  ['legalBasis', '民法典第一千二百三十四条'],
  ['reasons', '违反国家规定，造成生态环境损害。'],
  ['liability', '二人承担连带责任。'],
  ['opinions', '双方无异议。'],
  ['performance', '委托第三方修复，费用连带承担。'],
  ['restorationGoal', '土壤恢复至 6.5 至 8.5。'],
  ['restorationPlan', '中和、淋洗和抽出处理。'],
  ['restorationSchedule', '2026年10月8日启动。'],
  ['breach', '按日支付违约金。'],
  ['evaluation', '委托第三方评估。'],
  ['disputes', '提交人民法院解决。'],
  ['forceMajeure', '@不可抗力.txt'],
  ['other', ''],
] as const

/** What is proposed for an amount of the appraisal. */
const BASIS = '鉴定评估结论（某环鉴〔2026〕15号）'

const AGREEMENT = {
  obligors: ['o1', 'o2'],
  signedOn: '2026-09-28',
  place: '南宁市生态环境局',
  clauses: {
    ...Object.fromEntries(CLAUSES.slice(0, 13)),
    restorationPlan: { notApplicable: '由法院执行' },
    forceMajeure: '及时通知。\n顺延履行期限。',
  },
  compensation: {
    items: [
      { head: 'service-loss', amount: '38200.00', by: 'payment', basis: BASIS },
      { head: 'investigation-appraisal', amount: '60000.00', by: 'payment', basis: BASIS },
      { head: 'clean-up-restoration', amount: '431500.00', by: 'work', basis: BASIS },
    ],
    total: '529700.00',
  },
  restoration: { mode: 'in-situ', startBy: '2026-10-08', completeBy: '2027-04-30', evaluateBy: '2027-05-30' },
  shares: [{ obligors: ['o1', 'o2'], amount: '529700.00', joint: true }],
  payments: [
    {
      id: 'P1',
      obligor: 'o1',
      dueOn: '2026-10-15',
      amount: '38200.00',
      heads: ['service-loss'],
      destination: 'treasury',
    },
    {
      id: 'P2',
      obligor: 'o1',
      dueOn: '2026-10-15',
      amount: '60000.00',
      heads: ['investigation-appraisal'],
      destination: 'cost-bearer',
      payee: { name: '某鉴定评估中心', account: '45010121234567890', bank: '某银行某支行' },
    },
  ],
}

/** The example case as it stood before some of its documents were there. */
function caseWithout(...documents: readonly string[]): TestRepository {
  const repository = createRepository('example-case')
  for (const name of documents) rmSync(join(repository.root, `cases/${CASE}/${name}.yaml`))
  repository.git('add', '.')
  repository.git('commit', '-qm', 'case')
  return repository
}

const LATER = ['agreements', 'court', 'restoration', 'payments', 'supervision']

function caseToServe(): TestRepository {
  const repository = caseWithout(...LATER)
  repository.write(`cases/${CASE}/consultation.yaml`, NOTICE)
  repository.git('commit', '-qam', 'notice')
  return repository
}

describe.skipIf(!hasTmux())('a case advanced at the terminal', () => {
  const offices: TerminalOfficer[] = []
  afterEach(() => {
    for (const office of offices.splice(0)) office.close()
  })

  function officeIn({ root }: TestRepository): TerminalOfficer {
    const office = openOfficerTerminal(root)
    offices.push(office)
    return office
  }

  /** What a call with the item on stdin writes into a document of the same case. */
  function written(repository: TestRepository, args: string, item: unknown, document: string): string {
    const done = repository.ejc(['advance', CASE, ...args.split(' '), '--from', '-'], {
      input: JSON.stringify(item),
    })
    if (done.exit !== 0) throw new Error(done.stderr)
    return repository.read(`cases/${CASE}/${document}.yaml`)
  }

  it('is found by a part of its name, and the check is recorded as from a file', async () => {
    const without = ['screening', 'investigation', 'appraisals', 'consultation', ...LATER]
    const repository = caseWithout(...without)
    const office = officeIn(repository)
    await office.ejc('advance --today 2026-02-24')
    await office.sees('? 办理哪个案件', /❯ NN-2026-0001 {2}初步核查/, '还剩')
    office.types('0001')
    await office.sees(/\? 办理哪个案件.* 0001/)
    await office.chooses('办理哪个案件', CASE)
    await office.chooses('办理什么', '记录初步核查')
    await office.answers('核查完成日期', '2.24')
    await office.chooses('是否造成损害', '是')
    await office.answers('核查情况', '现场有倾倒痕迹。')
    await office.chooses('核查决定', '启动索赔')
    await office.ticks('其余选填栏')
    await office.sees('? 写入并提交吗', '写入 cases/NN-2026-0001/screening.yaml')
    await office.chooses('写入并提交吗', '写入')
    expect(await office.exits()).toBe(0)
    expect(office.tooWide()).toEqual([])
    const item = {
      checkedOn: '2026-02-24',
      damageFound: true,
      findings: '现场有倾倒痕迹。',
      decision: 'initiate',
    }
    expect(repository.read(`cases/${CASE}/screening.yaml`)).toBe(
      written(caseWithout(...without), 'screen --today 2026-02-24', item, 'screening'),
    )
  })

  it('serves a notice: whom, how and when are asked, the 90 days are shown before anything is written', async () => {
    const repository = caseToServe()
    const office = officeIn(repository)
    await office.ejc(`advance ${CASE} serve --today 2026-07-03`)
    await office.chooses('哪一个', 'o2')
    await office.chooses('送达方式', '邮寄')
    await office.answers('送达日期', '7.3')
    await office.answers('邮件号码')
    await office.answers('签收人', '韦某')
    await office.answers('送达回证签署件的文件名')
    await office.sees('? 写入并提交吗', /赔偿磋商（第1轮 韦某）：.*2026-10-0[1-9]/)
    expect(repository.read(`cases/${CASE}/consultation.yaml`)).toBe(NOTICE)
    await office.chooses('写入并提交吗', '写入')
    expect(await office.exits()).toBe(0)
    expect(office.tooWide()).toEqual([])
    const item = { method: 'mail', servedOn: '2026-07-03', recipient: '韦某' }
    expect(repository.read(`cases/${CASE}/consultation.yaml`)).toBe(
      written(caseToServe(), 'serve 1/o2 --today 2026-07-03', item, 'consultation'),
    )
  })

  it('signs an agreement: heads and amounts are proposed from the appraisal, a clause is read from a file', async () => {
    const repository = caseWithout(...LATER)
    repository.write('不可抗力.txt', '及时通知。\r\n顺延履行期限。\r\n')
    const office = officeIn(repository)
    await office.ejc(`advance ${CASE} sign --today 2026-09-28`)
    await office.ticks('签约义务人')
    await office.answers('签订日期')
    await office.answers('签订地点')
    await office.answers('协议文本的文件名')
    for (const [index, [code, text]] of CLAUSES.entries()) {
      const answer = code === 'restorationPlan' ? '不涉及：由法院执行' : text
      await office.answers(`协议条款 ${index + 1}/`, answer)
    }
    await office.ticks('金额项目')
    for (const head of ['服务功能丧失', '调查、鉴定评估', '清除污染']) {
      await office.sees(new RegExp(`\\? .*${head}.* 项目金额`))
      await office.answers('项目金额')
      await office.answers('履行方式')
      await office.answers('金额依据')
    }
    await office.chooses('除勾选的 3 项外，还有别的“金额项目”', '否')
    await office.sees('? 赔偿合计', '(529700.00)')
    await office.answers('赔偿合计')
    await office.leaves('是否连带')
    await office.answers('是否连带')
    await office.ticks('替代修复与履行方式')
    // Work was agreed: its terms are asked for, not whether to give them.
    await office.chooses('修复方式', '原位')
    await office.answers('修复启动期限', '10.8')
    await office.answers('修复完成期限', '2027-4-30')
    await office.answers('效果评估期限', '2027年5月30日')
    await office.ticks('修复约定其余选填栏')
    await office.chooses('还有第 2 项“修复约定”', '否')
    await office.answers('应付 98,200.00 元，分几笔支付')
    await office.chooses('付款安排1 付款义务人', 'o1')
    await office.answers('付款安排1 付款期限', '10.15')
    await office.answers('付款安排1 应付金额', '100万')
    await office.sees('最多 98,200.00 元')
    await office.presses('付款安排1 应付金额', 'C-u')
    await office.answers('付款安排1 应付金额', '38200')
    await office.leaves('付款安排1 收款账户')
    await office.chooses('填写“付款安排1 收款账户”', '否')
    await office.leaves('付款安排2 收款账户')
    await office.chooses('填写“付款安排2 收款账户”', '是')
    await office.answers('户名', '某鉴定评估中心')
    await office.answers('账号', '4501 0121 2345 67890')
    await office.answers('开户行', '某银行某支行')
    await office.ticks('赔偿协议其余选填栏')
    await office.answers('协议签署件的文件名')
    await office.sees('? 写入并提交吗')
    await office.chooses('写入并提交吗', '写入')
    expect(await office.exits()).toBe(0)
    expect(office.tooWide()).toEqual([])
    expect(repository.read(`cases/${CASE}/agreements.yaml`)).toBe(
      written(caseWithout(...LATER), 'sign --today 2026-09-28', AGREEMENT, 'agreements'),
    )
  })
})
