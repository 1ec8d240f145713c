import { describe, expect, it } from 'vitest'
import { lackingPaths } from '../../src/cli/shared/wording/lacking.ts'
import { stepsWithoutPaper as needsOf } from '../../src/core/archive/without-paper.ts'
import { factsOf } from '../../src/core/facts/facts.ts'
import { sampleDocuments } from '../../src/core/lint/sample.ts'
import { viewOf } from '../../src/core/view.ts'
import { settingOn } from '../support/setting.ts'

const stepsWithoutPaper = (...call: Parameters<typeof needsOf>) => needsOf(...call).map(({ field }) => field)

/** The sample case, of whose steps nothing is proved any more. */
function viewWithoutProof() {
  const documents = sampleDocuments()
  for (const { services = [], meetings = [] } of documents.consultation?.rounds ?? []) {
    for (const service of services) delete service.receipt
    for (const meeting of meetings) delete meeting.minutes
  }
  for (const payment of documents.payments?.payments ?? []) delete payment.voucher
  return viewOf(factsOf(documents), settingOn('2026-11-24'))
}

const minutes = '磋商会议纪要-NN-2025-0007-1_1'

describe('recorded steps of which no paper lies in the file (第三十八条)', () => {
  it('are named in the order of the procedure, each with whom it is about and its day', () => {
    expect(stepsWithoutPaper(viewWithoutProof(), [])).toEqual([
      '鉴定评估报告（2025年4月10日）',
      '送达回证（某造纸有限公司，2025年5月27日）',
      '送达回证（郑某，2025年5月28日）',
      '会议纪要（第1轮 第1次会议，2025年6月20日）',
      '会议纪要（第1轮 第2次会议，2025年7月10日）',
      '司法确认裁定（某造纸有限公司、郑某，2025年9月20日）',
      '付款凭证（60,000.00元，2025年8月15日）',
      '付款凭证（40,000.00元，2025年8月15日）',
      '验收意见（2026年4月24日）',
    ])
  })

  it('are each recorded by a step of the case, which takes the file', () => {
    const view = viewWithoutProof()
    const lines = lackingPaths(view, needsOf(view, []))
    const calls = lines.filter((line) => line.includes('ejc'))
    expect(calls).toEqual([
      '  用 ejc amend NN-2025-0007 收到鉴定评估结论 A1 补填：',
      '  用 ejc amend NN-2025-0007 送达磋商告知书 1/o1 补填：',
      '  用 ejc amend NN-2025-0007 送达磋商告知书 1/o2 补填：',
      '  用 ejc amend NN-2025-0007 记录磋商会议 1/1 补填：',
      '  用 ejc amend NN-2025-0007 记录磋商会议 1/2 补填：',
      '  用 ejc amend NN-2025-0007 记录司法确认裁定 G1 补填：',
      expect.stringContaining('记录付款'),
      expect.stringContaining('记录付款'),
      '  用 ejc amend NN-2025-0007 组织专家验收修复效果 R1/1 补填：',
    ])
    expect(lines.filter((line) => line.includes('--set'))).toHaveLength(calls.length)
    for (const line of lines.filter((each) => each.includes('--set'))) expect(line).toMatch(/=@文件$/u)
  })

  it('name the organ that a transfer went to, by its kind where it has no name of its own', () => {
    const documents = sampleDocuments()
    const transfer = { to: 'public-security', transferredOn: '2025-03-20' } as const
    const said = (more: object) => {
      const court = { ...documents.court, transfers: [{ ...transfer, ...more }] }
      return stepsWithoutPaper(viewOf(factsOf({ ...documents, court }), settingOn('2026-11-24')), []).join()
    }
    expect(said({})).toContain('移送文书（公安机关，2025年3月20日）')
    expect(said({ organ: '南宁市公安局' })).toContain('移送文书（南宁市公安局，2025年3月20日）')
  })

  it('are not those whose paper the record names', () => {
    const view = viewOf(factsOf(sampleDocuments()), settingOn('2026-11-24'))
    expect(stepsWithoutPaper(view, []).join()).not.toMatch(/送达回证|会议纪要|付款凭证/)
  })

  it('are not those of which ejc made the paper, but a draft is none', () => {
    const lacking = (file: string) => stepsWithoutPaper(viewWithoutProof(), [`documents/${file}`]).join()
    expect(lacking(`${minutes}.docx`)).not.toContain('第1次会议')
    expect(lacking(`${minutes}-草稿.docx`)).toContain('第1次会议')
  })
})
