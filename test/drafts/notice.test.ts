import { describe, expect, it } from 'vitest'
import { wrongNotice } from '../../src/core/drafts/notice.ts'
import type { Round } from '../../src/core/facts/documents.ts'
import { settingOn } from '../support/setting.ts'
import { factsWith, noticed } from './notice-case.ts'
import { type Lines, paras } from './toy.ts'

const { regulation } = settingOn('2026-11-24')
const told = (lines: Lines, rounds: Round[], subject: string | null = null) =>
  wrongNotice({ accepted: paras(...lines), original: null }, factsWith(rounds), subject, regulation)?.map(
    ({ code, line, message, severity }) => `${severity} ${code} ${line} ${message}`,
  )

describe('the addressee of a notice', () => {
  const wrong = (line: number, said: string, recorded: string) => [
    `error addressee ${line} 第 ${line} 段写明的被告知人是「${said}」，记录的是${recorded}，请核对。`,
  ]
  const toO1 = [noticed(1)]

  it.each([
    ['被告知人（赔偿义务人）：某造纸厂'],
    ['被告知单位：某造纸厂'],
    ['被告知方 某造纸厂'],
    ['被 告 知 人：某造纸厂'],
  ])('%s is not the one who is told', (text) => {
    expect(told(['告知书', text], toO1, '1/o1')).toEqual(wrong(2, '某造纸厂', '某造纸有限公司'))
  })

  it.each([
    ['被告知人（赔偿义务人）：某造纸有限公司'],
    ['被告知人：某造纸有限公司（法定代表人吴某）'],
    ['被告知人：某 造 纸 有限公司'],
    ['被告知人：＿＿＿＿'],
    ['被告知人：{{被告知人}}'],
    ['被告知人：'],
    ['告知人：某市生态环境局'],
    ['兹因被告知人：某造纸厂'],
  ])('%s says nobody else', (text) => {
    expect(told([text], toO1, '1/o1')).toEqual([])
  })

  it('is the one to whom this paper goes, not another obligor', () => {
    expect(told(['被告知人：某造纸有限公司'], toO1, '1/o2')).toEqual(wrong(1, '某造纸有限公司', '郑某'))
    expect(told(['被告知人：郑某'], toO1, '1/o2')).toEqual([])
  })

  it('may be any obligor, where the paper goes to nobody in particular', () => {
    expect(told(['被告知人：郑某'], toO1)).toEqual([])
    expect(told(['被告知人：某造纸厂'], toO1)).toEqual(wrong(1, '某造纸厂', '某造纸有限公司、郑某、某化工厂'))
    const served = [noticed(1, {}, { services: [{ obligor: 'o2' }, { obligor: 'o3' }] })]
    expect(told(['被告知人：某造纸厂'], served)).toEqual(wrong(1, '某造纸厂', '郑某、某化工厂'))
    expect(told(['被告知人：某造纸厂'], served, '1')).toEqual(wrong(1, '某造纸厂', '郑某、某化工厂'))
  })

  it('may be whoever has taken over what an obligor owed', () => {
    expect(told(['被告知人：某新材料公司'], toO1, '1/o3')).toEqual([])
    expect(told(['被告知人：某化工厂'], toO1, '1/o3')).toEqual([])
    expect(told(['被告知人：某造纸厂'], toO1, '1/o3')).toEqual(wrong(1, '某造纸厂', '某化工厂'))
  })

  it('may stand in the next cell, but not in the next paragraph', () => {
    const cell = (column: number) => ({ table: 1, row: 1, column, columns: 2 })
    const row = (label: string, text: string) => [
      { text: label, cell: cell(0) },
      { text, cell: cell(1) },
    ]
    expect(told(row('被告知人', '某造纸厂'), toO1, '1/o1')).toEqual(wrong(2, '某造纸厂', '某造纸有限公司'))
    expect(told(row('被告知人：某造纸厂', '地址：某区'), toO1, '1/o1')).toEqual(
      wrong(1, '某造纸厂', '某造纸有限公司'),
    )
    expect(told(['被告知人：', '某造纸厂'], toO1, '1/o1')).toEqual([])
  })
})

