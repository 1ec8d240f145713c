import { describe, expect, it } from 'vitest'
import { comparedFacts } from '../../../../src/cli/shared/wording/compared.ts'
import type { FileConflict } from '../../../../src/repository/sync/merging.ts'

const conflict = (ours: unknown, theirs: unknown): FileConflict => ({
  file: 'cases/NN-2026-0001/case.yaml',
  caseId: 'NN-2026-0001',
  address: 'case.obligors[o1]',
  schema: 'case',
  path: ['obligors', 0],
  base: {},
  ours,
  theirs,
  both: false,
})

describe('the two sides of a clash, on screen', () => {
  it('show numbers of persons as lists do', () => {
    const [line] = comparedFacts(conflict({ phone: '13812345678' }, { phone: '13987654321' }), {})
    expect(line).toEqual({ title: '义务人联系电话', ours: '138****5678', theirs: '139****4321' })
  })

  it('say that they differ where only what is masked does', () => {
    const [line] = comparedFacts(conflict({ phone: '13812345678' }, { phone: '13899995678' }), {})
    expect(line?.ours).toBe('138****5678')
    expect(line?.theirs).toBe('138****5678（与左边不同，不同处被遮盖或者略去）')
  })

  it('say so of long texts that begin alike, and leave out what is the same', () => {
    const long = '同'.repeat(200)
    const sides = [`${long}甲`, `${long}乙`].map((remarks) => ({ remarks, name: '某厂' }))
    expect(comparedFacts(conflict(...(sides as [unknown, unknown])), {})).toEqual([
      expect.objectContaining({ title: '义务人备注', theirs: expect.stringContaining('与左边不同') }),
    ])
  })
})
