import { describe, expect, it } from 'vitest'
import { type Change, paper, says } from './say.ts'
import { fill } from './support.ts'
import { appraisalOf, meetingOf, noticeOf, type Row, roundOf, writtenFor } from './variants.ts'
import { wholeCase } from './whole.ts'

describe('送达回证 (民事诉讼法第八十七条、第八十九条)', () => {
  const remarksOf = (more: object): unknown =>
    says(
      paper('service-receipt', '1/o1', (documents) => {
        Object.assign(roundOf(documents).services?.[0] ?? {}, { servedOn: '2025-05-28', ...more })
      }),
      '备注',
    )

  it('leaves the places of signatures to those who sign: no name and no day is printed there', () => {
    const filled = paper('service-receipt', '1/o1', (documents) => {
      Object.assign(roundOf(documents).services?.[0] ?? {}, { recipient: '吴某' })
    })
    expect(JSON.stringify(filled.fields)).not.toContain('吴某')
    expect(Object.keys(filled.fields)).not.toContain('收件人')
  })

  it.each<[how: object, told: string[]]>([
    [{ method: 'direct', recipient: '吴某' }, []],
    [
      { method: 'lien', witness: '某村民委员会 韦某', recording: 'E1' },
      [
        '受送达人拒绝签收，于2025年5月28日留置送达。',
        '见证人：某村民委员会 韦某。',
        '送达过程已用照片、录像记录。',
      ],
    ],
    [
      { method: 'lien', refusal: '不认可告知书的内容。', recording: 'E1' },
      [
        '受送达人于2025年5月28日拒绝签收，拒收事由：不认可告知书的内容。',
        '当日留置送达。',
        '送达过程已用照片、录像记录。',
      ],
    ],
    [{ method: 'mail', recipient: '收发室' }, ['2025年5月28日邮寄送达，签收人：收发室。']],
    [{ method: 'mail', tracking: '1023 4567' }, ['2025年5月28日邮寄送达，邮件号码：1023 4567。']],
    [{ method: 'electronic' }, ['2025年5月28日电子送达。']],
    [
      { method: 'electronic', medium: 'a@example.invalid', consent: '送达地址确认书' },
      ['2025年5月28日电子送达，送达至 a@example.invalid，受送达人同意的凭据：送达地址确认书。'],
    ],
    [
      { method: 'entrusted', agent: '某县生态环境局', recipient: '韦某' },
      ['2025年5月28日委托送达，由某县生态环境局代为送达，签收人：韦某。'],
    ],
    [{ method: 'forwarded', agent: '某看守所' }, ['2025年5月28日转交送达，由某看守所转交。']],
    [
      { method: 'public-notice', publishedOn: '2025-04-28' },
      ['公告日期：2025年4月28日。', '公告期满，于2025年5月28日视为送达。'],
    ],
    [
      { method: 'public-notice', publishedOn: '2025-04-28', circumstances: '下落不明，在住所地张贴并登报' },
      [
        '公告日期：2025年4月28日。',
        '公告送达的原因和经过：下落不明，在住所地张贴并登报。',
        '公告期满，于2025年5月28日视为送达。',
      ],
    ],
  ])('tells the day of a service that bears no signature of the addressee: %j', (how, told) => {
    expect(remarksOf(how)).toEqual(told)
  })
})

describe('送达回证', () => {
  it.each<Row>([
    [
      'has the remarks of the officer and the day of a publication',
      (documents) => {
        Object.assign(roundOf(documents).services?.[0] ?? {}, { publishedOn: '2025-05-28', note: '门卫签收' })
      },
      '备注',
      ['公告日期：2025年5月28日。', '门卫签收。'],
    ],
    [
      'is open where nobody was served',
      (documents) => {
        delete roundOf(documents).services
      },
      '送达方式',
      '',
    ],
    [
      'names the paper without a number that it has not',
      (documents) => {
        delete noticeOf(documents).number
      },
      '送达文书',
      '《生态环境损害赔偿磋商告知书》',
    ],
  ])('%s', (_, change, field, said) => {
    expect(says(paper('service-receipt', '1/o1', change), field)).toEqual(said)
  })

  it('waits for the notice of its round, and for the obligor', () => {
    expect(
      writtenFor('service-receipt', (documents) => {
        delete roundOf(documents).notice
      }),
    ).toEqual([])
    expect(
      writtenFor('service-receipt', (documents) => {
        delete documents.consultation
        delete documents.agreements
        delete documents.court
      }),
    ).toEqual([])
    expect(paper('service-receipt', '1/o9').missing.map(({ field }) => field)).toEqual(['受送达人'])
  })
})

