import { describe, expect, it } from 'vitest'
import { createRepository } from '../../../support/cli.ts'

const unfolded = (text: string): string => text.replaceAll('\r\n ', '')

/** The event of a deadline, by the beginning of its UID. */
function eventOf(text: string, uid: string): string {
  const events = unfolded(text).split('BEGIN:VEVENT\r\n').slice(1)
  return events.find((event) => event.startsWith(`UID:${uid}`)) ?? ''
}

const property = (event: string, name: string): string =>
  event
    .split('\r\n')
    .find((line) => line.startsWith(name))
    ?.slice(name.length) ?? ''

describe('ejc due --ics', () => {
  const repository = createRepository('example-case', 'example-case-2')
  const write = (today: string, ...args: string[]) =>
    repository.ejc(['due', '--ics', 'due.ics', '--today', today, ...args])
  const restoration = 'NN-2026-0001-restoration'

  it('reminds at nine, as many days before as the office wants and on the day before', () => {
    expect(write('2026-11-24').exit).toBe(0)
    const event = eventOf(repository.read('due.ics'), restoration)
    expect(event).toMatch(/BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-P6DT15H\r\n/)
    expect(event).toMatch(/TRIGGER:-PT15H\r\nDESCRIPTION:.*还剩 1 天/)
    expect(property(event, 'SUMMARY:')).toMatch(/某化工有限公司等倾倒废酸案（覃某）$/)
  })

  it('leaves out what is long past, and says so; --overdue wants it', () => {
    expect(write('2026-11-24').stderr).toMatch(/另有 \d+ 个早已过期的没有写入，要写入请加 --overdue/)
    expect(repository.read('due.ics')).not.toContain('DTSTART;VALUE=DATE:20250610')
    expect(repository.read('due.ics')).toContain('DTSTART;VALUE=DATE:20261110')
    repository.ejc(['due', '--ics', 'late.ics', '--overdue', '--today', '2026-11-24'])
    expect(repository.read('late.ics')).toContain('DTSTART;VALUE=DATE:20250610')
  })

  it('keeps the revision of what stayed, and moves what moved under the same UID', () => {
    write('2026-11-24')
    const before = eventOf(repository.read('due.ics'), restoration)
    write('2026-11-25')
    const same = eventOf(repository.read('due.ics'), restoration)
    expect(property(same, 'SEQUENCE:')).toBe(property(before, 'SEQUENCE:'))
    expect(property(same, 'LAST-MODIFIED:')).toBe('20261124T000000Z')
    repository.replace('cases/NN-2026-0001/agreements.yaml', '2027-04-30', '2027-06-30')
    write('2026-11-25')
    const moved = eventOf(repository.read('due.ics'), restoration)
    expect(property(moved, 'UID:')).toBe(property(before, 'UID:'))
    expect(property(moved, 'DTSTART;VALUE=DATE:')).toBe('20270630')
    expect(Number(property(moved, 'SEQUENCE:'))).toBeGreaterThan(Number(property(before, 'SEQUENCE:')))
    expect(property(moved, 'LAST-MODIFIED:')).toBe('20261125T000000Z')
  })

  it('cancels what was met, without an alarm, and what is no longer there', () => {
    write('2026-11-24')
    expect(eventOf(repository.read('due.ics'), restoration)).toContain('STATUS:CONFIRMED')
    repository.ejc([
      'advance',
      'NN-2026-0001',
      'complete-restoration',
      'R1',
      '--set',
      'completedOn=2026-11-23',
      '--yes',
    ])
    const text = repository.read('cases/NN-2026-0001/restoration.yaml')
    if (!text.includes('completedOn'))
      repository.write(
        'cases/NN-2026-0001/restoration.yaml',
        text.replace(/^( *)startedOn: .*$/m, '$&\n$1completedOn: 2026-11-23'),
      )
    write('2026-11-25')
    const met = eventOf(repository.read('due.ics'), restoration)
    expect(met).toContain('STATUS:CANCELLED')
    expect(met).toContain('SUMMARY:（已办结）完成修复')
    expect(met).not.toContain('VALARM')
  })

  it('cancels the events of a case that went to another officer, where the calendar is of one officer', () => {
    repository.ejc(['due', '--ics', 'qin.ics', '--officer', '覃某', '--today', '2026-11-24'])
    expect(repository.read('qin.ics')).not.toContain('NN-2025-0003')
    repository.replace('cases/NN-2026-0001/case.yaml', 'name: 覃某', 'name: 蒙某')
    repository.ejc(['due', '--ics', 'qin.ics', '--officer', '覃某', '--today', '2026-11-24'])
    const statuses = unfolded(repository.read('qin.ics')).match(/STATUS:\w+/g) ?? []
    expect(new Set(statuses)).toEqual(new Set(['STATUS:CANCELLED']))
  })

  it('does not overwrite a calendar of somebody else', () => {
    repository.write('mine.ics', 'BEGIN:VCALENDAR\r\nPRODID:-//x//y\r\nEND:VCALENDAR\r\n')
    const call = repository.ejc(['due', '--ics', 'mine.ics', '--today', '2026-11-24'])
    expect(call).toMatchObject({ exit: 1, stderr: expect.stringContaining('没有覆盖') })
    expect(repository.read('mine.ics')).toContain('-//x//y')
  })

  it('--fail-overdue does not count a day that may still move (暂定), as without --ics', () => {
    const sound = createRepository('example-case')
    const exits = (today: string) => [
      sound.ejc(['due', 'NN-2026-0001', '--today', today, '--fail-overdue']).exit,
      sound.ejc(['due', 'NN-2026-0001', '--today', today, '--fail-overdue', '--ics', 'one.ics']).exit,
    ]
    expect(exits('2027-05-06')).toEqual([0, 0])
    expect(exits('2027-06-01')).toEqual([1, 1])
  })
})