describe('the notice that a paper is', () => {
  const rounds = [
    { round: 1 },
    noticed(2, { number: '南环损磋〔2025〕7号', replyBy: '2025-06-09' }),
    noticed(3, { replyBy: '2025-07-09' }),
    noticed(4, { number: '南环损磋〔2025〕9号', replyBy: '2025-08-09' }),
  ]
  const reply = '请于2025年6月19日前答复。'
  const recorded = (lines: Lines, subject: string | null = null, all = rounds) =>
    told(lines, all, subject)?.flatMap((message) => /记录的是 (\S+)，/u.exec(message)?.[1] ?? [])

  it('is that of the round that the paper names', () => {
    expect(recorded([reply], '2/o1')).toEqual(['2025-06-09'])
    expect(recorded([reply], '3')).toEqual(['2025-07-09'])
  })

  it('is that whose number it bears', () => {
    expect(recorded(['南环损磋（2025）7号', reply])).toEqual(['2025-06-09'])
  })

  it('is the last one, where nothing tells', () => {
    expect(recorded([reply])).toEqual(['2025-08-09'])
    expect(recorded([reply], null, rounds.slice(0, 3))).toEqual(['2025-07-09'])
  })

  it('is none, where none is on record', () => {
    expect(told([reply], [])).toBeUndefined()
    expect(told([reply], [{ round: 1 }])).toBeUndefined()
    expect(told([reply], rounds, '1/o1')).toBeUndefined()
    expect(told([reply], rounds, '5/o1')).toBeUndefined()
  })

  it('is held to its meeting too', () => {
    const meeting = { at: '2025-06-20 09:30' }
    expect(told(['会议时间：2025年6月30日'], [noticed(1, { meeting })])).toEqual([
      'error meeting 1 第 1 段写明的会议日期是 2025-06-30，记录的是 2025-06-20，请核对。',
    ])
  })
})

describe('the number of a notice, recorded as 南环损磋〔2025〕7号', () => {
  const number = '南环损磋〔2025〕7号'
  const numbers = (...lines: Lines) => told(lines, [noticed(1, { number })], '1/o1')
  const wrong = (line: number, said: string) => [
    `error number ${line} 第 ${line} 段写明的文号是 ${said}，记录的是 ${number}，请核对。`,
  ]
  const body = '一、事由'

  it.each([
    ['南环损磋〔2025〕17号'],
    ['南环损磋〔2024〕7号'],
    ['南环损告〔2025〕7号'],
    ['南环损磋(2025)8号'],
    ['南环损磋[2025]8号'],
    ['南环损磋【2025】8号'],
    ['南环损磋〔2025〕第8号'],
  ])('%s in its head is another one', (said) => {
    expect(numbers('告知书', said, body)).toEqual(wrong(2, said))
  })

  it.each([
    ['南环损磋〔2025〕7号'],
    ['南环损磋（2025）7号'],
    ['南环损磋【2025】7 号'],
    ['文号：南环损磋〔2025〕7号'],
    ['广西南环损磋〔2025〕7号'],
    ['编号 2025-7'],
  ])('%s in its head is the same, or none', (said) => {
    expect(numbers('告知书', said, body)).toEqual([])
  })

  it('may stand beside numbers of others', () => {
    expect(numbers('南环函〔2025〕3号', number, body)).toEqual([])
    expect(numbers(`南环函〔2025〕3号、${number}`, body)).toEqual([])
    expect(numbers('南环函〔2025〕3号', '桂环函〔2025〕4号', body)).toEqual(wrong(1, '南环函〔2025〕3号'))
  })

  it.each([[body], ['十一、其他事项'], [{ text: '事由', label: '一、' }]])(
    'in the text, which begins with %j, belongs to laws and reports',
    (first) => {
      expect(numbers('告知书', first, '依据环法规〔2022〕31号办理。')).toEqual([])
    },
  )

  it.each([
    ['本告知书文号为南环损磋〔2025〕8号。', '南环损磋〔2025〕8号'],
    ['本告知书编号：南环损磋〔2025〕8号。', '南环损磋〔2025〕8号'],
    ['编号为南环损磋〔2025〕8号。', '南环损磋〔2025〕8号'],
    ['文号南环损磋〔2025〕8号。', '南环损磋〔2025〕8号'],
  ])('stands in the text behind its word: %s', (text, said) => {
    expect(numbers('告知书', body, text)).toEqual(wrong(3, said))
  })

  it.each([
    [body],
    ['十一、其他事项'],
    [{ text: '事由', label: '一、' }],
    [`${body}，依据环法规〔2022〕31号`],
  ])('stands before the text, which begins with %j', (first) => {
    expect(numbers('附件一、二', '南环损磋〔2025〕8号', first)).toEqual(wrong(2, '南环损磋〔2025〕8号'))
    expect(numbers(first)).toEqual([])
  })

  it('is not looked for in a text without parts', () => {
    expect(numbers('告知书', '依据环法规〔2022〕31号办理。')).toEqual([])
  })

  it('is only compared where it is recorded', () => {
    expect(told(['南环损磋〔2025〕8号', body], [noticed(1)], '1/o1')).toEqual([])
  })
})
