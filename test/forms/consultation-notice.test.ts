import { describe, expect, test } from 'vitest'
import type { Documents } from '../../src/core/facts/documents.ts'
import { consultationNotice } from '../../src/core/forms/consultation-notice.ts'
import type { CaseView } from '../../src/core/view.ts'
import { fill, first, lines, only, second } from './support.ts'

const noticeOf = ({ consultation }: Documents) => only(consultation?.rounds).notice ?? { issuedOn: '' }

/** The same case once the 细则 is in force. */
const inForce = (view: CaseView): CaseView => ({
  ...view,
  regulation: { ...view.regulation, status: 'in-force', title: '广西壮族自治区生态环境损害赔偿工作细则' },
})

describe('磋商告知书', () => {
  test('is written for each round and obligor', () => {
    expect(consultationNotice.subjects(first())).toEqual(['1/o1', '1/o2'])
  })

  test('is not written for one let go before it (o3), nor in round 2 for one already given up (o2)', () => {
    expect(consultationNotice.subjects(second())).toEqual(['1/o1', '1/o2', '2/o1'])
  })

  test('before any round there is one to come for each obligor', () => {
    const view = first((documents) => {
      delete documents.consultation
    })
    expect(consultationNotice.subjects(view)).toEqual(['1/o1', '1/o2'])
    expect(fill(view, '4', '1/o2').missing.map(({ path, action }) => [path, action])).toContainEqual([
      'consultation.rounds[1].notice.replyBy',
      'notify',
    ])
  })

  test('addresses a natural person without a representative', () => {
    expect(fill(first(), '4', '1/o2').fields).toMatchObject({
      告知人: '南宁市生态环境局',
      被告知人: '韦某',
      单位: { block: false },
      统一社会信用代码: '450101199001010000',
      地址: '南宁市某区某镇某村',
    })
  })

  test('names panel, guests, meeting and date', () => {
    expect(fill(first(), '4', '1/o1').fields).toMatchObject({
      单位: { block: true },
      '法定代表人/企业负责人': '黄某',
      磋商小组人员: '覃某、李某',
      受邀单位或部门: '南宁市人民检察院',
      磋商会议时间和地点: '2026年7月20日9时30分，南宁市生态环境局 301 会议室。',
      告知日期: '2026年6月29日',
    })
  })

  test('carries conclusion, appraisal with amounts in capitals, and what can be restored', () => {
    const found = lines(fill(first(), '4', '1/o1').fields.生态环境损害调查情况).join('\n')
    expect(found).toContain('调查结论（2026年6月26日）：损害事实清楚')
    expect(found).toContain('鉴定评估报告（某环境损害司法鉴定中心、某环鉴〔2026〕15号）：')
    expect(found).toContain('共计529,700.00元（大写：人民币伍拾贰万玖仟柒佰元整）')
    expect(found).toContain('可以修复的区域范围和要求：坑塘及周边 1200 立方米土壤')
  })

  test('a meeting not yet set is announced for later', () => {
    expect(fill(second(), '4', '2/o1').fields.磋商会议时间和地点).toBe('收到同意磋商的书面答复后另行通知。')
  })

  test('an appraisal that came after the notice is not in it', () => {
    const view = first(({ appraisals }) => {
      only(appraisals?.appraisals).receivedOn = '2026-07-01'
    })
    expect(lines(fill(view, '4', '1/o1').fields.生态环境损害调查情况).join('')).not.toContain('某环鉴')
  })
})

describe('答复期限 (第二十二条第一项)', () => {
  test('names the day and, while the 细则 is a draft, the local basis that the office has set', () => {
    expect(fill(first(), '4', '1/o1').fields.答复期限).toBe(
      '请于2026年7月10日前（含当日）书面答复是否同意磋商。书面答复请送交或者邮寄至南宁市生态环境局（地址：南宁市某区某路 1 号）。逾期不答复的，可以视为磋商未达成一致，我单位将依法向人民法院提起诉讼。',
    )
  })

  test('cites 第二十二条 once the 细则 is in force', () => {
    expect(fill(inForce(first()), '4', '1/o1').fields.答复期限).toContain(
      '依照《广西壮族自治区生态环境损害赔偿工作细则》第二十二条，可以视为磋商未达成一致，',
    )
  })

  test('counts days from service where no day is named', () => {
    expect(fill(second(), '4', '1/o1').fields.答复期限).toContain('请自收到本告知书次日起10日内书面答复')
  })

  test('is mandatory: without it the notice lacks consultation.rounds[1].notice.replyBy', () => {
    const view = first((documents) => {
      delete noticeOf(documents).replyBy
    })
    expect(fill(view, '4', '1/o2').missing).toEqual([
      { field: '答复期限', path: 'consultation.rounds[1].notice.replyBy', action: 'notify' },
    ])
  })
})

test('a restorable damage without area and requirements is missing what the form asks for (附件2)', () => {
  const view = first(({ appraisals }) => {
    delete only(appraisals?.appraisals).restorableArea
  })
  expect(fill(view, '4', '1/o1').missing.map(({ path }) => path)).toEqual([
    'appraisals.appraisals[A1].restorableArea',
  ])
})
