import type { DraftParagraph } from '../drafts/draft.ts'
import type { Documents } from '../facts/documents.ts'
import { sum, yuanOf } from '../facts/money.ts'
import type { CaseDraft } from './define.ts'

/** A draft of the agreement of the sample case: each heading with what is agreed under it. */
const sampleSections: readonly (readonly [heading: string, text: string])[] = [
  ['损害事实', '2025年2月10日至28日，某造纸有限公司将未经处理的废水经暗管排入某河。'],
  ['有关证据', '现场勘查笔录、监测报告和询问笔录。'],
  ['法律依据', '《中华人民共和国民法典》关于修复和赔偿责任的规定。'],
  ['赔偿理由', '排污行为违反国家规定，造成生态环境损害，应当承担修复和赔偿责任。'],
  ['责任认定', '双方当事人承担连带责任。'],
  ['对鉴定意见、修复方案的意见', '双方对鉴定意见和修复方案无异议。'],
  [
    '履行方式和期限',
    '赔偿总额300,000.00元，其中60,000.00元和40,000.00元于2025年8月20日前缴纳，其余以修复的方式承担。',
  ],
  ['修复目标', '水质恢复至三类。'],
  ['修复方案', '按照修复方案清淤并栽植水生植物。'],
  ['修复启动时间和期限', '2025年9月25日启动，2026年3月31日前完成。'],
  ['违约责任', '逾期支付的，按日支付违约金。'],
  ['修复效果评估', '修复完成后一个月内委托第三方评估。'],
  ['争议解决', '协商不成的，向有管辖权的人民法院起诉。'],
  ['不可抗力', '因不可抗力不能履行的，及时通知并顺延。'],
]

function sampleParagraphs(parts: typeof sampleSections): DraftParagraph[] {
  const texts = parts.flatMap(([heading, text]) => [
    { text: heading, bold: true },
    { text, bold: false },
  ])
  return texts.map(({ text, bold }, index) => paragraphOf(text, index + 1, bold))
}

function paragraphOf(text: string, number: number, bold: boolean): DraftParagraph {
  return { text, bold, number, label: '', lead: '', outline: null, cell: null }
}

function draftOf(parts: typeof sampleSections): CaseDraft {
  const content = { accepted: sampleParagraphs(parts), original: null }
  return { path: 'attachments/赔偿协议-修改稿.docx', agreement: 'G1', content }
}

/** The draft as it should be. */
export const sampleDraft: CaseDraft = draftOf(sampleSections)

/** The draft without the section of this heading. */
export function withoutInDraft(heading: string): CaseDraft {
  return draftOf(sampleSections.filter(([title]) => title !== heading))
}

/** The draft with another text, or none, under this heading. */
export function blankInDraft(heading: string, text: string): CaseDraft {
  return draftOf(sampleSections.map(([title, own]) => [title, title === heading ? text : own]))
}

/** The draft with this text on how the agreement is performed. */
export function draftSaying(text: string): CaseDraft {
  return blankInDraft('履行方式和期限', text)
}

/** A draft that can't be opened. */
export const unreadableDraft: CaseDraft = { ...sampleDraft, content: '文件已损坏，无法解压。' }

/** The draft under another title. */
export function titledDraft(title: string): CaseDraft {
  const paragraphs = sampleParagraphs([[title, ''], ...sampleSections])
  const content = { accepted: paragraphs.filter(({ text }) => text !== ''), original: null }
  return { ...sampleDraft, content }
}

const noticeTexts = {
  number: '南环损磋〔2025〕7号',
  addressee: '某造纸有限公司',
  sums: '鉴定意见认定修复费用200,000.00元，服务功能损失6万元，评估费用4万元，损害数额共计300,000.00元。',
  meeting: '收到同意磋商的书面答复后另行通知。',
  reply: '请于2025年6月9日前（含当日）书面答复是否同意磋商。',
  other: '联系电话：0771-5555555。',
}

/** The 磋商告知书 of the sample case, with some of its texts changed. */
export function sampleNotice(changed: Partial<typeof noticeTexts>): CaseDraft {
  const { number, addressee, sums, meeting, reply, other } = { ...noticeTexts, ...changed }
  const lines = [
    '生态环境损害赔偿磋商告知书',
    number,
    '告知人（赔偿权利人或其指定的部门、机构）：南宁市生态环境局',
    `被告知人（赔偿义务人）：${addressee}`,
    '一、生态环境损害赔偿事由',
    '违法排放废水污染河流。',
    '二、生态环境损害调查情况',
    sums,
    '三、磋商会议时间和地点：',
    meeting,
    reply,
    '四、其他事项：',
    other,
  ]
  const accepted = lines.map((text, index) => paragraphOf(text, index + 1, index === 0))
  return { path: 'documents/告知书.docx', agreement: null, content: { accepted, original: null } }
}

/** A supplement with one sentence under its title. */
export function sampleSupplement(text: string): CaseDraft {
  const lines = ['生态环境损害赔偿协议之补充协议', text]
  const accepted = lines.map((line, index) => paragraphOf(line, index + 1, index === 0))
  return { path: 'attachments/补充协议.docx', agreement: null, content: { accepted, original: null } }
}

/** The agreement of the sample case amended: without the costs of the appraisal, and the first payment later. */
export function amendedAgreement(documents: Documents): void {
  const [first] = documents.agreements?.agreements ?? []
  if (!first) return
  const items = (first.compensation?.items ?? []).filter(({ head }) => head !== 'investigation-appraisal')
  const [service, ...others] = first.payments ?? []
  documents.agreements?.agreements.push({
    ...structuredClone(first),
    id: 'G2',
    amends: 'G1',
    signedOn: '2025-08-15',
    compensation: { items, total: yuanOf(sum(items.map(({ amount }) => amount))) },
    payments: service ? [{ ...service, dueOn: '2025-12-20' }, ...others] : [],
  })
}
