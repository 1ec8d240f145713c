import { describe, expect, it } from 'vitest'
import { formOf } from '../../src/core/forms/index.ts'
import { lines as needs } from './say.ts'
import { fill } from './support.ts'
import { suedCase, wholeCase } from './whole.ts'

describe('法定代表人身份证明书', () => {
  it('says who is the head of the unit, and leaves the day open', () => {
    expect(fill(suedCase(), 'representative-certificate').fields).toEqual({
      法定代表人: '周某',
      职务: '局长',
      单位名称: '南宁市生态环境局',
      单位地址和电话: '单位地址：南宁市某区某路 1 号\n联系电话：0771-0000000',
      证明日期: '',
    })
  })

  it('is one for each unit that claims', () => {
    const joint = suedCase('2026-12-24', ({ case: { jurisdiction } }) => {
      jurisdiction.obligees = [{ name: '柳州市人民政府', handlingUnit: '柳州市生态环境局' }]
    })
    const form = formOf('representative-certificate', joint.regulation)
    expect(form?.subjects(joint)).toEqual([null, '柳州市人民政府'])
    const other = fill(joint, 'representative-certificate', '柳州市人民政府')
    expect(other.fields.单位名称).toBe('柳州市生态环境局')
    expect(needs(other.missing)).toContain(
      '法定代表人：case.jurisdiction.obligees[柳州市人民政府].representative.name ← new',
    )
  })

  it('is not there before anything goes to a court', () => {
    const view = wholeCase('2026-12-24', (documents) => {
      delete documents.court
    })
    expect(formOf('representative-certificate', view.regulation)?.subjects(view)).toEqual([])
  })
})
