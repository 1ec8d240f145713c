import { describe, expect, test } from 'vitest'
import { enforcementApplication } from '../../src/core/forms/enforcement-application.ts'
import { formOf, forms } from '../../src/core/forms/index.ts'
import { terminationRegister } from '../../src/core/forms/termination-register.ts'
import { fill, first, lines, rows, second } from './support.ts'

describe('调查情况登记表', () => {
  const { fields, missing } = fill(first(), '2')

  test('lacks nothing and tells the course of the investigation', () => {
    expect(missing).toEqual([])
    const course = lines(fields['案件线索的来源、调查经过'])
    expect(course).toContain('索赔启动：2026年2月25日经南宁市生态环境局批准启动（南环损启〔2026〕1号）。')
    expect(course).toContain('2026年3月4日，覃某，地点：某化工有限公司，方式：询问。')
  })

  test('supports each fact by its evidence', () => {
    expect(lines(fields.生态环境损害事实和相关证据材料)).toContain(
      '2026年1月6日至2月9日分七次倾倒废酸约 42 吨。相关证据：现场勘查笔录、检测报告。',
    )
  })

  test('adds the local basis of the office, since the 细则 is a draft', () => {
    expect(lines(fields['承担赔偿、修复责任的法律依据'])).toEqual([
      '《中华人民共和国民法典》第一千二百三十四条、第一千二百三十五条；《广西壮族自治区生态环境损害赔偿制度改革实施方案》。',
    ])
  })
})

describe('索赔终止登记表', () => {
  test('names the obligors of the decision only', () => {
    expect(terminationRegister.subjects(second())).toEqual(['o3'])
    const { fields, missing } = fill(second(), '3', 'o3')
    expect(missing).toEqual([])
    expect(rows(fields.义务人).map((row) => row['名称（姓名）'])).toEqual(['某运输部'])
    expect(fields.原编号).toBe('自然资损启〔2025〕1号')
    expect(lines(fields.终止理由)[0]).toBe(
      '属于承担赔偿义务的法人终止、非法人组织解散或者自然人死亡，且无财产可供执行的情形。',
    )
  })

  test('waits for terminate where nothing was decided', () => {
    expect(fill(first(), '3').missing.map(({ action }) => action)).toEqual(['terminate'])
  })
})

describe('司法确认申请书', () => {
  test('retells the agreement under its own headings, so that references stay right', () => {
    const { fields, missing } = fill(first(), '6', 'G1')
    expect(missing).toEqual([])
    expect(fields).toMatchObject({
      申请人: '南宁市生态环境局',
      赔偿义务人: '某化工有限公司、韦某',
      签订日期: '2026年9月28日',
      人民法院: '南宁市中级人民法院',
      申请日期: '2026年10月12日',
    })
    expect(lines(fields.赔偿协议内容).filter((line) => /^[一二三四]、/.test(line))).toHaveLength(4)
  })

  test('takes nothing of another unit: a county handles the second example', () => {
    expect(fill(second(), '6', 'G2').missing.map(({ path }) => path)).toEqual([
      'config.unit.representative.name',
      'config.unit.address',
      'config.unit.creditCode',
    ])
  })
})

describe('强制执行申请书', () => {
  test('is for confirmed agreements: a judgment is not enforced with it', () => {
    expect(enforcementApplication.subjects(second())).toEqual([])
  })

  test('tells how the agreement came about and was confirmed', () => {
    const view = first(({ court }) => {
      const enforcement = { id: 'F1', instrument: 'confirmation', reference: 'G1', obligors: ['o1'] }
      if (court)
        court.enforcements = [
          { ...enforcement, court: '南宁市中级人民法院', appliedOn: '2027-06-01', claim: '支付欠款' },
        ]
    })
    const { fields, missing } = fill(view, '7', 'F1')
    expect(missing).toEqual([])
    expect(fields).toMatchObject({
      赔偿义务人: '某化工有限公司',
      磋商经过: '2026年6月29日，我单位通知赔偿义务人进行磋商。2026年7月20日至2026年9月10日经过2次磋商',
      司法确认文书号: '（2026）桂01民特00号，2026年11月23日作出',
      生效文书号: '（2026）桂01民特00号',
      申请日期: '2027年6月1日',
    })
  })
})

describe('a form is found', () => {
  const { regulation } = first()

  test.each([
    ['4', 'consultation-notice'],
    ['agreement', 'agreement'],
    ['索赔启动登记表', 'initiation-register'],
    ['磋商告知书', 'consultation-notice'],
  ])('by %s', (word, id) => expect(formOf(word, regulation)?.id).toBe(id))

  test.each(['索赔', '8', '', 'service'])('but not by “%s”', (word) => {
    expect(formOf(word, regulation)).toBeUndefined()
  })

  test('the seven forms of annex 2, in its order', () => {
    const numbers = forms.map(({ id }) => regulation.forms.find((form) => form.id === id)?.number)
    expect(numbers.slice(0, 7)).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(numbers.slice(7).filter((number) => number !== undefined)).toEqual([])
  })
})
