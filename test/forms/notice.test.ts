import { describe, expect, it } from 'vitest'
import { formOf } from '../../src/core/forms/index.ts'
import { type Change, inForce, paper, says } from './say.ts'
import { fill, only } from './support.ts'
import { appraisalOf, noticeOf, type Row, roundOf, writtenFor } from './variants.ts'
import { wholeCase } from './whole.ts'

const objection =
  '对本告知书所列调查情况有异议的，可以在答复时书面提出，也可以在磋商会议上陈述意见、提交证据；对鉴定评估的程序、结果有异议的，可以要求鉴定评估机构书面解释说明。'

describe('磋商告知书', () => {
  const findings = '生态环境损害调查情况'
  const conclusion = '调查结论（2025年5月20日）：事实清楚，义务人明确。'

  it.each<Row>([
    [
      'gives the days to answer, where it names no day',
      (documents) => {
        const notice = noticeOf(documents)
        delete notice.replyBy
        notice.replyWithinDays = 15
      },
      '答复期限',
      '请自收到本告知书次日起15日内书面答复是否同意磋商。书面答复请送交或者邮寄至南宁市生态环境局（地址：南宁市某区某路 1 号）。逾期不答复的，可以视为磋商未达成一致，我单位将依法向人民法院提起诉讼。',
    ],
    [
      'names no time to answer, where none is set',
      (documents) => {
        delete noticeOf(documents).replyBy
      },
      '答复期限',
      '',
    ],
    [
      'says that the meeting is told later, where none is set',
      (documents) => {
        delete noticeOf(documents).meeting
      },
      '磋商会议时间和地点',
      '收到同意磋商的书面答复后另行通知。',
    ],
    [
      'names the day of a meeting without its place',
      (documents) => {
        noticeOf(documents).meeting = { at: '2025-06-20 09:00' }
      },
      '磋商会议时间和地点',
      '2025年6月20日9时。',
    ],
    [
      'names who is invited and who may listen',
      (documents) => {
        noticeOf(documents).observers = ['某村']
      },
      '受邀单位或部门',
      '南宁市人民检察院；旁听：某村。',
    ],
    [
      'names nobody as invited, where nobody is',
      (documents) => {
        delete noticeOf(documents).invited
      },
      '受邀单位或部门',
      '无',
    ],
    [
      'names other matters, its number and whom to ask',
      (documents) => {
        noticeOf(documents).otherMatters = '携带营业执照'
      },
      '其他事项',
      [
        objection,
        '携带营业执照。',
        '本告知书文号：南环损磋〔2025〕7号。',
        '联系人：罗某，联系电话：0771-5555555。',
      ],
    ],
    [
      'names the telephone of the office, where the officer has none',
      ({ case: about }) => {
        about.officers = [{ name: '罗某' }]
      },
      '其他事项',
      [objection, '本告知书文号：南环损磋〔2025〕7号。', '联系人：罗某，联系电话：0771-0000000。'],
    ],
    [
      'names the officer of its day, after the case was handed over',
      ({ case: about }) => {
        about.officers = [{ name: '覃某', phone: '2' }]
        about.assignments = [{ on: '2025-06-27', from: '罗某', fromPhone: '1', to: '覃某' }]
      },
      '其他事项',
      [objection, '本告知书文号：南环损磋〔2025〕7号。', '联系人：罗某，联系电话：1。'],
    ],
    [
      'tells what the officer wrote, line by line',
      (documents) => {
        noticeOf(documents).findings = '甲\n \n乙'
      },
      findings,
      expect.arrayContaining(['甲', '乙']),
    ],
    [
      'tells of no appraisal received after it',
      (documents) => {
        appraisalOf(documents).receivedOn = '2025-05-27'
      },
      findings,
      ['经调查查明：2025年2月10日至28日经暗管排放废水。', conclusion],
    ],
    [
      'tells of one received on its day',
      (documents) => {
        appraisalOf(documents).receivedOn = '2025-05-26'
      },
      findings,
      expect.arrayContaining([expect.stringMatching(/^鉴定意见/u)]),
    ],
    [
      'tells of no appraisal that was withdrawn',
      (documents) => {
        appraisalOf(documents).withdrawnOn = '2025-05-01'
      },
      findings,
      ['经调查查明：2025年2月10日至28日经暗管排放废水。', conclusion],
    ],
    [
      'tells of no appraisal that is not there yet',
      (documents) => {
        delete appraisalOf(documents).receivedOn
      },
      findings,
      ['经调查查明：2025年2月10日至28日经暗管排放废水。', conclusion],
    ],
    [
      'tells the conclusion alone, where no facts are recorded',
      ({ investigation, appraisals }) => {
        delete investigation?.facts
        if (appraisals) appraisals.appraisals = []
      },
      findings,
      [conclusion],
    ],
  ])('%s', (_, change, field, said) => {
    expect(says(paper('consultation-notice', '1/o1', change), field)).toEqual(said)
  })

  it('leaves out empty lines of what the officer wrote', () => {
    const filled = paper('consultation-notice', '1/o1', (documents) => {
      noticeOf(documents).findings = '甲\n \n乙'
      if (documents.appraisals) documents.appraisals.appraisals = []
    })
    expect(says(filled, findings)).toEqual(['甲', '乙'])
  })

  it('speaks of the appraisal that replaced another, and not of that one', () => {
    const filled = paper('consultation-notice', '1/o1', ({ appraisals }) => {
      const first = only(appraisals?.appraisals)
      appraisals?.appraisals?.push(
        { ...first, id: 'A2', reappraises: 'A1', reportNumber: '某鉴〔2025〕8号' },
        { ...first, id: 'A3', reportNumber: '某鉴〔2025〕9号' },
      )
    })
    const text = JSON.stringify(says(filled, findings))
    expect(text).not.toContain('7号）')
    expect(text).toMatch(/8号）.*9号）/u)
  })

  it.each([
    ['full', '某河段', ['受损生态环境可以修复。可以修复的区域范围和要求：某河段。']],
    ['partial', undefined, ['受损生态环境部分可以修复。可以修复的区域范围和要求：＿＿＿＿＿＿＿＿']],
    ['none', undefined, ['受损生态环境无法修复。']],
    [undefined, undefined, []],
  ] as const)('says of what can be restored (%s, %s): %j', (restorability, restorableArea, said) => {
    const filled = paper('consultation-notice', '1/o1', (documents) => {
      Object.assign(appraisalOf(documents), { restorability, restorableArea })
    })
    const told = says(filled, findings)
    expect(Array.isArray(told) && told.slice(3)).toEqual(said)
  })

  it('names the experts of an opinion, and leaves out the amounts that there are not', () => {
    const filled = paper('consultation-notice', '1/o1', (documents) => {
      const { body: _, amounts: __, reportNumber: ___, ...rest } = appraisalOf(documents)
      const experts = [{ name: '冯某' }, { name: '陈某' }]
      if (documents.appraisals)
        documents.appraisals.appraisals = [{ ...rest, kind: 'expert-opinion', experts }]
    })
    const told = says(filled, findings)
    expect(Array.isArray(told) && told[2]).toBe(
      '专家意见（冯某、陈某）：损害范围：河段 2 公里。损害程度：化学需氧量超标。因果关系成立。恢复措施：清淤、投放菌剂。',
    )
  })

  it('cites the text in force for what silence means, and says nothing of it where the text does not', () => {
    const { regulation, ...view } = inForce(wholeCase())
    const { title } = regulation
    const reply = (law: typeof regulation) =>
      says(fill({ ...view, regulation: law }, 'consultation-notice', '1/o1'), '答复期限')
    const asked =
      '请于2025年6月9日前（含当日）书面答复是否同意磋商。书面答复请送交或者邮寄至南宁市生态环境局（地址：南宁市某区某路 1 号）。'
    expect(reply(regulation)).toBe(
      `${asked}逾期不答复的，依照《${title}》${regulation.articleOf('failure-grounds')}，可以视为磋商未达成一致，我单位将依法向人民法院提起诉讼。`,
    )
    for (const lacking of ['failure-grounds', 'reply-period'])
      expect(reply({ ...regulation, has: (matter) => matter !== lacking })).toBe(asked)
  })

  it('goes to nobody who was released before it, but to whoever is released after it', () => {
    const released =
      (on: string): Change =>
      (documents) => {
        const round = roundOf(documents)
        for (const key of ['services', 'replies', 'meetings', 'outcomes'] as const) delete round[key]
        delete documents.agreements
        documents.closing = { closed: { closedOn: on } }
      }
    expect(writtenFor('consultation-notice', released('2025-05-25'))).toEqual([])
    expect(writtenFor('consultation-notice', released('2025-05-26'))).toEqual([])
    expect(writtenFor('consultation-notice', released('2025-05-27'))).toEqual(['1/o1', '1/o2'])
    expect(
      writtenFor('consultation-notice', (documents) => {
        documents.closing = { closed: { closedOn: '2025-05-20' } }
      }),
    ).toEqual(['1/o1', '1/o2'])
    expect(
      writtenFor('consultation-notice', (documents) => {
        released('2025-05-27')(documents)
        delete roundOf(documents).notice
      }),
    ).toEqual([])
    expect(
      writtenFor('consultation-notice', (documents) => {
        delete documents.consultation
        delete documents.agreements
        delete documents.court
      }),
    ).toEqual(['1/o1', '1/o2'])
  })

  it('bears the day of its own round', () => {
    const view = wholeCase('2026-12-24', ({ consultation }) => {
      consultation?.rounds?.push({ round: 2, notice: { issuedOn: '2025-09-01' } })
    })
    const form = formOf('consultation-notice', view.regulation)
    expect(form?.datedOn?.(view.facts, '2/o1')).toBe('2025-09-01')
    expect(form?.datedOn?.(view.facts, '1/o1')).toBe('2025-05-26')
    expect(form?.datedOn?.(view.facts, '3/o1')).toBeUndefined()
  })
})
