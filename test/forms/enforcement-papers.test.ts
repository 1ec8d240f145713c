import { describe, expect, it } from 'vitest'
import type { Documents, Enforcement } from '../../src/core/facts/documents.ts'
import { type Change, lines, paper, says } from './say.ts'
import { only } from './support.ts'
import { agreementOf, type Row, roundOf, writtenFor } from './variants.ts'

/** The sentence of the annex on the notice. */
const called = '2025年5月26日，我单位通知赔偿义务人进行磋商。'
const waivedTalks = '经赔偿义务人书面同意，未召开磋商会议'

describe('强制执行申请书', () => {
  const enforced =
    (more: Partial<Enforcement> = {}, change: Change = () => undefined): Change =>
    (documents) => {
      documents.court = {
        ...documents.court,
        enforcements: [
          {
            id: 'F1',
            instrument: 'confirmation',
            reference: 'G1',
            appliedOn: '2026-02-01',
            court: '某法院',
            ...more,
          },
        ],
      }
      change(documents)
    }
  const of = (field: string, change: Change = enforced(), subject: string | null = 'F1') =>
    says(paper('enforcement-application', subject, change), field)

  it.each<[field: string, said: unknown]>([
    ['申请人名称', '南宁市生态环境局'],
    ['联系方式', '0771-0000000'],
    ['赔偿义务人', '某造纸有限公司、郑某'],
    [
      '被申请人',
      [
        { 名称或姓名: '某造纸有限公司', '地址（联系方式）': '南宁市某区', '法定代表人（负责人）': '吴某' },
        { 名称或姓名: '郑某', '地址（联系方式）': '南宁市某区', '法定代表人（负责人）': '／' },
      ],
    ],
    ['案件名称', '某造纸有限公司等排污'],
    ['损害名称', '违法排放废水污染河流'],
    ['调查日期', '2025年3月6日'],
    ['查明事实', '2025年2月10日至28日经暗管排放废水'],
    ['磋商经过', `${called}2025年6月20日至2025年7月10日经过2次磋商`],
    ['未履行', '未全部按照协议要求'],
    ['一直未履行', '至今未按照协议全部履行'],
    ['协议名称', '某造纸有限公司等排污案生态环境损害'],
    ['申请确认日期', '2025年8月5日'],
    ['人民法院', '南宁市中级人民法院'],
    ['司法确认文书号', '（2025）桂01民特7号，2025年9月20日作出'],
    ['生效文书号', '（2025）桂01民特7号'],
    ['执行人民法院', '某法院'],
    ['申请日期', '2026年2月1日'],
  ])('says in %s what is on record: %j', (field, said) => {
    expect(of(field)).toEqual(said)
  })

  it('asks for what is claimed and how much, and tells what was performed and what not, behind the words of the annex', () => {
    const claimed = enforced({ debts: ['money'], breach: '尚欠P1', claim: '支付P1。', amount: '14000.00' })
    expect(of('请求事项', claimed)).toEqual([
      '支付P1。',
      '执行金额：14,000.00元（大写：人民币壹万肆仟元整）。',
    ])
    expect(of('履行情况', claimed)).toEqual([
      '某造纸有限公司应于2025年8月20日前（含当日）支付的60,000.00元，已于2025年8月15日支付60,000.00元，已付清。',
      '某造纸有限公司应于2025年8月20日前（含当日）支付的40,000.00元，已于2025年8月15日支付40,000.00元，已付清。',
      '不履行情况：尚欠P1。',
    ])
    expect(of('赔偿或者开展修复', claimed)).toBe('赔偿')
    expect(of('赔偿或者修复', enforced({ debts: ['work'] }))).toBe('修复')
    expect(of('赔偿或者修复', enforced({ debts: ['money', 'work'] }))).toBe('赔偿（修复）')
  })

  it('chooses 赔偿 or 修复 by what was not done, where the application names no kind of debt', () => {
    const unpaid = enforced({}, ({ payments }) => payments?.payments?.splice(0))
    expect(of('赔偿或者开展修复', unpaid)).toBe('赔偿')
    expect(of('履行情况', unpaid)).toContain(
      '某造纸有限公司应于2025年8月20日前（含当日）支付的40,000.00元，没有支付。',
    )
    expect(of('赔偿或者开展修复')).toBe('赔偿（开展修复）')
  })

  it.each<Row>([
    ['names those against whom it is made', enforced({ obligors: ['o2'] }), '赔偿义务人', '郑某'],
    [
      'names nobody to call, where the office has no telephone',
      enforced({}, ({ case: about }) => {
        about.jurisdiction.handlingUnit = '某局'
      }),
      '联系方式',
      '／',
    ],
    [
      'keeps the word 案 within the title of the case',
      enforced({}, ({ case: about }) => {
        about.title = '某案犯排污案'
      }),
      '案件名称',
      '某案犯排污',
    ],
    [
      'has no ruling that did not confirm',
      enforced({}, ({ court }) => {
        Object.assign(only(court?.confirmations), { result: 'refused' })
      }),
      '生效文书号',
      '＿＿＿＿＿＿＿＿',
    ],
    [
      'completes the number of the ruling',
      enforced({}, ({ court }) => {
        Object.assign(only(court?.confirmations), { rulingNumber: '民特7' })
      }),
      '生效文书号',
      '民特7号',
    ],
    [
      'keeps the full stops within the facts',
      enforced({}, ({ investigation }) => {
        Object.assign(investigation ?? {}, { facts: [{ statement: '甲' }, { statement: '乙' }] })
      }),
      '查明事实',
      '甲。乙',
    ],
    [
      'counts no meeting after the one that agreed',
      enforced({}, (documents) => {
        const round = roundOf(documents)
        round.meetings?.push({ number: 3, heldOn: '2025-08-10', attended: ['o1'] })
      }),
      '磋商经过',
      `${called}2025年6月20日至2025年7月10日经过2次磋商`,
    ],
    [
      'counts no meeting without its obligors',
      enforced({}, (documents) => {
        Object.assign(roundOf(documents).meetings?.[0] ?? {}, { attended: [], excused: ['o1', 'o2'] })
      }),
      '磋商经过',
      `${called}2025年7月10日经过1次磋商`,
    ],
    [
      'counts a meeting with one of its obligors, in whatever order it is recorded',
      enforced({}, (documents) => {
        const round = roundOf(documents)
        Object.assign(round.meetings?.[0] ?? {}, { attended: ['o2'] })
        round.meetings?.reverse()
      }),
      '磋商经过',
      `${called}2025年6月20日至2025年7月10日经过2次磋商`,
    ],
    [
      'counts none, where there was none',
      enforced({}, (documents) => {
        delete roundOf(documents).meetings
      }),
      '磋商经过',
      '',
    ],
  ])('%s', (_, change, field, said) => {
    expect(of(field, change)).toEqual(said)
  })

  const waived = (change: Change = () => undefined): Change =>
    enforced({}, (documents) => {
      const round = roundOf(documents)
      delete round.meetings
      round.meetingWaiver = {
        consents: [
          { obligor: 'o1', consentedOn: '2025-06-15' },
          { obligor: 'o2', consentedOn: '2025-06-10' },
        ],
      }
      change(documents)
    })
  it.each<Row>([
    ['is told as such, after the notice', waived(), '磋商经过', `${called}${waivedTalks}`],
    [
      'has no notice that was not written',
      waived((documents) => {
        delete roundOf(documents).notice
      }),
      '磋商经过',
      waivedTalks,
    ],
    [
      'begins with the early request, where there was no notice',
      waived((documents) => {
        const round = roundOf(documents)
        delete round.notice
        round.earlyRequest = { by: 'o1', requestedOn: '2025-06-01' }
      }),
      '磋商经过',
      `2025年6月1日，赔偿义务人主动要求进行磋商。${waivedTalks}`,
    ],
    [
      'counts as waived, where one of them waived it',
      waived((documents) => {
        Object.assign(roundOf(documents).meetingWaiver ?? {}, {
          consents: [{ obligor: 'o2', consentedOn: '2025-06-10' }],
        })
      }),
      '磋商经过',
      `${called}${waivedTalks}`,
    ],
    [
      'does not count where it was held after all',
      (documents) => {
        enforced()(documents)
        roundOf(documents).meetingWaiver = { consents: [{ obligor: 'o1', consentedOn: '2025-06-15' }] }
      },
      '磋商经过',
      `${called}2025年6月20日至2025年7月10日经过2次磋商`,
    ],
  ])('a waived meeting %s', (_, change, field, said) => {
    expect(of(field, change)).toEqual(said)
  })

  it('is written for each application on an agreement, and named by what it enforces where it has no number', () => {
    expect(writtenFor('enforcement-application', enforced())).toEqual(['F1'])
    expect(writtenFor('enforcement-application', enforced({ instrument: 'judgment' }))).toEqual([])
    expect(writtenFor('enforcement-application', enforced({ instrument: 'unknown' }))).toEqual([])
    const unnumbered: Change = (documents) => {
      enforced()(documents)
      delete documents.court?.enforcements?.[0]?.id
    }
    expect(writtenFor('enforcement-application', unnumbered)).toEqual(['G1'])
    const two: Change = (documents) => {
      enforced()(documents)
      documents.court?.enforcements?.push({
        id: 'F2',
        instrument: 'confirmation',
        reference: 'G2',
        appliedOn: '2026-03-01',
      })
      documents.agreements?.agreements?.push({ ...agreementOf(documents), id: 'G2', obligors: ['o2'] })
    }
    expect([of('申请日期', two, 'F2'), of('赔偿义务人', two, 'F2')]).toEqual(['2026年3月1日', '郑某'])
    expect(lines(paper('enforcement-application', 'F2', two).missing)).toContain(
      '执行人民法院：court.enforcements[F2].court ← apply-enforcement',
    )
  })

  it('before any application is about the agreement that the court confirmed', () => {
    expect(of('司法确认文书号', () => undefined, null)).toBe('（2025）桂01民特7号，2025年9月20日作出')
    const second: Change = ({ agreements, court }: Documents) => {
      agreements?.agreements?.unshift({ id: 'G0', obligors: ['o2'], signedOn: '2025-07-01' })
      court?.confirmations?.push({ agreement: 'G0', result: 'refused' })
    }
    expect(of('司法确认文书号', second, null)).toBe('（2025）桂01民特7号，2025年9月20日作出')
    expect(
      of(
        '司法确认文书号',
        (documents) => {
          delete documents.court
        },
        null,
      ),
    ).toBe('')
  })
})
