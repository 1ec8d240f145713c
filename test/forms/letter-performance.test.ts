import { describe, expect, it } from 'vitest'
import { type Change, paper, says } from './say.ts'
import { only } from './support.ts'
import { agreementOf, proceedings, type Row, supervised, told, writtenFor } from './variants.ts'

describe('积极履行情况告知函', () => {
  it.each<Row>([
    [
      'names the day of the first notice, and its number',
      supervised({
        leniencyNotices: [
          told('2025-10-01', { document: '函〔2025〕2号' }),
          told('2025-09-01', { document: '函〔2025〕1号' }),
        ],
      }),
      '发文字号',
      '函〔2025〕1号',
    ],
    [
      'names each authority that was told',
      supervised({ leniencyNotices: [told('2025-09-01'), told('2025-10-01', { to: '某检察院' })] }),
      '收文机关',
      '某支队、某检察院',
    ],
    [
      'leaves out what was told of another obligor',
      supervised({
        leniencyNotices: [told('2025-08-01', { obligor: 'o2', to: '某院' }), told('2025-09-01')],
      }),
      '收文机关',
      '某支队',
    ],
    [
      'takes no day from what was told of another obligor',
      supervised({ leniencyNotices: [told('2025-08-01', { obligor: 'o2' }), told('2025-09-01')] }),
      '发文日期',
      '2025年9月1日',
    ],
    [
      'tells of a payment on its own day',
      supervised({ leniencyNotices: [told('2025-08-15')] }),
      '履行情况',
      ['2025年8月15日支付60,000.00元。', '2025年8月15日支付40,000.00元。', '已支付共计100,000.00元。'],
    ],
    [
      'tells nothing of later payments',
      supervised({ leniencyNotices: [told('2025-08-14')] }),
      '履行情况',
      [],
    ],
    [
      'tells of a restoration as far as it had come',
      supervised({ leniencyNotices: [told('2026-03-20')] }),
      '履行情况',
      [
        '2025年8月15日支付60,000.00元。',
        '2025年8月15日支付40,000.00元。',
        '已支付共计100,000.00元。',
        '与郑某共同承担的原位修复工程于2025年9月25日启动，于2026年3月20日完成。',
      ],
    ],
    [
      'says when all was done',
      supervised({ leniencyNotices: [told('2026-04-24')] }),
      '履行情况',
      [
        '2025年8月15日支付60,000.00元。',
        '2025年8月15日支付40,000.00元。',
        '已支付共计100,000.00元。',
        '与郑某共同承担的原位修复工程于2025年9月25日启动，于2026年3月20日完成，于2026年4月24日经验收达到修复目标。',
        '截至2026年4月24日，其协议义务已全部履行。',
      ],
    ],
    [
      'tells of one payment without a sum',
      ({ payments, supervision }) => {
        payments?.payments?.pop()
        Object.assign(supervision ?? {}, { leniencyNotices: [told('2025-09-01')] })
      },
      '履行情况',
      ['2025年8月15日支付60,000.00元。', '应于2025年8月20日前支付的40,000.00元尚未支付。'],
    ],
    [
      'says nothing of a reply that refused',
      ({ consultation }) => {
        Object.assign(only(consultation?.rounds).replies?.[0] ?? {}, { agrees: false })
      },
      '磋商情况',
      '于2025年7月24日签订生态环境损害赔偿协议。',
    ],
    [
      'says nothing of a reply that there is not',
      ({ consultation }) => {
        delete only(consultation?.rounds).replies
      },
      '磋商情况',
      '于2025年7月24日签订生态环境损害赔偿协议。',
    ],
  ])('%s', (_, change, field, said) => {
    expect(says(paper('performance-letter', 'o1', change), field)).toEqual(said)
  })

  it('goes, where nobody was told yet, to the authorities of the proceedings beside the claim', () => {
    const addressees = (...given: readonly object[]) =>
      says(
        paper('performance-letter', 'o1', (documents) => {
          proceedings(...given)(documents)
          supervised({ leniencyNotices: [] })(documents)
        }),
        '收文机关',
      )
    expect(addressees({}, { authority: '某院', kind: 'criminal', obligors: ['o1'] })).toBe('某局、某院')
    expect(addressees({}, { authority: '某局' })).toBe('某局')
    expect(addressees({ kind: 'public-interest-suit' }, { obligors: ['o2'] })).toBe('')
  })

  const untold = (change: Change = () => undefined) =>
    writtenFor('performance-letter', (documents) => {
      supervised({ leniencyNotices: [] })(documents)
      change(documents)
    })
  it.each<[what: string, change: Change, expected: string[]]>([
    ['whoever pays and restores in time', () => undefined, ['o1', 'o2']],
    [
      'nobody while nothing was done',
      (documents) => {
        delete documents.payments
        delete documents.restoration
      },
      [],
    ],
    [
      'whoever restores alone',
      (documents) => {
        delete documents.payments
        agreementOf(documents).payments = []
      },
      ['o1', 'o2'],
    ],
    [
      'nobody where the court refused the agreement',
      ({ court }) => {
        Object.assign(only(court?.confirmations), { result: 'refused' })
      },
      [],
    ],
    [
      'nobody without an agreement',
      (documents) => {
        delete documents.agreements
      },
      [],
    ],
  ])('is written for %s', (_, change, expected) => {
    expect(untold(change)).toEqual(expected)
  })

  it('stands for whoever it was sent for, and for nobody else who is late', () => {
    const late: Change = (documents) => {
      delete documents.payments
      delete documents.restoration
      supervised({ leniencyNotices: [told('2025-09-01')] })(documents)
    }
    expect(writtenFor('performance-letter', late)).toEqual(['o1'])
  })

  /** The second instalment paid on a day, told of on another. */
  const paidLate =
    (paidOn: string, on: string): Change =>
    (documents) => {
      Object.assign(documents.payments?.payments?.[1] ?? {}, { paidOn })
      supervised({ leniencyNotices: [told(on)] })(documents)
    }
  it.each<[what: string, change: Change, said: string]>([
    ['in time', paidLate('2025-08-20', '2025-09-01'), '积极参与磋商，及时履行赔偿协议'],
    [
      'late, by the day of the letter',
      paidLate('2026-03-22', '2026-05-01'),
      '参与磋商，已履行赔偿协议约定的到期义务，其中有逾期履行的',
    ],
    [
      'not at all yet on the day of the letter, though it was done since',
      paidLate('2026-03-22', '2026-03-21'),
      '参与磋商，尚未全部履行赔偿协议约定的到期义务',
    ],
  ])('credits nobody with more than he did: %s (第二十三条)', (_, change, said) => {
    const filled = paper('performance-letter', 'o1', change)
    expect(says(filled, '履行评价')).toBe(said)
    expect(String(says(filled, '有关建议')).startsWith('《中华人民共和国行政处罚法》第三十二条规定')).toBe(
      said.includes('及时'),
    )
  })

  it('says by how many days a payment was late', () => {
    expect(
      says(paper('performance-letter', 'o1', paidLate('2026-03-22', '2026-03-22')), '履行情况'),
    ).toContain('2026年3月22日支付40,000.00元，应于2025年8月20日前支付，逾期214日。')
  })

  it('credits an obligor with his own payments alone, and with none that may be another’s', () => {
    const paid =
      (payer: string | undefined): Change =>
      (documents) => {
        supervised({ leniencyNotices: [told('2025-09-01', { obligor: 'o2' })] })(documents)
        for (const payment of agreementOf(documents).payments ?? []) delete payment.obligor
        for (const payment of documents.payments?.payments ?? [])
          Object.assign(payment, payer === undefined ? { payer: undefined } : { payer })
      }
    const lines = (payer: string | undefined) =>
      says(paper('performance-letter', 'o2', paid(payer)), '履行情况')
    expect(lines('o1')).toEqual([])
    expect(lines('o2')).toEqual([
      '2025年8月15日支付60,000.00元。',
      '2025年8月15日支付40,000.00元。',
      '已支付共计100,000.00元。',
    ])
    expect(lines(undefined)).toEqual(['另有100,000.00元由某造纸有限公司、郑某一方支付，未分列支付人。'])
  })

  it('is written for nobody who was late, or is jointly liable for what was', () => {
    const late: Change = (documents) => {
      Object.assign(documents.payments?.payments?.[1] ?? {}, { paidOn: '2026-03-22' })
      supervised({ leniencyNotices: [] })(documents)
    }
    expect(writtenFor('performance-letter', late)).toEqual([])
  })

  it('cites the code as well, once it is in force', () => {
    const proposal = says(
      paper('performance-letter', 'o1', supervised({ leniencyNotices: [told('2026-09-01')] })),
      '有关建议',
    )
    expect(proposal).toContain('《中华人民共和国生态环境法典》第一千零五十六条第二款规定')
  })
})
