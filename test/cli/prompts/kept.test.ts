import { describe, expect, it } from 'vitest'
import { keptText } from '../../../src/cli/prompts/kept.ts'
import { questionAbout } from '../../../src/cli/prompts/prompt.ts'

const answer = (label: string, shown: string) => ({ label, values: [shown], shown })
const answers = {
  number: answer('告知书文号', ''),
  issuedOn: answer('告知书制发日期', '2026-06-29'),
  'meeting+': answer('填写“会议安排”吗？', '是'),
  'meeting.at': answer('会议时间', '2026-07-20 09:30'),
  'rounds.0.notice?': answer('其余选填栏，要填哪几栏？', '（无）'),
}

describe('answers that were kept', () => {
  it('are told with what they are about, when they were given, and how many say something', () => {
    const savedAt = new Date('2026-06-29T15:04+08:00')
    expect(keptText('案件 NN-2026-0001 的“发出磋商告知书：第1轮”', savedAt, answers, 80)).toBe(
      [
        '2026-06-29 15:04 办过案件 NN-2026-0001 的“发出磋商告知书：第1轮”，填了 2 栏，还没有写入：',
        '✔ 告知书制发日期：2026-06-29',
        '✔ 会议时间：2026-07-20 09:30',
      ].join('\n'),
    )
  })
})

describe('the question that a refusal leads back to', () => {
  const questions = Object.keys(answers).map((at) => ({
    at: at.startsWith('rounds') ? at : `rounds.0.notice.${at}`,
  }))
  it.each([
    ['its own', ['issuedOn'], 'rounds.0.notice.issuedOn'],
    ['the first inside the section', ['meeting'], 'rounds.0.notice.meeting.at'],
    ['what was asked of the section that holds it', ['meeting', 'place'], 'rounds.0.notice.meeting+'],
    ['what was asked of the whole', ['replyWithinDays'], 'rounds.0.notice?'],
  ])('is %s', (_, key, at) => {
    expect(questionAbout(questions, ['rounds', 0, 'notice', ...key])).toBe(at)
  })

  it('is, for a list that is wrong as a whole, whether there is another item', () => {
    const asked = [
      'payments#',
      'payments.0.amount',
      'payments.1+',
      'payments.1.amount',
      'payments.2+',
      'place',
    ]
    const about = (path: string) =>
      questionAbout(
        asked.map((at) => ({ at })),
        [path],
      )
    expect([about('payments'), about('place')]).toEqual(['payments.2+', 'place'])
  })

  it('is none where the place was not asked for', () => {
    expect(questionAbout(questions, ['agreements', 0])).toBeUndefined()
  })

  it('is whether to fill a section in, where the officer said no', () => {
    const declined = [{ at: 'agreements.0?' }, { at: 'agreements.0.performanceBond+' }]
    expect(questionAbout(declined, ['agreements', 0, 'performanceBond'])).toBe(
      'agreements.0.performanceBond+',
    )
    expect(questionAbout(declined, ['agreements', 0, 'coSignatories'])).toBe('agreements.0?')
  })
})
