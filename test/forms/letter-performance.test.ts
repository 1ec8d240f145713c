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
        '修复项目 R1 于2025年9月25日启动，于2026年3月20日完成。',
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
        '修复项目 R1 于2025年9月25日启动，于2026年3月20日完成，于2026年4月24日经验收达到修复目标。',
        '截至2026年4月24日，协议约定的义务已全部履行。',
      ],
    ],
    [
      'tells of one payment without a sum',
      ({ payments, supervision }) => {
        payments?.payments?.pop()
        Object.assign(supervision ?? {}, { leniencyNotices: [told('2025-09-01')] })
      },
      '履行情况',
      ['2025年8月15日支付60,000.00元。'],
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
})
