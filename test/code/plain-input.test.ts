import { describe, expect, test } from 'vitest'
import { inCapitals } from '../../src/core/facts/identifiers.ts'
import { readsAlike } from '../../src/core/folding.ts'
import { doubtfulLetters, plainInput, plainInputs } from '../../src/core/plain-input.ts'
import { isCaseId } from '../../src/repository/paths.ts'

describe('what is typed or pasted, as it was meant', () => {
  test.each([
    ['⽂⼤⼒', '文大力'],
    ['⻢某、⻓江', '马某、长江'],
    ['\uf9dd某', '利某'],
    ['李　明', '李明'],
    ['同 意', '同意'],
    ['买买提•吐尔逊', '买买提·吐尔逊'],
    ['买买提 ‧ 吐尔逊', '买买提·吐尔逊'],
    ['某\u200b市\u2060某\ufeff厂', '某市某厂'],
    ['民族大道１２号Ａ座', '民族大道12号A座'],
    ['第一\u00a0段', '第一 段'],
  ])('%j is %j', (typed, meant) => {
    expect(plainInput(typed)).toBe(meant)
  })

  test.each([
    '某公司（南宁）：一、二。',
    '　　首行缩进的一段话',
    '王某 李某',
    'COD 为 120 mg/L，浓度 3.5 μg/L',
    'Δt、Ω、①',
    '含有\u202e翻转的文字',
  ])('%j stays', (typed) => {
    expect(plainInput(typed)).toBe(typed)
  })

  test('in every text of an item, but not in names of files', () => {
    expect(plainInputs({ a: ['⽂', 1, null], b: { c: '１号' }, d: '@⽂.docx' })).toEqual({
      a: ['文', 1, null],
      b: { c: '1号' },
      d: '@⽂.docx',
    })
  })

  test('letters of other scripts that look like Latin ones are named, a word in such a script is not', () => {
    expect(doubtfulLetters('Аbc 公司')).toEqual([{ letter: 'А', looksLike: 'A', at: 0 }])
    expect(doubtfulLetters('О某、COD')).toHaveLength(1)
    expect(doubtfulLetters('Газпром；ABC；μg')).toEqual([])
  })

  test('two names are one to a reader; a code with what nobody sees is a code', () => {
    expect(readsAlike('李　明', '李明')).toBe(true)
    expect(readsAlike('李明', '李萌')).toBe(false)
    expect(isCaseId(inCapitals('nn-2026-０００1\u200b'))).toBe(true)
  })
})
