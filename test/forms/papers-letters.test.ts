import { describe, expect, test } from 'vitest'
import type { Documents } from '../../src/core/facts/documents.ts'
import { forms as all } from '../../src/core/forms/index.ts'
import { fill as fillForm, first, lines, only, second } from './support.ts'
import { wholeCase } from './whole.ts'

const view = wholeCase()
const fill = (id: string, subject: string | null = null) => fillForm(view, id, subject)
const changed = (change: (documents: Documents) => void) => wholeCase('2026-12-24', change)

describe('送达回证 (第十七条)', () => {
  test('goes with the notice, each 赔偿义务人 its own, before anybody has signed', () => {
    const { fields, missing } = fillForm(first(), 'service-receipt', '1/o2')
    expect(missing).toEqual([])
    expect(fields).toMatchObject({
      送达文书: '《生态环境损害赔偿磋商告知书》（南环损磋〔2026〕1号）',
      受送达人: '韦某',
      送达方式: '邮寄送达',
    })
    expect(lines(fields.备注)).toEqual([
      '2026年6月30日以直接送达方式送达未成，无人在家。',
      '2026年7月3日邮寄送达。',
    ])
  })

  test('is not there before a notice is', () => {
    const bare = first(({ consultation }) => {
      delete only(consultation?.rounds).notice
    })
    expect(fillForm(bare, 'service-receipt', '1/o1').missing.map(({ action }) => action)).toEqual(['notify'])
  })
})

describe('磋商会议 (第十九条)', () => {
  test('the agenda has the five steps in the words of the text', () => {
    const { fields, missing } = fill('meeting-agenda', '1')
    expect(missing).toEqual([])
    expect(fields.会议时间).toBe('2025年6月20日9时30分')
    const steps = lines(fields.会议议程)
    expect(steps).toHaveLength(5)
    expect(steps[0]).toMatch(/^（一）赔偿权利人指定的部门或机构就生态环境损害赔偿案件调查情况进行陈述/)
    expect(lines(fields.参加人员)).toContain('受邀单位：南宁市人民检察院。')
  })

  test('the minutes tell each step, who came, and what came of it', () => {
    const { fields, missing } = fill('meeting-minutes', '1/2')
    expect(missing).toEqual([])
    expect(lines(fields.会议情况)).toHaveLength(5)
    expect(lines(fields.会议情况)[3]).toBe('（四）平等磋商：就修复时间、赔偿数额和承担方式协商。')
    expect(fields.会议结果).toBe(
      '经磋商，南宁市生态环境局与某造纸有限公司、郑某达成一致意见，商定依法签署赔偿协议。',
    )
  })

  test('the minutes lack each step that was not recorded, by its path', () => {
    const { missing } = fillForm(first(), 'meeting-minutes', '1/1')
    expect(missing.map(({ path }) => path)).toContain('consultation.rounds[1].meetings[1].record.negotiation')
    expect(new Set(missing.map(({ action }) => action))).toEqual(new Set(['meet']))
  })

  test('who was there and did not agree is told apart', () => {
    const divided = changed(({ consultation }) => {
      const meeting = only(consultation?.rounds).meetings?.at(1)
      if (meeting) meeting.agreedWith = ['o1']
    })
    expect(fillForm(divided, 'meeting-minutes', '1/2').fields.会议结果).toContain('与郑某未达成一致意见。')
  })
})

describe('鉴定评估 (第十五条、第十六条)', () => {
  test('the commission asks the questions of 第十六条', () => {
    const { fields, missing } = fillForm(first(), 'appraisal-commission', 'A1')
    expect(missing).toEqual([])
    expect(fields.委托方).toBe('南宁市生态环境局、某化工有限公司')
    expect(lines(fields.共同委托方)).toEqual(['共同委托方（签名或者盖章）：某化工有限公司'])
    expect(lines(fields.委托事项).at(-1)).toBe('（六）可以修复的区域范围和要求。')
  })

  test('what the police commissioned is not commissioned again', () => {
    const police = changed(({ appraisals }) => {
      only(appraisals?.appraisals).commissionedBy = ['public-security']
    })
    expect(fillForm(police, 'appraisal-commission', 'A1').fields).toBeDefined()
    const form = formIds(police)
    expect(form).not.toContain('appraisal-commission')
  })

  test('an objection is put to the body with the ten working days of the text', () => {
    const { fields, missing } = fill('explanation-request', 'A1/B1')
    expect(missing).toEqual([])
    expect(fields).toMatchObject({
      收文机关: '某司法鉴定中心',
      异议人: '赔偿义务人郑某',
      解释期限: '10个工作日',
    })
    expect(lines(fields.异议内容)).toEqual(['取样点位不足。'])
  })

  test('an objection without its matter waits for it', () => {
    expect(fillForm(first(), 'explanation-request', 'A1/B1').missing).toEqual([
      { field: '异议内容', path: 'appraisals.appraisals[A1].objections[B1].matter', action: 'object' },
    ])
  })
})

