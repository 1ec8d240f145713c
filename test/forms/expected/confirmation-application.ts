import type { ExpectedPaper } from '../expected.ts'
import { agreementTerms } from '../shared-words.ts'

export const expected: ExpectedPaper = {
  bare: {
    known: {
      申请人: '南宁市生态环境局',
      申请人统一社会信用代码: '11450100000000000X',
      申请人法定代表人: '周某',
      '申请人地址（联系方式）': '南宁市某区某路 1 号（0771-0000000）',
      协议名称: '某造纸有限公司等排污案',
      '实施方案、办法': '《广西壮族自治区生态环境损害赔偿制度改革实施方案》',
      人民法院: '南宁市中级人民法院',
    },
    lacks: ['签订日期：agreements.agreements ← sign'],
  },
  whole: {
    about: ['G1'],
    needs: [
      '申请人法定代表人：config.unit.representative.name ← init',
      '申请人地址（联系方式）：config.unit.address ← init',
      '申请人统一社会信用代码：config.unit.creditCode ← init',
      '单位.统一社会信用代码：case.obligors[o1].creditCode ← amend-obligors',
      '单位.法定代表人（负责人）：case.obligors[o1].representative.name ← amend-obligors',
      '单位.地址（联系方式）：case.obligors[o1].address ← amend-obligors',
      '自然人.身份证号码：case.obligors[o2].idNumber ← amend-obligors',
      '自然人.住址（联系方式）：case.obligors[o2].address ← amend-obligors',
      '签订日期：agreements.agreements[G1].signedOn ← sign',
      ...agreementTerms,
      '实施方案、办法：config.localBasis ← init',
      '人民法院：config.court ← init',
    ],
  },
}
