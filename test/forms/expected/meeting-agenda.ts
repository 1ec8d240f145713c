import type { ExpectedPaper } from '../expected.ts'

export const expected: ExpectedPaper = {
  bare: {
    known: {
      参加人员: ['赔偿权利人一方：南宁市生态环境局。'],
      会议议程: [
        '（一）赔偿权利人指定的部门或机构就生态环境损害赔偿案件调查情况进行陈述、发表赔偿意见并出示相关证据。',
        '（二）鉴定评估机构对鉴定评估情况进行说明，或者鉴定评估专家组对专家意见进行说明。',
        '（三）赔偿义务人进行陈述并发表意见。',
        '（四）赔偿权利人指定的部门或机构、赔偿义务人根据生态环境损害鉴定评估报告结论和各方意见等，就修复启动时间和期限、赔偿的数额、责任承担方式和期限等具体问题进行平等磋商。',
        '（五）赔偿义务人对鉴定评估报告或者专家意见有疑问或异议的，由参加会议的评估机构或评估专家给予解答说明。',
      ],
    },
    lacks: [
      '会议时间：consultation.rounds[].notice.meeting.at ← notify',
      '会议地点：consultation.rounds[].notice.meeting.place ← notify',
    ],
  },
  whole: {
    about: ['1'],
    needs: [
      '会议时间：consultation.rounds[1].notice.meeting.at ← notify',
      '会议地点：consultation.rounds[1].notice.meeting.place ← notify',
    ],
  },
}
