import { describe, expect, it } from 'vitest'
import { deadlineTables } from '../../../../src/cli/shared/wording/deadlines.ts'
import type { Deadline } from '../../../../src/core/deadlines/define.ts'

const deadline = (id: string, due: string, rolledDue: string): Deadline => ({
  case: 'NN-2025-0007',
  deadline: id,
  title: id,
  subject: 'P1',
  start: '2026-03-03',
  due,
  rolledDue,
  status: 'open',
  daysLeft: 90,
  certain: true,
  met: null,
  article: '第二十一条',
  trace: [],
  advisory: false,
})

const plain = (text: string): string => text
const layout = {
  width: 100,
  style: { bold: plain, dim: plain, green: plain, red: plain, yellow: plain, cyan: plain },
} as unknown as Parameters<typeof deadlineTables>[2]

const listed = (each: Deadline): string =>
  deadlineTables(
    [{ deadline: each, subject: '款项 P1 某厂' }],
    { today: '2026-02-01', withinDays: 7, showCase: false },
    layout,
  )

describe('the last day of a debt that falls on a day off (第四十二条)', () => {
  it('is listed with the day that was agreed; any other day, and one that did not move, alone', () => {
    expect(listed(deadline('payment', '2026-05-02', '2026-05-06'))).toMatch(
      /2026-05-06[\s\S]*原定 2026-05-02/,
    )
    expect(listed(deadline('payment', '2026-05-06', '2026-05-06'))).not.toContain('原定')
    expect(listed(deadline('screening', '2026-05-02', '2026-05-06'))).not.toContain('原定')
  })
})
