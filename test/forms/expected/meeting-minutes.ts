import type { ExpectedPaper } from '../expected.ts'

export const expected: ExpectedPaper = {
  bare: {
    known: {
      参加人员: ['赔偿权利人一方：南宁市生态环境局。'],
      会议情况: [
        '（一）陈述与举证：＿＿＿＿＿＿＿＿',
        '（二）鉴定评估说明：＿＿＿＿＿＿＿＿',
        '（三）义务人陈述：＿＿＿＿＿＿＿＿',
        '（四）平等磋商：＿＿＿＿＿＿＿＿',
        '（五）解答：＿＿＿＿＿＿＿＿',
      ],
      到会义务人: [{ 名称: '' }],
    },
    lacks: [
      '会议日期：consultation.rounds[].meetings[].heldOn ← meet',
      '会议地点：consultation.rounds[].meetings[].place ← meet',
      '陈述与举证：consultation.rounds[].meetings[].record.claimant ← meet',
      '鉴定评估说明：consultation.rounds[].meetings[].record.appraisal ← meet',
      '义务人陈述：consultation.rounds[].meetings[].record.obligors ← meet',
      '平等磋商：consultation.rounds[].meetings[].record.negotiation ← meet',
      '解答：consultation.rounds[].meetings[].record.answers ← meet',
      '会议结果：consultation.rounds[].meetings[].outcome ← meet',
    ],
  },
  whole: {
    about: ['1/1', '1/2'],
    needs: [
      '会议日期：consultation.rounds[1].meetings[1].heldOn ← meet',
      '会议地点：consultation.rounds[1].meetings[1].place ← meet',
      '陈述与举证：consultation.rounds[1].meetings[1].record.claimant ← meet',
      '鉴定评估说明：consultation.rounds[1].meetings[1].record.appraisal ← meet',
      '义务人陈述：consultation.rounds[1].meetings[1].record.obligors ← meet',
      '平等磋商：consultation.rounds[1].meetings[1].record.negotiation ← meet',
      '解答：consultation.rounds[1].meetings[1].record.answers ← meet',
      '会议结果：consultation.rounds[1].meetings[1].outcome ← meet',
    ],
  },
}
