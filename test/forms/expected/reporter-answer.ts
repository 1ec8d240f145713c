import type { ExpectedPaper } from '../expected.ts'

export const expected: ExpectedPaper = {
  bare: {
    known: {},
    lacks: ['处理结果：screening.decision ← screen', '收文机关：case.clue.reporter.name ← new'],
  },
}
