import type { ExpectedPaper } from '../expected.ts'

export const expected: ExpectedPaper = {
  bare: {
    known: {
      赔偿或者开展修复: '赔偿（开展修复）',
      赔偿或者修复: '赔偿（修复）',
      未履行: '未按照协议要求',
      一直未履行: '一直未按照协议履行',
      申请人名称: '南宁市生态环境局',
      '申请人地址（联系方式）': '南宁市某区某路 1 号（0771-0000000）',
      申请人法定代表人: '周某',
      '委托代理人（姓名、工作单位及职务）': '覃某，南宁市生态环境局法规科，科员',
      联系方式: '0771-0000000',
      案件名称: '某造纸有限公司等排污',
      协议名称: '某造纸有限公司等排污案生态环境损害',
      生效文书号: '＿＿＿＿＿＿＿＿',
    },
    lacks: [
      '执行申请：court.enforcements ← apply-enforcement',
      '损害名称：case.cause ← new',
      '调查日期：investigation.initiation ← initiate',
      '查明事实：investigation.facts ← record-facts',
      '磋商经过：consultation.rounds[].meetings ← meet',
      '司法确认文书号：court.confirmations[].rulingNumber ← rule-confirmation',
      '申请确认日期：court.confirmations[].appliedOn ← apply-confirmation',
      '人民法院：court.confirmations[].court ← apply-confirmation',
      '请求事项：court.enforcements.claim ← apply-enforcement',
      '执行人民法院：court.enforcements.court ← apply-enforcement',
    ],
  },
}
