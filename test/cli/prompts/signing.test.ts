import { describe, expect, it } from 'vitest'
import { askWanted, top } from '../../../src/cli/prompts/ask.ts'
import { createInterview } from '../../../src/cli/prompts/interview.ts'
import { sign } from '../../../src/core/stages/actions/sign.ts'
import type { Item } from '../../../src/core/stages/define.ts'
import { settingOn, viewOfFixture } from '../../support/setting.ts'
import { terminalWith } from '../../support/terminal.ts'

const today = '2026-09-28'
const { regulation } = settingOn(today)
const { facts } = viewOfFixture('example-case', today)

const paid = (head: string, amount: string): Item => ({ head, amount, by: 'payment' })
const worked: Item = { head: 'clean-up-restoration', amount: '431500.00', by: 'work' }
const money = [paid('service-loss', '38200.00'), paid('investigation-appraisal', '60000.00')]

/** A question, by the beginning of its title, and the answer; '' is the Enter key alone. */
type Answer = readonly [title: string, typed: string]

/** Asks what the signing asks after the amounts. Every question must be the one that is expected. */
async function signing(
  obligors: readonly string[],
  items: readonly Item[],
  answers: readonly Answer[],
  { treasury, clauses = {} }: { treasury?: Item; clauses?: Item } = {},
) {
  const { terminal, ...seen } = terminalWith(...answers.map(([, typed]) => typed))
  const known: Item = {
    id: 'G9',
    obligors,
    signedOn: today,
    place: '局',
    clauses,
    compensation: { items },
  }
  const wanted = {
    name: 'agreements',
    path: ['agreements', 0],
    lists: regulation.lists,
    ask: sign.ask,
    required: [],
    defaults: {},
    owed: (key: string, beside: Item) => sign.owed?.(key, beside) || key === 'payments',
  } as const
  const context = {
    terminal,
    today,
    facts,
    law: regulation,
    clauses: [],
    choices: {},
    known: (path: string) => (path === 'config.treasury' ? treasury : { name: '莫某', post: '局长' }),
  }
  const interview = createInterview(terminal, {}, () => undefined)
  const item = await interview.run(() => askWanted(wanted, known, { ...context, ...top, interview }))
  const titles = seen.asked.map((title) => title.split(' (')[0])
  expect(titles).toEqual(answers.map(([title]) => title))
  return { item, ...seen }
}

const NO_MORE: readonly Answer[] = [['赔偿协议其余选填栏，要填哪几栏？', ',']]
const IN_SITU: readonly Answer[] = [
  ['填写“修复约定”吗？', ''],
  ['修复方式', 'in-situ'],
  ['修复启动期限', '10.8'],
  ['修复完成期限', '2027-4-30'],
  ['效果评估期限', '2027-5-30'],
]

/** Days, shares and payments in words, as a Word file tells them. */
const told: Item = {
  liability: '某化工有限公司承担400,000元；韦某承担129,700元（大写：人民币壹拾贰万玖仟柒佰元整）。',
  performance:
    '分期支付：化工公司于2026年10月15日前支付38,200元，2026年12月15日前支付30,000元；韦某于2026年10月15日前支付30,000元。',
  restorationSchedule: '2026年10月8日启动，2027年4月30日完成，2027年5月30日前完成效果评估。',
}

describe('an agreement whose text tells the figures', () => {
  it('needs but the Enter key for shares, instalments, days and payments', async () => {
    const { item } = await signing(
      ['o1', 'o2'],
      [worked, ...money],
      [
        ['填写“责任份额”吗？', ''],
        ['责任份额1 承担份额的义务人', ''],
        ['责任份额1 份额金额', ''],
        ['还有第 2 项“责任份额”吗？', 'yes'],
        ['责任份额2 承担份额的义务人', ''],
        ['责任份额2 份额金额', ''],
        ['替代修复与履行方式', ''],
        ['分期赔付 分期支付的金额', ''],
        ['分期赔付 支付金额的依据', ''],
        ['分期赔付 采用该方式的义务人', ''],
        ['分期赔付 采用理由', '资金周转困难'],
        ['分期赔付 权利人同意日期', ''],
        ['除勾选的 1 项外，还有别的“替代修复与履行方式”吗？', 'no'],
        ['填写“修复约定”吗？', ''],
        ['修复方式', ''],
        ['修复启动期限', ''],
        ['修复完成期限', ''],
        ['效果评估期限', ''],
        ['修复约定其余选填栏，要填哪几栏？', ','],
        ['还有第 2 项“修复约定”吗？', ''],
        ['应付 98,200.00 元，分几笔支付？', ''],
        ...[1, 2, 3].flatMap((number): Answer[] => [
          [`付款安排${number} 付款义务人`, ''],
          [`付款安排${number} 付款期限`, ''],
          [`付款安排${number} 应付金额`, ''],
          [`付款安排${number} 赔偿项目`, ''],
          [`付款安排${number} 款项去向`, ''],
          [`填写“付款安排${number} 收款账户”吗？`, 'no'],
        ]),
        ['填写“履约保证金”吗？', 'no'],
        ...NO_MORE,
      ],
      { clauses: told },
    )
    expect(item).toMatchObject({
      shares: [
        { obligors: ['o1'], amount: '400000.00' },
        { obligors: ['o2'], amount: '129700.00' },
      ],
      substitutes: [{ mode: 'instalments', amount: '98200.00' }],
      restoration: { startBy: '2026-10-08', completeBy: '2027-04-30', evaluateBy: '2027-05-30' },
      payments: [
        { obligor: 'o1', dueOn: '2026-10-15', amount: '38200.00' },
        { obligor: 'o1', dueOn: '2026-12-15', amount: '30000.00' },
        { obligor: 'o2', dueOn: '2026-10-15', amount: '30000.00' },
      ],
    })
  })
})

