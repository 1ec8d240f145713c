import { describe, expect, it, test } from 'vitest'
import { collectFields } from '../../src/core/forms/define.ts'
import {
  asSentence,
  chineseDateTime,
  dateOrBlank,
  handlerFields,
  handlerNames,
  identifierOf,
  inClauses,
  inSentences,
  joinedNames,
  labelled,
  localBasis,
  obligorAddress,
  obligorNames,
  opinionFields,
  opinionNames,
  presentParts,
  representativeOf,
} from '../../src/core/forms/fields.ts'
import {
  accountOf,
  estimateOf,
  evidenceTitles,
  letterFields,
  periodInWords,
  senderFields,
} from '../../src/core/forms/letter.ts'
import { inForce, lines } from './say.ts'
import { wholeCase } from './whole.ts'

describe('a text becomes a sentence', () => {
  it.each([
    ['河段水质超标', '河段水质超标。'],
    [' 河段水质超标。', '河段水质超标。'],
    ['河段水质超标；、，', '河段水质超标。'],
    ['No. 7.;,', 'No. 7。'],
    ['是否超标？', '是否超标？'],
    ['立即停止!', '立即停止!'],
    ['“立即停止！”所述', '“立即停止！”所述。'],
    ['。', ''],
    ['  ', ''],
    [undefined, ''],
  ])('%j as %j', (text, sentence) => {
    expect(asSentence(text)).toBe(sentence)
  })

  test('and several a paragraph', () => {
    expect(inClauses('一次支付有困难。', '', undefined, '甲同意；')).toBe('一次支付有困难，甲同意')
    expect(inSentences('甲', undefined, '乙。', '')).toBe('甲。乙。')
  })
})

describe('parts of a text', () => {
  test('are left out where there is nothing', () => {
    expect(presentParts('甲', undefined, '', '乙')).toEqual(['甲', '乙'])
    expect(joinedNames(['覃某', undefined, '', '李某'])).toBe('覃某、李某')
    expect(joinedNames(undefined)).toBe('')
    expect(labelled('损害范围', ' 河段 ')).toBe('损害范围：河段。')
    expect(labelled('损害范围', '  ')).toBe('')
    expect(labelled('损害范围', undefined)).toBe('')
  })

  test.each([
    ['2026-07-20 09:30', '2026年7月20日9时30分'],
    ['2026-07-20 14:05', '2026年7月20日14时05分'],
    ['2026-07-20 09:00', '2026年7月20日9时'],
    ['2026-07-20', '2026年7月20日'],
  ])('the time %s is %s', (at, text) => {
    expect(chineseDateTime(at)).toBe(text)
  })

  test('a day that nobody knows leaves room for it', () => {
    expect(dateOrBlank(undefined)).toBe('')
    expect(dateOrBlank('2026-07-20')).toBe('2026年7月20日')
  })
})

describe('an obligor is named with', () => {
  const kinds = {
    organization: { id: 'o1', kind: 'organization', name: '某公司' },
    individual: { id: 'o2', kind: 'individual', name: '郑某' },
  } as const
  const passport = { kind: 'passport', number: 'E12345678' } as const

  it.each([
    [{ ...kinds.organization, creditCode: '9145', idNumber: '4501' }, '9145'],
    [{ ...kinds.individual, creditCode: '9145', idNumber: '4501' }, '4501'],
    [{ ...kinds.individual, idNumber: '4501', identity: passport }, '4501'],
    [{ ...kinds.individual, identity: passport }, '护照 E12345678'],
  ])('the number of %j', (obligor, number) => {
    const collector = collectFields()
    expect(identifierOf(obligor, '号码', collector)).toBe(number)
    expect(collector.filled({}).missing).toEqual([])
  })

  it.each([
    [{ ...kinds.organization, identity: passport }, 'case.obligors[o1].creditCode'],
    [kinds.individual, 'case.obligors[o2].idNumber'],
    [{ ...kinds.individual, path: 'case.successors[1]' }, 'case.successors[1].idNumber'],
  ])('a number that is still to be recorded: %j', (obligor, path) => {
    const collector = collectFields()
    expect(identifierOf(obligor, '号码', collector)).toBe('')
    expect(lines(collector.filled({}).missing)).toEqual([`号码：${path} ← amend-obligors`])
  })

  it('its head and its address, which are asked for where they are not known', () => {
    const known = { ...kinds.organization, representative: { name: '吴某' }, address: '某路' }
    const collector = collectFields()
    expect(representativeOf(known, '负责人', collector)).toBe('吴某')
    expect(obligorAddress(known, '地址', collector)).toBe('某路')
    expect(collector.filled({}).missing).toEqual([])
    expect(representativeOf(kinds.organization, '负责人', collector)).toBe('')
    expect(obligorAddress(kinds.organization, '地址', collector)).toBe('')
    expect(lines(collector.filled({}).missing)).toEqual([
      '负责人：case.obligors[o1].representative.name ← amend-obligors',
      '地址：case.obligors[o1].address ← amend-obligors',
    ])
    expect(collector.filled({}).needed).toHaveLength(4)
  })

  it('its name; one that is not on record has none', () => {
    expect(obligorNames(wholeCase().facts, ['o2', 'o9', 'o1'])).toBe('郑某、某造纸有限公司')
  })
})

