import { describe, expect, it } from 'vitest'
import { wrongMeeting } from '../../src/core/drafts/notice-meeting.ts'
import { type Lines, long, paras } from './toy.ts'

const issuedOn = '2025-05-20'
const recorded = { at: '2025-06-20 09:30', place: '南宁市生态环境局三楼会议室' }
const title = '三、磋商会议时间和地点：'

/** What is told of these paragraphs, where this meeting is on record. */
const told = (meeting: { at: string; place?: string } | undefined, ...texts: Lines) =>
  wrongMeeting(paras(...texts), { issuedOn, ...(meeting && { meeting }) }).map(
    ({ code, severity, line, message }) => `${severity} ${code} ${line} ${message}`,
  )

const wrongDay = (line: number, day: string) =>
  `error meeting ${line} 写明的会议日期是 ${day}，记录的是 2025-06-20`
const wrongHour = (line: number, hour: string, own = '09:30') =>
  `error meeting ${line} 写明的会议时间是 ${hour}，记录的是 ${own}`
const wrongPlace = (line: number, place: string) =>
  `error meeting ${line} 写明的会议地点是「${place}」，记录的是「南宁市生态环境局三楼会议室」`

describe('a meeting that is not on record', () => {
  it.each([
    [
      '2025年6月20日9时30分，三楼会议室。',
      ['warning meeting 2 写明 2025-06-20 召开磋商会议，案卷没有记录会议安排'],
    ],
    ['收到同意磋商的书面答复后另行通知。', []],
    ['请于2025年6月9日前书面答复是否同意磋商。', []],
  ])('%s', (text, findings) => {
    expect(told(undefined, title, text)).toEqual(findings)
  })
})

describe('the day of a meeting', () => {
  it.each([
    ['会议时间：2025年6月30日9时30分'],
    ['会议召开时间：2025年6月30日9时30分'],
    ['会议的日期：2025年6月30日'],
    ['磋商时间：2025年6月30日9时30分'],
    ['磋商的时间：2025年6月30日9时30分'],
    ['会议地点：三楼会议室，2025年6月30日'],
    ['磋商地点：三楼会议室，2025年6月30日'],
    ['现定于2025年6月30日召开会议。'],
    ['拟于2025年6月30日与贵单位磋商。'],
    ['订于2025年6月30日磋商。'],
    ['将于2025年6月30日召开会议。'],
    ['兹于2025年6月30日召开会议。'],
    ['会议时间：2025-06-30 09:30'],
  ])('is another one: %s', (text) => {
    expect(told(recorded, text)).toEqual([wrongDay(1, '2025-06-30')])
  })

  it.each([
    ['会议时间：2025年6月20日9时30分'],
    ['会议时间：2025-06-20 09:30'],
    ['会议时间由2025年6月18日改为2025年6月20日9时30分'],
    ['2025年6月30日召开听证会。'],
    ['定于2025年6月30日踏勘现场。'],
    [`定于2025年6月30日${long(61)}会议`],
    [`${long(24)}会议时间2025年6月30日`],
    ['会议时间和地点另行通知。'],
  ])('is not another one: %s', (text) => {
    expect(told(recorded, text)).toEqual([])
  })

  it('is not the day to reply by, which stands beside it', () => {
    expect(told(recorded, title, '请于2025年6月9日前答复。', '2025年6月20日9:30召开。')).toEqual([])
    expect(told(recorded, title, '请于2025年6月9日前答复；2025年6月30日召开。')).toEqual([
      wrongDay(2, '2025-06-30'),
    ])
  })

  it('stands in the title, or in the four lines below it', () => {
    const day = '2025年6月30日'
    expect(told(recorded, '事由', title, '甲', '乙', '丙', day)).toEqual([wrongDay(6, '2025-06-30')])
    expect(told(recorded, '事由', title, '甲', '乙', '丙', '丁', day)).toEqual([])
  })

  it.each([['四、其他事项'], ['十一、其他事项'], ['第四条 其他'], [{ text: '其他事项', label: '四、' }]])(
    'does not stand below the next part: %j',
    (next) => {
      expect(told(recorded, title, '另行通知。', next, '2025年6月30日')).toEqual([])
      expect(told(recorded, title, next, '2025年6月30日')).toEqual([])
    },
  )

  it('stands below a line that only looks like the next part', () => {
    const lines = ['本次会议一、二楼均可', '按照细则第四条召开', '2025年6月30日']
    expect(told(recorded, title, ...lines)).toEqual([wrongDay(4, '2025-06-30')])
  })

  it('is also called elsewhere, and told once', () => {
    expect(told(recorded, '定于2025年6月30日召开会议。', title, '同上。')).toEqual([
      wrongDay(1, '2025-06-30'),
    ])
    expect(told(recorded, '会议时间：定于2025年6月30日召开会议。')).toEqual([wrongDay(1, '2025-06-30')])
  })
})