describe('what is asked while an agreement is signed', () => {
  it('by two who answer together: their share, and a payment for each head with its account', async () => {
    const { item, asked, told } = await signing(
      ['o1', 'o2'],
      [worked, ...money],
      [
        ['填写“责任份额”吗？', ''],
        ['责任份额1 承担份额的义务人', ''],
        ['责任份额1 份额金额', ''],
        ['责任份额1 是否连带', ''],
        ['替代修复与履行方式', ''],
        ...IN_SITU,
        ['修复约定其余选填栏，要填哪几栏？', ','],
        ['还有第 2 项“修复约定”吗？', ''],
        ['应付 98,200.00 元，分几笔支付？', ''],
        ['付款安排1 付款义务人', 'o1'],
        ['付款安排1 付款期限', '10.15'],
        ['付款安排1 应付金额', ''],
        ['付款安排1 赔偿项目', ''],
        ['付款安排1 款项去向', ''],
        ['填写“付款安排1 收款账户”吗？', 'no'],
        ['付款安排2 付款义务人', ''],
        ['付款安排2 付款期限', ''],
        ['付款安排2 应付金额', ''],
        ['付款安排2 赔偿项目', ''],
        ['付款安排2 款项去向', ''],
        ['填写“付款安排2 收款账户”吗？', 'yes'],
        ['付款安排2 收款账户 户名', '6.30'],
        ['付款安排2 收款账户 户名', '某环境科学研究院'],
        ['付款安排2 收款账户 账号', '4501 0121 2345 6789'],
        ['付款安排2 收款账户 开户行', '某银行南宁某支行'],
        ...NO_MORE,
      ],
    )
    expect(item).toMatchObject({
      shares: [{ obligors: ['o1', 'o2'], amount: '529700.00', joint: true }],
      restoration: { mode: 'in-situ', startBy: '2026-10-08' },
    })
    const [first, second] = [
      { id: 'P3', obligor: 'o1', dueOn: '2026-10-15', amount: '38200.00', heads: ['service-loss'] },
      {
        id: 'P4',
        obligor: 'o1',
        dueOn: '2026-10-15',
        amount: '60000.00',
        heads: ['investigation-appraisal'],
      },
    ]
    const payee = { name: '某环境科学研究院', account: '4501012123456789', bank: '某银行南宁某支行' }
    expect(item.payments).toEqual([
      { ...first, destination: 'treasury' },
      { ...second, destination: 'cost-bearer', payee },
    ])
    expect(told).toEqual([expect.stringContaining('不能只有数字')])
    expect(asked).toContain('填写“付款安排2 收款账户”吗？ (no)')
    // Nothing is left: nobody is asked for another.
    expect(asked.join()).not.toContain('还有第 3 项“付款安排”吗？')
  })

  it('into the account of the treasury that the settings name', async () => {
    const treasury = { name: '国家金库南宁市中心支库', account: '4501012123456789' }
    const answers: Answer[] = [
      ['替代修复与履行方式', ''],
      ['应付 100,000.00 元，分几笔支付？', '1'],
      ['付款安排1 付款期限', '2026-10-31'],
      ['付款安排1 应付金额', ''],
      ['付款安排1 赔偿项目', ''],
      ['付款安排1 款项去向', ''],
      ['付款安排1 收款账户：国家金库南宁市中心支库 450*********6789，沿用吗？', ''],
      ...NO_MORE,
    ]
    const { item } = await signing(['o1'], [paid('service-loss', '100000.00')], answers, { treasury })
    expect(item.payments).toMatchObject([{ destination: 'treasury', payee: treasury }])
  })

  it('by one who pays in instalments: equal parts, the last with the rest, as far apart as the first two, and a bond', async () => {
    const { item, told, asked } = await signing(
      ['o1'],
      [paid('service-loss', '100000.00')],
      [
        ['替代修复与履行方式', 'instalments'],
        ['分期赔付 分期支付的金额', ''],
        ['分期赔付 支付金额的依据', ''],
        ['分期赔付 采用理由', ''],
        ['分期赔付 采用理由', '停产半年，已付三成。'],
        ['分期赔付 权利人同意日期', ''],
        ['除勾选的 1 项外，还有别的“替代修复与履行方式”吗？', ''],
        ['应付 100,000.00 元，分几笔支付？', '三笔'],
        ['付款安排1 付款期限', '2026-10-31'],
        ['付款安排1 应付金额', '10万零1'],
        ['付款安排1 应付金额', ''],
        ['付款安排1 赔偿项目', ''],
        ['付款安排1 款项去向', ''],
        ['填写“付款安排1 收款账户”吗？', ''],
        ['付款安排1 收款账户 户名', '南宁市财政局'],
        ['付款安排1 收款账户 账号', '123456789012'],
        ['付款安排1 收款账户 开户行', ''],
        ['付款安排2 付款期限', '2026-12-31'],
        ['付款安排2 应付金额', ''],
        ['付款安排2 赔偿项目', ''],
        ['付款安排2 款项去向', ''],
        ['付款安排2 收款账户：南宁市财政局 123*****9012，沿用吗？', ''],
        ['付款安排3 付款期限', ''],
        ['付款安排3 应付金额', ''],
        ['付款安排3 赔偿项目', ''],
        ['付款安排3 款项去向', ''],
        ['付款安排3 收款账户：南宁市财政局 123*****9012，沿用吗？', ''],
        ['填写“履约保证金”吗？', ''],
        ['履约保证金金额', '2万'],
        ['履约保证金形式', '银行保函'],
        ['填写“履约保证金收取单位”吗？', ''],
        ['履约保证金收取单位 户名', '南宁市生态环境局'],
        ['履约保证金收取单位 账号', ''],
        ['开户行', ''],
        ['履约保证金缴纳期限', '10.10'],
        ['履约保证金其余选填栏，要填哪几栏？', ','],
        ...NO_MORE,
      ],
    )
    const payments = [
      ['2026-10-31', '33333.33'],
      ['2026-12-31', '33333.33'],
      ['2027-02-28', '33333.34'],
    ].map(([dueOn, amount]) =>
      expect.objectContaining({ obligor: 'o1', dueOn, amount, destination: 'treasury' }),
    )
    expect(item.payments).toEqual(payments)
    expect(item.payments).toHaveProperty('2.payee.name', '南宁市财政局')
    expect(item).toMatchObject({
      substitutes: [{ mode: 'instalments', amount: '100000.00', consentedOn: today }],
      performanceBond: {
        amount: '20000.00',
        form: '银行保函',
        payee: { name: '南宁市生态环境局' },
        dueOn: '2026-10-10',
      },
    })
    expect(told).toEqual([
      '这一栏必须填写，不能空着。',
      expect.stringMatching(/共 100,000.00 元.*最多 100,000.00 元/),
    ])
    expect(asked).toContain('填写“履约保证金”吗？ (yes)')
  })

  it('of shares that stand alone: equal parts of the total, and a payment for each', async () => {
    const { item } = await signing(
      ['o1', 'o2'],
      [paid('service-loss', '100000.01')],
      [
        ['填写“责任份额”吗？', ''],
        ['责任份额1 承担份额的义务人', 'o2'],
        ['责任份额1 份额金额', ''],
        ['还有第 2 项“责任份额”吗？', ''],
        ['责任份额2 承担份额的义务人', ''],
        ['责任份额2 份额金额', ''],
        ['替代修复与履行方式', ''],
        ['应付 100,000.01 元，分几笔支付？', ''],
        ...[1, 2].flatMap((number): Answer[] => [
          [`付款安排${number} 付款义务人`, ''],
          [`付款安排${number} 付款期限`, '10.15'],
          [`付款安排${number} 应付金额`, ''],
          [`付款安排${number} 赔偿项目`, ''],
          [`付款安排${number} 款项去向`, ''],
          [`填写“付款安排${number} 收款账户”吗？`, 'no'],
        ]),
        ...NO_MORE,
      ],
    )
    expect(item.shares).toEqual([
      { obligors: ['o2'], amount: '50000.00' },
      { obligors: ['o1'], amount: '50000.01' },
    ])
    expect(item.payments).toMatchObject([
      { obligor: 'o2', amount: '50000.00' },
      { obligor: 'o1', amount: '50000.01' },
    ])
  })

  it('of work by two, each his own part in phases: sets of terms with numbers, days phase by phase', async () => {
    const days = ['10.8', '2027-4-30', '2027-5-30']
    const phase = (number: number): Answer[] => [
      [`修复分期${number} 本期内容`, `第${number}段`],
      [`修复分期${number} 本期启动期限`, days[0] ?? ''],
      [`修复分期${number} 本期完成期限`, days[1] ?? ''],
      [`修复分期${number} 本期评估期限`, days[2] ?? ''],
    ]
    const { item } = await signing(
      ['o1', 'o2'],
      [worked],
      [
        ['填写“责任份额”吗？', 'no'],
        ['替代修复与履行方式', 'labor'],
        ['劳务代偿 折抵金额', '1万'],
        ['劳务代偿 折抵依据', ''],
        ['劳务代偿 采用该方式的义务人', 'o2'],
        ['劳务代偿 劳务内容', '巡护'],
        ['劳务代偿 劳务天数', '30'],
        ['劳务代偿 监督单位', '某林场'],
        ['劳务代偿 落实证明', '打卡'],
        ['劳务代偿 采用理由', ''],
        ['劳务代偿 权利人同意日期', ''],
        ['除勾选的 1 项外，还有别的“替代修复与履行方式”吗？', ''],
        ...IN_SITU,
        ['修复约定其余选填栏，要填哪几栏？', 'obligors,phases'],
        ['承担修复的义务人', 'o1'],
        ...phase(1),
        ['还有第 2 项“修复分期”吗？', 'yes'],
        ...phase(2),
        ['还有第 3 项“修复分期”吗？', ''],
        ['还有第 2 项“修复约定”吗？', 'yes'],
        ['修复约定2 修复方式', 'off-site'],
        ['修复约定2 修复启动期限', ''],
        ['修复约定2 修复完成期限', '2027-6-30'],
        ['修复约定2 效果评估期限', ''],
        ['修复约定2其余选填栏，要填哪几栏？', 'site,obligors'],
        ['修复约定2 修复地点', '某村'],
        ['修复约定2 承担修复的义务人', 'o2'],
        ['还有第 3 项“修复约定”吗？', ''],
        ['填写“付款安排”吗？', ''],
        ...NO_MORE,
      ],
    )
    expect(item.restoration).toMatchObject([
      {
        id: 'W1',
        obligors: ['o1'],
        phases: [{ id: '1', work: '第1段', startBy: '2026-10-08' }, { id: '2' }],
      },
      { id: 'W2', site: '某村', obligors: ['o2'], completeBy: '2027-06-30' },
    ])
  })

  it('of those who sign: their heads are proposed, a co-signatory is among them, an agent has his authority', async () => {
    const { item } = await signing(
      ['o1'],
      [worked],
      [
        ['替代修复与履行方式', ''],
        ...IN_SITU,
        ['修复约定其余选填栏，要填哪几栏？', ','],
        ['还有第 2 项“修复约定”吗？', ''],
        ['填写“付款安排”吗？', ''],
        ['赔偿协议其余选填栏，要填哪几栏？', 'coSignatories,signatories'],
        ['共同签署方1 共同签署方名称', '某担保有限公司'],
        ['共同签署方1 共同签署方身份', '保证人'],
        ['共同签署方1 共同签署方承担的事项', ''],
        ['还有第 2 项“共同签署方”吗？', ''],
        ['签署人', ''],
        ['南宁市生态环境局 签署人姓名', ''],
        ['南宁市生态环境局 签署人职务', ''],
        ['南宁市生态环境局 签署权限', ''],
        ['某化工有限公司 签署人姓名', '卢某'],
        ['某化工有限公司 签署人职务', '法务经理'],
        ['某化工有限公司 签署权限', '特别授权'],
        ['某担保有限公司 签署人姓名', '梁某'],
        ['某担保有限公司 签署人职务', ''],
        ['某担保有限公司 签署权限', ''],
      ],
    )
    expect(item.signatories).toEqual([
      { party: 'obligee', name: '莫某', post: '局长' },
      { party: 'o1', name: '卢某', post: '法务经理', authority: '特别授权' },
      { party: '某担保有限公司', name: '梁某' },
    ])
  })
})
