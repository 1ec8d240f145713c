import type { ExpectedPaper } from '../expected.ts'

export const expected: ExpectedPaper = {
  bare: { known: {}, lacks: ['催告内容：court.demands.content ← demand-performance'] },
}