describe('磋商会议', () => {
  const minutes = (field: string, change?: Change) => says(paper('meeting-minutes', '1/1', change), field)

  it.each<Row>([
    [
      'who came, who did not and who left',
      (documents) => {
        Object.assign(meetingOf(documents), {
          panel: ['覃某'],
          attended: ['o1'],
          absent: ['o2'],
          excused: ['o1'],
          withdrew: ['o2'],
          guests: ['某村'],
        })
      },
      '参加人员',
      [
        '赔偿权利人一方：南宁市生态环境局、覃某。',
        '赔偿义务人：某造纸有限公司。',
        '未到会：郑某。',
        '请假：某造纸有限公司。',
        '中途退出：郑某。',
        '受邀、旁听：某村。',
      ],
    ],
    [
      'its place, where it was not that of the notice',
      (documents) => {
        meetingOf(documents).place = '某会议室'
      },
      '会议地点',
      '某会议室',
    ],
    [
      'several paragraphs of a step',
      (documents) => {
        Object.assign(meetingOf(documents).record ?? {}, { claimant: '甲\n\n乙' })
      },
      '会议情况',
      expect.arrayContaining(['（一）陈述与举证：甲', '乙']),
    ],
    [
      'that all failed',
      (documents) => {
        Object.assign(meetingOf(documents), { outcome: 'failed' })
      },
      '会议结果',
      '本次会议未达成一致意见，磋商终结。',
    ],
    [
      'with whom it failed',
      (documents) => {
        Object.assign(meetingOf(documents), { outcome: 'failed', failedWith: ['o2'] })
      },
      '会议结果',
      '本次会议与郑某未达成一致意见，磋商终结。',
    ],
    [
      'who agreed, and who has not',
      (documents) => {
        Object.assign(meetingOf(documents), { outcome: 'agreed', agreedWith: ['o2'] })
      },
      '会议结果',
      '经磋商，南宁市生态环境局与郑某达成一致意见，商定依法签署赔偿协议。与某造纸有限公司未达成一致意见。',
    ],
    [
      'no result that is not recorded',
      (documents) => {
        Object.assign(meetingOf(documents), { outcome: undefined })
      },
      '会议结果',
      '',
    ],
  ])('the minutes tell %s', (_, change, field, said) => {
    expect(minutes(field, change)).toEqual(said)
  })

  it('the minutes of a step leave no empty paragraph', () => {
    const said = minutes('会议情况', (documents) => {
      Object.assign(meetingOf(documents).record ?? {}, { claimant: '甲\n\n乙' })
    })
    expect(said).toHaveLength(6)
  })

  it('the minutes and the agenda number the steps themselves, where the text does not', () => {
    const { regulation, ...view } = wholeCase()
    const list = (name: Parameters<typeof regulation.list>[0]) =>
      name === 'agenda'
        ? [
            { code: 'statement', label: '陈述' },
            { code: 'vote', label: '表决' },
          ]
        : regulation.list(name)
    const changed = { ...view, regulation: { ...regulation, list } }
    expect(says(fill(changed, 'meeting-agenda', '1'), '会议议程')).toEqual(['（一）陈述。', '（二）表决。'])
    expect(says(fill(changed, 'meeting-minutes', '1/1'), '会议情况')).toEqual([
      '（一）陈述：陈述调查情况，出示证据材料，提出赔偿意见。',
    ])
  })

  it('the agenda calls the experts of an opinion, whoever may listen, and nobody who has nothing to settle', () => {
    const called = says(
      paper('meeting-agenda', '1', (documents) => {
        const { body: _, ...rest } = appraisalOf(documents)
        if (documents.appraisals) documents.appraisals.appraisals = [{ ...rest, experts: [{ name: '冯某' }] }]
        noticeOf(documents).observers = ['某村']
      }),
      '参加人员',
    )
    expect(called).toEqual(expect.arrayContaining(['鉴定评估机构或者专家：冯某。', '旁听人员：某村。']))
    const ended = says(
      paper('meeting-agenda', '1', (documents) => {
        documents.closing = {
          terminations: [{ obligors: ['o2'], ground: 'other', decidedOn: '2025-05-01', reason: '已故' }],
        }
      }),
      '参加人员',
    )
    expect(ended).toContain('赔偿义务人：某造纸有限公司。')
  })

  it('the agenda is written once the notice calls a meeting', () => {
    expect(
      writtenFor('meeting-agenda', (documents) => {
        delete noticeOf(documents).meeting
      }),
    ).toEqual([])
    expect(
      writtenFor('meeting-agenda', (documents) => {
        delete roundOf(documents).notice
      }),
    ).toEqual([])
    expect(
      writtenFor('meeting-minutes', (documents) => {
        delete roundOf(documents).meetings
      }),
    ).toEqual([])
  })
})