describe('who signs', () => {
  it('the officers with the latest of their days', () => {
    const signed = [
      { name: '罗某', date: '2025-03-07' },
      { name: '覃某' },
      { name: '李某', date: '2025-03-06' },
    ]
    expect(handlerFields(signed)).toEqual({ 经办人: '罗某、覃某、李某', 经办日期: '2025年3月7日' })
    expect(handlerFields([{ name: '李某', date: '2025-03-06' }, signed[0] ?? { name: '' }]).经办日期).toBe(
      '2025年3月7日',
    )
    expect(handlerFields(undefined)).toEqual({ 经办人: '', 经办日期: '' })
    expect(Object.keys(handlerFields(undefined))).toEqual(handlerNames)
  })

  it('the two heads, each with the opinion; a place is left for one who has not signed', () => {
    const opinion = { role: 'department-head', name: '许某', opinion: '同意', date: '2025-03-06' } as const
    expect(opinionFields([opinion])).toEqual({
      机构负责人意见: '',
      机构负责人签字: '',
      机构负责人签字日期: '',
      部门负责人意见: '同意。',
      // Whoever signs writes his name himself.
      部门负责人签字: '',
      部门负责人签字日期: '2025年3月6日',
    })
    expect(Object.keys(opinionFields(undefined))).toEqual(opinionNames)
    expect(Object.values(opinionFields(undefined)).join('')).toBe('')
  })
})

describe('the local text on which a paper relies', () => {
  const view = wholeCase()
  const title = `《${view.regulation.title}》`

  it('is that of the office while the text is a draft', () => {
    expect(localBasis(view, 'appraisal')).toBe('《广西壮族自治区生态环境损害赔偿制度改革实施方案》')
    const { localBasis: _, ...config } = view.config
    expect(localBasis({ ...view, config }, 'appraisal')).toBeUndefined()
  })

  it('is the text in force, with its article on the matter', () => {
    expect(localBasis(inForce(view), 'consultation-period')).toBe(`${title}第二十条`)
    expect(localBasis(inForce(view))).toBe(title)
  })

  it('is the text without an article where that leaves the matter to a law, or says nothing of it', () => {
    const { regulation } = inForce(view)
    const citing = (article: string, has = true) =>
      localBasis(
        { ...view, regulation: { ...regulation, articleOf: () => article, has: () => has } },
        'appraisal',
      )
    expect(citing('附件1')).toBe(`${title}附件1`)
    expect(citing('民法典第一条')).toBe(title)
    expect(citing('第一条', false)).toBe(title)
  })
})

describe('a letter', () => {
  const view = wholeCase()

  it.each([
    ['南环函〔2026〕12号', '南环函〔2026〕12号'],
    ['南环函〔２０２６〕第12号', '南环函〔２０２６〕第12号'],
    ['关于某案的函', ''],
    ['南环函〔2026〕12号（补）', ''],
    ['南环函〔〕12号', ''],
    [undefined, ''],
  ])('numbered %s bears %j', (number, printed) => {
    expect(letterFields(view, undefined, number).发文字号).toBe(printed)
  })

  it('names the case, the writer, the day and whom to ask', () => {
    expect(letterFields(view, '2026-07-20', undefined)).toEqual({
      发文字号: '',
      案件名称: '某造纸有限公司等排污案',
      发文机关: '南宁市生态环境局',
      发文日期: '2026年7月20日',
      联系人及电话: '（联系人：罗某，电话：0771-5555555）',
    })
  })

  it.each([
    [[], ''],
    [undefined, ''],
    [[{ name: '罗某' }, { name: '覃某', phone: '1' }], '（联系人：罗某；联系人：覃某，电话：1）'],
  ])('with the officers %j: %s', (officers, text) => {
    const changed = wholeCase('2026-12-24', ({ case: about }) => Object.assign(about, { officers }))
    expect(senderFields(changed, undefined).联系人及电话).toBe(text)
  })

  it('tells what happened: by the summary, else by the damage, else it asks', () => {
    const account = (summary?: string, description?: string) => {
      const changed = wholeCase('2026-12-24', ({ case: about }) => {
        Object.assign(about, { summary })
        Object.assign(about.damage, { description })
      })
      const collector = collectFields()
      const told = accountOf(changed, '案情', collector)
      return [told, ...lines(collector.filled({}).missing)]
    }
    expect(account('偷排', '废水入河')).toEqual(['偷排。'])
    expect(account(undefined, '废水入河')).toEqual(['废水入河。'])
    expect(account()).toEqual(['', '案情：case.summary ← new'])
  })

  it('names evidence by its title, and the estimated loss and a period in words', () => {
    expect(evidenceTitles(view, ['E2', 'E99'])).toBe('检测报告')
    expect(evidenceTitles(view, undefined)).toBe('')
    expect(estimateOf(view)).toBe('初步估算的损害数额：260,000.00元（大写：人民币贰拾陆万元整）。')
    const unknown = wholeCase('2026-12-24', ({ case: about }) => {
      delete about.damage.estimatedLoss
    })
    expect(estimateOf(unknown)).toBe('')
    expect(periodInWords(view, 'screening')).toBe('5个工作日')
    expect(periodInWords(view, 'investigation')).toBe('60日')
    expect(periodInWords(view, 'instalments-max')).toBe('3年')
    const lacking = { ...view, regulation: { ...view.regulation, period: () => undefined } }
    expect(periodInWords(lacking, 'screening')).toBe('')
  })
})
