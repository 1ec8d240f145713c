import type { ExpectedPaper } from '../expected.ts'

export const expected: ExpectedPaper = {
  bare: {
    about: [null],
    known: {
      '案件线索的来源、调查经过': [
        '案件线索：日常监管、执法巡查、各项资源与环境专项行动中发现的案件线索。',
        '索赔启动：＿＿＿＿＿＿＿＿经南宁市生态环境局批准启动。',
      ],
      '承担赔偿、修复责任的法律依据': ['《广西壮族自治区生态环境损害赔偿制度改革实施方案》。'],
    },
    lacks: [
      '案件线索的来源、调查经过：investigation.initiation ← initiate',
      '案件线索的来源、调查经过：investigation.process.activities ← log-investigation',
      '赔偿义务人的基本情况：case.obligors ← amend-obligors',
      '生态环境损害事实和相关证据材料：investigation.facts ← record-facts',
      '承担赔偿、修复责任的法律依据：investigation.legalBasis ← record-facts',
      '调查部门的处理建议：investigation.conclusion.reason ← conclude',
    ],
  },
  whole: {
    about: [null],
    needs: [
      '案件线索的来源、调查经过：investigation.initiation ← initiate',
      '案件线索的来源、调查经过：investigation.process.activities ← log-investigation',
      '赔偿义务人的基本情况：case.obligors[o1].address ← amend-obligors',
      '赔偿义务人的基本情况：case.obligors[o1].creditCode ← amend-obligors',
      '赔偿义务人的基本情况：case.obligors[o1].representative.name ← amend-obligors',
      '赔偿义务人的基本情况：case.obligors[o2].address ← amend-obligors',
      '赔偿义务人的基本情况：case.obligors[o2].idNumber ← amend-obligors',
      '生态环境损害事实和相关证据材料：investigation.facts ← record-facts',
      '承担赔偿、修复责任的法律依据：investigation.legalBasis ← record-facts',
      '调查部门的处理建议：investigation.conclusion.reason ← conclude',
    ],
  },
}
