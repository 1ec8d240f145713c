import { describe, expect, it } from 'vitest'
import { inThirdPerson } from '../../src/core/forms/litigants.ts'
import type { CaseView } from '../../src/core/view.ts'
import { lines as needs } from './say.ts'
import { fill, lines, only, second } from './support.ts'
import { suedCase } from './whole.ts'

const of = (field: string, view: CaseView = suedCase(), subject = 'S1') =>
  lines(fill(view, 'complaint', subject).fields[field])

describe('民事起诉状', () => {
  it('names both parties with all that a court asks of them', () => {
    expect(of('当事人')).toEqual([
      '原告：南宁市生态环境局，住所地：南宁市某区某路 1 号，统一社会信用代码：11450100000000000X，联系电话：0771-0000000。',
      '法定代表人（负责人）：周某，局长。',
      '委托诉讼代理人：覃某，南宁市生态环境局法规科，科员。',
      '被告：某造纸有限公司，住所地：南宁市某区，统一社会信用代码：91350100M000100Y43。',
      '法定代表人（负责人）：吴某，总经理。',
      '被告：郑某，女，1949年12月31日出生，公民身份号码：11010519491231002X，住址：南宁市某区。',
    ])
  })

  it('asks as recorded, line by line, and tells the sum', () => {
    expect(of('诉讼请求')).toEqual([
      '一、判令二被告按照修复方案修复受损河段；',
      '二、判令二被告承担本案诉讼费用。',
      '请求金额合计：200,000.00元（大写：人民币贰拾万元整）。',
    ])
    const silent = suedCase('2026-12-24', ({ court }) => {
      delete only(court?.suits).claims
    })
    expect(needs(fill(silent, 'complaint', 'S1').missing)).toContain('诉讼请求：court.suits[S1].claims ← sue')
  })

  it('on a breach, tells the agreement and what was done of it by the day of the suit', () => {
    const told = of('事实和理由')
    expect(told).toContain('三、赔偿协议及其履行情况')
    expect(told).toContain(
      '2025年7月24日，原告与某造纸有限公司、郑某签订生态环境损害赔偿协议，该协议未经司法确认。',
    )
    expect(told).toContain(
      '原告于2025年9月1日催告被告于2025年9月15日前（含当日）支付服务功能损失尚欠的40,000.00元、调查和鉴定评估费用40,000.00元。',
    )
    // Accepted on 2026-04-24, after the suit.
    expect(told).toContain('修复工程于2025年9月25日启动，于2026年3月20日完成。')
  })

  it('tells the description of the damage unless the facts hold it, and of the office as of the plaintiff', () => {
    const found = '我局执法人员在南宁市某区某河段查获暗管。'
    const told = (description: string, statement: string) =>
      of(
        '事实和理由',
        suedCase('2026-12-24', ({ case: about, investigation }) => {
          Object.assign(about.damage, { location: '南宁市某区某河段', description })
          if (investigation) investigation.facts = [{ statement }]
        }),
      ).slice(1, 3)
    expect(told('我局查获暗管，河水发黑。', found)).toEqual([
      '原告查获暗管，河水发黑。原告执法人员在南宁市某区某河段查获暗管。',
      expect.stringMatching(/^二、/),
    ])
    expect(told('河水发黑', `${found}河水 发黑，鱼类死亡。`)[0]).toBe(
      '原告执法人员在南宁市某区某河段查获暗管。河水 发黑，鱼类死亡。',
    )
  })

  it.each([
    ['经我局查实，废水排入河道。', '经原告查实，废水排入河道。'],
    ['某公司负责人陈述：“我单位没有排放废水”', '某公司负责人陈述：“我单位没有排放废水”'],
    ['该公司称我委托某运输公司处置', '该公司称我委托某运输公司处置'],
    ['该公司陈述：我局来过。我局没有检查。', '该公司陈述：我局来过。我局没有检查。'],
    ['该公司表示，我局来过。我局当日立案。', '该公司表示，我局来过。原告当日立案。'],
    ['“情况说明。我局说明。”由我局收到。', '“情况说明。我局说明。”由原告收到。'],
    ['基本单位、成本单位、版本局部、自我局限', '基本单位、成本单位、版本局部、自我局限'],
    ['我单位、我委、我方、我厂、本机关', '我单位、我委、我方、我厂、本机关'],
  ])('speaks of the office in its own words only: %s', (text, told) => {
    expect(inThirdPerson('原告', text)).toBe(told)
  })

  it('after a consultation that failed, tells how it went with each defendant', () => {
    const suit = second().facts.court.suits[0]
    if (!suit) throw new Error('no suit')
    const told = of('事实和理由', second(), suit.id)
    expect(told).toContain('三、磋商经过')
    expect(told.join('')).toContain('磋商未达成一致')
  })

  it('names the government as the plaintiff where the record does, with the unit that acts for it', () => {
    const government = suedCase('2026-12-24', ({ court }) => {
      Object.assign(only(court?.suits), { plaintiff: '南宁市人民政府' })
    })
    expect(of('当事人', government).slice(0, 2)).toEqual([
      '原告：南宁市人民政府。',
      expect.stringMatching(/^指定的承办单位：南宁市生态环境局，/),
    ])
    expect(fill(government, 'complaint', 'S1').fields.起诉人).toBe('南宁市人民政府')
  })

  it('is not there without a suit', () => {
    const none = suedCase('2026-12-24', ({ court }) => {
      if (court) court.suits = []
    })
    expect(needs(fill(none, 'complaint', null).missing)).toContain('当事人：case.obligors ← amend-obligors')
  })
})
