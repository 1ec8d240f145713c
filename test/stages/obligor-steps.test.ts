import { describe, expect, it } from 'vitest'
import type { CaseDocument, Obligor } from '../../src/core/facts/documents.ts'
import { step, upToScreening } from '../support/step.ts'

const officers = [{ name: '罗某' }, { name: '蒙某' }]

describe('增加、更正赔偿义务人', () => {
  const known: Obligor[] = [
    { id: 'o1', kind: 'organization', name: '某造纸有限公司', identifiedOn: '2025-03-05' },
    { id: 'o2', kind: 'individual', name: '郑某', remarks: '司机' },
  ]
  const amend = (file: Partial<CaseDocument> = {}, given: object = {}) =>
    step('amend-obligors', { ...given, case: { obligors: known, officers, ...file } }, '2025-03-20')

  it('offers the next number first, then each on record', () => {
    expect(amend().subjects).toStrictEqual(['o3', 'o1', 'o2'])
    expect(amend({ obligors: [] }).subjects).toStrictEqual(['o1'])
  })

  it('says of each what is done with it', () => {
    expect(['o3', 'o2'].map(amend().about)).toStrictEqual(['新增一名', '更正 郑某'])
  })

  it('is asked for where the claim is initiated against nobody', () => {
    expect(amend().advised('o3')).toBe(false)
    expect(amend({ obligors: [] }).advised('o1')).toBe(true)
    expect(amend({ obligors: [] }, upToScreening).advised('o1')).toBe(false)
    expect(amend({ obligors: [] }, { investigation: {} }).advised('o1')).toBe(false)
  })

  it('takes what is on record of one, and nothing of one found later', () => {
    expect(amend().known('o2')).toStrictEqual({ id: 'o2', kind: 'individual', name: '郑某', remarks: '司机' })
    expect(amend().known('o3')).toStrictEqual({ id: 'o3' })
    expect(amend().place('o2')).toBe('case.obligors.1')
    expect(amend().place('o3')).toBe('case.obligors.2')
    expect(amend().refused('o3', { kind: 'individual', name: '钱某' })).toStrictEqual([])
    expect(amend().refused('o3', { id: 'o2' })).toStrictEqual(['investigation id'])
    expect(amend().blocked('o3')).toStrictEqual([])
  })

  it('once the claim is initiated, records what was changed, why and by whom', () => {
    const also = (subject: string, item: object, file: Partial<CaseDocument> = {}) =>
      amend(file).also(subject, { ...item })['obligorAmendments+']
    expect(also('o3', {})).toStrictEqual({ on: '2025-03-20', kind: 'added', obligors: ['o3'], by: '罗某' })
    expect(also('o2', { remarks: '已被羁押' })).toStrictEqual({
      on: '2025-03-20',
      kind: 'corrected',
      obligors: ['o2'],
      reason: '已被羁押',
      by: '罗某',
    })
    expect(also('o1', {}, { officers: [] })).toStrictEqual({
      on: '2025-03-20',
      kind: 'corrected',
      obligors: ['o1'],
    })
    expect(amend({}, upToScreening).also('o3')).toStrictEqual({})
    expect(amend({}, { investigation: {} }).also('o3')).toStrictEqual({})
  })

  it('one taken off the list is added again by a new reason alone', () => {
    const obligorAmendments = [{ on: '2025-03-10', kind: 'withdrawn' as const, obligors: ['o2'] }]
    const kind = (remarks: string | undefined, obligors = known) =>
      amend({ obligors, obligorAmendments }).also('o2', { remarks })['obligorAmendments+']
    expect(kind('查明系雇主')).toMatchObject({ kind: 'added' })
    expect(kind('司机')).toMatchObject({ kind: 'corrected' })
    expect(kind(' ')).toMatchObject({ kind: 'corrected' })
    expect(kind(undefined)).toMatchObject({ kind: 'corrected' })
    const bare = known.map(({ remarks: _, ...each }) => each)
    expect(kind('查明系雇主', bare)).toMatchObject({ kind: 'added' })
  })
})
