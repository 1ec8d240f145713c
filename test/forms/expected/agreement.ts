import type { ExpectedPaper } from '../expected.ts'
import { agreementTerms } from '../shared-words.ts'

export const expected: ExpectedPaper = {
  bare: {
    known: {
      赔偿权利人: '南宁市生态环境局',
      签章权利人: '南宁市生态环境局',
      签订地点: '＿＿＿＿＿＿＿＿',
      事实情况: ['＿＿＿＿＿＿＿＿'],
      相关证据: ['＿＿＿＿＿＿＿＿'],
      相关法律依据及规定: [
        '1．法律依据：《广西壮族自治区生态环境损害赔偿制度改革实施方案》。',
        '2．赔偿理由：＿＿＿＿＿＿＿＿',
      ],
      生态环境损害责任认定: ['＿＿＿＿＿＿＿＿'],
      '生态环境损害责任承担、履行方式和期限': [
        '（一）生态环境损害赔偿责任的履行方式和期限：＿＿＿＿＿＿＿＿',
        '（二）生态环境损害修复目标：＿＿＿＿＿＿＿＿',
        '（三）生态环境损害修复方案：＿＿＿＿＿＿＿＿',
        '（四）生态环境损害修复启动时间和期限：＿＿＿＿＿＿＿＿',
        '（五）赔偿金额及构成：双方约定的赔偿总额为＿＿＿＿＿＿＿＿。',
      ],
      其他约定: [
        '（一）协议双方当事人对鉴定意见书、评估报告、修复方案的意见：＿＿＿＿＿＿＿＿',
        '（二）违约责任的承担：＿＿＿＿＿＿＿＿',
        '（三）生态环境损害修复评估的方式和期限：＿＿＿＿＿＿＿＿',
        '（四）争议解决途径：＿＿＿＿＿＿＿＿',
        '（五）不可抗力因素的处理：＿＿＿＿＿＿＿＿',
      ],
    },
    lacks: ['赔偿协议：agreements.agreements ← sign'],
  },
  whole: {
    about: ['G1'],
    needs: [
      '赔偿义务人：agreements.agreements[G1].obligors ← sign',
      '单位.统一社会信用代码：case.obligors[o1].creditCode ← amend-obligors',
      '单位.法定代表人（负责人）：case.obligors[o1].representative.name ← amend-obligors',
      '单位.地址：case.obligors[o1].address ← amend-obligors',
      '自然人.身份证号码：case.obligors[o2].idNumber ← amend-obligors',
      '自然人.住址：case.obligors[o2].address ← amend-obligors',
      ...agreementTerms,
    ],
  },
}
