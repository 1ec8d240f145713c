import { wrongNotice } from '../../../drafts/notice.ts'
import { unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'
import { kindOfDraft } from '../../paper-kind.ts'
import { sampleNotice } from '../../sample-draft.ts'

export const noticeText = defineRule({
  id: 'consultation/notice-text',
  severity: 'error',
  about: 'breach',
  severityStays: 'record',
  matter: 'consultation-notice',
  contradiction: true,
  title: '磋商告知书的文稿与案卷一致',
  why: '在 Word 里改过的告知书，答复期限、会议、金额与案卷不同，对方按文书行事，期限和结果就对不上。',
  mend: '核对文稿和案卷：文稿写错的改正文稿，记录写错的用 ejc amend 更正；已经送达的，以送达的文本为准。',
  reads: ['files'],
  *check({ drafts, facts, regulation }) {
    for (const draft of drafts()) {
      const { path, content, subject = null } = draft
      if (typeof content === 'string' || kindOfDraft(draft, regulation)?.kind !== 'consultation-notice')
        continue
      for (const { code, message, line, severity } of wrongNotice(content, facts, subject, regulation) ?? [])
        yield at('case', [], message, { code, severity, subject: path, place: { path, line } })
    }
  },
  examples: {
    accept: [
      { title: '没有告知书的文稿', change: unchanged },
      { title: '与记录一致', drafts: [sampleNotice({})], change: unchanged },
      {
        title: '法规的文号、只写了答复期限',
        drafts: [sampleNotice({ meeting: '另行通知。', other: '依据环法规〔2022〕31号办理。' })],
        change: unchanged,
      },
    ],
    reject: [
      {
        title: '答复期限不同',
        finds: ['error replyBy case'],
        says: ['第 11 段写明的答复期限是 2025-06-19，记录的是 2025-06-09'],
        drafts: [sampleNotice({ reply: '请于2025年6月19日前书面答复是否同意磋商。' })],
        change: unchanged,
      },
      {
        title: '被告知人不同',
        finds: ['error addressee case'],
        drafts: [sampleNotice({ addressee: '某造纸厂' })],
        change: unchanged,
      },
      {
        title: '文号不同',
        finds: ['error number case'],
        drafts: [sampleNotice({ number: '南环损磋〔2025〕17号' })],
        change: unchanged,
      },
      {
        title: '损害数额不同',
        finds: ['error sum case'],
        drafts: [sampleNotice({ sums: '损害数额共计310,000.00元。' })],
        change: unchanged,
      },
      {
        title: '会议没有记录',
        finds: ['warning meeting case'],
        drafts: [sampleNotice({ meeting: '2025年6月20日9时30分，南宁市生态环境局三楼会议室。' })],
        change: unchanged,
      },
      {
        title: '会议的日期、时间、地点不同',
        finds: ['error meeting case', 'error meeting case', 'error meeting case'],
        drafts: [
          sampleNotice({ meeting: '2025年6月30日9时30分，南宁市生态环境局三楼会议室。' }),
          sampleNotice({ meeting: '2025年6月20日下午3点半，南宁市生态环境局三楼会议室。' }),
          sampleNotice({ meeting: '2025年6月20日9:30，某县法院二楼调解室。' }),
        ],
        change: (documents) => {
          const notice = documents.consultation?.rounds[0]?.notice
          if (notice) notice.meeting = { at: '2025-06-20 09:30', place: '南宁市生态环境局三楼会议室' }
        },
      },
    ],
  },
})
