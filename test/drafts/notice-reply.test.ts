import { describe, expect, it } from 'vitest'
import { wrongReply } from '../../src/core/drafts/notice-reply.ts'
import { long, paras } from './toy.ts'

const issuedOn = '2025-05-20'
/** What is told of these paragraphs where the record has a day to reply, or a number of days. */
const until = (replyBy: string, ...texts: string[]) =>
  wrongReply(paras(...texts), { issuedOn, replyBy }).map(({ line, message }) => `${line} ${message}`)
const within = (replyWithinDays: number, ...texts: string[]) =>
  wrongReply(paras(...texts), { issuedOn, replyWithinDays }).map(({ message }) => message)

describe('the day to reply by, recorded as 2025-06-09', () => {
  const wrong = ['1 写明的答复期限是 2025-06-19，记录的是 2025-06-09']
  it.each([
    // Said before the end of the day, in the ways in which it is said.
    ['请于2025年6月19日前书面答复。'],
    ['请于2025年6月19日之前回复。'],
    ['请于2025年6月19日以前提交书面意见。'],
    ['至2025年6月19日止未复函的，视为不同意。'],
    ['请在2025年6月19日内答复。'],
    ['请在2025年6月19日24时前答复。'],
    ['请于2025年6月19日（星期四）前答复。'],
    // Said as a term.
    ['答复期限：2025年6月19日'],
    ['答复截止日：2025年6月19日'],
    ['最迟2025年6月19日答复'],
    ['本告知书2025年5月20日发出，答复期限为2025年6月19日'],
    ['请于二〇二五年六月十九日前答复。'],
  ])('%s', (text) => {
    expect(until('2025-06-09', text)).toEqual(wrong)
    expect(until('2025-06-19', text)).toEqual([])
  })

  it.each([
    ['请于2025年6月9日前答复。'],
    // What is no day to reply by: of another matter, of something that happened, or only planned.
    ['请于2025年6月19日前缴纳。'],
    ['贵单位2025年4月1日答复称不同意。'],
    ['贵单位2025年4月1日回复的意见，本机关前已知悉。'],
    ['请于2025年6月19日（本告知书送达之后的第三十日）前答复。'],
    // Of several days, the one until which, not the last.
    ['请于2025年6月9日前答复，最迟的会议日为2025年6月20日。'],
    // The sentence decides, not the paragraph.
    ['请及时答复。会议最迟2025年6月20日召开。'],
    ['答复期限另行通知。'],
  ])('%s is none of another day', (text) => {
    expect(until('2025-06-09', text)).toEqual([])
  })

  it('is told with its paragraph, as an error', () => {
    const told = wrongReply(paras('磋商告知书', '请于2025年6月19日前答复。'), {
      issuedOn,
      replyBy: '2025-06-09',
    })
    expect(told).toEqual([
      {
        code: 'replyBy',
        line: 2,
        message: '写明的答复期限是 2025-06-19，记录的是 2025-06-09',
        severity: 'error',
      },
    ])
  })

  it('is told once for each sentence that says it', () => {
    expect(
      until('2025-06-09', '请于2025年6月19日前答复。逾期即2025年6月20日前未答复的，视为不同意。'),
    ).toEqual([
      '1 写明的答复期限是 2025-06-19，记录的是 2025-06-09',
      '1 写明的答复期限是 2025-06-20，记录的是 2025-06-09',
    ])
  })

  it('is only compared where it is recorded', () => {
    expect(within(10, '请于2025年6月19日前答复。')).toEqual([])
  })
})

describe('the days to reply in, recorded as 10', () => {
  it.each([
    ['收到本告知书之日起15日内答复', '15 日'],
    ['送达之日起十五日内答复', '15 日'],
    ['签收后15天以内回复', '15 日'],
    ['接到本告知书后15日之内复函', '15 日'],
    ['收到后二十日内提交书面意见', '20 日'],
    ['收到后7日内答复', '7 日'],
    ['收到后100日内答复', '100 日'],
    ['收到后十个工作日内答复', '10 个工作日'],
    ['收到后10个工作日内答复', '10 个工作日'],
    ['收到后5工作日内答复', '5 个工作日'],
  ])('%s', (text, said) => {
    expect(within(10, text)).toEqual([`写明收到后 ${said}内答复，记录的是 10 日`])
  })

  it.each([
    ['收到本告知书之日起10日内答复'],
    ['收到本告知书之日起十日内答复'],
    ['收到后15日内缴纳'],
    ['自公告之日起15日内答复'],
    ['收到后15日答复'],
    [`收到${long(17)}15日内答复`],
  ])('%s says no other number', (text) => {
    expect(within(10, text)).toEqual([])
  })

  it('may stand some words behind the receipt', () => {
    expect(within(10, `收到${long(16)}15日内答复`)).toHaveLength(1)
  })

  it('are only compared where they are recorded', () => {
    expect(until('2025-06-09', '收到后15日内答复')).toEqual([])
  })

  it('are not told beside another day', () => {
    const notice = { issuedOn, replyBy: '2025-06-09', replyWithinDays: 10 }
    const told = wrongReply(paras('收到后15日内，即2025年6月19日前答复'), notice)
    expect(told.map(({ message }) => message)).toEqual(['写明的答复期限是 2025-06-19，记录的是 2025-06-09'])
  })

  it('are told beside the right day', () => {
    const notice = { issuedOn, replyBy: '2025-06-19', replyWithinDays: 10 }
    const told = wrongReply(paras('收到后15日内，即2025年6月19日前答复'), notice)
    expect(told.map(({ message }) => message)).toEqual(['写明收到后 15 日内答复，记录的是 10 日'])
  })
})
