import { describe, expect, it } from 'vitest'
import type { Documents } from '../../src/core/facts/documents.ts'
import { formOf } from '../../src/core/forms/index.ts'
import { fill, lines } from './support.ts'
import { suedCase } from './whole.ts'

const changed = (change: (documents: Documents) => void) => suedCase('2026-12-24', change)
const reason = '自然人死亡且无财产可供执行'

describe('举报答复书', () => {
  it('says that the claim was begun, with what else the office answers', () => {
    const { fields, missing } = fill(suedCase(), 'reporter-answer')
    expect(missing).toEqual([])
    expect(fields).toMatchObject({ 收文机关: '谭某', 举报日期: '于2025年3月1日', 发文日期: '2025年3月6日' })
    expect(lines(fields.处理结果)).toEqual([
      '经核查，符合启动条件。2025年3月6日，我单位已启动生态环境损害索赔程序，正在依法办理。',
    ])
    expect(lines(fields.答复内容)).toEqual(['你反映的暗管已经封堵。'])
  })

  it('says why no claim was begun', () => {
    const declined = changed((documents) => {
      delete documents.investigation
      documents.screening = {
        checkedOn: '2025-03-05',
        decision: 'not-initiate',
        notInitiate: { ground: 'manifestly-minor', reason: '渗漏量不足一升', decidedOn: '2025-03-06' },
      }
    })
    expect(lines(fill(declined, 'reporter-answer').fields.处理结果)).toEqual([
      '经核查，2025年3月6日，我单位决定不启动索赔程序。',
      '属于环境污染或者生态破坏行为造成的生态环境损害显著轻微，不需要赔偿的情形。',
      '理由：渗漏量不足一升。',
    ])
  })

  it('says that the claim was ended on some, beside that it was begun', () => {
    const ended = changed((documents) => {
      documents.closing = {
        terminations: [{ obligors: ['o2'], decidedOn: '2026-12-01', ground: 'no-assets', reason }],
      }
    })
    expect(formOf('reporter-answer', ended.regulation)?.subjects(ended)).toEqual([null, 'o2'])
    const told = lines(fill(ended, 'reporter-answer', 'o2').fields.处理结果)
    expect(told[0]).toBe('经核查，2026年12月1日，我单位决定终止对郑某的索赔程序。')
    expect(told.at(-1)).toBe(`理由：${reason}。`)
  })

  it('bears the day of the answer, and no answer that was given before the decision', () => {
    const answered = (on: string) =>
      changed(({ case: { clue } }) => Object.assign(clue.reporter ?? {}, { answeredOn: on }))
    expect(fill(answered('2025-03-10'), 'reporter-answer').fields.发文日期).toBe('2025年3月10日')
    const before = fill(answered('2025-03-02'), 'reporter-answer').fields
    expect(before.发文日期).toBe('2025年3月6日')
    expect(lines(before.答复内容)).toEqual([])
  })

  it('goes to nobody without a name', () => {
    const nameless = changed(({ case: { clue } }) => delete clue.reporter?.name)
    expect(formOf('reporter-answer', nameless.regulation)?.subjects(nameless)).toEqual([])
  })
})
