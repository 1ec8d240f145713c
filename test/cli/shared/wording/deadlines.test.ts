import { Chalk } from 'chalk'
import { describe, expect, it } from 'vitest'
import { deadlineTables } from '../../../../src/cli/shared/wording/deadlines.ts'
import { movedLines } from '../../../../src/cli/shared/wording/moved-deadlines.ts'
import { dayText } from '../../../../src/cli/shared/wording/words.ts'
import { viewOfFixture } from '../../../support/setting.ts'

const today = '2026-11-24'
const [sample] = viewOfFixture('example-case', today).deadlines
if (!sample) throw new Error('the fixture has no deadline')

const deadline = (title: string, rest: Partial<typeof sample>) => ({
  deadline: { ...sample, title, met: null, advisory: false, certain: true, ...rest },
  subject: '',
})
const past = { status: 'overdue', due: '2026-11-14', rolledDue: '2026-11-16', daysLeft: -10 } as const

const shown = (level: 0 | 1) =>
  deadlineTables(
    [
      deadline('甲', past),
      deadline('乙', { ...past, advisory: true }),
      deadline('丙', { status: 'soon', due: '2026-11-28', rolledDue: '2026-11-30', daysLeft: 4 }),
      deadline('丁', { status: 'open', due: '2027-03-01', rolledDue: '2027-03-01', daysLeft: 97 }),
      deadline('戊', { status: 'suspended', due: null, rolledDue: null, daysLeft: null }),
      deadline('己', { status: 'duty', due: null, rolledDue: null, daysLeft: null }),
    ],
    { today, withinDays: 7, showCase: false },
    { style: new Chalk({ level }), width: 80 },
  )

describe('deadlines in groups', () => {
  it('stand under overdue, seven days, duties, later, suspended and passed reminders', () => {
    const headings = shown(0)
      .split('\n')
      .filter((line) => /（\d+）$/.test(line))
    expect(headings).toEqual([
      '已逾期（1）',
      '7 天之内（1）',
      '未定日期（及时办理）（1）',
      '以后（1）',
      '中止计算（1）',
      '参考日期已过（条文未规定期限）（1）',
    ])
  })

  it('say how they stand in words, and of a passed reminder never that it is overdue', () => {
    const lines = shown(0).split('\n')
    expect(lines.find((line) => line.includes('甲'))).toContain('逾期 8 天')
    const reminder = lines.find((line) => line.includes('乙')) ?? ''
    expect(reminder).toContain('参考日期已过 8 天')
    expect(reminder).not.toContain('逾期')
  })

  it('have red for what is overdue alone', () => {
    const red = shown(1)
      .split('\n')
      .filter((line) => line.includes('\u001b[31m'))
    expect(red).toHaveLength(1)
    expect(red[0]).toContain('甲')
  })

  it('on a short screen are all listed that are pressing, and of the others the first', () => {
    const later = ['一', '二', '三'].map((title) =>
      deadline(title, { status: 'open', rolledDue: '2027-03-01' }),
    )
    const late = ['四', '五', '六'].map((title) => deadline(title, past))
    const layout = { today, withinDays: 7, showCase: false, most: 2 }
    const text = deadlineTables([...later, ...late], layout, { style: new Chalk({ level: 0 }), width: 80 })
    expect(text).toContain('已逾期（3）')
    expect(text).toContain('以后（3，先列 2 项）')
    expect(['一', '二', '三', '四', '五', '六'].filter((title) => text.includes(title))).toEqual([
      ...'一二四五六',
    ])
  })
})

it('the last day of a deadline that does not run says so, in tables and previews', () => {
  const suspended = { ...sample, status: 'suspended', due: null, rolledDue: null, daysLeft: null } as const
  expect(dayText(suspended, '及时')).toBe('中止计算')
  expect(dayText({ ...suspended, status: 'duty' }, '及时')).toBe('及时')
  const [running] = viewOfFixture('example-case', today).deadlines
  if (!running) throw new Error('the fixture has no deadline')
  const view = viewOfFixture('example-case', today)
  const [, line = ''] = movedLines(view, [{ from: suspended, to: running }], 200)
  expect(line).toContain('中止计算 → ')
  expect(line).not.toContain('不计）')
})
