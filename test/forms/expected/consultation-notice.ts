import type { ExpectedPaper } from '../expected.ts'

export const expected: ExpectedPaper = {
  bare: {
    known: {
      告知人: '南宁市生态环境局',
      生态环境损害调查情况: ['调查结论：＿＿＿＿＿＿＿＿'],
      受邀单位或部门: '无',
      磋商会议时间和地点: '收到同意磋商的书面答复后另行通知。',
      其他事项: [
        '对本告知书所列调查情况有异议的，可以在答复时书面提出，也可以在磋商会议上陈述意见、提交证据；对鉴定评估的程序、结果有异议的，可以要求鉴定评估机构书面解释说明。',
        '联系人：覃某，联系电话：0771-0000000。',
      ],
    },
    lacks: [
      '被告知人：case.obligors ← amend-obligors',
      '告知日期：consultation.rounds[].notice.issuedOn ← notify',
      '生态环境损害赔偿事由：consultation.rounds[].notice.matter ← notify',
      '生态环境损害调查情况：investigation.conclusion.reason ← conclude',
      '磋商小组人员：consultation.rounds[].notice.panel ← notify',
      '答复期限：consultation.rounds[].notice.replyBy ← notify',
    ],
  },
  whole: {
    about: ['1/o1', '1/o2'],
    needs: [
      '法定代表人/企业负责人：case.obligors[o1].representative.name ← amend-obligors',
      '统一社会信用代码：case.obligors[o1].creditCode ← amend-obligors',
      '地址：case.obligors[o1].address ← amend-obligors',
      '告知日期：consultation.rounds[1].notice.issuedOn ← notify',
      '生态环境损害赔偿事由：consultation.rounds[1].notice.matter ← notify',
      '生态环境损害调查情况：investigation.conclusion.reason ← conclude',
      '可以修复的区域范围和要求：appraisals.appraisals[A1].restorableArea ← receive-appraisal',
      '磋商小组人员：consultation.rounds[1].notice.panel ← notify',
      '答复地点：config.unit.address ← init',
      '答复期限：consultation.rounds[1].notice.replyBy ← notify',
    ],
  },
}
