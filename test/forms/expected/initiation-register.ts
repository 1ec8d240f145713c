import type { ExpectedPaper } from '../expected.ts'

export const expected: ExpectedPaper = {
  bare: {
    about: [null],
    known: {
      案件来源: '日常监管',
      义务人: [
        {
          '名称（姓名）': '待调查查明',
          '地址（住址）': '待调查查明',
          '统一社会信用代码（公民身份证号码）': '待调查查明',
          '法定代表人（负责人）': '待调查查明',
          职务: '待调查查明',
        },
      ],
      编号: 'NN-2025-0007',
      案情简介及启动索赔理由: ['案情简介：＿＿＿＿＿＿＿＿', '启动索赔理由：＿＿＿＿＿＿＿＿'],
    },
    lacks: [
      '案由：case.cause ← new',
      '案情简介及启动索赔理由：case.summary ← new',
      '案情简介及启动索赔理由：investigation.initiation.reason ← initiate',
    ],
  },
  whole: {
    about: [null],
    needs: [
      '义务人.地址（住址）：case.obligors[o1].address ← amend-obligors',
      '义务人.统一社会信用代码（公民身份证号码）：case.obligors[o1].creditCode ← amend-obligors',
      '义务人.法定代表人（负责人）：case.obligors[o1].representative.name ← amend-obligors',
      '义务人.地址（住址）：case.obligors[o2].address ← amend-obligors',
      '义务人.统一社会信用代码（公民身份证号码）：case.obligors[o2].idNumber ← amend-obligors',
      '案由：case.cause ← new',
      '案情简介及启动索赔理由：case.summary ← new',
      '案情简介及启动索赔理由：investigation.initiation.reason ← initiate',
    ],
  },
}
