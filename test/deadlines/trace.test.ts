import { describe, expect, test } from 'vitest'
import type { Happened, Values } from '../golden/read.ts'
import { appraisal, appraised, deadline, initiated } from '../law/case.ts'

/** The steps by which the last day of the investigation was reached on 2026-05-20, each with its day. */
const steps = (happened: Happened) =>
  deadline(happened, '2026-05-20', 'investigation').trace.map(({ step, date }) => `${date ?? '—'} ${step}`)

const before = ['2026-03-02 启动索赔，次日起算，当日不计入', '2026-05-01 损害调查 60 日']

describe('第十三条: the steps of the count are written down', () => {
  test('the start, the period, and the move off a rest day', () => {
    expect(steps(initiated())).toEqual([...before, '2026-05-06 期满日为劳动节，顺延至其后第一个工作日'])
  })

  test('an appraisal: its days, and the last day moved by them', () => {
    expect(steps(appraised(appraisal('appraisal-report', '2026-03-10', '2026-04-20')))).toEqual([
      ...before,
      '2026-06-11 扣除鉴定评估（鉴定评估报告） 2026-03-10 至 2026-04-20，计 41 日',
    ])
  })

  test('one that began before the initiation: only the days after it, and nothing is said of a repetition', () => {
    expect(steps(appraised(appraisal('appraisal-report', '2026-02-20', '2026-03-12')))).toEqual([
      ...before,
      '2026-05-11 扣除鉴定评估（鉴定评估报告） 2026-03-02 至 2026-03-12，计 10 日',
    ])
  })

  test('a second one that overlaps: only the days that the first has not taken out', () => {
    const first = appraisal('appraisal-report', '2026-03-10', '2026-04-20')
    const second = appraisal('appraisal-report', '2026-04-10', '2026-05-10')
    expect(steps(appraised(first, second)).slice(before.length)).toEqual([
      '2026-06-11 扣除鉴定评估（鉴定评估报告） 2026-03-10 至 2026-04-20，计 41 日',
      '2026-07-01 扣除鉴定评估（鉴定评估报告） 2026-04-20 至 2026-05-10，计 20 日（2026-04-20 以前的不重复扣除）',
    ])
  })

  test('one that is still running: the days used until then, less those taken out', () => {
    const first = appraisal('appraisal-report', '2026-03-10', '2026-03-20')
    expect(steps(appraised(first, appraisal('appraisal-report', '2026-04-01'))).slice(before.length)).toEqual(
      [
        '2026-05-11 扣除鉴定评估（鉴定评估报告） 2026-03-10 至 2026-03-20，计 10 日',
        '— 鉴定评估（鉴定评估报告）自 2026-04-01 起尚未完成，期限中止；已用 20 日',
      ],
    )
  })

  test.each([
    ['2026-05-06', '2026-05-31', '损害调查延长 30 日（2026-05-06 批准，在期满日 2026-05-06 之前或当日）'],
    ['2026-05-07', '2026-05-01', '损害调查延长于 2026-05-07 批准，晚于期满日 2026-05-06，不产生延长效力'],
  ])('an extension approved on %s', (approvedOn, day, step) => {
    const investigation: Values = { initiation: { initiatedOn: '2026-03-02' }, extension: { approvedOn } }
    expect(steps(initiated({ investigation }))).toContain(`${day} ${step}`)
  })

  test('the day on which it was done, or on which it came to nothing', () => {
    const investigation = {
      initiation: { initiatedOn: '2026-03-02' },
      conclusion: { concludedOn: '2026-04-20', recommendation: 'consult' },
    }
    expect(steps(initiated({ investigation })).at(-1)).toBe('2026-04-20 已办理')
    const closing = { terminations: [{ decidedOn: '2026-04-10', obligors: ['o1', 'o2'] }] }
    expect(steps(initiated({ closing })).at(-1)).toBe('2026-04-10 已无需办理')
  })
})
