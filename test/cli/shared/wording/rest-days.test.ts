import { describe, expect, it } from 'vitest'
import { restDaysText } from '../../../../src/cli/shared/wording/rest-days.ts'
import { settingOn } from '../../../support/setting.ts'

const { calendar } = settingOn('2026-11-24')
const notice = { name: 'consultation', path: ['rounds', 0, 'notice'] } as const
const told = (item: Record<string, unknown>, former?: Record<string, unknown>) =>
  restDaysText(notice, item, { calendar, former, width: 80 }).replaceAll(/\s+/g, '')

describe('第四十二条: a last day on which nobody works is named before it is written', () => {
  it.each([
    ['a holiday, with its name', '2026-10-01', '2026-10-01是国庆节'],
    ['a Saturday', '2026-11-28', '2026-11-28是周末'],
    ['a day off in a year without an arrangement, provisionally', '2027-02-06', '（暂定）'],
  ])('%s', (_, replyBy, says) => {
    expect(told({ replyBy })).toContain(says)
    expect(told({ replyBy })).toContain('期限顺延到')
  })

  it('says nothing of a working day, of a day on which something happened, and of what stood there before', () => {
    expect(told({ replyBy: '2026-11-27' })).toBe('')
    expect(told({ issuedOn: '2026-10-01' })).toBe('')
    expect(told({ replyBy: '2026-10-01' }, { replyBy: '2026-10-01' })).toBe('')
  })

  it('finds last days inside of lists: 2026-10-10 is a Saturday on which people work', () => {
    const agreement = { name: 'agreements', path: ['agreements', 0] } as const
    const payments = [{ dueOn: '2026-10-10' }, { dueOn: '2026-10-11' }]
    const text = restDaysText(agreement, { payments }, { calendar, width: 80 })
    expect(text).toContain('2026-10-11')
    expect(text).not.toContain('2026-10-10 是')
    // The agreement says so: nobody sets another day.
    expect(text).not.toContain('改定')
    expect(told({ replyBy: '2026-10-11' })).toContain('改定')
  })
})
