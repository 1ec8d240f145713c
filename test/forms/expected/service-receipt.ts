import type { ExpectedPaper } from '../expected.ts'

export const expected: ExpectedPaper = {
  bare: {
    known: { 送达文书: '《生态环境损害赔偿磋商告知书》', 送达机关: '南宁市生态环境局' },
    lacks: ['送达文书：consultation.rounds[].notice ← notify'],
  },
  whole: {
    about: ['1/o1', '1/o2'],
    needs: [
      '送达文书：consultation.rounds[1].notice ← notify',
      '受送达人：case.obligors ← amend-obligors',
      '送达地址：case.obligors[o1].address ← amend-obligors',
    ],
  },
}
