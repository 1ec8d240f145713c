import type { ExpectedPaper } from '../expected.ts'

export const expected: ExpectedPaper = {
  bare: {
    known: { 依据: '《生态环境损害赔偿管理规定》（环法规〔2022〕31号）', 赔偿权利人: '南宁市人民政府' },
    lacks: ['基本案情：case.summary ← new', '公开内容：supervision.disclosures ← disclose'],
  },
  whole: {
    about: ['agreement/G1', 'funds', 'restoration-effect/R1', 'public-interest'],
    needs: ['基本案情：case.summary ← new'],
  },
}
