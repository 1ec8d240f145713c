import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { caseHint, similarCase } from '../../src/repository/similar-case.ts'

const root = mkdtempSync(join(tmpdir(), 'ejc-similar-'))
for (const id of ['NN-2026-0001', 'NN-2026-0012', 'NN-2025-0003', 'GL-2025-0003'])
  mkdirSync(join(root, 'cases', id), { recursive: true })
afterAll(() => rmSync(root, { recursive: true }))

describe('a wrong case number', () => {
  it.each([
    ['small letters', 'nn-2026-0001', 'NN-2026-0001'],
    ['a number without its zeros', 'NN-2026-12', 'NN-2026-0012'],
    ['no prefix', '2026-1', 'NN-2026-0001'],
    ['no dashes', 'NN20260012', 'NN-2026-0012'],
    ['characters of full width', 'ＮＮ－２０２６－０００１', 'NN-2026-0001'],
    ['a slip of one letter', 'NM-2026-0012', 'NN-2026-0012'],
    ['neighbours exchanged', 'NN-2062-0001', 'NN-2026-0001'],
  ])('with %s is recognised', (_, word, id) => {
    expect(similarCase(root, word)).toBe(id)
  })

  it.each([
    ['another number', 'NN-2026-0099'],
    ['a number of two offices', '2025-3'],
    ['a word', 'show'],
    ['nothing', ''],
  ])('that is %s brings no suggestion', (_, word) => {
    expect(caseHint(root, word)).toBe('')
  })

  it('brings none where there are no cases', () => {
    expect(similarCase(join(root, 'nowhere'), 'NN-2026-0001')).toBeUndefined()
  })
})
