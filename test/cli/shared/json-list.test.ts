import { describe, expect, it } from 'vitest'
import { jsonPieces } from '../../../src/cli/shared/output/json-list.ts'
import { jsonText } from '../../../src/cli/shared/output/output.ts'

const PHONE = '13877123456'
const inPieces = (data: object, items: readonly unknown[], after: object): string =>
  [...jsonPieces({ schemaVersion: 1, kind: 'board', data }, { key: 'cases', items }, after)].join('')

describe('a result with a long list', () => {
  it.each<[string, readonly unknown[]]>([
    ['none', []],
    ['one', [{ case: 'NN-2026-0001', timeline: [], amounts: { paid: '1.00' }, none: null }]],
    ['many', Array.from({ length: 2000 }, (_, number) => ({ number, text: `第 ${number} 件\n"引号"` }))],
    ['texts', ['甲', `韦某（电话${PHONE}）`, '\u202e乙']],
  ])('is the same in pieces as at once: %s', (_, items) => {
    const [data, after] = [{ today: '2026-11-24', whose: `电话${PHONE}` }, { file: null }]
    expect(inPieces(data, items, after)).toBe(jsonText('board', { ...data, cases: items, ...after }))
  })

  it('is not in memory as one text', () => {
    const items = Array.from({ length: 5000 }, (_, number) => ({ number, text: '案'.repeat(100) }))
    const pieces = [...jsonPieces({ schemaVersion: 1, kind: 'board', data: {} }, { key: 'cases', items }, {})]
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(100_000)
  })
})
