import { describe, expect, it } from 'vitest'
import { officersOn } from '../../src/core/facts/by-day.ts'

const handedOver = {
  officers: [{ name: '丙某', phone: '3' }],
  assignments: [
    { on: '2026-05-27', from: '甲某', fromPhone: '1', to: '乙某' },
    { on: '2026-07-01', from: '乙某', to: '丙某' },
  ],
}

describe('the officers of a case on a day', () => {
  it.each([
    ['2026-04-21', [{ name: '甲某', phone: '1' }]],
    ['2026-05-27', [{ name: '乙某' }]],
    ['2026-07-01', [{ name: '丙某', phone: '3' }]],
  ])('on %s', (day, officers) => {
    expect(officersOn(handedOver, day)).toEqual(officers)
  })

  it('are fewer before somebody took over from nobody', () => {
    const assignments = [{ on: '2026-05-27', to: '乙某' }]
    expect(officersOn({ officers: [{ name: '甲某' }, { name: '乙某' }], assignments }, '2026-05-01')).toEqual(
      [{ name: '甲某' }],
    )
  })
})
