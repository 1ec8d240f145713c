import { describe, expect, it } from 'vitest'
import { createPackedList } from '../../../src/cli/shared/packed-list.ts'

describe('values that are kept packed', () => {
  it('come out as they went in, in their order, as often as wanted, and others after them', () => {
    const kept = createPackedList<{ readonly number: number; readonly text: string }>()
    const values = Array.from({ length: 3000 }, (_, number) => ({
      number,
      text: `案件 ${number}`.repeat(20),
    }))
    expect([...kept]).toEqual([])
    for (const value of values.slice(0, 2000)) kept.add(value)
    expect([...kept]).toEqual(values.slice(0, 2000))
    for (const value of values.slice(2000)) kept.add(value)
    expect([...kept]).toEqual(values)
    expect([...kept]).toEqual(values)
  })
})
