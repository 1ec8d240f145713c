import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { caseHint, meantCases, similarCase } from '../../src/repository/similar-case.ts'

const root = mkdtempSync(join(tmpdir(), 'ejc-similar-'))
for (const id of ['NN-2026-0001', 'NN-2026-0012', 'NN-2025-0003', 'GL-2025-0003'])
  mkdirSync(join(root, 'cases', id), { recursive: true })
afterAll(() => rmSync(root, { recursive: true }))

describe('a case number as people write it', () => {
  it.each([
    ['small letters', 'nn-2026-0001', 'NN-2026-0001'],
    ['a number without its zeros', 'NN-2026-12', 'NN-2026-0012'],
    ['no prefix', '2026-1', 'NN-2026-0001'],
    ['no dashes', 'NN20260012', 'NN-2026-0012'],
    ['characters of full width', 'ＮＮ－２０２６－０００１', 'NN-2026-0001'],
    ['nothing but the number', '12', 'NN-2026-0012'],
    ['the prefix of one of two offices', 'gl-2025-3', 'GL-2025-0003'],
  ])('with %s means the one case that it can mean', (_, word, id) => {
    expect(meantCases(root, word)).toEqual([id])
  })

  it('of two offices means both', () => {
    expect(meantCases(root, '2025-3')).toEqual(['GL-2025-0003', 'NN-2025-0003'])
    expect(meantCases(root, '3')).toEqual(['GL-2025-0003', 'NN-2025-0003'])
  })

  it.each(['NN-2026-0099', 'NM-2026-0012', 'show', 'cases/NN-2026-0001', '', '-1', '0'])(
    'that is “%s” means none',
    (word) => {
      expect(meantCases(root, word)).toEqual([])
    },
  )
})

describe('a wrong case number', () => {
  it.each([
    ['a slip of one letter', 'NM-2026-0012', 'NN-2026-0012'],
    ['neighbours exchanged', 'NN-2062-0001', 'NN-2026-0001'],
  ])('with %s is recognised', (_, word, id) => {
    expect(similarCase(root, word)).toBe(id)
  })

  it.each([
    ['another number', 'NN-2026-0099'],
    ['a word', 'show'],
    ['nothing', ''],
  ])('that is %s brings no suggestion', (_, word) => {
    expect(caseHint(root, word)).toBe('')
  })

  it('brings none where there are no cases', () => {
    expect(similarCase(join(root, 'nowhere'), 'NN-2026-0001')).toBeUndefined()
  })
})
