import type { ExpectedPaper } from '../expected.ts'

export const expected: ExpectedPaper = {
  bare: {
    known: {
      委托人: ['委托人：南宁市生态环境局，住所地：南宁市某区某路 1 号，法定代表人（负责人）：周某，局长。'],
      受委托人: ['受委托人：覃某，南宁市生态环境局法规科，科员，联系电话：0771-0000000。'],
      特别授权依据: '（《中华人民共和国民事诉讼法》第六十二条）',
      特别授权事项: '代为承认、放弃、变更诉讼请求，进行和解，提起反诉或者上诉',
    },
    lacks: ['案由：case.cause ← new', '人民法院：court ← sue'],
  },
  whole: {
    about: ['G1'],
    needs: [
      '委托人：config.unit.address ← init',
      '委托人：config.unit.representative.name ← init',
      '受委托人：config.unit.agents ← init',
      '案由：case.cause ← new',
      '人民法院：court.confirmations[G1].court ← apply-confirmation',
    ],
  },
}
