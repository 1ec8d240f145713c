import { describe, expect, it } from 'vitest'
import { contradictoryShares } from '../../src/core/drafts/liability-shares.ts'
import type { Agreement, Obligor } from '../../src/core/facts/documents.ts'

const obligors: Obligor[] = [
  { id: 'o1', kind: 'organization', name: '某甲有限公司' },
  { id: 'o2', kind: 'organization', name: '某甲有限公司二厂' },
  { id: 'o3', kind: 'individual', name: '韩某' },
]

/** Recorded: 某甲有限公司 60 %, its 二厂 30 %, 韩某 10 %. */
const agreement: Agreement = {
  id: 'G1',
  obligors: ['o1', 'o2', 'o3'],
  compensation: { items: [{ head: 'restoration', by: 'payment', amount: '100000.00' }] },
  shares: [
    { obligors: ['o1'], amount: '60000.00' },
    { obligors: ['o2'], amount: '30000.00' },
    { obligors: ['o3'], amount: '10000.00' },
  ],
}

/** Whom the text gives another part, and which: `o1 70`. */
const found = (text: string, of: Agreement = agreement): string[] =>
  contradictoryShares(text, of, obligors).map(
    ({ name, said }) => `${obligors.find((each) => each.name === name)?.id} ${said}`,
  )

describe('a text on the liability beside the shares of the money (第二十一条)', () => {
  it.each([
    '某甲有限公司承担60%的责任，某甲有限公司二厂承担30%的责任，韩某承担10%的责任。',
    '某甲有限公司、某甲有限公司二厂、韩某分别承担60%、30%、10%的赔偿责任。',
    '某甲有限公司承担六成责任，韩某承担一成责任。',
    '某甲有限公司二厂占责任份额的30%。',
    '某甲有限公司承担主要责任（60%）。',
  ])('agrees: %s', (text) => {
    expect(found(text)).toEqual([])
  })

  it.each([
    ['某甲有限公司承担70%的责任。', ['o1 70']],
    ['某甲有限公司二厂承担40%的赔偿责任。', ['o2 40']],
    ['某甲有限公司二厂承担40%的责任，某甲有限公司承担50%的责任。', ['o1 50', 'o2 40']],
    ['某甲有限公司、某甲有限公司二厂、韩某分别承担50%、30%、20%的责任。', ['o1 50', 'o3 20']],
    ['某甲有限公司和韩某各自承担损失的60%和40%。', ['o3 40']],
    ['韩某按责任份额负担两成。', ['o3 20']],
    ['按照过错程度由韩某承担三成责任。', ['o3 30']],
    ['某甲有限公司承担责任的百分之七十、韩某承担责任的百分之十。', ['o1 70']],
    ['韩某的责任比例为15%。', ['o3 15']],
  ])('contradicts: %s', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  it.each([
    ['what several bear together', '某甲有限公司、韩某共同承担50%的责任。'],
    ['one bears a part of the liability of another', '韩某承担某甲有限公司责任的50%。'],
    ['a comparison', '某甲有限公司比韩某多承担20%的责任。'],
    ['a limit', '韩某在20%的范围内承担补充责任。'],
    ['at most', '韩某承担的责任不超过20%。'],
    ['a penalty', '韩某逾期的，按未付款项的5%承担违约责任。'],
    ['the costs of an appraisal', '鉴定费由韩某承担50%，其余责任另行约定。'],
    ['the costs of the proceedings', '韩某承担诉讼费用的一半，双方责任已明。'],
    ['a rate', '韩某负责的造林成活率为85%，责任至验收为止。'],
    ['a residual value', '韩某对设备按5%残值率承担损失。'],
    ['a first payment', '韩某首期支付赔偿总额的30%。'],
    ['what somebody asked for', '某甲有限公司主张韩某承担30%的责任。'],
    ['no word of liability', '韩某承担20%。'],
    ['two figures for one', '韩某承担10%或者20%的责任。'],
    ['two sentences that differ', '韩某承担20%的责任。韩某承担30%的责任。'],
    ['no name', '双方承担同等责任，即50%。'],
    ['another of the same beginning', '某甲有限公司三厂以外的责任人承担50%的责任。'],
  ])('says nothing of %s: %s', (_, text) => {
    expect(found(text)).toEqual([])
  })

  it('says nothing where no total, no share of his own, or only a joint share is recorded', () => {
    const text = '某甲有限公司承担70%的责任。'
    const { compensation: _, ...withoutTotal } = agreement
    const { shares: __, ...withoutShares } = agreement
    const joint = { obligors: ['o1', 'o2'], amount: '90000.00' }
    expect(found(text, withoutTotal)).toEqual([])
    expect(found(text, { ...withoutTotal, compensation: { items: [] } })).toEqual([])
    expect(found(text, withoutShares)).toEqual([])
    expect(found(text, { ...agreement, shares: [{ obligors: ['o2'], amount: '100000.00' }] })).toEqual([])
    expect(found(text, { ...agreement, shares: [joint] })).toEqual([])
    expect(found(text, { ...agreement, shares: [{ ...joint, obligors: ['o1'] }, joint] })).toEqual([])
  })

  it('takes half a percent for rounding, and no more', () => {
    expect(found('某甲有限公司承担60.5%的责任。')).toEqual([])
    expect(found('某甲有限公司承担60.6%的责任。')).toEqual(['o1 60.6'])
  })

  it.each([
    [
      'names that stand apart are in no common order',
      '某甲有限公司就废水、韩某就废渣分别承担损失的70%、20%。',
    ],
    ['a percentage before the name is not his', '责任的30%由某甲有限公司承担，其余由韩某承担。'],
    [
      'percentages for some of the names alone',
      '某甲有限公司、某甲有限公司二厂、韩某分别承担责任的70%、20%。',
    ],
    ['two names in turn, of which one has no percentage', '某甲有限公司承担责任、韩某承担责任的20%。'],
  ])('says nothing where %s', (_, text) => {
    expect(found(text)).toEqual([])
  })
})