describe('the hour of a meeting', () => {
  const at = (hour: string, own = '09:30') =>
    told({ at: `2025-06-20 ${own}` }, `会议时间：2025年6月20日${hour}`)

  it.each([
    ['9时30分', '09:30'],
    ['上午9点半', '09:30'],
    ['9：30', '09:30'],
    [' 09:30', '09:30'],
    ['9时', '09:00'],
    ['10时5分', '10:05'],
    ['下午3时', '15:00'],
    ['下午15时', '15:00'],
    ['下午12时30分', '12:30'],
    ['晚上7点30分', '19:30'],
    ['上午11点', '11:00'],
    ['下午11点', '23:00'],
    ['15:00', '15:00'],
  ])('%s is %s', (written, hour) => {
    expect(at(written, hour)).toEqual([])
    expect(at(written, '08:08')).toEqual([wrongHour(1, hour, '08:08')])
  })

  it('is told for each line, and not where none is said', () => {
    expect(at('')).toEqual([])
    expect(told(recorded, '会议时间：2025年6月20日8时', '改为10时')).toEqual([
      wrongHour(1, '08:00'),
      wrongHour(2, '10:00'),
    ])
  })
})

describe('the place of a meeting', () => {
  const day = '2025年6月20日9时30分'

  it.each([
    [`${day}在某县法院二楼调解室召开。`, '某县法院二楼调解室'],
    [`${day}于某县法院举行磋商会议。`, '某县法院'],
    [`${day}，某镇政府开会。`, '某镇政府'],
    ['2025年6月20日9:30某街8号。', '某街8号'],
    ['2025年6月20日9点半在某村委会。', '某村委会'],
    [`${day}。地点：某大厦十层`, '某大厦十层'],
    [`地点为某路20号，时间${day}`, '某路20号'],
    [`地点是某中心；${day}`, '某中心'],
    [`地点在某乡政府，${day}`, '某乡政府'],
    [`地点：待通知后定，${day}在某厅。`, '某厅'],
  ])('is another one: %s', (text, place) => {
    expect(told(recorded, title, text)).toEqual([wrongPlace(2, place)])
  })

  it.each([
    [`${day}，南宁市生态环境局三楼会议室。`],
    [`${day}，南宁市 生态环境局（三楼会议室）。`],
    [`${day}，广西南宁市生态环境局三楼会议室（A座）。`],
    [`${day}，三楼会议室。`],
    [`${day}准时参加。`],
    [`地点另行通知，${day}`],
    [`${day}。`],
  ])('is not another one: %s', (text) => {
    expect(told(recorded, title, text)).toEqual([])
  })

  it.each(['9时在某县法院召开。', '9点整在某县法院召开。', '09:00于某县法院召开', '9时，某县法院'])(
    'stands behind any hour: %s',
    (text) => {
      const found = told({ ...recorded, at: '2025-06-20 09:00' }, title, `2025年6月20日${text}`)
      expect(found).toEqual([wrongPlace(2, '某县法院')])
    },
  )

  it('may stand in any line about the meeting', () => {
    expect(told(recorded, title, `时间：${day}`, '地点：某县法院调解室')).toEqual([
      wrongPlace(3, '某县法院调解室'),
    ])
    expect(told(recorded, title, `${day}在某县法院签到`, '地点：南宁市生态环境局三楼会议室')).toEqual([])
  })

  it('is only compared where it is recorded', () => {
    expect(told({ at: recorded.at }, title, `${day}在某县法院召开。`)).toEqual([])
  })
})