describe('重大案件 (第三十四条)', () => {
  test('the report goes to both offices and says which kind of major case it is', () => {
    const { fields, missing } = fill('major-report')
    expect(missing).toEqual([])
    expect(fields).toMatchObject({
      收文机关: '南宁市委生态环境保护和督察工作领导小组办公室、自治区生态环境厅',
      重大案件类型: '中央和自治区生态环境保护督察移送的典型案件',
    })
  })

  test('is there in major cases alone', () => {
    expect(formIds(first())).not.toContain('major-report')
  })

  test('a monthly report stands for each month on record and each one owed', () => {
    expect(fill('monthly-report', '2025-05').fields).toMatchObject({
      报告月份: '2025年5月',
      发文日期: '2025年5月9日',
    })
    expect(fill('monthly-report', '2025-06').missing).toEqual([
      { field: '本月进展', path: 'supervision.monthlyReports[2025-06].progress', action: 'report-month' },
    ])
  })

  test('the explanation names the day that passed and the new one', () => {
    expect(fill('overdue-explanation').fields).toMatchObject({
      办结期限: '2026年10月31日',
      后续安排: '我单位将加快办理，预计于2027年1月31日前办结。',
    })
  })
})

describe('积极履行与优先 (第二十三条、第九条)', () => {
  test('tells what was done by the day of the letter, and nothing that came later', () => {
    const told = lines(fill('performance-letter', 'o1').fields.履行情况)
    expect(told).toEqual([
      '2025年8月15日支付60,000.00元。',
      '2025年8月15日支付40,000.00元。',
      '已支付共计100,000.00元。',
    ])
  })

  test('is not written for whoever is late', () => {
    const late = changed((documents) => {
      delete documents.payments
      delete documents.supervision?.leniencyNotices
    })
    // Who is jointly liable for what nobody paid has not performed either.
    expect(formSubjects(late, 'performance-letter')).toEqual([])
  })

  test('a fine not paid stands beside the liability', () => {
    const partly = changed(({ payments }) => {
      payments?.payments?.pop()
    })
    const { fields, missing } = fillForm(partly, 'priority-letter', 'o1')
    expect(missing).toEqual([])
    expect(lines(fields.罚款情况)).toEqual([
      '南水罚〔2025〕12号，2025年6月1日，处以罚款200,000.00元（大写：人民币贰拾万元整）。',
    ])
    expect(lines(fields.赔偿责任)).toEqual([
      '2025年7月24日签订的赔偿协议约定，某造纸有限公司与郑某应当连带支付100,000.00元（大写：人民币壹拾万元整），已支付60,000.00元，尚欠40,000.00元（大写：人民币肆万元整）。',
    ])
  })

  test('a fine that was paid needs no letter', () => {
    const paid = changed((documents) => {
      only(documents.case.relatedProceedings).paidOn = '2025-07-01'
    })
    expect(formIds(paid)).not.toContain('priority-letter')
  })
})

describe('修复效果 (第三十条、第三十一条)', () => {
  test('what reached its goal is filed, with who restored, evaluated and accepted', () => {
    const { fields, missing } = fill('evaluation-filing', 'R1')
    expect(missing).toEqual([])
    expect(fields).toMatchObject({
      实施单位: '某修复有限公司',
      监理单位: '／',
      验收日期: '2026年4月24日',
      备案日期: '2026年5月6日',
    })
  })

  test('what did not reach it is not: the second example', () => {
    expect(formIds(second())).not.toContain('evaluation-filing')
  })

  test('the court that confirmed is told, by the number of its ruling', () => {
    expect(fill('court-letter', 'R1').fields).toMatchObject({
      收文机关: '南宁市中级人民法院',
      裁判文书: '（2025）桂01民特7号司法确认裁定',
    })
  })

  test('without confirmation or judgment there is no court to tell', () => {
    const unconfirmed = changed((documents) => {
      if (documents.court) documents.court.confirmations = []
    })
    expect(formIds(unconfirmed)).not.toContain('court-letter')
  })
})

describe('案件线索移送函 (第二十二条)', () => {
  test('names the procuratorate of the same level, and whom it concerns in full', () => {
    const { fields, missing } = fill('transfer-letter', '2025-03-10')
    expect(missing).toEqual([])
    expect(fields).toMatchObject({ 收文机关: '南宁市人民检察院', 抄送: '抄送：南宁市公安局' })
    expect(lines(fields.涉嫌人员)[1]).toContain('公民身份号码：11010519491231002X')
  })

  test('goes to the body that is named, and to none that is known by its kind alone', () => {
    const to = (transfer: { to: 'other' | 'public-security'; organ?: string; document?: string }) =>
      fillForm(
        changed(({ court }) => {
          if (court) court.transfers = [{ ...transfer, matter: '涉嫌犯罪', transferredOn: '2025-03-10' }]
        }),
        'transfer-letter',
        '2025-03-10',
      )
    const branch = to({ to: 'public-security', organ: '南宁市公安局某分局', document: '南环移〔2025〕3号' })
    expect(branch.fields).toMatchObject({ 收文机关: '南宁市公安局某分局', 发文字号: '南环移〔2025〕3号' })
    expect(to({ to: 'public-security', document: '移送函' }).fields).toMatchObject({
      收文机关: '南宁市公安局',
      发文字号: '',
    })
    expect(to({ to: 'other' }).missing).toEqual([
      { field: '收文机关', path: 'court.transfers[2025-03-10].organ', action: 'transfer' },
    ])
  })

  test('two on one day are told apart by the body', () => {
    const twice = changed(({ court }) => {
      court?.transfers?.push({ to: 'public-security', transferredOn: '2025-03-10' })
    })
    expect(formSubjects(twice, 'transfer-letter')).toEqual([
      '2025-03-10/procuratorate',
      '2025-03-10/public-security',
    ])
  })
})

function formSubjects(of: typeof view, id: string) {
  return all.find((form) => form.id === id)?.subjects(of)
}

function formIds(of: typeof view): string[] {
  return all.filter((form) => form.subjects(of).length > 0).map(({ id }) => id)
}
